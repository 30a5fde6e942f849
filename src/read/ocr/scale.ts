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
  // Rows first: each needed source row is drawn in the new width once.
  const rows = new Map<number, Float32Array>()
  const rowOf = (y: number): Float32Array => {
    let row = rows.get(y)
    if (!row) {
      row = new Float32Array(width).fill(255)
      if (y >= shown.y0 && y < shown.y1)
        for (let x = 0; x < width; x++) {
          const { from, shares } = across[x] as Weights
          let sum = 0
          for (let k = 0; k < shares.length; k++) {
            const sx = from + k
            const value =
              sx < shown.x0 || sx >= shown.x1 ? 255 : (picture.data[y * picture.width + sx] as number)
            sum += value * (shares[k] as number)
          }
          row[x] = sum
        }
      rows.set(y, row)
    }
    return row
  }
  const out = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const { from, shares } = down[y] as Weights
    for (const old of rows.keys()) if (old < from) rows.delete(old)
    for (let k = 0; k < shares.length; k++) {
      const row = rowOf(from + k)
      const share = shares[k] as number
      for (let x = 0; x < width; x++)
        out[y * width + x] = (out[y * width + x] as number) + (row[x] as number) * share
    }
  }
  return out
}

interface Weights {
  from: number
  shares: number[]
}

/** Which source pixels make up each new pixel, and with which share. */
function weights(from: number, to: number, count: number): Weights[] {
  const step = (to - from) / count
  // A triangle over the pixels that fall together; over two neighbours where the picture grows.
  const reach = Math.max(1, step)
  return Array.from({ length: count }, (_, i) => {
    const centre = from + (i + 0.5) * step - 0.5
    const first = Math.ceil(centre - reach)
    const last = Math.floor(centre + reach)
    const shares: number[] = []
    let sum = 0
    for (let s = first; s <= last; s++) {
      const share = Math.max(0, 1 - Math.abs(s - centre) / reach)
      shares.push(share)
      sum += share
    }
    return { from: first, shares: shares.map((s) => s / sum) }
  })
}
