import { around, type Box, overlap } from '../../model/geometry.js'
import type { Glyph } from '../../model/page.js'
import { HEAD_LINE } from '../measures.js'
import type { Row } from './rows.js'

/** A cell before its box is known: its place in the grid and the glyphs that are its text. */
export interface Placed {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  glyphs: Glyph[]
}

export interface Span {
  x0: number
  x1: number
}

export const center = (s: Span): number => (s.x0 + s.x1) / 2

/** One printed head, its lines joined. */
interface Head extends Box {
  glyphs: Glyph[]
}

/** Heads over one column each, and heads over several of those, as levels from the top. */
export function headerCells(header: Row[], xs: number[]): Placed[] {
  const columns = xs.slice(1).map((x1, i) => ({ x0: xs[i] as number, x1 }))
  const heads = headsOf(header, columns)
  if (heads.length === 0) return []
  const leaves = columns.map((c) =>
    heads
      .filter((h) => inside(h, c))
      .reduce<Head | undefined>((low, h) => (!low || h.y0 > low.y0 ? h : low), undefined),
  )
  // Levels are counted from below: 0 the heads of single columns, 1 those over them.
  const highest = columns.map(() => 0)
  const lowest = columns.map((): number | undefined => undefined)
  const groups = heads
    .filter((h) => !leaves.includes(h))
    .sort((a, b) => b.y0 - a.y0)
    .map((head) => {
      const [first, last] = spanOf(head, columns, leaves)
      const level = 1 + Math.max(...highest.slice(first, last + 1))
      for (let c = first; c <= last; c++) {
        highest[c] = level
        lowest[c] ??= level
      }
      return { head, first, last, level }
    })
  const levels = 1 + Math.max(...highest)
  return [
    ...groups.map(({ head, first, last, level }) => ({
      row: levels - 1 - level,
      column: first,
      rowSpan: 1,
      columnSpan: last - first + 1,
      glyphs: head.glyphs,
    })),
    ...columns.map((_, column) => {
      const rowSpan = lowest[column] ?? levels
      return { row: levels - rowSpan, column, rowSpan, columnSpan: 1, glyphs: leaves[column]?.glyphs ?? [] }
    }),
  ]
}

/** Whether a head stands over this column alone. */
const inside = (head: Span, column: Span): boolean =>
  center(head) > column.x0 &&
  center(head) < column.x1 &&
  overlap(head.x0, head.x1, column.x0, column.x1) > 0.75 * (head.x1 - head.x0)

/** Pieces that stand close above each other over the same column are one head in several lines. */
function headsOf(header: Row[], columns: Span[]): Head[] {
  const heads: (Head & { column: number; size: number })[] = []
  for (const row of header)
    for (const p of row.pieces) {
      const column = columns.findIndex((c) => inside(p, c))
      const upper = heads.find(
        (h) =>
          h.column === column &&
          (column >= 0 || overlap(h.x0, h.x1, p.x0, p.x1) > 0) &&
          p.y0 - h.y1 < HEAD_LINE * row.size,
      )
      if (upper) Object.assign(upper, around([upper, p]), { glyphs: [...upper.glyphs, ...p.glyphs] })
      else heads.push({ x0: p.x0, y0: p.y0, x1: p.x1, y1: p.y1, glyphs: p.glyphs, column, size: row.size })
    }
  return heads
}

/** First and last column under a head: those with a head clearly below it, so that it stands over their middle. */
function spanOf(head: Head, columns: Span[], leaves: (Head | undefined)[]): [number, number] {
  const depth = (leaf: Head | undefined) => (leaf ? leaf.y0 + leaf.y1 - head.y0 - head.y1 : 0)
  const deepest = Math.max(...leaves.map(depth))
  const under = leaves.map((leaf) => depth(leaf) > 0.7 * deepest)
  const within = columns.findIndex((c) => c.x1 > center(head))
  // Lines between the columns may end before the last head does.
  const home = within < 0 ? columns.length - 1 : within
  let best: [number, number] = [home, home]
  let off = Number.POSITIVE_INFINITY
  for (let first = home + 1; first >= 0; first--) {
    if (first <= home && !under[first]) break
    for (let last = Math.max(home - 1, first + 1); last < columns.length && under[last]; last++) {
      if (first > home && !under[first]) break
      const middle = ((columns[first] as Span).x0 + (columns[last] as Span).x1) / 2
      const wide = Math.abs(middle - center(head)) - 0.01 * (last - first)
      if (wide < off - 1) {
        off = wide
        best = [first, last]
      }
    }
  }
  return best
}

/** Upper edges of the header's levels, evenly spread: its lines are not levels, heads are wrapped differently. */
export function headEdges(header: Row[], levels: number): number[] {
  if (levels === 0) return []
  const top = (header[0] as Row).top - 1
  const bottom = (header.at(-1) as Row).bottom
  return Array.from({ length: levels }, (_, i) => top + ((bottom - top) * i) / levels)
}
