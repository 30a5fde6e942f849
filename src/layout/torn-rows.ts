import { numberText } from '../model/printed/number.js'
import { concat, type Text } from '../model/text.js'
import type { FilledCell } from './cells.js'
import type { FilledRow } from './page-tables.js'

/** Share of a table's rows, its head among them, that begin with a number where all of its body does. */
const COUNTED = 0.6

/** The bottom row of a page and the top row of the next as one, where a page break tore it; else undefined. */
export function mended(rows: readonly FilledRow[], next: FilledRow): FilledRow | undefined {
  const last = rows.at(-1)
  if (!last || !isTorn(rows, last, next)) return undefined
  return {
    ...last,
    cells: last.cells.map((cell) => {
      const below = beside(next, last, cell)
      return below ? { ...cell, text: concat([cell.text, below.text]) } : cell
    }),
  }
}

/**
 * Whatever stands in the lower row goes on with something of the upper one: figures with the decimals that all others
 * of their column have, a name alone with a bracket that is still open, names alone where each row has its number.
 */
function isTorn(rows: readonly FilledRow[], last: FilledRow, next: FilledRow): boolean {
  const printed = next.cells.filter((c) => compact(c.text) !== '')
  const above = (c: FilledCell) => compact(beside(last, next, c)?.text)
  if (printed.length === 0 || printed.some((c) => above(c) === '')) return false
  const figures = printed.filter((c) => /^[-－−\d.,，]+$/.test(compact(c.text)))
  if (figures.length > 0) return figures.every((c) => completes(rows, last, next, c))
  const closes = printed.some((c) => isOpen(above(c)) && !isOpen(above(c) + compact(c.text)))
  return closes || lacksNumber(rows, last, next)
}

/** Every row begins with its number or code, and this one, which no line parts from the page's end, has none. */
function lacksNumber(rows: readonly FilledRow[], last: FilledRow, next: FilledRow): boolean {
  const first = (row: FilledRow) => compact(row.cells.find((c) => row.edges[c.column] === 0)?.text)
  const counted = rows.filter((row) => /^\d+$/.test(first(row)))
  return next.open && first(next) === '' && counted.includes(last) && counted.length >= COUNTED * rows.length
}

const isOpen = (text: string): boolean =>
  (text.match(/[（(]/g) ?? []).length > (text.match(/[）)]/g) ?? []).length

function completes(rows: readonly FilledRow[], last: FilledRow, next: FilledRow, cell: FilledCell): boolean {
  const above = beside(last, next, cell)
  if (!above) return false
  const decimals = decimalsOf(rows.slice(0, -1).map((row) => compact(beside(row, next, cell)?.text)))
  const [upper, lower] = [compact(above.text), compact(cell.text)]
  const has = (text: string) => numberText(text)?.fraction.length === decimals
  return decimals > 0 && has(upper + lower) && !has(upper) && !has(lower)
}

/** Decimals that every figure of a column has; 0 where they differ or there is none. */
function decimalsOf(texts: readonly string[]): number {
  const counts = new Set(texts.map((t) => numberText(t)?.fraction.length ?? 0).filter((n) => n > 0))
  return counts.size === 1 ? ([...counts][0] as number) : 0
}

/** The cell of a row that stands in the same column of the joined table as a cell of another row. */
const beside = (row: FilledRow, other: FilledRow, cell: FilledCell): FilledCell | undefined =>
  row.cells.find((c) => row.edges[c.column] === other.edges[cell.column])

const compact = (text: Text | undefined): string => text?.text.replace(/\s/g, '') ?? ''
