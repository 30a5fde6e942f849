import sharp from 'sharp'
import type { Box } from '../model/geometry.js'

/** Below it strokes of small type run together; sizes in docs/report.md. */
const QUALITY = 30
/** Of libwebp, 0 to 6: more costs processor time for a few bytes. */
const EFFORT = 1

/** Named by what it shows: the same bytes of a filing give the same picture. */
export const pictureFile = (filingId: string, page: number, { y0, y1 }: Box): string =>
  `pictures/${filingId}/p${page}-${Math.round(y0)}-${Math.round(y1)}.webp`

/** Pixels of one or three bytes as WebP, lossy but legible. */
export const encoded = (picture: {
  width: number
  height: number
  channels: 1 | 3
  data: Uint8Array
}): Promise<Buffer> => {
  const { width, height, channels, data } = picture
  return sharp(data, { raw: { width, height, channels } })
    .webp({ quality: QUALITY, effort: EFFORT })
    .toBuffer()
}
