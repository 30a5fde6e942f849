import { type Box, overlap } from '../model/geometry.js'
import type { Ruling } from '../model/page.js'
import { BESIDE_GRID, DRAWN, MEET, ONE_LINE, OPEN_ROW } from './measures.js'

/** One cell of a grid: elementary rows and columns from (inclusive) to (exclusive). */
export interface GridCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  box: Box
}

/** A ruled grid on one page. */
export interface Grid {
  page: number
  box: Box
  /** Edges, columns + 1 and rows + 1 of them. */
  xs: number[]
  ys: number[]
  cells: GridCell[]
  ruled: boolean
  /** Rows of which a page end took the upper or lower line; they stand where the sides run on. */
  open?: { top: boolean; bottom: boolean }
}

/** Finds the ruled grids of a page: connected rulings → edges → elementary cells → cells with spans. */
export function findGrids(rulings: Ruling[], page: number): Grid[] {
  return withLooseSides(connected(rulings))
    .map((group) => gridOf(group, page))
    .filter((g): g is Grid => g !== undefined)
    .sort((a, b) => a.box.y0 - b.box.y0)
}

/** Groups of rulings that touch each other. */
export function connected(rulings: Ruling[]): Ruling[][] {
  const parent = rulings.map((_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root] as number
    parent[i] = root
    return root
  }
  const across = rulings.map((r, i) => ({ r, i })).filter((x) => x.r.direction === 'horizontal')
  const down = rulings.map((r, i) => ({ r, i })).filter((x) => x.r.direction === 'vertical')
  for (const h of across)
    for (const v of down)
      if (
        v.r.at >= h.r.from - MEET &&
        v.r.at <= h.r.to + MEET &&
        h.r.at >= v.r.from - MEET &&
        h.r.at <= v.r.to + MEET
      )
        parent[find(h.i)] = find(v.i)
  const groups = new Map<number, Ruling[]>()
  rulings.forEach((r, i) => {
    const root = find(i)
    const group = groups.get(root)
    if (group) group.push(r)
    else groups.set(root, [r])
  })
  return [...groups.values()]
}

/**
 * A cell merged over a whole page has neither top nor bottom on it: its sides touch no horizontal line.
 * Such verticals belong to the group whose height they share.
 */
function withLooseSides(groups: Ruling[][]): Ruling[][] {
  const loose = groups.filter((g) => g.every((r) => r.direction === 'vertical')).flat()
  const grids = groups.filter((g) => g.some((r) => r.direction === 'horizontal') && g.length > 2)
  for (const side of loose) {
    const home = grids.find((group) => {
      const across = group.filter((r) => r.direction === 'horizontal')
      const top = Math.min(...across.map((r) => r.at))
      const bottom = Math.max(...across.map((r) => r.at))
      return overlap(side.from, side.to, top - MEET, bottom + MEET) >= BESIDE_GRID * (side.to - side.from)
    })
    if (home) home.push(side)
  }
  return grids
}

