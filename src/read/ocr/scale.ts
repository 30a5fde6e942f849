import type { Gray, PixelBox } from './picture.js'

/**
 * A part of a picture drawn in another size; what lies outside of `shown` (or of the picture) is white.
 * Shrinking averages the pixels that fall together, enlarging interpolates between them.
 */
export function scaled(
  picture: Gray,
  part: PixelBox,
  width: number,
  height: number,
  shown: PixelBox = { x0: 0, y0: 0, x1: picture.width, y1: picture.height },
): Float32Array {
  const across = weights(part.x0, part.x1, width)
  const down = weights(part.y0, part.y1, height)
  const top = down.first[0] as number
  const bottom = (down.first.at(-1) as number) + down.count
  // Rows first: each source row is drawn in the new width once.
  const rows = new Float32Array((bottom - top) * width).fill(255)
  for (let y = Math.max(top, shown.y0); y < Math.min(bottom, shown.y1); y++)
    drawRow(picture, y, shown, across, rows.subarray((y - top) * width, (y - top + 1) * width))
  const out = new Float32Array(width * height)
  for (let y = 0; y < height; y++)
    for (let k = 0; k < down.count; k++) {
      const share = down.shares[y * down.count + k] as number
      if (share === 0) continue
      const row = ((down.first[y] as number) + k - top) * width
      for (let x = 0, to = y * width; x < width; x++, to++) out[to] = out[to]! + rows[row + x]! * share
    }
  return out
}

/** One row in the new width; beside what is shown it is white. */
function drawRow(
  { data, width }: Gray,
  y: number,
  shown: PixelBox,
  { count, first, shares }: Weights,
  into: Float32Array,
): void {
  for (let x = 0; x < into.length; x++) {
    let sum = 0
    for (let k = 0, s = x * count, from = first[x]!; k < count; k++, s++) {
      const sx = from + k
      sum += (sx < shown.x0 || sx >= shown.x1 ? 255 : data[y * width + sx]!) * shares[s]!
    }
    into[x] = sum
  }
}

/** Which source pixels make up each new pixel: `count` from the first on, with their shares one after the other. */
interface Weights {
  count: number
  first: Int32Array
  shares: Float64Array
}

function weights(from: number, to: number, length: number): Weights {
  const step = (to - from) / length
  // A triangle over the pixels that fall together; over two neighbours where the picture grows.
  const reach = Math.max(1, step)
  const count = Math.floor(2 * reach) + 1
  const first = new Int32Array(length)
  const shares = new Float64Array(length * count)
  for (let i = 0; i < length; i++) {
    const centre = from + (i + 0.5) * step - 0.5
    first[i] = Math.ceil(centre - reach)
    const share = (k: number): number => Math.max(0, 1 - Math.abs(first[i]! + k - centre) / reach)
    let sum = 0
    for (let k = 0; k < count; k++) sum += share(k)
    for (let k = 0; k < count; k++) shares[i * count + k] = share(k) / sum
  }
  return { count, first, shares }
}
