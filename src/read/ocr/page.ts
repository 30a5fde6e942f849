import type { Page, Ruling } from '../../model/page.js'
import { cutAtRulings } from './cut.js'
import type { OcrEngine, ReadCharacter } from './engine.js'
import { settleForms } from './figures.js'
import { glyphsOf } from './glyphs.js'
import { tight } from './ink.js'
import type { PixelBox, Sheet } from './picture.js'
import { prepareSheet, upsideDown } from './pixels/index.js'
import type { RasterPage } from './raster/page.js'

/** Points in an inch. */
const INCH = 72
/** Type of official papers where a line tells no size of its own, points. */
const USUAL_SIZE = 10.5
/** So many pieces of text tell which way is up … */
const SAMPLE = 12
/** … unless they read well at once: text upside down is read far less surely. */
const READS_WELL = 0.85

/** Less sure than this on the whole, and what was read is not what is printed. */
const LEGIBLE = 0.6

/** Reads the picture of a page; its size in points is that of the upright picture. */
export async function readPicture({ number, dpi, picture }: RasterPage, engine: OcrEngine): Promise<Page> {
  const { sheet, boxes } = await upright(prepareSheet(picture, dpi), engine)
  const lines = (await engine.readText(sheet.ink, boxes)).map(settleForms)
  const scale = INCH / dpi
  const glyphs = lines.flatMap((line) => glyphsOf(line, number, scale, USUAL_SIZE))
  const legible = glyphs.length === 0 || meanConfidence(lines) >= LEGIBLE
  return {
    number,
    width: sheet.ink.width * scale,
    height: sheet.ink.height * scale,
    glyphs: legible ? glyphs : [],
    hidden: legible ? [] : glyphs,
    rulings: sheet.rulings.map(
      (r): Ruling => ({
        direction: r.direction,
        at: r.at * scale,
        from: r.from * scale,
        to: r.to * scale,
        thickness: r.thickness * scale,
      }),
    ),
    pictures: [],
    method: 'ocr',
    ...(legible ? {} : { doubt: 'illegible' as const }),
  }
}

/** The sheet the way up on which its text is read more surely, with its pieces of text. */
async function upright(sheet: Sheet, engine: OcrEngine): Promise<{ sheet: Sheet; boxes: PixelBox[] }> {
  const boxes = await textOf(sheet, engine)
  const sample = [...boxes].sort((a, b) => width(b) - width(a)).slice(0, SAMPLE)
  const sureness = meanConfidence(await engine.readText(sheet.ink, sample))
  if (sample.length === 0 || sureness >= READS_WELL) return { sheet, boxes }
  const turned = upsideDown(sheet)
  const turnedBoxes = sample.map((b) => ({
    x0: sheet.ink.width - b.x1,
    y0: sheet.ink.height - b.y1,
    x1: sheet.ink.width - b.x0,
    y1: sheet.ink.height - b.y0,
  }))
  if (meanConfidence(await engine.readText(turned.ink, turnedBoxes)) <= sureness) return { sheet, boxes }
  return { sheet: turned, boxes: await textOf(turned, engine) }
}

/** Pieces of text, each in one cell, tightly around its ink. */
async function textOf(sheet: Sheet, engine: OcrEngine): Promise<PixelBox[]> {
  const found = await engine.findText(sheet.ink)
  return cutAtRulings(found, sheet.rulings).flatMap((box) => tight(sheet.ink, box) ?? [])
}

const width = (b: PixelBox): number => b.x1 - b.x0

function meanConfidence(lines: readonly ReadCharacter[][]): number {
  const all = lines.flat()
  return all.length === 0 ? 0 : all.reduce((sum, c) => sum + c.confidence, 0) / all.length
}
