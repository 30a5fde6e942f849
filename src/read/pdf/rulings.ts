import type { Box } from '../../model/geometry.js'
import type { Ruling } from '../../model/page.js'

/** Thicker bars are shading, not lines: cell borders of office suites stay below 2.5 points. */
const MAX_THICKNESS = 3
/** Shorter pieces are ticks or parts of drawn characters; the narrowest cells seen are 6 points. */
const MIN_LENGTH = 2
/** Pieces of one line drawn cell by cell lie within a point of each other. */
const SAME_LINE = 1
const GAP = 2

/** A box that is thin enough to be a line becomes one; anything else is none. */
export function rulingOf(box: Box, strokeWidth: number): Ruling | undefined {
  const w = box.x1 - box.x0
  const h = box.y1 - box.y0
  if (h <= MAX_THICKNESS && w >= MIN_LENGTH && w > h * 2)
    return {
      direction: 'horizontal',
      at: (box.y0 + box.y1) / 2,
      from: box.x0,
      to: box.x1,
      thickness: Math.max(h, strokeWidth),
    }
  if (w <= MAX_THICKNESS && h >= MIN_LENGTH && h > w * 2)
    return {
      direction: 'vertical',
      at: (box.x0 + box.x1) / 2,
      from: box.y0,
      to: box.y1,
      thickness: Math.max(w, strokeWidth),
    }
  return undefined
}

/** The four sides of a stroked rectangle. */
export function sidesOf(box: Box, strokeWidth: number): Ruling[] {
  const across = { direction: 'horizontal' as const, from: box.x0, to: box.x1, thickness: strokeWidth }
  const down = { direction: 'vertical' as const, from: box.y0, to: box.y1, thickness: strokeWidth }
  return [
    { ...across, at: box.y0 },
    { ...across, at: box.y1 },
    { ...down, at: box.x0 },
    { ...down, at: box.x1 },
  ]
}

/** Joins the pieces of one printed line: same direction, same place, touching or overlapping. */
export function mergeRulings(pieces: Ruling[]): Ruling[] {
  const merged: Ruling[] = []
  for (const direction of ['horizontal', 'vertical'] as const) {
    const list = pieces
      .filter((r) => r.direction === direction)
      .sort((a, b) => a.at - b.at || a.from - b.from)
    let start = 0
    while (start < list.length) {
      let end = start + 1
      while (end < list.length && (list[end] as Ruling).at - (list[end - 1] as Ruling).at <= SAME_LINE) end++
      merged.push(...joinTouching(list.slice(start, end)))
      start = end
    }
  }
  return merged
}

function joinTouching(band: Ruling[]): Ruling[] {
  const out: Ruling[] = []
  for (const r of band.sort((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (last && r.from - last.to <= GAP) {
      // The longer piece tells where the line is.
      if (r.to - r.from > last.to - last.from) last.at = r.at
      last.to = Math.max(last.to, r.to)
      last.thickness = Math.max(last.thickness, r.thickness)
    } else out.push({ ...r })
  }
  return out
}
