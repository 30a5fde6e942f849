import type { Extracted, Fact, Severity, TableCell } from '../model/filing.js'
import { isReadWithDoubt } from '../model/reading.js'
import { type Saying, said } from '../model/saying.js'
import { printedLike } from './amounts.js'
import { figureNamed, pageNamed } from './naming.js'
import { compact } from './print.js'

/** Says which figures of a finding may be misread; undefined where none is. */
export function doubtOf(filing: Pick<Extracted, 'pages'>, facts: readonly Fact[]): Saying | undefined {
  const unsure = facts.filter(isReadWithDoubt)
  const [first] = unsure
  if (!first) return undefined
  return said(unsure.length > 1 ? 'doubt.of-figures' : 'doubt.of-figure', {
    name: figureNamed(first),
    printed: printedLike(first, first),
    page: pageNamed(filing, first.page),
    count: unsure.length,
  })
}

/** The same of what could not be read at all: a figure that no fact holds is missing from its sums. */
export function gapOf(filing: Extracted, facts: readonly Fact[]): Saying | undefined {
  for (const fact of facts) {
    const cell = fact.method === 'ocr' && fact.row !== null ? unreadableBeside(filing, fact) : undefined
    if (cell)
      return said('doubt.unreadable', { page: pageNamed(filing, cell.page), text: compact(cell.text) })
  }
  return undefined
}

/** Characters of figures, and what is taken for them. */
const NEARLY_A_FIGURE = /^(?=.*\d)[-\d,，.。:：;；·'oOlI|]{3,}$/
const FIGURE = /^-?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?$/

function unreadableBeside(filing: Extracted, fact: Fact): TableCell | undefined {
  const table = filing.tables.find((t) => t.table_id === fact.table_id)
  if (!table) return undefined
  const row = (fact.row as number) + table.header_rows
  return table.cells.find(
    (c) =>
      c.row >= table.header_rows &&
      (c.row === row || c.column === fact.column) &&
      NEARLY_A_FIGURE.test(compact(c.text)) &&
      !FIGURE.test(compact(c.text)) &&
      !filing.facts.some(
        (f) => f.table_id === fact.table_id && f.column === c.column && f.row === c.row - table.header_rows,
      ),
  )
}

/** A figure that may be misread makes no fault of the filing certain. */
export const inDoubt = (severity: Severity, doubt: Saying | undefined): Severity =>
  doubt && severity === 'error' ? 'warning' : severity
