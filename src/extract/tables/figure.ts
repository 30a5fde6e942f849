import type { Cell } from '../../model/document.js'
import type { FactKey } from '../../model/filing.js'
import type { PrintedNumber } from './printed-number.js'

/** A printed figure of a table bound to its meaning, before it becomes a fact. */
export interface TableFigure {
  key: FactKey
  number: PrintedNumber
  cell: Cell
  label: string
  /** 0-based body row and column of the table. */
  row: number
  column: number
  note: string[]
}
