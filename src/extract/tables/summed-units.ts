import { type Decimal, decimal } from '../../model/money.js'
import type { Column } from './columns.js'
import type { Matrix } from './matrix.js'
import { printedNumber } from './printed-number.js'

/** A row of a table without codes as its label was understood. */
export interface NamedRow {
  index: number
  label: string
  /** `total` sums up the table, `part` is a class of a classification, `below` one of its subdivisions. */
  is: 'total' | 'part' | 'below' | 'unknown'
}

/** Half a unit in the last of two printed decimals, for each of a few parts. */
const ROUNDING = '0.05'

/**
 * Names that no classification knows, printed above parts that add up to them in every column: units among the kinds of
 * their spending. A unit whose figures are all of the table's is the organization as a whole: its name is empty.
 */
export function summedUnits(
  matrix: Matrix,
  rows: readonly NamedRow[],
  amounts: readonly Column[],
): Map<number, string> {
  const found: NamedRow[] = []
  rows.forEach((row, i) => {
    if (row.is !== 'unknown' || row.label === '') return
    const end = rows.findIndex((r, j) => j > i && (r.is === 'unknown' || r.is === 'total'))
    const parts = rows.slice(i + 1, end < 0 ? undefined : end).filter((r) => r.is === 'part')
    if (parts.length > 0 && addsUp(matrix, row, parts, amounts)) found.push(row)
  })
  const head = rows[0]
  // The department printed above its units is their sum.
  if (
    head?.is === 'unknown' &&
    head.label !== '' &&
    !found.includes(head) &&
    addsUp(matrix, head, found, amounts)
  )
    return new Map([[head.index, ''], ...found.map((row): [number, string] => [row.index, row.label])])
  const total = rows.find((r) => r.is === 'total')
  const isWhole = (row: NamedRow) =>
    total
      ? addsUp(matrix, row, [total], amounts)
      : found.length === 1 || addsUp(matrix, row, others(row), amounts)
  const others = (row: NamedRow) => found.filter((f) => f !== row)
  return new Map(found.map((row) => [row.index, isWhole(row) ? '' : row.label]))
}

/**
 * A first row above a list of projects that is their sum, or that of units each of which is the sum of its projects: the
 * organization whose projects they are.
 */
export function isSumOfAllBelow(
  matrix: Matrix,
  rows: readonly NamedRow[],
  amounts: readonly Column[],
): boolean {
  const [first, ...more] = rows
  if (first === undefined || more.length === 0) return false
  if (addsUp(matrix, first, more, amounts)) return true
  const units = headsOfSums(matrix, more, amounts)
  return units.length > 1 && units.length < more.length && addsUp(matrix, first, units, amounts)
}

/** Rows from top to bottom that are each the sum of the rows up to the next; none where the rows do not fall apart so. */
function headsOfSums(
  matrix: Matrix,
  rows: readonly NamedRow[],
  amounts: readonly Column[],
): readonly NamedRow[] {
  const heads: NamedRow[] = []
  for (let at = 0; at < rows.length; ) {
    const head = rows[at] as NamedRow
    let end = at + 2
    while (end <= rows.length && !addsUp(matrix, head, rows.slice(at + 1, end), amounts)) end++
    if (end > rows.length) return []
    heads.push(head)
    at = end
  }
  return heads
}

export function addsUp(
  matrix: Matrix,
  whole: { index: number },
  parts: readonly { index: number }[],
  amounts: readonly Column[],
): boolean {
  let filled = 0
  for (const column of amounts) {
    const own = figureOf(matrix, whole.index, column)
    const sum = parts.reduce<Decimal>(
      (s, p) => s.plus(figureOf(matrix, p.index, column) ?? '0'),
      decimal('0'),
    )
    if (own && !own.eq(0)) filled++
    if ((own ?? decimal('0')).minus(sum).abs().gt(ROUNDING)) return false
  }
  return filled > 0
}

function figureOf(matrix: Matrix, row: number, column: Column): Decimal | undefined {
  const cell = matrix.at(row, column.index)
  return cell && cell.row === row ? printedNumber(cell.text)?.value : undefined
}
