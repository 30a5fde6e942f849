import { folded } from '../../model/printed/folded.js'
import type { Panel } from './columns.js'
import type { Matrix } from './matrix.js'
import { labelOf } from './words.js'

export interface RowLabel {
  /** As printed. */
  text: string
  /** Folded, without number and 其中. */
  name: string
  indent: number
  /** It stands in the first label column: deeper columns list parts. */
  outermost: boolean
  /** What a column of years says of the row. */
  year: string
}

/** The words of a row; names outweigh codes and units. */
export function labelCell(matrix: Matrix, row: number, panel: Panel): RowLabel {
  const yearColumn = panel.labels.find((c) => c.kind === 'year')
  const year = yearColumn ? folded(matrix.at(row, yearColumn.index)?.text.text ?? '') : ''
  const order = [
    ...panel.labels.filter((c) => c.kind === 'name'),
    ...panel.labels.filter((c) => c.kind !== 'name' && c.kind !== 'year'),
  ]
  for (const column of order) {
    const cell = matrix.at(row, column.index)
    if (!cell || cell.row !== row) continue
    const text = cell.text.text
    if (!/[\u4e00-\u9fffA-Za-z]/.test(text)) continue
    const outermost = column === panel.labels[0] || column === panel.labels.find((c) => c.kind === 'name')
    return { text, name: labelOf(text).name, indent: cell.indent, outermost, year }
  }
  return { text: '', name: '', indent: 0, outermost: false, year }
}

/** 合计, 总计 */
export const isTotal = (text: string): boolean => /^(?:合计|总计):?$/.test(folded(text))
