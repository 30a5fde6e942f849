import sharp, { type Sharp } from 'sharp'
import type { Box } from '../model/geometry.js'
import type { Turning } from '../model/page.js'
import type { PagePicture } from '../model/report.js'

/** Below it strokes of small type run together; sizes in docs/report.md. */
const QUALITY = 30
/** Of libwebp, 0 to 6: more costs processor time for a few bytes. */
const EFFORT = 1

/** Named by what it shows: the same bytes of a filing give the same picture. */
export const pictureFile = (filingId: string, page: number, { y0, y1 }: Box): string =>
  `pictures/${filingId}/p${page}-${Math.round(y0)}-${Math.round(y1)}.webp`

/** Pixels of one byte or three. */
interface Pixels {
  width: number
  height: number
  channels: 1 | 3
  data: Uint8Array
}

/** The part of the page as its file has it that a picture shows: a page that lay on its side has its sides changed. */
export const partAsFiled = ({ turning, x0, y0, x1, y1 }: PagePicture): Box =>
  turning && turning.quarter % 180 !== 0 ? { x0: y0, y0: x0, x1: y1, y1: x1 } : { x0, y0, x1, y1 }

/** A picture as WebP, lossy but legible, turned as its page was before it was read. */
export async function encoded(picture: Pixels, turning?: Turning): Promise<Buffer> {
  const { data, ...raw } = picture
  const laid = turning ? await turned(sharp(data, { raw }), turning) : sharp(data, { raw })
  return laid.webp({ quality: QUALITY, effort: EFFORT }).toBuffer()
}

/** Turning by a few degrees makes a picture larger by its corners: the page keeps its size and its middle. */
async function turned(picture: Sharp, { quarter, skew }: Turning): Promise<Sharp> {
  const upright = await picture.rotate(quarter).raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = upright.info
  const straight = await sharp(upright.data, { raw: { width, height, channels } })
    .rotate(skew, { background: 'white' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { info } = straight
  const [left, top] = [Math.round((info.width - width) / 2), Math.round((info.height - height) / 2)]
  return sharp(straight.data, {
    raw: { width: info.width, height: info.height, channels: info.channels },
  }).extract({
    left,
    top,
    width,
    height,
  })
}
