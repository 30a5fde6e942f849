import type { Extracted, Fact, Severity, TableCell } from '../model/filing.js'
import { isReadWithDoubt } from '../model/reading.js'
import { compact } from './print.js'

/** Says which figures of a finding may be misread; empty where none is. */
export function doubtOf(facts: readonly Fact[]): string {
  const [first, ...more] = facts.filter(isReadWithDoubt)
  if (!first) return ''
  const others = more.length > 0 ? `等${more.length + 1}个数字` : ''
  return `其中“${first.label || first.concept}”${first.raw}（第${first.page}页）${others}在扫描页上识别不清，可能是读错。`
}

/** The same of what could not be read at all: a figure that no fact holds is missing from its sums. */
export function gapOf(filing: Extracted, facts: readonly Fact[]): string {
  for (const fact of facts) {
    const cell = fact.method === 'ocr' && fact.row !== null ? unreadableBeside(filing, fact) : undefined
    if (cell) return `同一行或同一栏有一处（第${cell.page}页）识别为“${compact(cell.text)}”，读不成数字。`
  }
  return ''
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
export const inDoubt = (severity: Severity, doubt: string): Severity =>
  doubt !== '' && severity === 'error' ? 'warning' : severity
