import type { Alternative } from '../../model/page.js'
import type { Gray, PixelBox } from './picture.js'

/** One recognized character: its place on the sheet in pixels. White space is never a character. */
export interface ReadCharacter extends PixelBox {
  /** One Unicode character. */
  text: string
  /** 0..1. */
  confidence: number
  /** At most three, likeliest first, never the text itself. */
  alternatives: Alternative[]
}

/** Who turns ink into characters. Both engines run on this machine alone and fetch nothing. */
export interface OcrEngine {
  /** For run.json: name and version of engine and weights. */
  name: string
  /** Characters of each box from left to right; an empty list where nothing can be read. */
  readText(ink: Gray, boxes: readonly PixelBox[]): Promise<ReadCharacter[][]>
}
