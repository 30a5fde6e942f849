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
import { PicturePdf } from './picture-pdf.js'
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
    pdf.add({
      width: sideways ? height : width,
      height: sideways ? width : height,
      picture: treatment.bilevel ? await asFax(grey(scanned)) : await asJpeg(scanned, treatment.jpeg),
      columns: scanned.width,
      rows: scanned.height,
    })
    back = sheet
  }
  return pdf.finish()
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
