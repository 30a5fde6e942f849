import type { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Gray, PixelBox } from '../picture.js'
import { scaled } from '../scale.js'
import { type Decoded, decode } from './ctc.js'
import { figureClasses, secondLook } from './second-look.js'

/** The height of a line that the network was trained on. */
const HEIGHT = 48
/** Narrow crops lose their characters: a code of two digits needs white around it. */
const NARROWEST = 160
/** Share of the line's height that is left white above and below, as in the network's training. */
const MARGIN = 0.15

/** Characters of a line with their place on the sheet. */
export interface DecodedLine {
  characters: Decoded[]
  /** The part of the sheet that was read, wider than the text where it was padded. */
  part: PixelBox
}

/** Reads one line of text (SVTR with a CTC head). */
export class Recognizer {
  private readonly figures: readonly number[]

  constructor(
    private readonly session: InferenceSession,
    private readonly tensor: (data: Float32Array, shape: number[]) => Tensor,
    /** Class 0 is the blank, then the dictionary, then the space. */
    private readonly keys: readonly string[],
  ) {
    this.figures = figureClasses(keys)
  }

  /** `box` holds the line's ink tightly. */
  async read(ink: Gray, box: PixelBox): Promise<DecodedLine> {
    const margin = Math.max(2, (box.y1 - box.y0) * MARGIN)
    const y0 = box.y0 - margin
    const y1 = box.y1 + margin
    const scale = HEIGHT / (y1 - y0)
    const width = Math.max(NARROWEST, Math.ceil((box.x1 - box.x0 + 2 * margin) * scale))
    const x0 = box.x0 - margin
    const part = { x0, y0, x1: x0 + width / scale, y1 }
    // Neither neighbours nor what stands above and below is read with it.
    const line = scaled(ink, part, width, HEIGHT, box)
    const area = width * HEIGHT
    const input = new Float32Array(3 * area)
    for (let i = 0; i < area; i++) {
      const value = (line[i] as number) / 127.5 - 1
      input[i] = value
      input[area + i] = value
      input[2 * area + i] = value
    }
    const [inName, outName] = [this.session.inputNames[0] as string, this.session.outputNames[0] as string]
    const result = await this.session.run({ [inName]: this.tensor(input, [1, 3, HEIGHT, width]) })
    const output = result[outName] as Tensor
    const [, frames, classes] = output.dims as [number, number, number]
    const reading = (allowed?: readonly number[]): Decoded[] =>
      decode(output.data as Float32Array, frames, classes, this.keys, allowed)
    return { characters: secondLook(reading(), () => reading(this.figures)), part }
  }
}
