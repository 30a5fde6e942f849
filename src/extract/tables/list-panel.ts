import type { Aspects } from '../../model/aspects.js'
import { folded } from '../../model/printed/folded.js'
import { type ColumnMeaning, columnMeanings } from '../aspects/column.js'
import { meet } from '../aspects/meet.js'
import { understand } from '../aspects/printed-words.js'
import type { Passed } from '../number-account.js'
import { methodOf } from '../scanned.js'
import { type Defaults, figureAt, keyOf, passOver, type RowMeaning } from './bind.js'
import type { CodeBook } from './code-book.js'
import type { Column, Panel } from './columns.js'
import type { TableFigure } from './figure.js'
import { isSubtotal, type ListKind, ListReader } from './lists.js'
import type { Matrix } from './matrix.js'
import { printedNumber } from './printed-number.js'
import { addsUp } from './summed-units.js'
import { labelOf } from './words.js'

/** Two lists or more side by side, each with names and amounts: income here, spending there. */
export function isPairOfLists(panels: readonly Panel[], columns: readonly Column[]): boolean {
  if (panels.length < 2 || columns.some((c) => c.kind === 'code' || c.kind === 'class')) return false
  const sides = panels.map(sideOfHeads)
  return sides.includes('revenue') && sides.includes('expenditure')
}

const sideOfHeads = (panel: Panel): 'revenue' | 'expenditure' | undefined => {
  for (const text of [...panel.labels, ...panel.amounts].flatMap((c) => c.path)) {
    const { side } = understand(text, 'head').aspects
    if (side === 'revenue' || side === 'expenditure') return side
  }
  return undefined
}

/** Figures of one list of a summary table. */
export function readList(
  matrix: Matrix,
  panel: Panel,
  columns: readonly Column[],
  defaults: Defaults,
  codes: CodeBook,
  passed: Passed[],
): TableFigure[] {
  const label = panel.labels.at(-1)
  if (!label) return []
  const kind = byContent(matrix, label, listKind(panel, columns), codes)
  const reader = new ListReader(kind, codes, defaults.fund)
  const side = kind === 'revenue' ? 'revenue' : 'expenditure'
  const amounts = panel.amounts.map(withoutPanelHead)
  const meanings = columnMeanings(amounts, { side })
  const isSplit = amounts.some((c) => c.path.some((text) => understand(text, 'head').aspects.carry))
  const figures: TableFigure[] = []
  for (let row = matrix.headerRows; row < matrix.rows; row++) {
    const cell = matrix.at(row, label.index)
    if (!cell || cell.row !== row) continue
    const isYears = isSubtotalOfYear(matrix, row, label, amounts)
    const meaning = reader.read(cell.text.text, cell.indent, isYears)
    if (!meaning) {
      // Lists shorter than their neighbours are filled up with zeros.
      if (folded(cell.text.text) !== '') continue
      for (const column of amounts) passZero(passed, matrix, row, column)
      if (amounts.some((column) => holdsRecognized(matrix, row, column))) reader.passNameless()
      continue
    }
    amounts.forEach((column, i) => {
      const over = meanings[i] as ColumnMeaning
      if (meaning === 'no-concept' || over === 'no-concept' || (over && isSourceWithCarry(meaning, over)))
        passOver(passed, matrix, row, column, 'no-concept')
      else if (over) {
        const key = bound(meaning, over, defaults, isSplit)
        const figure = key && figureAt(matrix, row, column, key, labelOf(cell.text.text).name)
        if (figure) figures.push(figure)
      }
    })
  }
  return figures
}

/** A subtotal that makes up the total of the list with what stands between them is all that stands above it. */
function isSubtotalOfYear(matrix: Matrix, row: number, label: Column, amounts: readonly Column[]): boolean {
  const words = (r: number) => {
    const cell = matrix.at(r, label.index)
    return cell?.row === r ? understand(labelOf(cell.text.text).name, 'row') : undefined
  }
  const own = words(row)
  if (!own?.whole || !isSubtotal(own.aspects)) return false
  const between: { index: number }[] = [{ index: row }]
  for (let next = row + 1; next < matrix.rows; next++) {
    const read = words(next)
    if (read?.whole && read.aspects.total === 'whole')
      return addsUp(matrix, { index: next }, between, amounts)
    between.push({ index: next })
  }
  return false
}

