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
    const at = (c: number) => a * stepAlong + c * stepAcross
    const isInk = (c: number) => c >= 0 && c < across && data[at(c)]! < RULING_INK
    const low = Math.round(height - half)
    const high = Math.max(low + 1, Math.round(height + half))
    let start = low
    while (start < high && !isInk(start)) start++
    if (start === high) {
      // The line has slipped by a pixel, or is blank here.
      start = isInk(low - 1) ? low - 1 : isInk(high) ? high : -1
      if (start < 0) return
    }
    let end = start + 1
    while (isInk(start - 1)) start--
    while (isInk(end)) end++
    const reachesAbove = low - start > ragged
    const reachesBelow = end - high > ragged
    if (reachesAbove && reachesBelow) return
    const from = reachesAbove ? low : start
    const to = reachesBelow ? high : end
    for (let c = Math.max(0, from); c < Math.min(across, to); c++) data[at(c)] = 255
    if (!reachesAbove)
      for (let c = from - 1; c >= Math.max(0, from - RIM) && data[at(c)]! < WHITE; c--) data[at(c)] = 255
    if (!reachesBelow)
      for (let c = to; c < Math.min(across, to + RIM) && data[at(c)]! < WHITE; c++) data[at(c)] = 255
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
