import { TABLE_TITLES, TABLE_WORDS } from '../../catalogue/table-kinds.js'
import type { Table } from '../../model/document.js'
import type { TableType } from '../../model/filing.js'
import { columnsOf } from './columns.js'
import { matrixOf } from './matrix.js'
import { folded } from './words.js'

/** The kind of a table by its title, refined by what its columns show. */
export function tableType(table: Table): TableType {
  const title = folded(table.title).replace(/^\d{4}年度?/, '')
  const named = TABLE_TITLES.find(([, pattern]) => pattern.test(title))?.[0] ?? 'unknown'
  if (named === 'unknown') return kindByWords(table)
  // The same title heads tables by function and by economic kind: the codes tell.
  if (named === 'general-basic-by-economy' && !/经济/.test(title)) {
    const digit = firstCodeDigit(table)
    if (digit === '2') return 'general-basic-by-function'
  }
  if (named === 'general-by-function' && firstCodeDigit(table) === '3') return 'general-by-economy'
  if (named === 'fiscal-by-function' && firstCodeDigit(table) === '3') return 'fiscal-by-economy'
  return named
}

/** Forms without a title of their own say what they are by the words of their cells. */
function kindByWords(table: Table): TableType {
  const texts = table.cells.map((c) => folded(c.text.text))
  const kind = TABLE_WORDS.find(([, words]) => words.every((w) => texts.some((t) => w.test(t))))
  return kind?.[0] ?? 'unknown'
}

/** First digit of the first code in a code column: 2 function, 3 department economy, 5 government economy. */
function firstCodeDigit(table: Table): string | undefined {
  const matrix = matrixOf(table)
  const columns = columnsOf(matrix).filter((c) => c.kind === 'code' || c.kind === 'class')
  for (let row = matrix.headerRows; row < matrix.rows; row++)
    for (const column of columns) {
      const text = folded(matrix.at(row, column.index)?.text.text ?? '')
      if (/^[235]\d\d/.test(text)) return text[0]
    }
  return undefined
}
