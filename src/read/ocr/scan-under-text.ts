import type { Box } from '../../model/geometry.js'
import type { Page } from '../../model/page.js'
import { coverage } from '../pdf/pictures.js'
import type { OcrEngine } from './engine.js'
import { readPicture } from './page.js'
import type { RasterPage } from './raster/page.js'
import { UNSURE } from './settled.js'

/** Pictures that cover so much of a page may be a scan of it, whatever is printed on top … */
const MOST_OF_PAGE = 0.5
/** … as long as that is no more than a stamp of text: how it was received, where it is published. */
const STAMP = 150
/** Fewer characters than these beside the stamp are ornament … */
const FEW = 12
/** … and what is read less surely on the whole is a photograph. */
const READS_WELL = 0.85

/** Whether a page with a text layer may be a scan that was stamped with it. */
export const mayBeStamped = (page: Page): boolean =>
  !page.doubt &&
  page.glyphs.length > 0 &&
  page.glyphs.length <= STAMP &&
  coverage(page.pictures, { x0: 0, y0: 0, x1: page.width, y1: page.height }) >= MOST_OF_PAGE

/** A page of a little text with what is read on the picture beneath; a background without text stays one. */
export async function withScanBeneath(page: Page, raster: RasterPage, engine: OcrEngine): Promise<Page> {
  const read = await readPicture(raster, engine)
  const upright = Math.abs(read.width - page.width) < 1 && Math.abs(read.height - page.height) < 1
  const beside = read.glyphs.filter((g) => !page.glyphs.some((p) => stands(g, p)))
  const mean = beside.reduce((sum, g) => sum + g.confidence, 0) / beside.length
  if (read.doubt || !upright || beside.length < FEW || mean < READS_WELL) return page
  const under = read.glyphs.flatMap((g) => {
    const over = page.glyphs.filter((p) => stands(g, p))
    // The stamp itself.
    if (over.some((p) => stands(p, g))) return []
    // The ink of both stands there: what was read may be made of both.
    return over.length > 0 ? [{ ...g, confidence: Math.min(g.confidence, UNSURE) }] : [g]
  })
  return {
    ...page,
    glyphs: [...page.glyphs, ...under],
    rulings: [...page.rulings, ...read.rulings],
    pictures: [],
    method: 'ocr',
  }
}

/** Whether the middle of a character stands on another one. */
function stands(c: Box, on: Box): boolean {
  const [x, y] = [(c.x0 + c.x1) / 2, (c.y0 + c.y1) / 2]
  return x > on.x0 && x < on.x1 && y > on.y0 && y < on.y1
}
