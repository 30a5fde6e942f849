// What both engines do with the pictures they find: scanners store a page as one picture, as strips or as tiles.
import type { Box } from '../../model/geometry.js'
import { clipped } from './clip.js'

/** Strips of one picture touch each other, or nearly so: coordinates are rounded. Points. */
const SEAM = 1
/** An area is measured in so many rows and columns: seams between strips are finer. */
const FINENESS = 200

/** Pictures as a reader sees them: what lies off the page is cut off, and strips and tiles are one picture again. */
export const picturesSeen = (pictures: readonly Box[], page: Box): Box[] =>
  joined(pictures.flatMap((p) => clipped(p, page) ?? []))

/** Share of an area that boxes cover together, 0..1: where they overlap it counts once. */
export function coverage(boxes: readonly Box[], area: Box): number {
  if (boxes.length === 0) return 0
  const size = FINENESS + 1
  // Counts of boxes, each noted at its corners alone: what follows is added up over rows and columns.
  const counts = new Int32Array(size * size)
  const at = (value: number, from: number, to: number): number =>
    Math.round(FINENESS * Math.min(1, Math.max(0, (value - from) / (to - from))))
  for (const box of boxes) {
    const [x0, x1] = [at(box.x0, area.x0, area.x1), at(box.x1, area.x0, area.x1)]
    const [y0, y1] = [at(box.y0, area.y0, area.y1), at(box.y1, area.y0, area.y1)]
    for (const [y, sign] of [
      [y0, 1],
      [y1, -1],
    ] as const) {
      counts[y * size + x0]! += sign
      counts[y * size + x1]! -= sign
    }
  }
  let covered = 0
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const i = y * size + x
      const [left, above] = [x > 0 ? counts[i - 1]! : 0, y > 0 ? counts[i - size]! : 0]
      counts[i]! += left + above - (x > 0 && y > 0 ? counts[i - size - 1]! : 0)
      if (counts[i]! > 0) covered++
    }
  return covered / FINENESS ** 2
}

/** Boxes with those joined that are equally wide and follow each other downwards, or equally high and side by side. */
function joined(boxes: readonly Box[]): Box[] {
  const columns = runs(
    [...boxes].sort((a, b) => a.y0 - b.y0),
    (b) => [b.x0, b.x1],
    (b) => [b.y0, b.y1],
  )
  const whole = runs(
    columns.sort((a, b) => a.x0 - b.x0),
    (b) => [b.y0, b.y1],
    (b) => [b.x0, b.x1],
  )
  return whole.length < boxes.length ? joined(whole) : [...boxes]
}

type Extent = (box: Box) => [number, number]

/** Boxes in order of where they begin `along`; each is joined to the one of the same extent `across` that ends where it begins. */
function runs(boxes: readonly Box[], across: Extent, along: Extent): Box[] {
  const out: Box[] = []
  const open = new Map<string, number>()
  for (const box of boxes) {
    const [low, high] = across(box).map((n) => Math.round(n / SEAM)) as [number, number]
    const before = NEIGHBOURS.flatMap(([a, b]) => open.get(`${low + a} ${high + b}`) ?? []).find(
      (i) => along(out[i]!)[1] >= along(box)[0] - SEAM,
    )
    const i = before ?? out.length
    out[i] = before === undefined ? { ...box } : united(out[before]!, box)
    open.set(`${low} ${high}`, i)
  }
  return out
}

/** Where the same extent may stand once it is rounded, the exact one first. */
const NEIGHBOURS = [0, -1, 1].flatMap((a) => [0, -1, 1].map((b) => [a, b] as const))

const united = (a: Box, b: Box): Box => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
})
