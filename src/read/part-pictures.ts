import sharp from 'sharp'
import { groupBy } from '../model/group-by.js'
import type { Source } from '../model/source.js'
import type { Picture } from './ocr/picture.js'
import { readImages } from './ocr/raster/image-files.js'
import { drawParts, type PagePart } from './pdf/pdfium/draw-parts.js'

export type { Picture } from './ocr/picture.js'
export type { PagePart } from './pdf/pdfium/draw-parts.js'

/** Type of 9 points is 14 pixels high: legible, and a third of the bytes of 200 dpi. */
const DPI = 110

/**
 * Hands out pictures of parts of a source's pages, in no promised order; what has no printed pages, or can not be drawn,
 * gives none. `each` is waited for: one picture is in memory at once.
 */
export async function drawPageParts<P extends PagePart>(
  { kind }: Pick<Source, 'kind'>,
  bytes: Uint8Array,
  parts: readonly P[],
  each: (part: P, picture: Picture) => Promise<void>,
  passwords?: readonly string[],
): Promise<void> {
  if (parts.length === 0) return
  if (kind === 'pdf') return drawParts(bytes, parts, DPI, each, passwords)
  if (kind !== 'image') return
  const byPage = groupBy(parts, (part) => String(part.page))
  await readImages(bytes, async ({ number, dpi, picture }) => {
    for (const part of byPage.get(String(number)) ?? []) await each(part, await cutOut(picture, part, dpi))
  })
}

/** A part of a picture at the resolution that is shown. */
async function cutOut(picture: Picture, part: PagePart, dpi: number): Promise<Picture> {
  const { width, height, channels } = picture
  const at = (points: number, most: number) => Math.max(0, Math.min(most, Math.round((points * dpi) / 72)))
  const [left, top] = [at(part.x0, width - 1), at(part.y0, height - 1)]
  const box = { left, top, width: at(part.x1, width) - left || 1, height: at(part.y1, height) - top || 1 }
  const { data, info } = await sharp(picture.data, { raw: { width, height, channels } })
    .extract(box)
    .resize({ width: Math.max(1, Math.round((box.width * DPI) / dpi)) })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, channels: info.channels as Picture['channels'], data }
}
