// Ruling lines are taken out of the ink; strokes that touch or cross them stay.
import type { Gray } from '../picture.js'
import type { Blobs } from './blobs.js'
import type { FoundRuling, Line } from './join.js'
import { RULING_INKS, walk } from './trace.js'

/** Grey rim of a line, pixels: interpolation and blur. */
const RIM = 2
/** A line looks alike over so many pixels; over more, light and slope change. */
const STRETCH = 96
/** Print touches a line in less than this share of its length, and makes it darker. */
const BARE = 0.7
/** So much darker than the bare line is print that touches it: less is grain and rag. */
const PRINT = 56
/** Places in a pixel that are told apart: at the edge of a line light changes by half its range over a pixel. */
const FINE = 3
/** Of brightness. */
const LEVELS = 256

/** Removes the lines of the rulings from the picture given. */
export function eraseRulings(gray: Gray, rulings: readonly FoundRuling[]): void {
  for (const direction of ['horizontal', 'vertical'] as const)
    for (const ruling of rulings)
      if (ruling.direction === direction) for (const line of ruling.lines) eraseLine(gray, line)
}

/**
 * What a line looks like where nothing touches it is white afterwards, what is darker is print and stays. The line's
 * own core is as dark as print: it stays only where print reaches it from both sides, for then a stroke crosses it.
 */
function eraseLine(gray: Gray, line: Line): void {
  const { data } = gray
  const { along, across, stepAlong, stepAcross } = walk(gray, line.direction)
  const sections = line.pieces.reduce((sum, p) => sum + p.sections, 0)
  const half = line.pieces.reduce((sum, p) => sum + p.thickness, 0) / sections / 2
  const reach = Math.max(1, Math.round(half)) + RIM
  // A line is lost where print lies along it; it goes on as long as it is dark.
  const isDark = (a: number, height: number): boolean =>
    a >= 0 && a < along && data[a * stepAlong + Math.round(height - 0.5) * stepAcross]! < line.ink
  const middles = undisturbed(line)
  let [before, behind] = [0, 0]
  while (isDark(line.from - before - 1, middles[0] as number)) before++
  while (isDark(line.to + behind, middles.at(-1) as number)) behind++
  const heights = [
    ...new Array<number>(before).fill(middles[0] as number),
    ...middles,
    ...new Array<number>(behind).fill(middles.at(-1) as number),
  ]
  for (let from = 0; from < heights.length; from += STRETCH) {
    const to = Math.min(heights.length, from + STRETCH)
    const columns = Array.from({ length: to - from }, (_, i): Column => {
      const height = heights[from + i] as number
      return {
        base: (line.from - before + from + i) * stepAlong,
        first: Math.round(height - 0.5) - reach,
        height,
      }
    })
    const bare = bareProfile(columns, reach, (base, c) =>
      c >= 0 && c < across ? data[base + c * stepAcross]! : 255,
    )
    // Only what was traced in pale ink has its rims in its breadth; a dark line is ragged, and its rags are its own.
    const core = line.ink === RULING_INKS[0] ? half : coreOf(bare, reach)
    const breadth = 2 * reach + 1
    const darker = new Uint8Array(columns.length * breadth)
    columns.forEach(({ base, first, height }, k) => {
      for (let c = Math.max(0, first); c < Math.min(across, first + breadth); c++)
        if (bare(c + 0.5 - height) - data[base + c * stepAcross]! > PRINT) darker[k * breadth + c - first] = 1
    })
    const isDarker = (k: number, i: number): boolean => i >= 0 && i < breadth && darker[k * breadth + i] === 1
    columns.forEach(({ base, first, height }, k) => {
      // A single pixel is rag of the line.
      const isPrint = (i: number): boolean => isDarker(k, i) && (isDarker(k - 1, i) || isDarker(k + 1, i))
      if (isPrint(0) && isPrint(2 * reach)) return
      for (let i = 0; i <= 2 * reach; i++) {
        const c = first + i
        const outward = i < reach ? i - 1 : i + 1
        const distance = Math.abs(c + 0.5 - height)
        // Rag is one pixel deep, a stroke that touches the line is deeper.
        const stays = isPrint(i) && (distance > core + 1 || (distance > core && isDarker(k, outward)))
        if (c < 0 || c >= across || stays) continue
        data[base + c * stepAcross] = 255
      }
    })
  }
}

