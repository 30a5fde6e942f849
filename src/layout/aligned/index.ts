import { around } from '../../model/geometry.js'
import type { Glyph, Ruling } from '../../model/page.js'
import { cellText, type FilledCell, type FilledGrid } from '../cells.js'
import { isCounter } from '../header.js'
import { bandsOf } from '../lines.js'
import { alignedEdges, columnsOf, ruledEdges, withHeads } from './columns.js'
import { center, headEdges, headerCells, type Placed } from './heads.js'
import { headerOf, regionsOf } from './regions.js'
import { edgesOf, type Row, rowOf, wrappedTogether } from './rows.js'

/** Tables without rulings, or with lines between the rows alone: lines whose figures stand in columns. Headers are found above them. */
export function findAligned(glyphs: Glyph[], rulings: Ruling[], page: number): FilledGrid[] {
  const rows = bandsOf(glyphs).map(rowOf)
  return regionsOf(rows).flatMap((region) => gridOf(region, rows, rulings, page) ?? [])
}

function gridOf(
  [from, to]: [number, number],
  rows: Row[],
  rulings: Ruling[],
  page: number,
): FilledGrid | undefined {
  const above = headerOf(rows, from)
  const counted = above.at(-1)
  // `栏次 1 2 3` has a number for every column, blank ones too.
  const counter = counted && isCounter(counted.pieces.map((p) => p.text)) ? [above.pop() as Row] : []
  const data = rows.slice(from, to + 1)
  const body = [...counter, ...data]
  const all = [...above, ...body]
  const left = Math.min(...all.flatMap((r) => r.pieces.map((p) => p.x0))) - 1
  const right = Math.max(...all.flatMap((r) => r.pieces.map((p) => p.x1))) + 1
  const xs = ruledEdges(rulings, all) ?? alignedEdges(withHeads(columnsOf(data, counter), above), left, right)
  if (xs.length < 3) return undefined
  const header = headerCells(above, xs)
  const levels = header.reduce((n, c) => Math.max(n, c.row + c.rowSpan), 0)
  const groups = [...counter.map((r) => [r]), ...wrappedTogether(data, rulings)]
  const ys = [...headEdges(above, levels), ...edgesOf(groups)]
  const place = (c: Placed): FilledCell => {
    const box = {
      x0: xs[c.column] as number,
      y0: ys[c.row] as number,
      x1: xs[c.column + c.columnSpan] as number,
      y1: ys[c.row + c.rowSpan] as number,
    }
    const first = around(c.glyphs)
    return { text: cellText(c.glyphs, box), indent: first ? first.x0 - box.x0 : 0, ...c, box }
  }
  return {
    page,
    box: { x0: xs[0] as number, y0: ys[0] as number, x1: xs.at(-1) as number, y1: ys.at(-1) as number },
    xs,
    ys,
    cells: [...header, ...groups.flatMap((group, i) => bodyCells(group, levels + i, xs))].map(place),
    ruled: false,
  }
}

/** One cell a column. */
function bodyCells(group: Row[], row: number, xs: number[]): Placed[] {
  const columns = xs.slice(1).map((): Glyph[] => [])
  for (const piece of group.flatMap((r) => r.pieces)) {
    const at = xs.findIndex((x, i) => i > 0 && x > center(piece)) - 1
    columns[Math.max(0, at)]?.push(...piece.glyphs)
  }
  return columns.map((glyphs, column) => ({ row, column, rowSpan: 1, columnSpan: 1, glyphs }))
}
