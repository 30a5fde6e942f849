import sharp, { type Metadata, type Sharp } from 'sharp'
import { bmpSize, decodeBmp } from './bmp.js'
import { pictureOf } from './colour.js'
import {
  type FailedPage,
  MAX_SOURCE_PIXELS,
  pixelsOf,
  type RasterFault,
  type RasterPage,
  workingDpi,
} from './page.js'

// Pages are worked at side by side in processes already: threads and caches of libvips would only cost memory.
sharp.concurrency(1)
sharp.cache(false)

/** What libvips is trusted with: the formats of scanners, fax machines and telephones. */
const FORMATS = ['png', 'jpeg', 'tiff', 'gif', 'webp']
/** Telephones and drawing programs write 72 or 96 whatever they mean, some scanners 1 or 9999. */
const PLAUSIBLE_DPI = [100, 1200] as const
/** Long side of A4: nearly all papers are of this size. */
const PAGE_INCHES = 11.69
/** What needs more enlargement to be read was never readable. */
const MAX_ENLARGEMENT = 2
/** A page this much smaller than the largest of its file is the preview that some scanners put beside it. */
const PREVIEW = 0.25

/**
 * Decodes the pages of a picture file one after the other, upright as EXIF says: only one is in memory at once.
 * Frames of animations are no pages: their first is taken. `each` is waited for.
 */
export async function readImages(
  bytes: Uint8Array,
  each: (page: RasterPage) => Promise<void> | void,
): Promise<{ failed: FailedPage[] } | { fault: RasterFault }> {
  const bitmap = bmpSize(bytes)
  if (bitmap) {
    const page = await bmpPage(bytes, bitmap)
    if ('fault' in page) return page
    await each(page)
    return { failed: [] }
  }
  const heads = await headsOf(bytes)
  if ('fault' in heads) return heads
  const failed: FailedPage[] = []
  for (const [i, { page, head }] of heads.entries()) {
    const read = await pageOf(bytes, page, head, i + 1)
    if ('fault' in read) failed.push({ number: i + 1, fault: read.fault })
    else await each(read)
  }
  // A file of one page that can not be read can not be read.
  return failed.length === heads.length ? { fault: failed[0]!.fault } : { failed }
}

interface Head {
  /** From 0, as libvips counts. */
  page: number
  head: Metadata | undefined
}

/** What the file says about each of its pages, previews left out. */
async function headsOf(bytes: Uint8Array): Promise<Head[] | { fault: RasterFault }> {
  const first = await headOf(bytes, 0)
  if (!first || !FORMATS.includes(first.format)) return { fault: 'broken-image' }
  const heads: Head[] = [{ page: 0, head: first }]
  const count = first.format === 'tiff' ? (first.pages ?? 1) : 1
  for (let page = 1; page < count; page++) heads.push({ page, head: await headOf(bytes, page) })
  const longest = Math.max(...heads.map(({ head }) => (head ? longSide(head) : 0)))
  return heads.filter(({ head }) => !head || longSide(head) > PREVIEW * longest)
}

const longSide = ({ width, height }: { width: number; height: number }): number => Math.max(width, height)

/** Only truncated or damaged files fail: libraries warn about every oddity. */
const open = (bytes: Uint8Array, page: number): Sharp =>
  sharp(bytes, { page, failOn: 'error', limitInputPixels: MAX_SOURCE_PIXELS })

async function headOf(bytes: Uint8Array, page: number): Promise<Metadata | undefined> {
  try {
    // The limit is ours to judge: sharp would only say that there is an error.
    return await sharp(bytes, { page, limitInputPixels: false }).metadata()
  } catch {
    return undefined
  }
}

async function pageOf(
  bytes: Uint8Array,
  page: number,
  head: Metadata | undefined,
  number: number,
): Promise<RasterPage | { fault: RasterFault }> {
  if (!head) return { fault: 'broken-image' }
  if (head.width * head.height > MAX_SOURCE_PIXELS) return { fault: 'huge-image' }
  return scaled(() => open(bytes, page).autoOrient(), head.autoOrient, head.density ?? 0, number)
}

async function bmpPage(
  bytes: Uint8Array,
  size: { width: number; height: number },
): Promise<RasterPage | { fault: RasterFault }> {
  if (size.width * size.height > MAX_SOURCE_PIXELS) return { fault: 'huge-image' }
  const bitmap = decodeBmp(bytes)
  if (!bitmap) return { fault: 'broken-image' }
  const { width, height, data, density } = bitmap
  return scaled(() => sharp(data, { raw: { width, height, channels: 3 } }), size, density, 1)
}

/** Decodes at the resolution that is worked at, or the one given. `size` in pixels, upright. */
async function scaled(
  decode: () => Sharp,
  size: { width: number; height: number },
  density: number,
  number: number,
  resolution?: number,
): Promise<RasterPage | { fault: RasterFault }> {
  const source = plausible(density) ? density : longSide(size) / PAGE_INCHES
  const [width, height] = [(size.width * 72) / source, (size.height * 72) / source]
  const dpi = resolution ?? Math.min(workingDpi(width, height, source), MAX_ENLARGEMENT * source)
  try {
    const { data, info } = await decode()
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .resize(pixelsOf(width, dpi), pixelsOf(height, dpi), { fit: 'fill' })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    const redrawn = async (at: number) => {
      const page = await scaled(decode, size, density, number, at)
      return 'fault' in page ? undefined : page
    }
    return { number, width, height, dpi, picture: fromRaw(data, info), redrawn }
  } catch {
    // The only calls are those to libvips, and what it can not decode is broken.
    return { fault: 'broken-image' }
  }
}

const plausible = (density: number): boolean => density >= PLAUSIBLE_DPI[0] && density <= PLAUSIBLE_DPI[1]

function fromRaw(data: Uint8Array, info: { width: number; height: number; channels: number }) {
  const { width, height } = info
  if (info.channels === 1) return { width, height, channels: 1 as const, data }
  return pictureOf(data, width, height, info.channels as 3 | 4)
}
