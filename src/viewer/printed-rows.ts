import type { PrintedCell, PrintedTable } from '../model/report.js'

/** Cells of each row from left to right; places where nothing is printed are empty cells, or all behind would slip left. */
export function printedRows({ cells, columns }: Pick<PrintedTable, 'cells' | 'columns'>): PrintedCell[][] {
  const at = new Map(cells.map((cell) => [placeOf(cell.row, cell.column), cell]))
  const covered = new Set<string>()
  // A web table may have half a million cells: too many for the arguments of a call.
  const rows = cells.reduce((most, cell) => Math.max(most, cell.row + cell.row_span), 0)
  return Array.from({ length: rows }, (_, row) => {
    const shown: PrintedCell[] = []
    for (let column = 0; column < columns; column++) {
      if (covered.has(placeOf(row, column))) continue
      const cell = at.get(placeOf(row, column)) ?? { row, column, row_span: 1, column_span: 1, text: '' }
      shown.push(cell)
      for (let r = row; r < row + cell.row_span; r++)
        for (let c = column; c < column + cell.column_span; c++) covered.add(placeOf(r, c))
    }
    return shown
  })
}

const placeOf = (row: number, column: number): string => `${row} ${column}`
