// Specks of noise, told from decimal points and dots of characters by standing away from all text.
import type { Gray } from '../picture.js'
import type { Blobs } from './blobs.js'

/** A speck is smaller than this share of the text height, both ways. */
const SPECK = 0.3
/** Blobs from this share of the text height on are text that dots belong to. */
const TEXT = 0.4
/** Share of the text height around text in which every dot may belong to it: a comma, a dot of leaders. */
const BESIDE = 0.6
/** Larger than this many text heights it is a picture or a remnant of a line, not text. */
const LARGEST_TEXT = 4

/** Removes specks from the picture given. */
export function removeSpecks(gray: Gray, blobs: Blobs, textHeight: number): void {
  const near = nearText(gray, blobs, textHeight)
  const isSpeck = new Uint8Array(blobs.count)
  for (let b = 0; b < blobs.count; b++) {
    const larger = Math.max(blobs.x1[b]! - blobs.x0[b]!, blobs.y1[b]! - blobs.y0[b]!)
    if (larger < SPECK * textHeight && !near(blobs.x0[b]!, blobs.y0[b]!)) isSpeck[b] = 1
  }
  const { row, from, to, blob } = blobs.runs
  for (let i = 0; i < row.length; i++) {
    if (!isSpeck[blob[i]!]) continue
    // One pixel around: its grey rim goes as well.
    const x0 = Math.max(0, from[i]! - 1)
    const x1 = Math.min(gray.width, to[i]! + 1)
    for (let y = Math.max(0, row[i]! - 1); y <= Math.min(gray.height - 1, row[i]! + 1); y++)
      gray.data.fill(255, y * gray.width + x0, y * gray.width + x1)
  }
}

/** Whether a place lies in or beside text: a map of squares of half the distance. */
function nearText(gray: Gray, blobs: Blobs, textHeight: number): (x: number, y: number) => boolean {
  const size = Math.max(1, (BESIDE * textHeight) / 2)
  const columns = Math.ceil(gray.width / size)
  const map = new Uint8Array(columns * Math.ceil(gray.height / size))
  const reach = BESIDE * textHeight
  for (let b = 0; b < blobs.count; b++) {
    const width = blobs.x1[b]! - blobs.x0[b]!
    const height = blobs.y1[b]! - blobs.y0[b]!
    if (Math.max(width, height) < TEXT * textHeight || Math.max(width, height) > LARGEST_TEXT * textHeight)
      continue
    const x0 = Math.max(0, Math.floor((blobs.x0[b]! - reach) / size))
    const x1 = Math.min(columns - 1, Math.floor((blobs.x1[b]! + reach) / size))
    const y1 = Math.floor(Math.min(gray.height - 1, blobs.y1[b]! + reach) / size)
    for (let y = Math.max(0, Math.floor((blobs.y0[b]! - reach) / size)); y <= y1; y++)
      map.fill(1, y * columns + x0, y * columns + x1 + 1)
  }
  return (x, y) => map[Math.floor(y / size) * columns + Math.floor(x / size)] === 1
}