/** One position along a line: its first pixel across, and where the line's middle is. */
interface Column {
  base: number
  first: number
  height: number
}

/** The line's middle at each position: where print touches a line its middle seems to lie nearer to the print. */
function undisturbed(line: Line): number[] {
  const heights: number[] = []
  forEachPlace(line, (_, height) => heights.push(height))
  const middles: number[] = []
  for (let from = 0; from < heights.length; from += STRETCH / 2) {
    const sorted = heights.slice(from, from + STRETCH / 2).sort((a, b) => a - b)
    middles.push(sorted[sorted.length >> 1] as number)
  }
  return heights.map((_, i) => {
    const at = i / (STRETCH / 2) - 0.5
    const before = middles[Math.max(0, Math.floor(at))] as number
    const after = middles[Math.min(middles.length - 1, Math.max(0, Math.floor(at) + 1))] as number
    return before + (after - before) * (at - Math.floor(at))
  })
}

/** How bright a line is where nothing touches it, at a distance from its middle in pixels. */
function bareProfile(
  columns: readonly Column[],
  reach: number,
  brightness: (base: number, across: number) => number,
): (distance: number) => number {
  const binOf = (distance: number): number => Math.round((distance + reach + 1) * FINE)
  const bins = (2 * reach + 2) * FINE + 1
  const seen = new Uint32Array(bins)
  const counts = new Uint16Array(bins * LEVELS)
  for (const { base, first, height } of columns)
    for (let i = 0; i <= 2 * reach; i++) {
      const bin = binOf(first + i + 0.5 - height)
      if (bin < 0 || bin >= bins) continue
      seen[bin]!++
      counts[bin * LEVELS + brightness(base, first + i)]!++
    }
  const profile = Uint8Array.from(seen, (n, bin) =>
    n === 0 ? 255 : levelAt(counts.subarray(bin * LEVELS, (bin + 1) * LEVELS), Math.floor(n * BARE)),
  )
  return (distance) => profile[binOf(distance)] ?? 255
}

/** The level of the pixel at a place among those counted, darkest first. */
function levelAt(counts: Uint16Array, place: number): number {
  let level = 0
  for (let below = counts[0]!; below <= place; ) below += counts[++level]!
  return level
}

/** Half of a line's breadth without its rims, pixels: where it is half as dark as in its middle. */
function coreOf(bare: (distance: number) => number, reach: number): number {
  const depths = Array.from({ length: 2 * reach * FINE + 1 }, (_, i) => 255 - bare(i / FINE - reach))
  const deepest = Math.max(...depths)
  return depths.filter((depth) => depth > deepest / 2).length / FINE / 2
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

/** What is left of a line across the page is flatter than any point or comma, pixels; upright it may be a 0's right half. */
const SHRED = 2

/** What is left of a line's ragged edge: thin blobs that lie where it ran. */
export function eraseRemnants(gray: Gray, rulings: readonly FoundRuling[], blobs: Blobs): void {
  const remnants = new Uint8Array(blobs.count)
  for (const r of rulings) {
    const near = r.thickness / 2 + 1
    const wide = r.thickness / 2 + RIM + 2
    for (let b = 0; b < blobs.count; b++) {
      const [low, high, from, to] =
        r.direction === 'horizontal'
          ? [blobs.y0[b]!, blobs.y1[b]!, blobs.x0[b]!, blobs.x1[b]!]
          : [blobs.x0[b]!, blobs.x1[b]!, blobs.y0[b]!, blobs.y1[b]!]
      const reach = r.direction === 'horizontal' && high - low <= SHRED ? wide : near
      if (low >= r.at - reach && high <= r.at + reach && from >= r.from - wide && to <= r.to + wide)
        remnants[b] = 1
    }
  }
  const { row, from, to, blob } = blobs.runs
  for (let i = 0; i < row.length; i++)
    if (remnants[blob[i]!])
      gray.data.fill(255, row[i]! * gray.width + from[i]!, row[i]! * gray.width + to[i]!)
}
