import type { Gray, PixelBox } from '../picture.js'
import { scaled } from '../scale.js'
import { type Decoded, decode } from './ctc.js'
import { LineMemory, type LineNetwork } from './network/line-network.js'
import { figureClasses, secondLook } from './second-look.js'

/** The height of a line that the network was trained on. */
export const HEIGHT = 48
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

/** Reads lines of text (SVTR with a CTC head), one after the other. */
export class Recognizer {
  private readonly figures: readonly number[]
  private readonly memory = new LineMemory()

  constructor(
    private readonly network: LineNetwork,
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
    const input = this.memory.take('input', 3 * area)
    for (let i = 0; i < area; i++) input[i] = (line[i] as number) / 127.5 - 1
    // Grey is the same in all three colours.
    for (const channel of [1, 2]) input.copyWithin(channel * area, 0, area)
    const { probabilities, frames, classes } = await this.network.run(input, width, HEIGHT, this.memory)
    const reading = (allowed?: readonly number[]): Decoded[] =>
      decode(probabilities, frames, classes, this.keys, allowed)
    return { characters: secondLook(reading(), () => reading(this.figures)), part }
  }
}
