import type { Extracted, Fact, Severity, TableCell } from '../model/filing.js'
import { DAMAGED } from '../model/page.js'
import { isOfDamage, isReadWithDoubt } from '../model/reading.js'
import { type Saying, said } from '../model/saying.js'
import { printedLike } from './amounts.js'
import { factsOfTable, tableOfId } from './by-table.js'
import { figureNamed, pageNamed } from './naming.js'
import { compact } from './print.js'

/** Says which figures of a finding may be misread; undefined where none is. */
export function doubtOf(filing: Pick<Extracted, 'pages'>, facts: readonly Fact[]): Saying | undefined {
  const unsure = facts.filter(isReadWithDoubt)
  const [first] = unsure
  const ofDamage = facts.find(isOfDamage)
  if (!first) return ofDamage && said('doubt.of-page', { page: pageNamed(filing, ofDamage.page) })
  return said(unsure.length > 1 ? 'doubt.of-figures' : 'doubt.of-figure', {
    name: figureNamed(first),
    printed: printedLike(first, first),
    page: pageNamed(filing, first.page),
    count: unsure.length,
  })
}

/** Of words on a page that is damaged. */
export const doubtOfPage = (filing: Pick<Extracted, 'pages'>, page: number): Saying | undefined =>
  filing.pages.some((p) => p.page === page && p.doubt === DAMAGED)
    ? said('doubt.of-page', { page: pageNamed(filing, page) })
    : undefined

/** The same of what was not read or not understood: a figure that no fact holds is missing from its sums. */
export function gapOf(filing: Extracted, facts: readonly Fact[]): Saying | undefined {
  for (const fact of facts) {
    if (fact.method !== 'ocr') continue
    const cells = emptyBeside(filing, fact)
    const unreadable = cells.find(isNearlyFigure)
    const unbound = cells.find((cell) => isFigure(cell) && isUnbound(filing, cell))
    const [code, cell] = unreadable ? ['doubt.unreadable', unreadable] : ['doubt.unbound', unbound]
    if (cell) return said(code as string, { page: pageNamed(filing, cell.page), text: compact(cell.text) })
  }
  return undefined
}

/** Characters of figures, and what is taken for them. */
const NEARLY_A_FIGURE = /^(?=.*\d)[-\d,，.。:：;；·'oOlI|]{3,}$/
const FIGURE = /^-?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?$/

const isFigure = (cell: TableCell): boolean => FIGURE.test(compact(cell.text))
const isNearlyFigure = (cell: TableCell): boolean =>
  NEARLY_A_FIGURE.test(compact(cell.text)) && !isFigure(cell)

/** Cells of the figure's row and column that no fact holds. */
function emptyBeside(filing: Extracted, fact: Fact): TableCell[] {
  const table = tableOfId(filing, fact.table_id)
  if (!table || fact.row === null) return []
  const row = fact.row + table.header_rows
  const held = new Set(factsOfTable(filing, fact.table_id).map((f) => `${f.row} ${f.column}`))
  return table.cells.filter(
    (c) =>
      c.row >= table.header_rows &&
      (c.row === row || c.column === fact.column) &&
      !held.has(`${c.row - table.header_rows} ${c.column}`),
  )
}

/** Nothing explains why the figure of a cell is no fact. */
const isUnbound = (filing: Extracted, cell: TableCell): boolean =>
  filing.loose_numbers.some((n) => n.reason === '' && n.page === cell.page && isWithin(n.bbox, cell.bbox))

function isWithin(inner: string, outer: string): boolean {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = inner.split(' ').map(Number)
  const [left = 0, top = 0, right = 0, bottom = 0] = outer.split(' ').map(Number)
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return x >= left && x <= right && y >= top && y <= bottom
}

/** A figure that may be misread makes no fault of the filing certain. */
export const inDoubt = (severity: Severity, doubt: Saying | undefined): Severity =>
  doubt && severity === 'error' ? 'warning' : severity
