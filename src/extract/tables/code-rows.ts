import type { Aspects } from '../../model/aspects.js'
import type { Fund } from '../../model/filing.js'
import { folded } from '../../model/printed.js'
import { type ColumnMeaning, columnMeanings } from '../aspects/column.js'
import { meet } from '../aspects/meet.js'
import { understand } from '../aspects/printed-words.js'
import type { TableMeaning } from '../aspects/table-kind.js'
import type { Passed } from '../number-account.js'
import { type Defaults, figureAt, keyOf, passOver, type RowMeaning } from './bind.js'
import type { CodeBook } from './code-book.js'
import type { Panel } from './columns.js'
import { isCounterRow } from './counter.js'
import { entitiesOf } from './entities.js'
import type { TableFigure } from './figure.js'
import { ListReader } from './lists.js'
import type { Matrix } from './matrix.js'
import { NamePath } from './name-path.js'
import { CodeReader, type RowCodes } from './row-codes.js'
import { unnamedUnits } from './unnamed-units.js'
import { labelOf } from './words.js'

/** What a table of rows is read with. */
export interface RowsContext {
  table: TableMeaning
  defaults: Defaults
  codes: CodeBook
  passed: Passed[]
}

/** Figures of a table whose rows are codes, units, names or words, under columns of money. */
export function readRows(matrix: Matrix, panel: Panel, context: RowsContext): TableFigure[] {
  const { table, defaults, passed } = context
  const meanings = columnMeanings(panel.amounts, {
    side: sideOf(table),
    ...(defaults.nature === '' ? {} : { nature: defaults.nature }),
  })
  const rows = rowsOf(matrix, panel, context)
  const figures: TableFigure[] = []
  for (const row of rows) {
    panel.amounts.forEach((column, i) => {
      const over = meanings[i] as ColumnMeaning
      if (row.meaning === 'listed') passOver(passed, matrix, row.index, column, 'listed')
      else if (over === 'no-concept') passOver(passed, matrix, row.index, column, 'no-concept')
      else if (row.meaning && over) {
        const key = bound(row.meaning, over, context)
        const figure =
          key && figureAt(matrix, row.index, column, { ...key, entity: row.entity }, row.label, row.note)
        if (figure) figures.push(figure)
      }
    })
  }
  return figures
}

/** What a table lists where neither heads nor rows say so. */
function sideOf({ type, aspects }: TableMeaning): Aspects['side'] {
  if (type === 'three-public' || type === 'procurement' || type === 'operating-cost') return undefined
  return aspects.side ?? (type === 'income-summary' ? 'revenue' : 'expenditure')
}

/** Table, column and row together; undefined where they can not all be meant. */
function bound(
  row: RowMeaning,
  column: Exclude<ColumnMeaning, string | undefined>,
  { table, defaults }: RowsContext,
) {
  const { kinds: _, side: __, classification: ___, fund, ...other } = table.aspects
  // Running costs and procurement are told without their money, whatever the title says.
  const title = fund === undefined || defaults.fund === '' ? other : { ...other, fund }
  const whole = meet(title, column)
  const both = whole && meet(whole, { ...row })
  if (!both) return undefined
  return keyOf({ ...both, concept: conceptOf(both, defaults) }, defaults)
}

/** 本年收入 and 本年支出 may stand side by side over the rows of one code. */
function conceptOf({ concept, side, carry }: RowMeaning, defaults: Defaults): string {
  if (concept) return concept
  if (carry === 'out') return 'expenditure.carry-out'
  return side === 'revenue' || side === 'expenditure' ? side : defaults.concept
}

interface Row {
  index: number
  /** `listed` where the contract keeps it without facts, undefined where nobody knows. */
  meaning: RowMeaning | 'listed' | undefined
  label: string
  entity: string
  note: string[]
}

function rowsOf(matrix: Matrix, panel: Panel, context: RowsContext): Row[] {
  const { table, codes: book } = context
  const reader = new CodeReader(matrix, panel.labels, book)
  const labels = new Map<number, RowLabel>()
  const codes = new Map<number, RowCodes>()
  for (let row = matrix.headerRows; row < matrix.rows; row++) {
    const label = labelCell(matrix, row, panel)
    labels.set(row, label)
    codes.set(row, reader.read(row, label.name))
  }
  const spending = sideOf(table) === 'expenditure' || sideOf(table) === 'both'
  const entities = entitiesOf(matrix, panel.labels, panel.amounts, (row) => codes.get(row)?.entity)
  const listed =
    entities.size === 0 && sideOf(table) === 'expenditure' ? unnamedUnits(codes) : new Map<number, string>()
  const names = spending || table.type === 'operating-cost' ? namePathOf(panel, codes, context) : undefined
  const sources = new ListReader('revenue', book, context.defaults.fund)
  const rows: Row[] = []
  let entity = ''
  for (const [index, label] of labels) {
    if (isCounterRow(matrix.row(index).map((c) => folded(c.text.text)))) continue
    const code = codes.get(index) as RowCodes
    const own = entities.get(index)
    if (own) entity = own.entity
    if (isTotal(label.text)) entity = ''
    const meaning = rowMeaning(label, code, own !== undefined, table, names, sources)
    const fund = table.type === 'carry-over' ? rowFund(matrix, index, panel) : undefined
    const isUnitsProjects = isProjectList(table) && entity !== '' && !isCoded(code)
    rows.push({
      index,
      meaning: isUnitsProjects
        ? 'listed'
        : meaning && meaning !== 'listed' && fund
          ? { ...meaning, fund }
          : meaning,
      label: label.name || code.names.join(' '),
      entity: listed.get(index) ?? entity,
      note: code.note ? [code.note] : [],
    })
  }
  return rows
}