/** A column of one fund or nature narrows the row; one of carried-over money or of the year alone says which whole it is. */
function bound(
  row: RowMeaning,
  over: Exclude<ColumnMeaning, string | undefined>,
  defaults: Defaults,
  isSplit: boolean,
) {
  const { concept, side: _, total: __, ...column } = over
  const both = meet({ ...row, concept: wholeOf(row.concept, over, isSplit) }, column)
  return both && keyOf(both, defaults)
}

/** Carried-over money, alone or counted in, is told by its fund: of other sources only the year's own has a concept. */
const isSourceWithCarry = ({ concept }: RowMeaning, over: Aspects): boolean =>
  /^revenue\.(?!grand-total|carry-in)/.test(concept ?? '') &&
  (over.concept === 'revenue.carry-in' || over.concept === 'revenue.grand-total')

/** 本年预算 is the year alone where carried-over money has a column beside it; else 总计 below it is what it says. */
function wholeOf(
  row: string | undefined,
  { concept, ofTheYear }: Aspects,
  isSplit: boolean,
): string | undefined {
  const side = /^(revenue|expenditure)(?:\.grand-total)?$/.exec(row ?? '')?.[1]
  if (side === undefined) return row
  if (concept === `${side}.grand-total` || (side === 'revenue' && concept === 'revenue.carry-in'))
    return concept
  return ofTheYear && isSplit ? side : row
}

/** The head over a whole panel (本年收入, 财政拨款支出) says what its list is, not what its columns are. */
const withoutPanelHead = (column: Column): Column =>
  column.path.length > 1 && isPanelHead(column.path[0] as string)
    ? { ...column, path: column.path.slice(1) }
    : column

function isPanelHead(text: string): boolean {
  const { side, nature, total, concept } = understand(text, 'head').aspects
  return side !== undefined && nature === undefined && total === undefined && concept === undefined
}

function listKind(panel: Panel, columns: readonly Column[]): ListKind {
  for (const { classification } of panel.labels)
    if (classification && classification !== 'project') return classification
  const side = sideOfHeads(panel)
  if (side) return side === 'revenue' ? 'revenue' : 'function'
  // 项目 | 预算数 | 项目 | 预算数 without groups: income stands on the left.
  const first = columns.find((c) => c.kind === 'name')
  return panel.labels.includes(first as Column) ? 'revenue' : 'function'
}

/** Heads of the two economic views are often cut off to the same words: the names below tell them apart. */
function byContent(matrix: Matrix, label: Column, kind: ListKind, codes: CodeBook): ListKind {
  if (kind !== 'economy' && kind !== 'government') return kind
  let department = 0
  let government = 0
  for (let row = matrix.headerRows; row < matrix.rows; row++) {
    const name = labelOf(matrix.at(row, label.index)?.text.text ?? '').name
    if (name === '') continue
    if (codes.economyCodes(name, { level: 3, beginning: true }).length > 0) department++
    if (codes.governmentCodes(name, { level: 3, beginning: true }).length > 0) government++
  }
  return government > department ? 'government' : department > government ? 'economy' : kind
}

/** A text layer loses no name: a figure of it without one was printed so. */
function holdsRecognized(matrix: Matrix, row: number, column: Column): boolean {
  const cell = matrix.at(row, column.index)
  const number = cell?.row === row ? printedNumber(cell.text) : undefined
  return number !== undefined && !number.value.eq(0) && methodOf(number.raw) === 'ocr'
}

function passZero(passed: Passed[], matrix: Matrix, row: number, column: Column): void {
  const cell = matrix.at(row, column.index)
  if (cell && printedNumber(cell.text)?.value.eq(0)) passed.push({ text: cell.text, reason: 'no-concept' })
}
