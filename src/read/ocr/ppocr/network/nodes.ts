// The little of ONNX that is needed to look at the steps of a network and to put others in their place.
import {
  bytesField,
  type Field,
  floatField,
  floatOf,
  numberField,
  numberOf,
  readFields,
  textField,
  textOf,
  writeFields,
} from './wire.js'

/** Numbers of fields in onnx.proto. */
const MODEL = { graph: 7 } as const
const GRAPH = { node: 1 } as const
const NODE = { input: 1, output: 2, op: 4, attribute: 5 } as const
const ATTRIBUTE = { name: 1, float: 2, tensor: 5, ints: 8, type: 20 } as const
const TENSOR = { dims: 1, type: 2, name: 8, raw: 9 } as const
/** What ONNX calls kinds of attributes and of numbers. */
const ATTRIBUTE_TYPE = { float: 1, tensor: 4 } as const
const FLOAT32 = 1

/** One step of a network. */
export interface Node {
  op: string
  inputs: string[]
  outputs: string[]
  attributes: Map<string, Field[]>
  /** Its name and the like. */
  rest: Field[]
}

export interface Tensor {
  shape: number[]
  data: Float32Array
}

/** The steps of a network in order; constants are steps too. */
export const readNodes = (model: Uint8Array): Node[] =>
  graphOf(readFields(model))
    .filter((field) => field.number === GRAPH.node)
    .map(({ bytes }) => readNode(readFields(bytes)))

/** The model with other steps, and all else as it was. */
export function withNodes(model: Uint8Array, nodes: readonly Node[]): Uint8Array {
  const fields = readFields(model)
  const rest = graphOf(fields).filter((field) => field.number !== GRAPH.node)
  const graph = writeFields([...nodes.map((n) => bytesField(GRAPH.node, writeNode(n))), ...rest])
  return writeFields([...fields.filter((f) => f.number !== MODEL.graph), bytesField(MODEL.graph, graph)])
}

function graphOf(model: readonly Field[]): Field[] {
  const graph = model.find((field) => field.number === MODEL.graph)
  return graph ? readFields(graph.bytes) : []
}

function readNode(fields: readonly Field[]): Node {
  const texts = (number: number) => fields.filter((f) => f.number === number).map(textOf)
  const attributes = fields
    .filter((f) => f.number === NODE.attribute)
    .map(({ bytes }) => readFields(bytes))
    .map((own) => [textOf(own.find((f) => f.number === ATTRIBUTE.name) as Field), own] as const)
  return {
    op: texts(NODE.op)[0] ?? '',
    inputs: texts(NODE.input),
    outputs: texts(NODE.output),
    attributes: new Map(attributes),
    rest: fields.filter((f) => !Object.values<number>(NODE).includes(f.number)),
  }
}

const writeNode = ({ op, inputs, outputs, attributes, rest }: Node): Uint8Array =>
  writeFields([
    ...inputs.map((name) => textField(NODE.input, name)),
    ...outputs.map((name) => textField(NODE.output, name)),
    textField(NODE.op, op),
    ...[...attributes.values()].map((own) => bytesField(NODE.attribute, writeFields(own))),
    ...rest,
  ])

/** A step with numbers for attributes. */
export const step = (
  op: string,
  inputs: string[],
  output: string,
  attributes: Readonly<Record<string, number>> = {},
): Node => ({
  op,
  inputs,
  outputs: [output],
  attributes: new Map(
    Object.entries(attributes).map(([name, value]) => [
      name,
      [
        textField(ATTRIBUTE.name, name),
        floatField(ATTRIBUTE.float, value),
        numberField(ATTRIBUTE.type, ATTRIBUTE_TYPE.float),
      ],
    ]),
  ),
  rest: [],
})

export function floatAttribute(node: Node, name: string): number | undefined {
  const field = node.attributes.get(name)?.find((f) => f.number === ATTRIBUTE.float)
  return field && floatOf(field)
}

/** Whether a list of whole numbers is all zeros, as it is where it is left out. */
export const isZero = (node: Node, name: string): boolean =>
  (node.attributes.get(name) ?? []).every((f) => f.number !== ATTRIBUTE.ints || f.bytes.every((b) => b === 0))

/** The numbers of a constant; undefined for every other step, and for whole numbers. */
export function constantOf(node: Node): Tensor | undefined {
  const value = node.attributes.get('value')?.find((f) => f.number === ATTRIBUTE.tensor)
  if (node.op !== 'Constant' || !value) return undefined
  const fields = readFields(value.bytes)
  const raw = fields.find((f) => f.number === TENSOR.raw)
  const type = fields.find((f) => f.number === TENSOR.type)
  if (!raw || !type || numberOf(type) !== FLOAT32) return undefined
  // Numbers lie anywhere in the file, not only where a Float32Array may begin.
  const data = new Float32Array(new Uint8Array(raw.bytes).buffer)
  return { shape: fields.filter((f) => f.number === TENSOR.dims).map(numberOf), data }
}

export function constant(name: string, { shape, data }: Tensor): Node {
  const tensor = writeFields([
    ...shape.map((dim) => numberField(TENSOR.dims, dim)),
    numberField(TENSOR.type, FLOAT32),
    textField(TENSOR.name, name),
    bytesField(TENSOR.raw, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  ])
  const attribute = [
    textField(ATTRIBUTE.name, 'value'),
    bytesField(ATTRIBUTE.tensor, tensor),
    numberField(ATTRIBUTE.type, ATTRIBUTE_TYPE.tensor),
  ]
  return {
    op: 'Constant',
    inputs: [],
    outputs: [name],
    attributes: new Map([['value', attribute]]),
    rest: [],
  }
}
