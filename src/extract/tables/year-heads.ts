import { understand } from '../aspects/printed-words.js'
import { methodOf } from '../scanned.js'
import type { Column } from './columns.js'
import { headsOver, type Matrix } from './matrix.js'

/**
 * Marks columns of which a recognized head names a year that the other heads do not bear out: years of a table go back
 * from the paper's own one by one, and no two columns differ in nothing.
 */
export function withDoubtfulYears(
  columns: readonly Column[],
  matrix: Matrix,
  fiscalYear: string,
): readonly Column[] {
  if (fiscalYear === '') return columns
  const dated = columns
    .filter((c) => c.kind === 'amount')
    .map((column) => ({ column, year: yearOf(column), words: column.path.join('|') }))
    .filter(({ year }) => year !== undefined)
  const years = new Set(dated.map(({ year }) => year))
  const doubted = new Set<Column>()
  for (const { column, year, words } of dated) {
    const isTwice = dated.some((other) => other.column !== column && other.words === words)
    if ((isTwice || !goesBack(Number(year), Number(fiscalYear), years)) && isRecognized(matrix, column))
      doubted.add(column)
  }
  return columns.map((column) => (doubted.has(column) ? { ...column, doubtful: true } : column))
}

const yearOf = ({ path }: Column): string | undefined =>
  path.map((text) => understand(text, 'head').aspects.year).findLast((year) => year !== undefined)

function goesBack(year: number, own: number, years: ReadonlySet<string | undefined>): boolean {
  for (let at = year; at <= own; at++) if (!years.has(String(at))) return false
  return year <= own
}

const isRecognized = (matrix: Matrix, { index }: Column): boolean =>
  headsOver(matrix, index).some(({ text }) => methodOf(text) === 'ocr')
