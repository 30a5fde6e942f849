import type { Glyph, Ruling } from '../../model/page.js'
import type { TableBlock, TableCell } from './flow.js'
import { BODY, glyphsOf, LEADING, largest, widestWord, widthOf, wrap } from './set.js'

/** Between text and ruling, points. */
const PADDING = 4
/** Columns of words wrap at this width (characters); figures never do. */
const WIDEST = 16
const NARROWEST = 2
const THICKNESS = 0.5

/** Rows on one page. Layout compares what stands on a page with each other, and no printed table comes near. */
const MOST_ROWS = 500

/** A table, or as much of it as stands on one page, set from its own top left corner. */
export interface SetTable {
  width: number
  height: number
  glyphs: Glyph[]
  rulings: Ruling[]
}

/**
 * Sets a table as a ruled grid: columns as wide as their contents ask for, rulings around every cell. One of more rows
 * than a page takes is given in parts, cut where no cell is merged over the cut.
 */
export function setTable(table: TableBlock): SetTable[] {
  const xs = edges(columnWidths(table))
  const wrapped = table.cells.map((cell) => {
    const room = widthOfSpan(xs, cell) - 2 * PADDING
    return cell.lines.flatMap((line) => wrap(line, Math.max(1, room / BODY - cell.indent)))
  })
  const ys = edges(rowHeights(table, wrapped))
  const glyphs = table.cells.flatMap((cell, i) =>
    (wrapped[i] as string[]).flatMap((line, n) =>
      glyphsOf(
        line,
        (xs[cell.column] as number) + PADDING + cell.indent * BODY,
        (ys[cell.row] as number) + PADDING + n * BODY * LEADING,
        BODY,
        cell.bold,
      ),
    ),
  )
  const rulings = rulingsOf(table, xs, ys)
  const whole = { width: xs.at(-1) as number, height: ys.at(-1) as number, glyphs, rulings }
  return table.rows <= MOST_ROWS
    ? [whole]
    : parted(
        whole,
        cutsOf(table).map((row) => ys[row] as number),
      )
}

/** First rows of all parts but the first. */
function cutsOf({ cells, rows }: TableBlock): number[] {
  const merged = new Set<number>()
  for (const { row, rowSpan } of cells) for (let r = row + 1; r < row + rowSpan; r++) merged.add(r)
  const cuts: number[] = []
  for (let r = MOST_ROWS; r < rows; r++)
    if (r - (cuts.at(-1) ?? 0) >= MOST_ROWS && !merged.has(r)) cuts.push(r)
  return cuts
}

/** The parts of a table between heights, each from its own top; lines on a cut belong to both sides. */
function parted(whole: SetTable, cuts: number[]): SetTable[] {
  const edges = [0, ...cuts, whole.height]
  const parts = edges.slice(1).map((bottom, i): SetTable => {
    return { width: whole.width, height: bottom - (edges[i] as number), glyphs: [], rulings: [] }
  })
  const partAt = (y: number) => cuts.findLastIndex((cut) => cut <= y) + 1
  for (const g of whole.glyphs) {
    const part = partAt(g.y0)
    const top = edges[part] as number
    // Moved, not copied: a long table has millions.
    g.y0 -= top
    g.y1 -= top
    ;(parts[part] as SetTable).glyphs.push(g)
  }
  parts.forEach((part, i) => {
    const [top, bottom] = [edges[i] as number, edges[i + 1] as number]
    for (const r of whole.rulings)
      if (r.direction === 'vertical') {
        const [from, to] = [Math.max(r.from, top), Math.min(r.to, bottom)]
        if (from < to) part.rulings.push({ ...r, from: from - top, to: to - top })
      } else if (r.at >= top && r.at <= bottom) part.rulings.push({ ...r, at: r.at - top })
  })
  return parts
}

function edges(sizes: number[]): number[] {
  const out = [0]
  for (const size of sizes) out.push((out.at(-1) as number) + size)
  return out
}

const widthOfSpan = (xs: number[], cell: TableCell): number =>
  (xs[cell.column + cell.columnSpan] as number) - (xs[cell.column] as number)

function columnWidths(table: TableBlock): number[] {
  const widths = new Array<number>(table.columns).fill(NARROWEST * BODY + 2 * PADDING)
  for (const cell of [...table.cells].sort((a, b) => a.columnSpan - b.columnSpan)) {
    const wanted = wantedWidth(cell)
    const columns = widths.slice(cell.column, cell.column + cell.columnSpan)
    const lacking = wanted - columns.reduce((a, b) => a + b, 0)
    for (let c = 0; lacking > 0 && c < cell.columnSpan; c++)
      widths[cell.column + c] = (columns[c] as number) + lacking / cell.columnSpan
  }
  return widths
}

function wantedWidth(cell: TableCell): number {
  const longest = largest(cell.lines.map(widthOf))
  const word = Math.min(WIDEST * 2, largest(cell.lines.map(widestWord)))
  return (Math.min(longest, Math.max(WIDEST, word)) + cell.indent) * BODY + 2 * PADDING + 1
}

function rowHeights(table: TableBlock, wrapped: string[][]): number[] {
  const heights = new Array<number>(table.rows).fill(BODY + 2 * PADDING)
  const order = table.cells.map((_, i) => i)
  order.sort((a, b) => (table.cells[a] as TableCell).rowSpan - (table.cells[b] as TableCell).rowSpan)
  for (const i of order) {
    const { row, rowSpan } = table.cells[i] as TableCell
    const lines = (wrapped[i] as string[]).length
    const wanted = Math.max(1, lines) * BODY * LEADING + 2 * PADDING
    const own = heights.slice(row, row + rowSpan).reduce((a, b) => a + b, 0)
    // What a tall merged cell lacks goes to its last row.
    if (wanted > own) heights[row + rowSpan - 1] = (heights[row + rowSpan - 1] as number) + wanted - own
  }
  return heights
}

/** Rulings at all borders of cells, joined to lines as long as they go; slots without a cell are blank cells. */
function rulingsOf(table: TableBlock, xs: number[], ys: number[]): Ruling[] {
  const { rows, columns } = table
  const owner = new Int32Array(rows * columns).fill(-1)
  table.cells.forEach((cell, i) => {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++) owner[r * columns + c] = i
  })
  const at = (r: number, c: number) =>
    r < 0 || c < 0 || r >= rows || c >= columns ? -2 : (owner[r * columns + c] as number)
  const parted = (a: number, b: number) => a !== b || a === -1
  const rulings: Ruling[] = []
  for (let r = 0; r <= rows; r++)
    for (const [from, to] of runs(columns, (c) => parted(at(r - 1, c), at(r, c))))
      rulings.push(ruling('horizontal', ys[r] as number, xs[from] as number, xs[to] as number))
  for (let c = 0; c <= columns; c++)
    for (const [from, to] of runs(rows, (r) => parted(at(r, c - 1), at(r, c))))
      rulings.push(ruling('vertical', xs[c] as number, ys[from] as number, ys[to] as number))
  return rulings
}

const ruling = (direction: Ruling['direction'], at: number, from: number, to: number): Ruling => ({
  direction,
  at,
  from,
  to,
  thickness: THICKNESS,
})

/** Stretches of indexes below `count` for which a test holds. */
function runs(count: number, test: (i: number) => boolean): [number, number][] {
  const out: [number, number][] = []
  for (let i = 0; i < count; i++) {
    if (!test(i)) continue
    const last = out.at(-1)
    if (last && last[1] === i) last[1] = i + 1
    else out.push([i, i + 1])
  }
  return out
}
