import sharp from 'sharp'
import type { Gray, Picture } from '../../src/read/ocr/picture.js'

/** A picture as it stands in a PDF. */
export interface Encoded {
  filter: 'DCTDecode' | 'CCITTFaxDecode'
  /** What is stored; fax pictures are padded at the right and below. */
  width: number
  height: number
  channels: 1 | 3
  bytes: Buffer
}

/** As JPEG, grey or in colour. */
export async function asJpeg({ width, height, channels, data }: Picture, quality: number): Promise<Encoded> {
  const bytes = await sharp(data, { raw: { width, height, channels } })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .jpeg({ quality })
    .toBuffer()
  return { filter: 'DCTDecode', width, height, channels, bytes }
}

/** Black and white as fax group 4, half the size of a PNG and what copiers write. */
export async function asFax(picture: Gray): Promise<Encoded> {
  const { width, height, data } = padded(picture)
  // One tile as large as the picture is one stream; ink has to be the ones.
  const tiff = await sharp(
    data.map((v) => 255 - v),
    { raw: { width, height, channels: 1 } },
  )
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, tile: true, tileWidth: width, tileHeight: height })
    .toBuffer()
  const start = tag(tiff, TILE_OFFSETS)
  const bytes = tiff.subarray(start, start + tag(tiff, TILE_BYTE_COUNTS))
  return { filter: 'CCITTFaxDecode', width, height, channels: 1, bytes }
}

/** TIFF tiles are multiples of 16 wide and high. */
function padded({ width, height, data }: Gray): Gray {
  const wide = Math.ceil(width / 16) * 16
  const high = Math.ceil(height / 16) * 16
  const wider = new Uint8Array(wide * high).fill(255)
  for (let y = 0; y < height; y++) wider.set(data.subarray(y * width, (y + 1) * width), y * wide)
  return { width: wide, height: high, channels: 1, data: wider }
}

const TILE_OFFSETS = 324
const TILE_BYTE_COUNTS = 325

/** Value of a 32-bit tag in the first directory of a little-endian TIFF. */
function tag(tiff: Buffer, wanted: number): number {
  const directory = tiff.readUInt32LE(4)
  const count = tiff.readUInt16LE(directory)
  for (let at = directory + 2; at < directory + 2 + 12 * count; at += 12)
    if (tiff.readUInt16LE(at) === wanted) return tiff.readUInt32LE(at + 8)
  throw new Error(`TIFF without tag ${wanted}`)
}
