import type { TableCell } from '../model/filing.js'
import { type Decimal, decimal, type Interval, intervalOf, YUAN_PER } from '../model/money.js'

/** A figure in a table's cell that no fact holds, read as its neighbours are. */
export interface CellFigure {
  cell: TableCell
  /** 元 */
  value: Decimal
  interval: Interval
  printed: string
}

/** The figure printed in a cell; undefined where it holds none. `unit` is the one the table's facts have. */
export function figureIn(cell: TableCell, unit: string): CellFigure | undefined {
  const printed = cell.text.replace(/\s/g, '')
  // A share stands among shares only.
  const bare = unit === '%' ? printed.replace(/[%％]$/, '') : printed
  const digits = bare.replace(/[,，]/g, '').replace(/^[－−]/, '-')
  if (!/^-?\d+(\.\d+)?$/.test(digits)) return undefined
  const factor = decimal(YUAN_PER[unit] ?? '1')
  const value = decimal(digits).times(factor)
  return { cell, value, interval: intervalOf(value, digits.split('.')[1]?.length ?? 0, factor), printed }
}
