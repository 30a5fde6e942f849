import { COLUMN_COUNT, COUNTER_CELL, LIST_OPENER, TOTAL_WORD } from '../catalogue/cell-words.js'
import type { Cell } from '../model/document.js'
import { isFigure, numberText } from '../model/printed/number.js'

/** What a cell shows of itself to be told a head or a body. */
type Told = Pick<Cell, 'row' | 'rowSpan' | 'text'>

/** Years in column heads are no data. */
const YEAR = /^(?:19|20)\d\d$/

/** How many leading rows of a table name its columns. */
export function headerRowsOf(cells: readonly Told[], rows: number): number {
  const byRow: Told[][] = Array.from({ length: rows }, () => [])
  for (const cell of cells) byRow[cell.row]?.push(cell)
  // A cell that spans into the next rows makes those rows part of the header too.
  let covered = 0
  for (let r = 0; r < rows; r++) {
    const row = byRow[r] as Told[]
    const texts = row.map((c) => c.text.text.replace(/\s+/g, '')).filter((t) => t !== '')
    if (texts.length > 0 && isCounter(texts)) return r + 1
    if (r >= covered && (texts.length === 0 || opensBody(texts))) return r
    for (const c of row) if (c.text.text.trim() !== '') covered = Math.max(covered, c.row + c.rowSpan)
    // No printed table names its columns in more rows than this.
    if (r >= 7) return r
  }
  return rows
}

export function isCounter(texts: string[]): boolean {
  const numbers = texts.filter((t) => COLUMN_COUNT.test(t))
  return (
    texts.every((t) => COUNTER_CELL.test(t)) &&
    (numbers.length >= 2 || (numbers.length === 1 && texts.length > 1))
  )
}

/** Printed numbers that are data: with decimals or thousands commas, or long enough to be an amount or a code. */
const isData = (text: string): boolean => isFigure(text) || (numberText(text)?.whole.length ?? 0) >= 3

function opensBody(texts: string[]): boolean {
  const first = texts[0] as string
  if (texts.some((t) => isData(t) && !YEAR.test(t))) return true
  if (LIST_OPENER.test(first)) return true
  // `1 | 某某中心`: the first line of a list; a row that counts columns has numbers only.
  if (first === '1' && texts.length > 1 && !/^\d/.test(texts[1] as string)) return true
  // 合计 alone in its row is a total row without figures; among other names it is a column.
  return TOTAL_WORD.test(first) && texts.every((t) => TOTAL_WORD.test(t) || /^[-－\d.,%]*$/.test(t))
}
