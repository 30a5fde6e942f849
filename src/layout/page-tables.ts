import type { Cell } from '../model/document.js'
import type { Box } from '../model/geometry.js'
import type { Captions } from './captions.js'
import type { FilledCell, FilledGrid } from './cells.js'
import { COMMON_WIDTH } from './measures.js'

/** One grid on one page with its captions: the piece of which tables over several pages are joined. */
export interface PageTable {
  page: number
  pageWidth: number
  pageHeight: number
  grid: FilledGrid
  captions: Captions
  /** True where nothing but furniture and captions stands above the grid. */
  atTop: boolean
  /** True where nothing but furniture and notes stands below the grid. */
  atBottom: boolean
}

export interface FilledRow {
  page: number
  cells: FilledCell[]
  /** Height of the row's own band. */
  top: number
  bottom: number
  /** Nothing is drawn above it: the page before took the line, or the row itself goes on. */
  open: boolean
  /** Column of the joined table in which each edge of the row's grid stands. */
  edges: number[]
}

export const scaleOf = (table: PageTable): number => COMMON_WIDTH / table.pageWidth

/** The same table without its first `count` rows. */
export function withoutRows(table: PageTable, count: number): PageTable {
  const { grid } = table
  const cells = grid.cells.filter((c) => c.row >= count).map((c) => ({ ...c, row: c.row - count }))
  const ys = grid.ys.slice(count)
  return { ...table, grid: { ...grid, ys, cells, box: { ...grid.box, y0: ys[0] as number } } }
}

/** Rows of a grid from top to bottom; a cell with a row span stands in its first row. */
export function rowsOf(table: PageTable): FilledRow[] {
  const { ys, cells } = table.grid
  const rows: FilledRow[] = ys.slice(1).map((bottom, i) => ({
    page: table.page,
    cells: [],
    top: ys[i] as number,
    bottom,
    open: i === 0 && table.grid.open?.top === true,
    edges: table.grid.xs.map((_, e) => e),
  }))
  for (const cell of cells) rows[cell.row]?.cells.push(cell)
  return rows
}

export const rowText = (row: FilledRow): string =>
  row.cells.map((c) => c.text.text.replace(/\s+/g, '')).join('|')

export const isBlank = (row: FilledRow): boolean => row.cells.every((c) => c.text.text.trim() === '')

/** A filled cell in the joined table's own rows and columns. */
export const placed = (
  cell: FilledCell,
  page: number,
  at: { row: number; column: number; rowSpan: number; columnSpan: number },
): Cell => ({
  row: at.row,
  column: at.column,
  rowSpan: at.rowSpan,
  columnSpan: at.columnSpan,
  text: cell.text,
  indent: cell.indent,
  page,
  box: cell.box as Box,
})
