import type { Gray, PixelBox } from '../picture.js'
import { scaled } from '../scale.js'

/** Height that text is brought to, pixels: strokes of Chinese characters stay apart. */
const TEXT_HEIGHT = 40
/** White above and below, in shares of the text's height. Without it a 6 at full height is read as 0: half of all figures are lost. */
const WHITE = 0.4
/** What stands beside the text may be its own pale edge; further away it is the neighbour's. */
const EDGE = 0.15

/** One line of text cut out of a sheet, as large as Tesseract reads best. */
export interface LinePicture {
  picture: Gray
  /** x on the sheet of the picture's left side, and pixels of the picture for one of the sheet. */
  left: number
  scale: number
}

/** `usual`: height of the sheet's text; a dash alone is drawn as small as it is printed. */
export function linePicture(ink: Gray, box: PixelBox, usual: number): LinePicture {
  const high = Math.max(box.y1 - box.y0, Math.min(box.x1 - box.x0, usual))
  const middle = (box.y0 + box.y1) / 2
  const half = high * (0.5 + WHITE) + 1
  const edge = Math.round(high * EDGE)
  const part = { x0: box.x0 - edge, x1: box.x1 + edge, y0: middle - half, y1: middle + half }
  const scale = TEXT_HEIGHT / high
  const [width, height] = [Math.ceil((part.x1 - part.x0) * scale), Math.ceil(2 * half * scale)]
  const shown = {
    x0: Math.max(0, part.x0),
    x1: Math.min(ink.width, part.x1),
    y0: Math.max(0, box.y0 - 1),
    y1: Math.min(ink.height, box.y1 + 1),
  }
  const data = Uint8Array.from(scaled(ink, part, width, height, shown), Math.round)
  return { picture: { width, height, channels: 1, data }, left: part.x0, scale }
}
