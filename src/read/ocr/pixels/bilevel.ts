// Pictures of nothing but black and white: fax, one-bit scans.
import type { Gray } from '../picture.js'

/** Between the two, softened edges lie; JPEG smears a little around true black and white. */
const BLACK = 48
const WHITE = 208
/** Greys for each black pixel: soft edges of grey scans have at least three times as many. */
const FEW = 0.1
/** Every seventh pixel is enough to count; prime, so that no column is hit again and again. */
const SAMPLE = 7

/** Was nothing but black and white scanned? */
export function isBilevel({ data }: Gray): boolean {
  let black = 0
  let grey = 0
  for (let i = 0; i < data.length; i += SAMPLE) {
    const v = data[i]!
    if (v < BLACK) black++
    else if (v < WHITE) grey++
  }
  return black > 0 && grey <= FEW * black
}

/** What JPEG smeared is black or white again. */
export const sharpened = (gray: Gray): Gray => ({ ...gray, data: gray.data.map((v) => (v < 128 ? 0 : 255)) })

/** Steps become slopes, as recognition has learned characters: weights 1 2 1 both ways, within the picture given. */
export function soften({ width, height, data }: Gray): void {
  const line = new Uint16Array(width * 3)
  const sums = (y: number) => {
    const into = (y % 3) * width
    const start = y * width
    for (let x = 1; x < width - 1; x++)
      line[into + x] = data[start + x - 1]! + 2 * data[start + x]! + data[start + x + 1]!
  }
  sums(0)
  sums(1)
  for (let y = 1; y < height - 1; y++) {
    sums(y + 1)
    const a = ((y - 1) % 3) * width
    const b = (y % 3) * width
    const c = ((y + 1) % 3) * width
    for (let x = 1; x < width - 1; x++)
      data[y * width + x] = (line[a + x]! + 2 * line[b + x]! + line[c + x]! + 8) >> 4
  }
}
