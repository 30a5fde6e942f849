// How far lines of text and rulings are off the horizontal: the angle at which their lower edges fall together.
import type { Gray } from '../picture.js'
import { INK } from './blobs.js'

const POINTS_PER_INCH = 72

/** Nobody feeds a page more crookedly, degrees. */
const MOST = 5
/** First look, degrees and points: rows this broad still fall together half a step beside the true angle. */
const COARSE_STEP = 0.2
const COARSE_ROW = 1.5
/** Second look: half a point over a page's width is a twentieth of a degree. */
const FINE_STEP = 0.05
const FINE_ROW = 0.4
/** Edges of more places than this add time and no precision. */
const EDGES = 40_000
/** Fewer prove nothing. */
const ENOUGH = 200

interface Edges {
  x: Float32Array
  y: Float32Array
}

/** Degrees that the lines fall to the right (clockwise is positive), within ±5. */
export function lineSlope(gray: Gray, dpi: number): number {
  const edges = lowerEdges(gray)
  if (edges.x.length < ENOUGH) return 0
  const point = dpi / POINTS_PER_INCH
  const reach = gray.height + 2 * gray.width
  const rows = new Uint32Array(Math.ceil(reach / (FINE_ROW * point)) + 2)
  const sharpness = (degrees: number, row: number) =>
    sharpnessAt(edges, Math.tan((degrees * Math.PI) / 180), gray.width, row * point, rows)
  const coarse = sharpest(0, MOST, COARSE_STEP, (d) => sharpness(d, COARSE_ROW))
  const fine = sharpest(coarse, COARSE_STEP, FINE_STEP, (d) => sharpness(d, FINE_ROW))
  return fine + vertexOffset([-1, 0, 1].map((k) => sharpness(fine + k * FINE_STEP, FINE_ROW))) * FINE_STEP
}

/** Places where ink ends downwards. */
function lowerEdges({ width, height, data }: Gray): Edges {
  const xs: number[] = []
  const ys: number[] = []
  for (let y = 1; y < height; y++)
    // Every other column, alternating, says as much.
    for (let i = y * width + (y & 1); i < (y + 1) * width; i += 2)
      if (data[i - width]! < INK && data[i]! >= INK) {
        xs.push(i - y * width)
        ys.push(y)
      }
  const step = Math.max(1, xs.length / EDGES)
  const length = Math.floor(xs.length / step)
  const pick = (values: number[]) => Float32Array.from({ length }, (_, k) => values[Math.floor(k * step)]!)
  return { x: pick(xs), y: pick(ys) }
}

/** Sum of squares of edges per row, rows falling with the given slope. */
function sharpnessAt({ x, y }: Edges, slope: number, width: number, row: number, rows: Uint32Array): number {
  rows.fill(0)
  const scale = 1 / row
  const falling = slope * scale
  const start = width * scale
  for (let k = 0; k < x.length; k++) rows[(start + y[k]! * scale - x[k]! * falling) | 0]!++
  let sum = 0
  for (let r = 0; r < rows.length; r++) sum += rows[r]! * rows[r]!
  return sum
}

function sharpest(
  middle: number,
  reach: number,
  step: number,
  sharpness: (degrees: number) => number,
): number {
  let best = middle
  let most = -1
  const steps = Math.round(reach / step)
  for (let k = -steps; k <= steps; k++) {
    const s = sharpness(middle + k * step)
    if (s > most) {
      most = s
      best = middle + k * step
    }
  }
  return best
}

/** Where the parabola through three values one step apart has its top, in steps from the middle one. */
function vertexOffset([before, at, after]: number[]): number {
  const bend = before! - 2 * at! + after!
  return bend < 0 ? Math.max(-0.5, Math.min(0.5, (before! - after!) / (2 * bend))) : 0
}
