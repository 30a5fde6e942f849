import type { Box } from '../../model/geometry.js'
import type { Page } from '../../model/page.js'
import type { OcrEngine } from './engine.js'
import { glyphsOn, moved, movedRuling, rulingsOn } from './page.js'
import type { Picture, PixelRuling } from './picture.js'
import { prepareSheet } from './pixels/index.js'
import type { RasterPage } from './raster/page.js'
import { readSheet, textOf } from './sheet-text.js'

/** A picture below this part of the page is a logo or a stamp. */
const PART_OF_PAGE = 0.04
/** More characters of the text layer than this stand on a picture that is a background. */
const FEW = 12
/** The least that makes a table: a head and a row, a label and a figure. */
const ROWS = 3
const COLUMNS = 3

const inside = (box: Box, area: Box): boolean =>
  (box.x0 + box.x1) / 2 > area.x0 &&
  (box.x0 + box.x1) / 2 < area.x1 &&
  (box.y0 + box.y1) / 2 > area.y0 &&
  (box.y0 + box.y1) / 2 < area.y1

/** Pictures of a page with a text layer that may hold a table: large, and without text of the layer on them. */
export const tablePictures = (page: Page): Box[] =>
  page.doubt
    ? []
    : page.pictures.filter(
        (p) =>
          (p.x1 - p.x0) * (p.y1 - p.y0) >= PART_OF_PAGE * page.width * page.height &&
          page.glyphs.filter((g) => inside(g, p)).length <= FEW,
      )

/** A page of a text layer with the tables that are pictures on it; charts and photographs are left as they are. */
export async function withPictureTables(
  page: Page,
  raster: RasterPage,
  engine: () => Promise<OcrEngine>,
): Promise<Page> {
  let result = page
  for (const area of tablePictures(page)) {
    const scale = 72 / raster.dpi
    const part = cropped(raster.picture, area, scale)
    const sheet = prepareSheet(part.picture, raster.dpi)
    if (!isTable(sheet.rulings) || sheet.turned !== 0) continue
    const [x, y] = [part.x0 * scale, part.y0 * scale]
    const glyphs = glyphsOn(await readSheet(sheet, textOf(sheet), await engine()), page.number, scale)
    result = {
      ...result,
      // What the layer has on the picture stands there twice now.
      glyphs: [...result.glyphs.filter((g) => !inside(g, area)), ...glyphs.map((g) => moved(g, x, y))],
      rulings: [...result.rulings, ...rulingsOn(sheet, scale).map((r) => movedRuling(r, x, y))],
      pictures: result.pictures.filter((p) => p !== area),
      method: 'ocr',
    }
  }
  return result
}

const isTable = (rulings: readonly PixelRuling[]): boolean =>
  rulings.filter((r) => r.direction === 'horizontal').length >= ROWS &&
  rulings.filter((r) => r.direction === 'vertical').length >= COLUMNS

/** The part of a picture that an area in points covers, with its corner in pixels. */
function cropped(
  { width, height, channels, data }: Picture,
  area: Box,
  scale: number,
): { picture: Picture; x0: number; y0: number } {
  const [x0, y0] = [Math.max(0, Math.floor(area.x0 / scale)), Math.max(0, Math.floor(area.y0 / scale))]
  const [x1, y1] = [Math.min(width, Math.ceil(area.x1 / scale)), Math.min(height, Math.ceil(area.y1 / scale))]
  const row = (x1 - x0) * channels
  const part = new Uint8Array(row * (y1 - y0))
  for (let y = y0; y < y1; y++) {
    const from = (y * width + x0) * channels
    part.set(data.subarray(from, from + row), (y - y0) * row)
  }
  return { picture: { width: x1 - x0, height: y1 - y0, channels, data: part }, x0, y0 }
}
