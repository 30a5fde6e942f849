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

/** A new picture in which what JPEG smeared is black or white again. */
export function sharpened({ width, height, data }: Gray): Gray {
  const result = new Uint8Array(data.length)
  for (let i = 0; i < data.length; i++) result[i] = data[i]! < 128 ? 0 : 255
  return { width, height, channels: 1, data: result }
}

/** Steps become slopes, as recognition has learned characters: weights 1 2 1 both ways, within the picture given. */
export function soften({ width, height, data }: Gray): void {
  const PAPER = 4 * 255
  let above = new Uint16Array(width).fill(PAPER)
  let here = new Uint16Array(width).fill(PAPER)
  let below = new Uint16Array(width).fill(PAPER)
  sumRow(data, 0, here)
  for (let y = 0; y < height; y++) {
    // Sums of the row below are taken before its pixels change.
    if (y + 1 < height) sumRow(data, (y + 1) * width, below)
    else below.fill(PAPER)
    mixRows(data, y * width, above, here, below)
    ;[above, here, below] = [here, below, above]
  }
}

function sumRow(data: Uint8Array, start: number, into: Uint16Array): void {
  for (let x = 1; x < into.length - 1; x++)
    into[x] = data[start + x - 1]! + 2 * data[start + x]! + data[start + x + 1]!
}

function mixRows(data: Uint8Array, start: number, a: Uint16Array, b: Uint16Array, c: Uint16Array): void {
  for (let x = 1; x < b.length - 1; x++) data[start + x] = (a[x]! + 2 * b[x]! + c[x]! + 8) >> 4
}