const isTotal = (text: string): boolean => /^(?:合计|总计):?$/.test(folded(text))

/** Lists of carried-over money name the fund of each row in a column of its own (资金性质). */
function rowFund(matrix: Matrix, row: number, panel: Panel): Fund | undefined {
  for (const column of panel.labels) {
    const { fund } = understand(folded(matrix.at(row, column.index)?.text.text ?? ''), 'row').aspects
    if (fund) return fund
  }
  return undefined
}

interface RowLabel {
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
function labelCell(matrix: Matrix, row: number, panel: Panel): RowLabel {
  const yearColumn = panel.labels.find((c) => c.kind === 'year')
  const year = yearColumn ? folded(matrix.at(row, yearColumn.index)?.text.text ?? '') : ''
  const order = [
    ...panel.labels.filter((c) => c.kind === 'name'),
    ...panel.labels.filter((c) => c.kind !== 'name'),
  ]
  for (const column of order) {
    const cell = matrix.at(row, column.index)
    if (!cell || cell.row !== row) continue
    const text = cell.text.text
    if (!/[\u4e00-\u9fffA-Za-z]/.test(text)) continue
    const outermost = column === panel.labels[0]
    return { text, name: labelOf(text).name, indent: cell.indent, outermost, year }
  }
  return { text: '', name: '', indent: 0, outermost: false, year }
}

/** Names without codes are resolved by name and depth, only where the table prints no codes at all. */
function namePathOf(panel: Panel, codes: Map<number, RowCodes>, { table, codes: book }: RowsContext) {
  if ([...codes.values()].some((c) => c.function || c.economy || c.government)) return undefined
  const named = panel.labels.find((c) => c.kind === 'name')
  if (!named) return undefined
  const classification = table.aspects.classification ?? named.classification
  const economy =
    classification === 'economy' || table.aspects.nature === 'basic' || table.type === 'operating-cost'
  return new NamePath(book, economy ? 'economy' : 'function')
}

function rowMeaning(
  label: RowLabel,
  code: RowCodes,
  isEntity: boolean,
  table: TableMeaning,
  names: NamePath | undefined,
  sources: ListReader,
): RowMeaning | 'listed' | undefined {
  const { type, aspects } = table
  const { aspects: words, whole } = understand(label.name, 'row')
  if (type === 'procurement') return procurementRow(label, words, whole)
  if (type === 'three-public') {
    const time = understand(label.year || folded(label.text), 'row')
    if (whole && words.concept) return { ...(time.whole ? timeOf(time.aspects) : {}), ...words }
    if (time.whole && hasTime(time.aspects)) return timeOf(time.aspects)
    return isTotal(label.text) || isEntity || label.text === '' ? {} : undefined
  }
  // A list of carried-over money repeats part of the year's figures: its totals have no key of their own.
  const coded = codeMeaning(code)
  if (type === 'carry-over' && !coded) return 'listed'
  if (coded) return coded
  if (isTotal(label.text) || isEntity) return {}
  // 人员经费合计, 公用经费合计 sum up what stands above them.
  if (whole && words.total && words.nature) return { nature: words.nature }
  // One row of figures without a label is the whole.
  if (label.text === '') return {}
  if (whole && words.none) return 'listed'
  // Income without codes is listed by its sources.
  if (aspects.side === 'revenue' || type === 'income-summary') {
    const read = sources.read(label.text, label.indent)
    return read === 'no-concept' ? 'listed' : read
  }
  const found = names?.read(label.text, label.indent)
  if (found) return names?.classification === 'function' ? { functionCode: found } : { economyCode: found }
  return isProjectList(table) ? 'listed' : undefined
}

/** Of projects the contract takes the total alone. */
const isProjectList = ({ type, aspects }: TableMeaning): boolean =>
  type === 'projects' || aspects.nature === 'project'

const isCoded = (code: RowCodes): boolean => Boolean(code.function || code.economy || code.government)

function procurementRow(label: RowLabel, words: Aspects, whole: boolean): RowMeaning | 'listed' {
  if (isTotal(label.text)) return { concept: 'procurement' }
  // What is bought, kind by kind below goods, works and services, is a list.
  return whole && words.concept?.startsWith('procurement') && label.outermost
    ? { concept: words.concept }
    : 'listed'
}

function codeMeaning(code: RowCodes): RowMeaning | undefined {
  if (!code.function && !code.economy && !code.government) return undefined
  return {
    ...(code.function ? { functionCode: code.function } : {}),
    ...(code.economy ? { economyCode: code.economy } : {}),
    ...(code.government ? { governmentCode: code.government } : {}),
  }
}

const hasTime = (a: Aspects): boolean =>
  a.year !== undefined || a.yearOffset !== undefined || a.measure !== undefined || a.basis !== undefined

const timeOf = ({ year, yearOffset, measure, basis }: Aspects): RowMeaning => ({
  ...(year === undefined ? {} : { year }),
  ...(yearOffset === undefined ? {} : { yearOffset }),
  ...(measure === undefined ? {} : { measure }),
  ...(basis === undefined ? {} : { basis }),
})
