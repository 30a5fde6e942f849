import type { Picture } from '../../src/read/ocr/picture.js'
import { Random } from '../generator/random.js'
import { bilevel } from './degrade/bilevel.js'
import { bleed } from './degrade/bleed.js'
import { blur } from './degrade/blur.js'
import { fold } from './degrade/fold.js'
import { grey } from './degrade/grey.js'
import { noise } from './degrade/noise.js'
import { seal } from './degrade/seal.js'
import { shadow } from './degrade/shadow.js'
import { skew } from './degrade/skew.js'
import { turn } from './degrade/turn.js'
import { asFax, asJpeg } from './encode.js'
import { PicturePdf, type PlacedPicture } from './picture-pdf.js'
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
  let back: Picture | undefined
  for await (const { number, width, height, picture } of prints(bytes, treatment.dpi, wanted)) {
    const sheet = grey(picture)
    const scanned = degraded(sheet, treatment, new Random(treatment.seed * 10_007 + number), back)
    const sideways = treatment.turn % 180 !== 0
    const size = sideways ? { width: height, height: width } : { width, height }
    pdf.add({ ...size, pictures: await stored(scanned, size, treatment) })
    back = sheet
  }
  return pdf.finish()
}

/** A scanned sheet as the pictures that the file has of it. */
async function stored(
  sheet: Picture,
  { width, height }: { width: number; height: number },
  { columns, strips, bilevel, jpeg }: Treatment,
): Promise<PlacedPicture[]> {
  const [across, down] = [width / sheet.width, height / sheet.height]
  const placed: PlacedPicture[] = []
  for (const { x, y, picture } of pieces(sheet, columns, strips))
    placed.push({
      picture: bilevel ? await asFax(grey(picture)) : await asJpeg(picture, jpeg),
      columns: picture.width,
      rows: picture.height,
      x: x * across,
      y: y * down,
      width: picture.width * across,
      height: picture.height * down,
    })
  return placed
}

/** In the order in which it happens: to the sheet, on the glass, in the scanner. `back` is the sheet's other side. */
export function degraded(sheet: Picture, t: Treatment, random: Random, back?: Picture): Picture {
  let picture = sheet
  if (t.bleed && back) picture = bleed(picture, back)
  if (t.seal) picture = seal(picture, t.dpi, random)
  if (t.fold) picture = fold(picture, t.dpi, random)
  if (t.skew !== 0) picture = skew(picture, t.skew)
  if (t.blur > 0) picture = blur(picture, t.blur)
  if (t.shadow) picture = shadow(picture)
  if (t.noise > 0) picture = noise(picture, t.noise, t.dpi, random)
  if (t.bilevel) picture = bilevel(picture)
  return turn(picture, t.turn)
}
