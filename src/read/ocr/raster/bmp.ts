/** Pixels of a BMP: three bytes each, red first, row by row from the top. */
export interface Bitmap {
  width: number
  height: number
  /** Pixels for an inch; 0 where the file does not say. */
  density: number
  data: Uint8Array
}

const UNCOMPRESSED = 0
/** Masks follow the header: as good as always those of BGRA. */
const BITFIELDS = 3
const METRES_PER_INCH = 0.0254

/** Size of a BMP by its header, without looking at its pixels. */
export function bmpSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes.length < 54 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return undefined
  const view = viewOn(bytes)
  const [width, height] = [view.getInt32(18, true), Math.abs(view.getInt32(22, true))]
  return view.getUint32(14, true) >= 40 && width > 0 && height > 0 ? { width, height } : undefined
}

/** Reads what Windows programs write: 1, 4 or 8 bits with a palette, 24 or 32 bits; not run lengths. */
export function decodeBmp(bytes: Uint8Array): Bitmap | undefined {
  const size = bmpSize(bytes)
  if (!size) return undefined
  const { width, height } = size
  const view = viewOn(bytes)
  const bits = view.getUint16(28, true)
  const compression = view.getUint32(30, true)
  if (compression !== UNCOMPRESSED && !(compression === BITFIELDS && bits === 32)) return undefined
  if (![1, 4, 8, 24, 32].includes(bits)) return undefined
  const start = view.getUint32(10, true)
  // Rows are filled up to four bytes, and begin at the bottom unless the height is negative.
  const stride = Math.ceil((width * bits) / 32) * 4
  const upward = view.getInt32(22, true) > 0
  if (start + stride * height > bytes.length) return undefined
  const palette = 14 + view.getUint32(14, true)
  const data = new Uint8Array(width * height * 3)
  for (let y = 0, to = 0; y < height; y++) {
    const row = start + (upward ? height - 1 - y : y) * stride
    for (let x = 0; x < width; x++, to += 3) {
      const from = bits >= 24 ? row + (x * bits) / 8 : palette + 4 * indexAt(bytes, row, x, bits)
      data[to] = bytes[from + 2]!
      data[to + 1] = bytes[from + 1]!
      data[to + 2] = bytes[from]!
    }
  }
  return { width, height, density: view.getInt32(38, true) * METRES_PER_INCH, data }
}

/** Number of a pixel's colour in the palette; the first pixel has the highest bits. */
function indexAt(bytes: Uint8Array, row: number, x: number, bits: number): number {
  const each = 8 / bits
  return (bytes[row + Math.floor(x / each)]! >> (8 - bits * ((x % each) + 1))) & ((1 << bits) - 1)
}

const viewOn = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
