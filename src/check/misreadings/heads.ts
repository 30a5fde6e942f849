import type { Extracted, Fact } from '../../model/filing.js'
import { tableOfId } from '../by-table.js'
import { compact } from '../print.js'

/** Title of a table and heads of a column, the head last. */
export function headOf(filing: Extracted, { table_id, column }: Fact): string {
  const table = tableOfId(filing, table_id)
  if (!table) return ''
  const heads = table.cells.filter((c) => c.row < table.header_rows && c.column === column)
  return compact([table.title, ...heads.map((c) => c.text)].join(' '))
}
