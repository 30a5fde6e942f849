// Turning by small angles: every row is moved and squeezed, then every column.
import type { Gray, PixelBox } from '../picture.js'

/** Places between two pixels that are told apart. */
const PHASES = 64
/** Weights add up to this. */
const WHOLE = 256

/** Weights of four neighbours for each place between the middle two (Catmull-Rom: sharp where linear blurs). */
const WEIGHTS = Int32Array.from({ length: PHASES * 4 }, (_, i) => {
  const d = Math.abs((i % 4) - 1 - Math.floor(i / 4) / PHASES)
  const weight = d < 1 ? 1.5 * d ** 3 - 2.5 * d ** 2 + 1 : -0.5 * d ** 3 + 2.5 * d ** 2 - 4 * d + 2
  return Math.round(WHOLE * weight)
})

/** Bits behind the point in which places are counted. */
const FRACTION = 16
const ONE = 2 ** FRACTION
/** From a place in that count to its phase. */
const TO_PHASE = FRACTION - Math.log2(PHASES)

/** How a picture of that size is turned clockwise around its middle; the new one is large enough for all of it. */
function turning(width: number, height: number, degrees: number) {
  const radians = (degrees * Math.PI) / 180
  const cos = Math.cos(radians)
  const sin = Math.sin(radians)
  return {
    cos,
    sin,
    width: Math.ceil(width * cos + height * Math.abs(sin)),
    height: Math.ceil(height * cos + width * Math.abs(sin)),
  }
}

/** A new picture, turned clockwise; corners that the old one does not reach are white. */
export function turnBy(gray: Gray, degrees: number): Gray {
  const { cos, sin, width, height } = turning(gray.width, gray.height, degrees)
  const moved = new Uint8Array(width * gray.height).fill(255)
  for (let y = 0; y < gray.height; y++) {
    const dy = y + 0.5 - gray.height / 2
    const first = gray.width / 2 - 0.5 + (0.5 - width / 2 + dy * sin) / cos
    moveRow(gray, moved, y, width, first, 1 / cos)
  }
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < height; y++) {
    const dy = y + 0.5 - height / 2
    const first = gray.height / 2 - 0.5 + dy * cos - (0.5 - width / 2) * sin
    moveColumns(moved, data, y, width, gray.height, first, -sin)
  }
  return { width, height, channels: 1, data }
}

/** One row, its pixels taken from places in the same row, `step` apart. */
function moveRow(gray: Gray, into: Uint8Array, y: number, width: number, first: number, step: number): void {
  const { data } = gray
  const row = y * gray.width
  const last = gray.width - 3
  let place = Math.round(first * ONE)
  const by = Math.round(step * ONE)
  for (let i = y * width; i < (y + 1) * width; i++, place += by) {
    const left = place >> FRACTION
    if (left < 1 || left > last) continue
    const p = row + left
    const a = data[p - 1]!
    const b = data[p]!
    const c = data[p + 1]!
    const d = data[p + 2]!
    if ((a & b & c & d) === 255) continue
    const w = ((place & (ONE - 1)) >> TO_PHASE) << 2
    const sum = WEIGHTS[w]! * a + WEIGHTS[w + 1]! * b + WEIGHTS[w + 2]! * c + WEIGHTS[w + 3]! * d
    into[i] = sum < 0 ? 0 : Math.min(255, (sum + WHOLE / 2) >> 8)
  }
}

/** One row, its pixels taken from places in their columns that rise or fall by `step` from one to the next. */
function moveColumns(
  data: Uint8Array,
  into: Uint8Array,
  y: number,
  width: number,
  height: number,
  first: number,
  step: number,
): void {
  let place = Math.round(first * ONE)
  const by = Math.round(step * ONE)
  for (let x = 0; x < width; x++, place += by) {
    const top = place >> FRACTION
    if (top < 1 || top > height - 3) continue
    const p = top * width + x
    const a = data[p - width]!
    const b = data[p]!
    const c = data[p + width]!
    const d = data[p + 2 * width]!
    if ((a & b & c & d) === 255) continue
    const w = ((place & (ONE - 1)) >> TO_PHASE) << 2
    const sum = WEIGHTS[w]! * a + WEIGHTS[w + 1]! * b + WEIGHTS[w + 2]! * c + WEIGHTS[w + 3]! * d
    into[y * width + x] = sum < 0 ? 0 : Math.min(255, (sum + WHOLE / 2) >> 8)
  }
}

/** The upright box around a box that was turned with its picture. */
export function turnBox(box: PixelBox, gray: Gray, degrees: number): PixelBox {
  const { cos, sin, width, height } = turning(gray.width, gray.height, degrees)
  const xs: number[] = []
  const ys: number[] = []
  for (const x of [box.x0, box.x1])
    for (const y of [box.y0, box.y1]) {
      const dx = x - gray.width / 2
      const dy = y - gray.height / 2
      xs.push(width / 2 + dx * cos - dy * sin)
      ys.push(height / 2 + dx * sin + dy * cos)
    }
  return {
    x0: Math.max(0, Math.floor(Math.min(...xs))),
    y0: Math.max(0, Math.floor(Math.min(...ys))),
    x1: Math.min(width, Math.ceil(Math.max(...xs))),
    y1: Math.min(height, Math.ceil(Math.max(...ys))),
  }
}
