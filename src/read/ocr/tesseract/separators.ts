import type { Gray, PixelBox } from '../picture.js'
import { findBlobs } from '../pixels/blobs.js'
import type { Reading } from './characters.js'
import { isFigure } from './figure.js'

/** Digits are at least, points and commas at most so high, in shares of the figure's height. */
const DIGIT_HEIGHT = 0.55
const SEPARATOR_HEIGHT = 0.45
/** A digit is no wider; two neighbours together are. The gap in a torn digit is at most so wide. */
const DIGIT_WIDTH = 0.64
const TORN = 0.1
/** Points and commas stand below this share of the height. */
const SEPARATOR_TOP = 0.55
/** Thin strokes are pale: darker than this holds a digit together. */
const PALE = 190
/** Dust, in shares of the square of the height. */
const DUST = 0.01
/** A separator that only the ink shows. */
const SEEN = 0.6

/**
 * A figure with the separators that stand in its ink: after a 4 or 7 the network loses commas, and 4545,000.00 is no
 * figure. What is no figure with them either is left as it was read.
 */
export function withSeparators(reading: Reading, ink: Gray, box: PixelBox): Reading {
  if (!reading.every((c) => /^[\d.,]$/.test(c.text))) return reading
  const kinds = kindsOfInk(ink, box)
  const digits = reading.filter((c) => /\d/.test(c.text)).length
  if (!kinds || kinds.filter((k) => k === 'digit').length !== digits) return reading
  const settled: Reading = []
  let at = 0
  for (const [i, kind] of kinds.entries()) {
    const next = reading[at]!
    const digitNext = next !== undefined && /\d/.test(next.text)
    if (kind === 'digit') {
      // A separator that was read where no ink stands apart: it may hang together with its digit.
      if (!digitNext && next) settled.push(reading[at++]!)
      settled.push(reading[at++]!)
    } else if (next && !digitNext) settled.push(reading[at++]!)
    // Which of both it is, the figure's form tells. Before and behind a figure stands dust.
    else if (i > 0 && i < kinds.length - 1)
      settled.push({ text: ',', confidence: SEEN, alternatives: [{ text: '.', confidence: 1 - SEEN }] })
  }
  const complete = [...settled, ...reading.slice(at)]
  return isFigure(complete) ? complete : reading
}

type Kind = 'digit' | 'separator'

/** What stands in a figure's box from left to right; undefined where ink is neither digit nor separator. */
function kindsOfInk(ink: Gray, box: PixelBox): Kind[] | undefined {
  const height = box.y1 - box.y0
  const kinds: Kind[] = []
  for (const piece of piecesFromLeft(ink, box)) {
    if (isDigit(piece, height)) kinds.push('digit')
    else if (isSeparator(piece, height)) kinds.push('separator')
    else return undefined
  }
  return kinds
}

const isDigit = ({ y0, y1 }: PixelBox, height: number): boolean => y1 - y0 >= DIGIT_HEIGHT * height

const isSeparator = ({ x0, y0, x1, y1 }: PixelBox, height: number): boolean =>
  y1 - y0 <= SEPARATOR_HEIGHT * height && x1 - x0 <= SEPARATOR_HEIGHT * height && y0 >= SEPARATOR_TOP * height

/** Pieces of ink within the box, its corner as origin; what stands above each other is one digit, torn. */
function piecesFromLeft(ink: Gray, box: PixelBox): PixelBox[] {
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0]
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const start = (box.y0 + y) * ink.width + box.x0
    data.set(ink.data.subarray(start, start + width), y * width)
  }
  const { count, x0, y0, x1, y1, area } = findBlobs({ width, height, channels: 1, data }, PALE)
  const pieces: PixelBox[] = []
  const order = [...Array(count).keys()].sort((a, b) => x0[a]! - x0[b]!)
  for (const i of order) {
    if (area[i]! < DUST * height * height) continue
    const piece = { x0: x0[i]!, y0: y0[i]!, x1: x1[i]!, y1: y1[i]! }
    const before = pieces.at(-1)
    if (!before || !ofOneDigit(before, piece, height)) {
      pieces.push(piece)
      continue
    }
    before.x1 = Math.max(before.x1, piece.x1)
    before.y0 = Math.min(before.y0, piece.y0)
    before.y1 = Math.max(before.y1, piece.y1)
  }
  return pieces
}

/** Whether two pieces are parts of a torn digit: above each other, or halves with hardly a gap. */
function ofOneDigit(left: PixelBox, right: PixelBox, height: number): boolean {
  const across = Math.min(left.x1, right.x1) - right.x0
  const stacked = across >= 0.5 * Math.min(left.x1 - left.x0, right.x1 - right.x0)
  // Print tucks the comma under a 4 or 7: it hangs lower than the digit.
  if (isSeparator(right, height) && (!stacked || (isDigit(left, height) && right.y1 > left.y1))) return false
  if (isSeparator(left, height) && !stacked) return false
  return stacked || (across > -TORN * height && right.x1 - left.x0 <= DIGIT_WIDTH * height)
}
