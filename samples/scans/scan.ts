import type { Glyph } from '../../src/model/page.js'
import type { Picture } from '../../src/read/ocr/picture.js'
import { pdfium } from '../../src/read/pdf/pdfium/reader.js'
import { Random } from '../generator/random.js'
import { bilevel } from './degrade/bilevel.js'
import { bleed } from './degrade/bleed.js'
import { blur } from './degrade/blur.js'
import { fax } from './degrade/fax.js'
import { fold } from './degrade/fold.js'
import { grey } from './degrade/grey.js'
import { handwriting } from './degrade/handwriting.js'
import { marks } from './degrade/marks.js'
import { noise } from './degrade/noise.js'
import { photo } from './degrade/photo.js'
import { seal } from './degrade/seal.js'
import { shadow } from './degrade/shadow.js'
import { skew } from './degrade/skew.js'
import { spread } from './degrade/spread.js'
import { stamp } from './degrade/stamp.js'
import { turn } from './degrade/turn.js'
import { asFax, asJpeg } from './encode.js'
import { layerBeneath } from './layer.js'
import { type LayerCharacter, PicturePdf, type PlacedPicture } from './picture-pdf.js'
import { pieces } from './pieces.js'
import { prints } from './raster.js'
import type { Treatment } from './treatment.js'

/** An image-only PDF of a digital one; `wanted` gets page numbers from 1. */
export async function scanPdf(
  bytes: Uint8Array,
  treatment: Treatment,
  wanted?: (page: number) => boolean,
): Promise<Buffer> {
  const pdf = new PicturePdf()
  const printed = treatment.layer === '' ? [] : await glyphsOf(bytes)
  let back: Picture | undefined
  let left: ScannedSheet | undefined
  const add = async ({ picture, ...size }: ScannedSheet, text: LayerCharacter[]) =>
    pdf.add({ ...size, pictures: await stored(picture, size, treatment), text })
  for await (const { number, width, height, picture } of prints(bytes, treatment.dpi, wanted)) {
    const print = treatment.colour ? picture : grey(picture)
    const scanned = degraded(print, treatment, new Random(treatment.seed * 10_007 + number), back)
    const sideways = treatment.turn % 180 !== 0
    const size = sideways ? { width: height, height: width } : { width, height }
    back = print
    if (!treatment.spread) {
      const random = new Random(treatment.seed + number)
      await add(
        { ...size, picture: scanned },
        layerBeneath(printed[number - 1] ?? [], treatment.layer, random),
      )
    } else if (!left) left = { ...size, picture: scanned }
    else {
      await add(sideBySide(left, { ...size, picture: scanned }), [])
      left = undefined
    }
  }
  if (left) await add(left, [])
  return pdf.finish()
}

/** A sheet as it was scanned; its size in points. */
interface ScannedSheet {
  width: number
  height: number
  picture: Picture
}

const sideBySide = (left: ScannedSheet, right: ScannedSheet): ScannedSheet => ({
  width: left.width + right.width,
  height: Math.max(left.height, right.height),
  picture: spread(left.picture, right.picture),
})

/** The characters of each page. */
async function glyphsOf(bytes: Uint8Array): Promise<Glyph[][]> {
  const read = await pdfium.read(bytes, { pages: 1000, huge: new Set() })
  if ('fault' in read) throw new Error(read.fault)
  return read.pages.map((p) => p.glyphs)
}

/** A scanned sheet as the pictures that the file has of it. */
async function stored(
  sheet: Picture,
  { width, height }: { width: number; height: number },
  { columns, strips, bilevel, fax, jpeg }: Treatment,
): Promise<PlacedPicture[]> {
  const placed: PlacedPicture[] = []
  for (const { x, y, picture } of pieces(sheet, columns, strips))
    placed.push({
      picture: bilevel || fax ? await asFax(grey(picture)) : await asJpeg(picture, jpeg),
      columns: picture.width,
      rows: picture.height,
      x: (x / sheet.width) * width,
      y: (y / sheet.height) * height,
      width: (picture.width / sheet.width) * width,
      height: (picture.height / sheet.height) * height,
    })
  return placed
}

/** In the order in which it happens: to the sheet, on the glass, in the scanner. `back` is the sheet's other side. */
export function degraded(sheet: Picture, t: Treatment, random: Random, back?: Picture): Picture {
  let picture = sheet
  if (t.bleed && back) picture = bleed(picture, back)
  if (t.stamp) picture = stamp(picture, t.stamp, t.dpi, random)
  if (t.seal) picture = seal(picture, t.dpi, random)
  if (t.handwriting) picture = handwriting(picture, t.dpi, random)
  if (t.fold) picture = fold(picture, t.dpi, random)
  if (t.marks) picture = marks(picture, t.dpi, random)
  if (t.skew !== 0) picture = skew(picture, t.skew)
  if (t.blur > 0) picture = blur(picture, t.blur)
  if (t.shadow) picture = shadow(picture)
  if (t.photo) picture = photo(picture, random)
  if (t.noise > 0) picture = noise(picture, t.noise, t.dpi, random)
  if (t.bilevel) picture = bilevel(picture)
  if (t.fax) picture = fax(picture, t.dpi)
  return turn(picture, t.turn)
}
