import type { NumberReason } from '../../model/filing.js'
import { folded } from '../../model/printed/folded.js'
import type { Passed } from '../number-account.js'
import type { Column } from './columns.js'
import { isCounterRow } from './counter.js'
import type { Matrix } from './matrix.js'

/** Cells whose place alone says that their numbers are no figures: heads, counted columns, codes, names. */
export function passedByPlace(matrix: Matrix, columns: readonly Column[]): Passed[] {
  const passed: Passed[] = []
  for (let row = 0; row < matrix.rows; row++) {
    const cells = matrix.row(row)
    const counter = isCounterRow(cells.map((c) => folded(c.text.text)))
    for (const cell of cells) {
      const column = columns[cell.column]
      const reason = counter ? 'column-number' : row < matrix.headerRows ? 'table-head' : reasonOf(column)
      if (reason) passed.push({ text: cell.text, reason })
    }
  }
  return passed
}

function reasonOf(column: Column | undefined): NumberReason | undefined {
  switch (column?.kind) {
    case undefined:
    case 'amount':
      return undefined
    case 'code':
    case 'class':
    case 'section':
    case 'item':
    case 'entity-code':
      return 'code'
    case 'ignored':
      return /数量/.test(column.path.at(-1) ?? '') ? 'quantity' : 'list-number'
    default:
      return 'name'
  }
}
