import type { OcrEngine, ReadCharacter } from './engine.js'
import type { PixelBox, Sheet } from './picture.js'
import { prepareSheet, upsideDown } from './pixels/index.js'
import { type RasterPage, workingDpi } from './raster/page.js'
import { meanConfidence, readSheet, textOf } from './sheet-text.js'

/** Text that lies on its side or upside down is read far less surely than this … */
const READS_WELL = 0.85
/** … and so many pieces of text tell which way is up. */
const SAMPLE = 12
/** Lower lines of text than this, pixels, lose strokes when they are straightened: the page is drawn again … */
const SMALL = 16
/** … with more pixels for an inch. */
const REDRAWN_DPI = 260

/** A page's sheet and the characters of its pieces of text; `raster` is the picture that the sheet was made of. */
export interface Reading {
  raster: RasterPage
  sheet: Sheet
  lines: ReadCharacter[][]
}

/** A page read the way up on which it is read most surely: pixels alone may mistake which way its lines run. */
export async function readUpright(raster: RasterPage, engine: OcrEngine): Promise<Reading> {
  const { picture, dpi, width, height } = raster
  const sheet = prepareSheet(picture, dpi)
  const boxes = textOf(sheet)
  const larger = workingDpi(width, height, REDRAWN_DPI)
  const redrawn = larger > dpi && isSmall(boxes) ? await raster.redrawn(larger) : undefined
  if (redrawn) return readUpright(redrawn, engine)
  const lines = await readSheet(sheet, boxes, engine)
  if (boxes.length === 0 || meanConfidence(lines) >= READS_WELL) return { raster, sheet, lines }
  let best = { sheet, confidence: meanConfidence(widest(boxes).map((i) => lines[i] ?? [])) }
  const standsUp = async (turned: Sheet): Promise<boolean> => {
    const all = textOf(turned)
    const sample = widest(all).map((i) => all[i] as PixelBox)
    const confidence = meanConfidence(await engine.readText(turned.ink, sample))
    if (confidence > best.confidence) best = { sheet: turned, confidence }
    return best.confidence >= READS_WELL
  }
  if (!(await standsUp(upsideDown(sheet)))) {
    const aside = prepareSheet(picture, dpi, sheet.turned % 180 === 0)
    if (!(await standsUp(aside))) await standsUp(upsideDown(aside))
  }
  if (best.sheet === sheet) return { raster, sheet, lines }
  return { raster, sheet: best.sheet, lines: await readSheet(best.sheet, textOf(best.sheet), engine) }
}

/** Are most lines of text low? Single characters tell nothing: they are as often a point or a 一. */
function isSmall(boxes: readonly PixelBox[]): boolean {
  const lines = boxes.filter((b) => widthOf(b) > heightOf(b))
  return lines.filter((b) => heightOf(b) < SMALL).length * 2 > lines.length
}

/** Which of the boxes hold the longest lines. */
const widest = (boxes: readonly PixelBox[]): number[] =>
  [...boxes.keys()]
    .sort((a, b) => widthOf(boxes[b] as PixelBox) - widthOf(boxes[a] as PixelBox))
    .slice(0, SAMPLE)

const widthOf = (b: PixelBox): number => b.x1 - b.x0
const heightOf = (b: PixelBox): number => b.y1 - b.y0