function gridOf(rulings: Ruling[], page: number): Grid | undefined {
  const across = rulings.filter((r) => r.direction === 'horizontal')
  const down = rulings.filter((r) => r.direction === 'vertical')
  if (across.length < 1 || down.length < 1) return undefined
  const closed = snapped(across.map((r) => r.at))
  const above = openEdge(down.map((r) => (closed[0] as number) - r.from))
  const below = openEdge(down.map((r) => r.to - (closed.at(-1) as number)))
  const ys = [
    ...(above ? [(closed[0] as number) - above] : []),
    ...closed,
    ...(below ? [(closed.at(-1) as number) + below] : []),
  ]
  let xs = snapped(down.map((r) => r.at))
  // Open sides: the outer verticals are left out in some print styles, the horizontals still tell the width.
  const left = Math.min(...across.map((r) => r.from))
  const right = Math.max(...across.map((r) => r.to))
  if (left < (xs[0] as number) - 2 * MEET) xs = [left, ...xs]
  if (right > (xs.at(-1) as number) + 2 * MEET) xs = [...xs, right]
  if (ys.length < 2 || xs.length < 2) return undefined
  const rows = ys.length - 1
  const columns = xs.length - 1
  const borderAbove = ys.map((y) => {
    const lines = across.filter((r) => Math.abs(r.at - y) <= ONE_LINE)
    return Array.from({ length: columns }, (_, c) => drawn(lines, xs[c] as number, xs[c + 1] as number))
  })
  const borderLeft = xs.map((x) => {
    const lines = down.filter((r) => Math.abs(r.at - x) <= ONE_LINE)
    return Array.from({ length: rows }, (_, r) => drawn(lines, ys[r] as number, ys[r + 1] as number))
  })
  const cells = cellsOf(rows, columns, borderAbove, borderLeft, xs, ys)
  if (cells.length < 2) return undefined
  return {
    page,
    box: { x0: xs[0] as number, y0: ys[0] as number, x1: xs.at(-1) as number, y1: ys.at(-1) as number },
    xs,
    ys,
    cells,
    ruled: true,
    ...(above || below ? { open: { top: above > 0, bottom: below > 0 } } : {}),
  }
}

/** How far two sides at least run on together past the outermost line across; 0 where they end at it. */
function openEdge(beyond: number[]): number {
  const reach = Math.max(...beyond)
  return reach > OPEN_ROW && beyond.filter((b) => reach - b <= MEET).length >= 2 ? reach : 0
}

/** Positions of distinct lines; close ones become their middle. */
export function snapped(positions: number[], within = ONE_LINE): number[] {
  const sorted = [...positions].sort((a, b) => a - b)
  const out: number[] = []
  let group: number[] = []
  for (const p of sorted) {
    if (group.length && p - (group[0] as number) > within) {
      out.push(group.reduce((a, b) => a + b) / group.length)
      group = []
    }
    group.push(p)
  }
  if (group.length) out.push(group.reduce((a, b) => a + b) / group.length)
  return out
}

function drawn(lines: Ruling[], from: number, to: number): boolean {
  let covered = 0
  for (const l of lines) covered += Math.max(0, overlap(l.from, l.to, from, to))
  return covered >= DRAWN * (to - from)
}

/** Elementary cells without a border between them are one; a region that is no rectangle is cut into rows. */
function cellsOf(
  rows: number,
  columns: number,
  above: boolean[][],
  left: boolean[][],
  xs: number[],
  ys: number[],
): GridCell[] {
  const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false))
  const cells: GridCell[] = []
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      if (taken[r]?.[c]) continue
      let columnSpan = 1
      while (c + columnSpan < columns && !taken[r]?.[c + columnSpan] && !left[c + columnSpan]?.[r])
        columnSpan++
      let rowSpan = 1
      while (r + rowSpan < rows && openBelow(r + rowSpan, c, columnSpan)) rowSpan++
      for (let i = r; i < r + rowSpan; i++)
        for (let j = c; j < c + columnSpan; j++) (taken[i] as boolean[])[j] = true
      cells.push({
        row: r,
        column: c,
        rowSpan,
        columnSpan,
        box: {
          x0: xs[c] as number,
          y0: ys[r] as number,
          x1: xs[c + columnSpan] as number,
          y1: ys[r + rowSpan] as number,
        },
      })
    }
  return cells

  /** The next row continues the cell: no line above it over the whole width, and the same sides. */
  function openBelow(row: number, column: number, span: number): boolean {
    for (let j = column; j < column + span; j++) {
      if (above[row]?.[j] || taken[row]?.[j]) return false
      if (j > column && left[j]?.[row]) return false
    }
    const opens = column > 0 && !left[column]?.[row]
    const runsOn = column + span < columns && !left[column + span]?.[row]
    return !opens && !runsOn
  }
}
