// Ruling lines are taken out of the ink; strokes that touch or cross them stay.
import type { Gray } from '../picture.js'
import type { Blobs } from './blobs.js'
import type { Line } from './join.js'
import type { FoundRuling } from './rulings.js'
import { RULING_INK, walk } from './trace.js'

/** A cross section so much thicker than the line, share and pixels, is still the line: ragged edges. */
const RAGGED = 0.4
const RAGGED_PIXELS = 1
/** Grey rim of a line, pixels: interpolation and blur. */
const RIM = 2
/** Rim pixels are grey; this is white enough. */
const WHITE = 250

/** Removes the lines of the rulings from the picture given. */
export function eraseRulings(gray: Gray, rulings: readonly FoundRuling[]): void {
  for (const direction of ['horizontal', 'vertical'] as const)
    for (const ruling of rulings)
      if (ruling.direction === direction) for (const line of ruling.lines) eraseLine(gray, line)
}

function eraseLine(gray: Gray, line: Line): void {
  const { data } = gray
  const { across, stepAlong, stepAcross } = walk(gray, line.direction)
  const sections = line.pieces.reduce((sum, p) => sum + p.sections, 0)
  const thickness = line.pieces.reduce((sum, p) => sum + p.thickness, 0) / sections
  const ragged = Math.max(RAGGED_PIXELS, RAGGED * thickness)
  const half = thickness / 2
  forEachPlace(line, (a, height) => {
    const base = a * stepAlong
    const low = Math.max(0, Math.round(height - half))
    const high = Math.min(across, Math.max(low + 1, Math.round(height + half)))
    // The line may have slipped by a pixel.
    let start = Math.max(0, low - 1)
    while (start <= high && start < across && data[base + start * stepAcross]! >= RULING_INK) start++
    if (start > high || start >= across) return
    let end = start + 1
    while (start > 0 && data[base + (start - 1) * stepAcross]! < RULING_INK) start--
    while (end < across && data[base + end * stepAcross]! < RULING_INK) end++
    const reachesAbove = low - start > ragged
    const reachesBelow = end - high > ragged
    if (reachesAbove && reachesBelow) return
    let from = reachesAbove ? low : start
    let to = reachesBelow ? high : end
    if (!reachesAbove)
      for (let k = 0; k < RIM && from > 0 && data[base + (from - 1) * stepAcross]! < WHITE; k++) from--
    if (!reachesBelow)
      for (let k = 0; k < RIM && to < across && data[base + to * stepAcross]! < WHITE; k++) to++
    for (let c = from; c < to; c++) data[base + c * stepAcross] = 255
  })
}

/** Every position along a line with its height there. */
function forEachPlace(line: Line, use: (along: number, height: number) => void): void {
  const knots = line.pieces.flatMap((p) => p.knots)
  let k = 0
  for (let a = line.from; a < line.to; a++) {
    while (k + 4 < knots.length && knots[k + 2]! <= a) k += 2
    const a0 = knots[k]!
    const a1 = knots[k + 2]!
    const share = a1 > a0 ? Math.max(0, Math.min(1, (a + 0.5 - a0) / (a1 - a0))) : 0
    use(a, knots[k + 1]! + share * (knots[k + 3]! - knots[k + 1]!))
  }
}

/** What is left of a line's ragged edge: thin blobs that lie where it ran. */
export function eraseRemnants(gray: Gray, rulings: readonly FoundRuling[], blobs: Blobs): void {
  const remnants = new Uint8Array(blobs.count)
  for (const r of rulings) {
    const reach = r.thickness / 2 + 1
    for (let b = 0; b < blobs.count; b++) {
      const [low, high, from, to] =
        r.direction === 'horizontal'
          ? [blobs.y0[b]!, blobs.y1[b]!, blobs.x0[b]!, blobs.x1[b]!]
          : [blobs.x0[b]!, blobs.x1[b]!, blobs.y0[b]!, blobs.y1[b]!]
      if (low >= r.at - reach && high <= r.at + reach && from >= r.from - reach && to <= r.to + reach)
        remnants[b] = 1
    }
  }
  const { row, from, to, blob } = blobs.runs
  for (let i = 0; i < row.length; i++)
    if (remnants[blob[i]!])
      gray.data.fill(255, row[i]! * gray.width + from[i]!, row[i]! * gray.width + to[i]!)
}
