import type { Cell, Table } from '../model/document.js'
import { withoutContinued } from './captions.js'
import { headerRowsOf } from './header.js'
import { LARGEST_SHIFT, SAME_EDGE } from './measures.js'
import { type FilledRow, isBlank, type PageTable, placed, rowsOf, rowText, scaleOf } from './page-tables.js'
import { mended } from './torn-rows.js'

/** Joins the grids of consecutive pages that are one printed table. */
export function stitch(pieces: PageTable[]): Table[] {
  const groups: PageTable[][] = []
  for (const piece of pieces) {
    const group = groups.at(-1)
    if (group && continues(group, piece)) group.push(piece)
    else groups.push([piece])
  }
  return groups.map(join)
}

/** Whether a grid goes on with the table that the pages before it began. */
function continues(group: PageTable[], next: PageTable): boolean {
  const first = group[0] as PageTable
  const last = group.at(-1) as PageTable
  if (next.page !== last.page + 1 || !next.atTop || !last.atBottom) return false
  const { title, marker } = next.captions
  if (title || marker) {
    // Title and header printed again on every page; a new table has another title or marker.
    if (withoutContinued(title) !== withoutContinued(first.captions.title)) return false
    // A form filled in many times is one table: 表14-1, 表14-2.
    if (SERIES.test(marker) && seriesOf(marker) === seriesOf(first.captions.marker)) return true
    if (marker && marker !== first.captions.marker) return false
    const saysSo = title !== withoutContinued(title)
    if (saysSo && sameColumns(first, next)) return true
    if (!sameHeader(first, next)) return false
    if (title && next.grid.xs.length === first.grid.xs.length) return true
  }
  if (sameColumns(last, next) || sameColumns(first, next) || headPrintedAgain(first, next)) return true
  return !title && sameFrame(last, next) && !sameHeader(first, next)
}

/** A marker that counts the sheets of one table. */
const SERIES = /^(.+?)[-－—]\d+$/
const seriesOf = (marker: string): string => SERIES.exec(marker)?.[1] ?? marker

/** Forms change their columns from row to row: without a title of its own, the same outer frame goes on. */
function sameFrame(a: PageTable, b: PageTable): boolean {
  const ax = scaledEdges(a)
  const bx = scaledEdges(b)
  return (
    Math.abs((ax[0] as number) - (bx[0] as number)) <= SAME_EDGE &&
    Math.abs((ax.at(-1) as number) - (bx.at(-1) as number)) <= SAME_EDGE
  )
}

/** Equal first rows: the header is printed again. */
function sameHeader(first: PageTable, next: PageTable): boolean {
  const a = rowsOf(first)[0]
  const b = rowsOf(next)[0]
  return !!a && !!b && rowText(a) === rowText(b)
}

/** As many columns under the whole head once more, whatever their widths: each page was set for itself. */
function headPrintedAgain(first: PageTable, next: PageTable): boolean {
  if (first.grid.xs.length !== next.grid.xs.length) return false
  const rows = rowsOf(next)
  const repeated = repeatedRows(rowsOf(first), rows)
  const head = headerRowsOf(first.grid.cells, first.grid.ys.length - 1)
  const names = rows[0]?.cells.filter((c) => c.text.text.trim() !== '').length ?? 0
  return head > 0 && repeated >= head && repeated < rows.length && names > 1
}

/** The x-positions of one grid are all found in the other: merged columns may hide some. */
const sameColumns = (a: PageTable, b: PageTable): boolean =>
  shiftBetween(scaledEdges(a), scaledEdges(b)) !== undefined ||
  // Without rulings the edges follow the words of each page: only their number says something.
  (!a.grid.ruled && !b.grid.ruled && a.grid.xs.length === b.grid.xs.length)

/**
 * How far the columns of one page stand right of those of another (points of the common width): sheets are centred
 * on their page, so a table may start elsewhere on the next one. Undefined where the columns differ.
 */
function shiftBetween(ax: number[], bx: number[]): number | undefined {
  const [few, many, sign] = ax.length <= bx.length ? [ax, bx, 1] : [bx, ax, -1]
  const found = (x: number) => many.some((y) => Math.abs(x - y) <= SAME_EDGE)
  const outer = (shift: number) =>
    Math.abs((few[0] as number) + shift - (many[0] as number)) <= SAME_EDGE &&
    Math.abs((few.at(-1) as number) + shift - (many.at(-1) as number)) <= SAME_EDGE
  for (const shift of [0, (many[0] as number) - (few[0] as number)])
    if (Math.abs(shift) <= LARGEST_SHIFT && outer(shift) && few.every((x) => found(x + shift)))
      return shift * sign
  return undefined
}

