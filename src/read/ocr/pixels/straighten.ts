// Turning by small angles.
import type { Gray, PixelBox } from '../picture.js'

/** Places between two pixels that are told apart. */
const PHASES = 64
/** Squares of paper alone are passed over: most of a page. */
const SQUARE = 16
/** Pixels that are looked up together in the map of squares. */
const STRETCH = 8

/** Weights of four neighbours for each place between the middle two (Catmull-Rom: sharp where linear blurs). */
const WEIGHTS = Int32Array.from({ length: PHASES * 4 }, (_, i) => {
  const t = Math.floor(i / 4) / PHASES
  const d = Math.abs((i % 4) - 1 - t)
  return Math.round(
    256 * (d < 1 ? 1.5 * d ** 3 - 2.5 * d ** 2 + 1 : -0.5 * d ** 3 + 2.5 * d ** 2 - 4 * d + 2),
  )
})

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
  const data = new Uint8Array(width * height).fill(255)
  const inked = inkedSquares(gray)
  for (let y = 0; y < height; y++) {
    const dy = y + 0.5 - height / 2
    for (let x = 0; x < width; x += STRETCH) {
      const dx = x + 0.5 - width / 2
      const sourceX = gray.width / 2 + dx * cos + dy * sin - 0.5
      const sourceY = gray.height / 2 - dx * sin + dy * cos - 0.5
      const column = Math.floor(sourceX / SQUARE) + 1
      const row = Math.floor(sourceY / SQUARE) + 1
      if (column < 0 || row < 0 || column >= inked.columns || row >= inked.rows) continue
      if (!inked.map[row * inked.columns + column]) continue
      const end = Math.min(width, x + STRETCH)
      interpolate(gray, data, y * width + x, y * width + end, sourceX, sourceY, cos, -sin)
    }
  }
  return { width, height, channels: 1, data }
}

/** A stretch of pixels, each from sixteen of the old picture. */
function interpolate(
  { width, height, data }: Gray,
  into: Uint8Array,
  from: number,
  to: number,
  x: number,
  y: number,
  stepX: number,
  stepY: number,
): void {
  for (let i = from; i < to; i++, x += stepX, y += stepY) {
    const left = Math.floor(x)
    const top = Math.floor(y)
    if (left < 1 || top < 1 || left > width - 3 || top > height - 3) {
      if (left >= 0 && top >= 0 && left < width && top < height) into[i] = data[top * width + left]!
      continue
    }
    const wx = (((x - left) * PHASES) | 0) * 4
    const wy = (((y - top) * PHASES) | 0) * 4
    const a = WEIGHTS[wx]!
    const b = WEIGHTS[wx + 1]!
    const c = WEIGHTS[wx + 2]!
    const d = WEIGHTS[wx + 3]!
    let sum = 0
    let p = (top - 1) * width + left - 1
    for (let k = 0; k < 4; k++, p += width)
      sum += WEIGHTS[wy + k]! * (a * data[p]! + b * data[p + 1]! + c * data[p + 2]! + d * data[p + 3]!)
    const value = (sum + 32768) >> 16
    into[i] = value < 0 ? 0 : value > 255 ? 255 : value
  }
}

/** Squares with ink in them or beside them; one row and column of squares more on every side. */
function inkedSquares({ width, height, data }: Gray): { columns: number; rows: number; map: Uint8Array } {
  const columns = Math.ceil(width / SQUARE) + 2
  const rows = Math.ceil(height / SQUARE) + 2
  const map = new Uint8Array(columns * rows)
  for (let y = 0; y < height; y++)
    for (let c = 1; c < columns - 1; c++) {
      const r = Math.floor(y / SQUARE) + 1
      if (map[r * columns + c] === 2) continue
      const end = y * width + Math.min(width, c * SQUARE)
      for (let i = y * width + (c - 1) * SQUARE; i < end; i++)
        if (data[i] !== 255) {
          map[r * columns + c] = 2
          break
        }
    }
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      if (map[r * columns + c] === 2) continue
      for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++)
        for (let x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1); x++)
          if (map[y * columns + x] === 2) map[r * columns + c] = 1
    }
  return { columns, rows, map }
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
