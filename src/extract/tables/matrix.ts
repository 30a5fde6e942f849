import type { Cell, Table } from '../../model/document.js'
import { oncePer } from '../../model/once-per.js'
import { folded } from '../../model/printed/folded.js'
import { isCounterRow } from './counter.js'

/** A table's cells by row and column; a spanning cell stands in all the places it covers. */
export interface Matrix {
  columns: number
  rows: number
  headerRows: number
  at(row: number, column: number): Cell | undefined
  /** Cells that begin in a row, left to right. */
  row(row: number): Cell[]
}

/** Many ask for the same table: who it belongs to, what it is, what its rows mean. */
export const matrixOf = oncePer((table: Table): Matrix => {
  const places: (Cell | undefined)[] = new Array(table.rows * table.columns)
  const rows: Cell[][] = Array.from({ length: table.rows }, () => [])
  for (const cell of table.cells) {
    rows[cell.row]?.push(cell)
    for (let r = cell.row; r < Math.min(cell.row + cell.rowSpan, table.rows); r++)
      for (let c = cell.column; c < Math.min(cell.column + cell.columnSpan, table.columns); c++)
        places[r * table.columns + c] ??= cell
  }
  for (const row of rows) row.sort((a, b) => a.column - b.column)
  return {
    columns: table.columns,
    rows: table.rows,
    headerRows: table.headerRows,
    at: (row, column) => places[row * table.columns + column],
    row: (row) => rows[row] ?? [],
  }
})

/** Printed cells over a column from the top group to the leaf; rows that count the columns are left out. */
export function headsOver(matrix: Matrix, column: number): Cell[] {
  const heads: Cell[] = []
  let last: Cell | undefined
  for (let r = 0; r < matrix.headerRows; r++) {
    if (isCounterRow(matrix.row(r).map((c) => folded(c.text.text)))) continue
    const cell = matrix.at(r, column)
    if (!cell || cell === last) continue
    last = cell
    if (folded(cell.text.text) !== '') heads.push(cell)
  }
  return heads
}
