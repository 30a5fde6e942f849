import type { Glyph, Page, Ruling } from '../../model/page.js'
import { settleBrackets } from './brackets.js'
import type { OcrEngine, ReadCharacter } from './engine.js'
import { settleForms } from './figures.js'
import { glyphsOf } from './glyphs.js'
import type { Sheet } from './picture.js'
import type { RasterPage } from './raster/page.js'
import { meanConfidence } from './sheet-text.js'
import { doubtUnread } from './unread.js'
import { readUpright } from './upright.js'
import { settleWords } from './words.js'

/** Points in an inch. */
const INCH = 72
/** Type of official papers where a line tells no size of its own, points. */
const USUAL_SIZE = 10.5
/** A thousandth of a degree moves nothing on a page by a tenth of a point. */
const SKEW_DIGITS = 1000
/** Less sure than this on the whole, and what was read is not what is printed. */
const LEGIBLE = 0.6

/** Reads the picture of a page; its size in points is that of the upright picture. */
export async function readPicture(page: RasterPage, engine: OcrEngine): Promise<Page> {
  const { raster, sheet, lines } = await readUpright(page, engine)
  const { number, dpi, picture } = raster
  const scale = INCH / dpi
  const [wide, high] =
    sheet.turned % 180 === 0 ? [picture.width, picture.height] : [picture.height, picture.width]
  // A straightened sheet is larger than the page by its corners: the page keeps its size and its middle.
  const x = ((wide - sheet.ink.width) / 2) * scale
  const y = ((high - sheet.ink.height) / 2) * scale
  const glyphs = glyphsOn(lines, number, scale).map((g) => moved(g, x, y))
  const legible = glyphs.length === 0 || meanConfidence(lines) >= LEGIBLE
  return {
    number,
    width: wide * scale,
    height: high * scale,
    glyphs: legible ? glyphs : [],
    hidden: legible ? [] : glyphs,
    rulings: rulingsOn(sheet, scale).map((r) => movedRuling(r, x, y)),
    pictures: [],
    method: 'ocr',
    ...(sheet.turned !== 0 || sheet.skew !== 0
      ? { turning: { quarter: sheet.turned, skew: Math.round(sheet.skew * SKEW_DIGITS) / SKEW_DIGITS } }
      : {}),
    ...(legible ? {} : { doubt: 'illegible' as const }),
  }
}

/** Glyphs in points, from a scale of points a pixel. */
export const glyphsOn = (lines: readonly ReadCharacter[][], page: number, scale: number): Glyph[] =>
  settleWords(lines).flatMap((line) =>
    glyphsOf(doubtUnread(settleForms(settleBrackets(line))), page, scale, USUAL_SIZE),
  )

export const rulingsOn = (sheet: Sheet, scale: number): Ruling[] =>
  sheet.rulings.map((r) => ({
    direction: r.direction,
    at: r.at * scale,
    from: r.from * scale,
    to: r.to * scale,
    thickness: r.thickness * scale,
  }))

/** The same glyph elsewhere, points. */
export const moved = (g: Glyph, x: number, y: number): Glyph => ({
  ...g,
  x0: g.x0 + x,
  y0: g.y0 + y,
  x1: g.x1 + x,
  y1: g.y1 + y,
})

export const movedRuling = (r: Ruling, x: number, y: number): Ruling => {
  const [along, across] = r.direction === 'horizontal' ? [x, y] : [y, x]
  return { ...r, at: r.at + across, from: r.from + along, to: r.to + along }
}
