import type { Glyph, Page, Ruling } from '../../model/page.js'
import { cutAtRulings } from './cut.js'
import type { OcrEngine, ReadCharacter } from './engine.js'
import { settleForms } from './figures.js'
import { glyphsOf } from './glyphs.js'
import { tight } from './ink.js'
import { findInkLines } from './ink-lines.js'
import { withMinus } from './minus.js'
import type { PixelBox, Sheet } from './picture.js'
import { prepareSheet, upsideDown } from './pixels/index.js'
import type { RasterPage } from './raster/page.js'
import { doubtUnread } from './unread.js'
import { settleWords } from './words.js'

/** Points in an inch. */
const INCH = 72
/** Type of official papers where a line tells no size of its own, points. */
const USUAL_SIZE = 10.5
/** Text that lies on its side or upside down is read far less surely than this … */
const READS_WELL = 0.85
/** … and so many pieces of text tell which way is up. */
const SAMPLE = 12
/** Less sure than this on the whole, and what was read is not what is printed. */
const LEGIBLE = 0.6

/** Reads the picture of a page; its size in points is that of the upright picture. */
export async function readPicture(raster: RasterPage, engine: OcrEngine): Promise<Page> {
  const { number, dpi, picture } = raster
  const { sheet, lines } = await readUpright(raster, engine)
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
    ...(legible ? {} : { doubt: 'illegible' as const }),
  }
}

/** A sheet and the characters of its pieces of text. */
interface Reading {
  sheet: Sheet
  lines: ReadCharacter[][]
}

/** The picture read the way up on which it is read most surely: pixels alone may mistake which way its lines run. */
async function readUpright({ picture, dpi }: RasterPage, engine: OcrEngine): Promise<Reading> {
  const sheet = prepareSheet(picture, dpi)
  const boxes = textOf(sheet)
  const lines = await readBoxes(sheet, boxes, engine)
  if (boxes.length === 0 || meanConfidence(lines) >= READS_WELL) return { sheet, lines }
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
  return best.sheet === sheet
    ? { sheet, lines }
    : { sheet: best.sheet, lines: await readSheet(best.sheet, engine) }
}

/** The characters of a sheet's pieces of text. */
export const readSheet = (sheet: Sheet, engine: OcrEngine): Promise<ReadCharacter[][]> =>
  readBoxes(sheet, textOf(sheet), engine)

async function readBoxes({ ink }: Sheet, boxes: PixelBox[], engine: OcrEngine): Promise<ReadCharacter[][]> {
  const lines = await engine.readText(ink, boxes)
  return lines.map((line, i) => withMinus(line, ink, boxes[i] as PixelBox))
}

/** Glyphs in points, from a scale of points a pixel. */
export const glyphsOn = (lines: readonly ReadCharacter[][], page: number, scale: number): Glyph[] =>
  settleWords(lines).flatMap((line) => glyphsOf(doubtUnread(settleForms(line)), page, scale, USUAL_SIZE))

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

/** Pieces of text, each in one cell, tightly around its ink. */
const textOf = (sheet: Sheet): PixelBox[] =>
  cutAtRulings(findInkLines(sheet.ink), sheet.rulings).flatMap((box) => tight(sheet.ink, box) ?? [])

/** Which of the boxes hold the longest lines. */
const widest = (boxes: readonly PixelBox[]): number[] =>
  [...boxes.keys()].sort((a, b) => width(boxes[b] as PixelBox) - width(boxes[a] as PixelBox)).slice(0, SAMPLE)

const width = (b: PixelBox): number => b.x1 - b.x0

function meanConfidence(lines: readonly ReadCharacter[][]): number {
  const all = lines.flat()
  return all.length === 0 ? 0 : all.reduce((sum, c) => sum + c.confidence, 0) / all.length
}
