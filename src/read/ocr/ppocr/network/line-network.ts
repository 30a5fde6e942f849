import type { InferenceSession, Tensor } from 'onnxruntime-node'

/** What the network makes of a line: how likely each class is in each frame, frame by frame. */
export interface Frames {
  probabilities: Float32Array
  frames: number
  classes: number
}

/** Memory that lines read one after the other share: fresh pages for each would cost more than what is done in them. */
export class LineMemory {
  private readonly held = { input: new Float32Array(0), output: new Float32Array(0) }

  /** So many numbers, whatever they were before. */
  take(what: 'input' | 'output', length: number): Float32Array {
    if (this.held[what].length < length) this.held[what] = new Float32Array(2 * length)
    return this.held[what].subarray(0, length)
  }
}

/** The network behind a call that takes the picture of one line. */
export class LineNetwork {
  /** What it gives for a picture of each width, once it was seen. */
  private readonly shapes = new Map<number, readonly number[]>()

  constructor(
    private readonly session: InferenceSession,
    private readonly tensor: (data: Float32Array, shape: readonly number[]) => Tensor,
  ) {}

  /** @param input three channels of equal height. The frames stand in the memory given until the next line is read. */
  async run(input: Float32Array, width: number, height: number, memory: LineMemory): Promise<Frames> {
    const [inName, outName] = [this.session.inputNames[0] as string, this.session.outputNames[0] as string]
    const shape = this.shapes.get(width)
    const room = shape && this.tensor(memory.take('output', sizeOf(shape)), shape)
    const feeds = { [inName]: this.tensor(input, [1, 3, height, width]) }
    const result = await (room ? this.session.run(feeds, { [outName]: room }) : this.session.run(feeds))
    const { data, dims } = result[outName] as Tensor
    this.shapes.set(width, dims)
    const [, frames, classes] = dims as [number, number, number]
    return { probabilities: data as Float32Array, frames, classes }
  }
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1)