const scaledEdges = (t: PageTable): number[] => t.grid.xs.map((x) => x * scaleOf(t))

function join(pieces: PageTable[]): Table {
  const first = pieces[0] as PageTable
  const shifts = pieces.map((p) => shiftBetween(scaledEdges(first), scaledEdges(p)) ?? 0)
  const xs = unionEdges(pieces, shifts)
  const rows: FilledRow[] = []
  const base = rowsOf(first)
  const repeatedHeader: FilledRow[] = []
  pieces.forEach((piece, i) => {
    const edges = edgeIndexes(piece, first, xs, shifts[i] as number)
    const own = rowsOf(piece).map((row) => ({ ...row, edges }))
    const repeated = i === 0 ? 0 : repeatedRows(base, own)
    repeatedHeader.push(...own.slice(0, repeated))
    const [top, ...rest] = own.slice(repeated)
    const whole = i > 0 && top && mended(rows, top)
    if (whole) rows.splice(-1, 1, whole, ...rest)
    else rows.push(...own.slice(repeated))
  })
  const cells = placeCells(rows)
  const headerRows = headerRowsOf(cells, rows.length)
  const captioned = pieces.find((p) => p.captions.title) ?? first
  return {
    kind: 'table',
    title: captioned.captions.title,
    ...(captioned.captions.titleBox ? { titleBox: captioned.captions.titleBox } : {}),
    marker: captioned.captions.marker,
    captionLines: first.captions.captionLines,
    notes: pieces.flatMap((p) => p.captions.notes),
    noteTexts: pieces.flatMap((p) => p.captions.noteTexts),
    captionTexts: pieces.flatMap(({ captions }) => [
      ...[...captions.used].map((line) => line.text),
      ...captions.peeled,
    ]),
    repeatedHeader: repeatedHeader.flatMap((row) => row.cells.map((c) => c.text)),
    pageFirst: first.captions.titlePage ?? first.page,
    pageLast: (pieces.at(-1) as PageTable).page,
    box: first.grid.box,
    columns: xs.length - 1,
    headerRows,
    rows: rows.length,
    cells,
    ruled: first.grid.ruled,
  }
}

/** Leading rows of a continuation that repeat the leading rows of the table, blanks ignored. */
function repeatedRows(base: FilledRow[], own: FilledRow[]): number {
  let n = 0
  while (n < own.length && n < base.length && n < 8) {
    const a = base[n] as FilledRow
    const b = own[n] as FilledRow
    if (rowText(a).replace(/\|/g, '') !== rowText(b).replace(/\|/g, '')) break
    if (isBlank(b) && n === 0) break
    n++
  }
  // One equal row is a header only if it names columns: a data row never repeats the first row of the table.
  return n
}

/** Column edges of all pieces in the scale and place of the first; pieces with as many columns share its edges. */
function unionEdges(pieces: PageTable[], shifts: number[]): number[] {
  const first = scaledEdges(pieces[0] as PageTable)
  const xs = [...first]
  pieces.slice(1).forEach((piece, i) => {
    if (piece.grid.xs.length === first.length) return
    for (const edge of scaledEdges(piece)) {
      const x = edge - (shifts[i + 1] as number)
      if (!xs.some((y) => Math.abs(x - y) <= SAME_EDGE)) xs.push(x)
    }
  })
  return xs.sort((a, b) => a - b)
}

/** Which edge of the joined table each edge of a piece is. */
function edgeIndexes(piece: PageTable, first: PageTable, xs: number[], shift: number): number[] {
  const nearest = (x: number) =>
    xs.reduce((best, e, i) => (Math.abs(e - x) < Math.abs((xs[best] as number) - x) ? i : best), 0)
  // As many columns in the same frame: the n-th edge is the n-th edge, however wide the columns are there.
  const own = piece.grid.xs.length === first.grid.xs.length ? scaledEdges(first) : undefined
  return scaledEdges(piece).map((x, i) => nearest(own ? (own[i] as number) : x - shift))
}

function placeCells(rows: FilledRow[]): Cell[] {
  return rows.flatMap((row, r) =>
    row.cells.map((cell) => {
      const column = row.edges[cell.column] as number
      const end = Math.max(row.edges[cell.column + cell.columnSpan] as number, column + 1)
      return placed(cell, row.page, { row: r, column, rowSpan: cell.rowSpan, columnSpan: end - column })
    }),
  )
}
