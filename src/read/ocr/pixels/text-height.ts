import type { Blobs } from './blobs.js'

const POINTS_PER_INCH = 72

/** Type between a footnote and a title, points; smaller blobs are dots and parts, larger ones tables and pictures. */
const SMALLEST = 4
const LARGEST = 36
/** A character is about as high as it is wide; digits are the narrowest. */
const NARROWEST = 0.35
/** Parts of characters are smaller than their characters, hardly anything is larger. */
const QUANTILE = 0.7
/** With fewer characters nothing can be said. */
const ENOUGH = 8
/** Assumed where nothing can be said, points: running text of a table. */
const USUAL = 10

/** Height of the characters of running text, pixels; the same for a page lying on its side. */
export function textHeight(blobs: Blobs, dpi: number): number {
  const point = dpi / POINTS_PER_INCH
  const sizes: number[] = []
  for (let b = 0; b < blobs.count; b++) {
    const width = blobs.x1[b]! - blobs.x0[b]!
    const height = blobs.y1[b]! - blobs.y0[b]!
    const larger = Math.max(width, height)
    if (larger < SMALLEST * point || larger > LARGEST * point) continue
    if (Math.min(width, height) >= NARROWEST * larger) sizes.push(larger)
  }
  if (sizes.length < ENOUGH) return USUAL * point
  sizes.sort((a, b) => a - b)
  return sizes[Math.floor(QUANTILE * (sizes.length - 1))]!
}
