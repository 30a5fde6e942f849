// The recognizer was exported from Paddle step by step: after each convolution seven steps of one number each follow, and
// each of them goes over the whole picture. The same is computed in one: onnxruntime knows the hard swish as an end of a
// convolution, and what is scaled and shifted before and after it is scaled and shifted in the weights.
import { constant, constantOf, floatAttribute, isZero, type Node, step, type Tensor } from './nodes.js'

/** x · clip(x + 3, 0, 6) / 6 */
const [SHIFT, LOWEST, HIGHEST] = [3, 0, 6]

/** Steps that make x · scale + shift. */
interface Scaling {
  scale: number
  shift: number
  steps: Node[]
  output: string
}

/** The same network in fewer steps; steps of another kind stay as they are. */
export function withHardSwish(nodes: readonly Node[]): Node[] {
  const network = new Network(nodes)
  for (const node of nodes) if (node.op === 'Conv') network.fuse(node)
  return network.steps()
}

class Network {
  private readonly constants = new Map<string, Tensor>()
  private readonly changed = new Set<string>()
  private readonly users = new Map<string, Node[]>()
  private readonly replaced = new Map<Node, Node[]>()

  constructor(private readonly nodes: readonly Node[]) {
    for (const node of nodes) {
      const tensor = constantOf(node)
      if (tensor) this.constants.set(node.outputs[0] as string, tensor)
      for (const name of node.inputs) this.users.set(name, [...(this.users.get(name) ?? []), node])
    }
  }

  steps(): Node[] {
    return this.nodes.flatMap((node) => {
      const [name = ''] = node.outputs
      return this.changed.has(name)
        ? [constant(name, this.constants.get(name) as Tensor)]
        : (this.replaced.get(node) ?? [node])
    })
  }

  /** A convolution with all that follows up to the next one. */
  fuse(convolution: Node): void {
    const before = this.scalingAfter(convolution.outputs[0] as string)
    const swish = before && this.hardSwishAfter(before.output)
    const after = swish && this.scalingAfter(swish.output)
    if (!after || !this.ownsWeights(convolution)) return
    const channels = this.scaleResult(convolution, before)
    const output = after.output
    for (const gone of [...before.steps, ...swish.steps, ...after.steps]) this.replaced.set(gone, [])
    const next = this.onlyUser(output, 'Conv')
    const isTaken = next !== undefined && this.scaleSource(next, after)
    const swished = isTaken ? output : `${output} unscaled`
    this.replaced.set(convolution, [
      { ...convolution, outputs: [before.output] },
      step('HardSigmoid', [before.output], `${output} gate`, { alpha: 1 / HIGHEST, beta: SHIFT / HIGHEST }),
      step('Mul', [before.output, `${output} gate`], swished),
      ...(isTaken ? [] : scalingStep(swished, after, channels)),
    ])
  }

  private scalingAfter(name: string): Scaling | undefined {
    const product = this.onlyUser(name, 'Mul')
    const sum = product && this.onlyUser(product.outputs[0] as string, 'Add')
    const scale = product && this.numberIn(product)
    const shift = sum && this.numberIn(sum)
    if (scale === undefined || shift === undefined) return undefined
    return { scale, shift, steps: [product as Node, sum as Node], output: (sum as Node).outputs[0] as string }
  }

  private hardSwishAfter(name: string): { steps: Node[]; output: string } | undefined {
    const users = this.users.get(name) ?? []
    const sum = users.find((n) => n.op === 'Add' && this.numberIn(n) === SHIFT)
    const clip = sum && this.onlyUser(sum.outputs[0] as string, 'Clip')
    const product = clip && this.onlyUser(clip.outputs[0] as string, 'Mul')
    const quotient = product && this.onlyUser(product.outputs[0] as string, 'Div')
    if (!quotient || users.length !== 2 || !product.inputs.includes(name)) return undefined
    const isHardSwish =
      floatAttribute(clip, 'min') === LOWEST &&
      floatAttribute(clip, 'max') === HIGHEST &&
      quotient.inputs[0] === product.outputs[0] &&
      this.numberIn(quotient) === HIGHEST
    return isHardSwish
      ? { steps: [sum, clip, product, quotient], output: quotient.outputs[0] as string }
      : undefined
  }

  /** Puts a scaling of what a convolution gives into its weights; how many channels it gives. */
  private scaleResult({ inputs }: Node, { scale, shift }: Scaling): number {
    this.change(inputs[1] as string, (weight) => weight * scale)
    return this.change(inputs[2] as string, (bias) => bias * scale + shift)
  }

  /** Puts a scaling of what a convolution takes into its weights, if no blank rim is put around it unscaled. */
  private scaleSource(convolution: Node, { scale, shift }: Scaling): boolean {
    const { shape, data } = this.constants.get(convolution.inputs[1] as string) ?? { shape: [], data: [] }
    const [, , high, wide] = shape
    if (high !== 1 || wide !== 1 || !isZero(convolution, 'pads') || !this.ownsWeights(convolution))
      return false
    const sources = shape[1] as number
    this.change(convolution.inputs[2] as string, (bias, channel) => {
      let sum = 0
      for (let i = 0; i < sources; i++) sum += data[channel * sources + i] as number
      return bias + shift * sum
    })
    this.change(convolution.inputs[1] as string, (weight) => weight * scale)
    return true
  }

  private change(name: string, by: (value: number, at: number) => number): number {
    const { shape, data } = this.constants.get(name) as Tensor
    this.constants.set(name, { shape, data: data.map(by) })
    this.changed.add(name)
    return data.length
  }

  /** Weights and biases that no other step uses. */
  private ownsWeights({ inputs }: Node): boolean {
    const own = inputs.slice(1)
    return (
      own.length === 2 && own.every((name) => this.constants.has(name) && this.users.get(name)?.length === 1)
    )
  }

  private onlyUser(name: string, op: string): Node | undefined {
    const users = this.users.get(name) ?? []
    return users.length === 1 && users[0]?.op === op ? users[0] : undefined
  }

  /** The one number that a step adds, multiplies or divides by. */
  private numberIn({ inputs }: Node): number | undefined {
    const found = inputs.flatMap((name) => this.constants.get(name) ?? [])
    return found.length === 1 && found[0]?.data.length === 1 ? found[0].data[0] : undefined
  }
}

/** A scaling as a step of its own, in the form that onnxruntime takes together with convolutions. */
function scalingStep(source: string, { scale, shift, output }: Scaling, channels: number): Node[] {
  const numbers = { scale, shift, mean: 0, variance: 1 }
  const named = Object.entries(numbers).map(([name, value]) => ({ name: `${output} ${name}`, value }))
  return [
    ...named.map(({ name, value }) =>
      constant(name, { shape: [channels], data: new Float32Array(channels).fill(value) }),
    ),
    step('BatchNormalization', [source, ...named.map(({ name }) => name)], output, { epsilon: 0 }),
  ]
}
