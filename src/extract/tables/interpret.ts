import {
  type Meaning,
  meaningOf,
  PROCUREMENT_WORDS,
  REVENUE_WORDS,
  THREE_PUBLIC_WORDS,
} from '../../catalogue/money-words.js'
import { TITLE_FUNDS, TITLE_NATURES } from '../../catalogue/table-kinds.js'
import type { Table } from '../../model/document.js'
import type { Basis, FactKey, FilingKind, Fund, Nature, NumberReason, TableType } from '../../model/filing.js'
import { FORMAT_READ_AS, HEAD_DOUBTFUL, noted } from '../../model/reading.js'
import type { Passed } from '../number-account.js'
import type { CodeBook } from './code-book.js'
import { columnMeaning, type Side, timeMeaning } from './column-meaning.js'
import { type Column, columnsOf, type Panel, panelOfRows, panelsOf } from './columns.js'
import { isCounterRow } from './counter.js'
import { entitiesOf } from './entities.js'
import type { TableFigure } from './figure.js'
import { type ListKind, ListReader, type RowMeaning } from './lists.js'
import { type Matrix, matrixOf } from './matrix.js'
import { NamePath } from './name-path.js'
import { passedByPlace } from './passed.js'
import { likeliestNumber, printedNumber } from './printed-number.js'
import { CodeReader, type RowCodes } from './row-codes.js'
import { unnamedUnits } from './unnamed-units.js'
import { folded, labelOf } from './words.js'

export interface TableContext {
  type: TableType
  kind: FilingKind
  fiscalYear: string
  codes: CodeBook
}

const PAIR_LISTS: ReadonlySet<TableType> = new Set(['income-expenditure-summary', 'fiscal-summary'])

/** What a table says: figures with their meaning, and the numbers that are understood to be none. */
export interface Interpretation {
  figures: TableFigure[]
  passed: Passed[]
}

/** Binds every printed number of a money table to its meaning; numbers no concept covers are passed over. */
export function interpretTable(table: Table, context: TableContext): Interpretation {
  const matrix = matrixOf(table)
  const columns = columnsOf(matrix)
  const title = folded(table.title)
  const defaults = defaultsOf(title, context)
  const panels = panelsOf(columns)
  const asLists = PAIR_LISTS.has(context.type) || isPairList(panels, columns)
  const passed = passedByPlace(matrix, columns)
  const read = asLists
    ? panels.flatMap((panel) => readList(matrix, panel, columns, defaults, context, passed))
    : panelOfRows(columns).flatMap((panel) => readRows(matrix, panel, columns, defaults, context, passed))
  if (context.type !== 'carry-over') return { figures: read, passed }
  const figures = withoutProjects(read)
  for (const f of read) if (!figures.includes(f)) passed.push({ text: f.cell.text, reason: 'listed' })
  return { figures, passed }
}

/** Carried-over money is listed project by project: rows of the same key are projects, none of them is the whole. */
function withoutProjects(figures: TableFigure[]): TableFigure[] {
  const id = (f: TableFigure) => Object.values(f.key).join('|')
  const counts = new Map<string, number>()
  for (const f of figures) counts.set(id(f), (counts.get(id(f)) ?? 0) + 1)
  return figures.filter((f) => counts.get(id(f)) === 1)
}

interface Defaults {
  /** What a figure is where neither row nor column says more. */
  concept: 'revenue' | 'expenditure' | 'operating-cost'
  fund: Fund
  nature: Nature
  basis: Basis
  year: string
}

function defaultsOf(title: string, context: TableContext): Defaults {
  const fund = TITLE_FUNDS.find(([, p]) => p.test(title))?.[0] ?? 'all'
  const basic = /basic/.test(context.type)
  const nature = TITLE_NATURES.find(([, p]) => p.test(title))?.[0] ?? (basic ? 'basic' : '')
  const basis = context.kind === 'final' ? 'final' : 'budget'
  const base = { nature, basis, year: context.fiscalYear } as const
  if (context.type === 'operating-cost') return { ...base, nature: '', concept: 'operating-cost', fund: '' }
  return { ...base, concept: context.type === 'income-summary' ? 'revenue' : 'expenditure', fund }
}

/** A table of one fund printed as four lists: income and the three views of spending side by side. */
function isPairList(panels: Panel[], columns: Column[]): boolean {
  const coded = columns.some((c) => c.kind === 'code' || c.kind === 'class')
  return (
    !coded &&
    panels.length >= 2 &&
    panels.some((p) => /收入/.test(headOf(p))) &&
    panels.some((p) => /支出/.test(headOf(p)))
  )
}

const headOf = (panel: Panel): string => [...panel.labels, ...panel.amounts].flatMap((c) => c.path).join(' ')

function readList(
  matrix: Matrix,
  panel: Panel,
  columns: Column[],
  defaults: Defaults,
  context: TableContext,
  passed: Passed[],
): TableFigure[] {
  const label = panel.labels.at(-1)
  if (!label) return []
  const kind = classificationOf(matrix, label, listKind(panel, columns), context)
  const reader = new ListReader(kind, context.codes, defaults.fund)
  const side: Side = kind === 'revenue' ? 'revenue' : 'expenditure'
  const meanings = panel.amounts.map((c) => ({ column: c, meaning: listColumn(c, side, columns) }))
  const figures: TableFigure[] = []
  for (let row = matrix.headerRows; row < matrix.rows; row++) {
    const cell = matrix.at(row, label.index)
    if (!cell || cell.row !== row) continue
    const meaning = reader.read(cell.text.text, cell.indent)
    if (!meaning) {
      // Lists shorter than their neighbours are filled up with zeros.
      if (folded(cell.text.text) === '')
        for (const { column } of meanings) passZero(passed, matrix, row, column)
      continue
    }
    for (const { column, meaning: over } of meanings) {
      if (!over || meaning.none) {
        passOver(passed, matrix, row, column, 'no-concept')
        continue
      }
      // A column of one fund or nature narrows the row; 合计 leaves it as it is.
      const merged: RowMeaning = { ...meaning, ...withoutConcept(over) }
      push(figures, matrix, row, column, keyOf(merged, defaults), labelOf(cell.text.text).name)
    }
  }
  return figures
}

const withoutConcept = ({ concept: _, none: __, plain: ___, ...rest }: Meaning): Meaning => rest

/** Amount columns of a list: whose money, which nature; 合计 and 预算数 say nothing more. */
function listColumn(column: Column, side: Side, columns: Column[]): Meaning | undefined {
  const leaf = column.path.at(-1) ?? ''
  const time = timeMeaning(leaf)
  if (side === 'revenue') return time ?? {}
  const path = column.path.filter((t) => !/^(?:本年)?(?:支出|收入)$|财政拨款支出$|本年支出/.test(t))
  const meaning = columnMeaning({ ...column, path }, 'expenditure', columns)
  return meaning && { ...meaning, ...time }
}

/** Heads of the two economic views are often cut off to the same words: the names below tell them apart. */
function classificationOf(matrix: Matrix, label: Column, kind: ListKind, context: TableContext): ListKind {
  if (kind !== 'economy' && kind !== 'government') return kind
  let department = 0
  let government = 0
  for (let row = matrix.headerRows; row < matrix.rows; row++) {
    const name = labelOf(matrix.at(row, label.index)?.text.text ?? '').name
    if (name === '') continue
    if (context.codes.economyCodes(name, { level: 3, beginning: true }).length > 0) department++
    if (context.codes.governmentCodes(name, { level: 3, beginning: true }).length > 0) government++
  }
  return government > department ? 'government' : department > government ? 'economy' : kind
}

function listKind(panel: Panel, columns: Column[]): ListKind {
  const own = headOf(panel)
  if (/政府预算支出经济|政府经济/.test(own)) return 'government'
  if (/部门预算支出经济|部门经济|经济分类/.test(own)) return 'economy'
  if (/支出用途|用途/.test(own)) return 'usage'
  if (/功能/.test(own)) return 'function'
  if (/支出/.test(own) && !/收入/.test(own)) return 'function'
  if (/收入/.test(own)) return 'revenue'
  // 项目 | 预算数 | 项目 | 预算数 without groups: income stands on the left.
  const first = columns.find((c) => c.kind === 'name')
  return panel.labels.includes(first as Column) ? 'revenue' : 'function'
}

function readRows(
  matrix: Matrix,
  panel: Panel,
  columns: Column[],
  defaults: Defaults,
  context: TableContext,
  passed: Passed[],
): TableFigure[] {
  const side = sideOf(context.type, columns)
  const meanings = panel.amounts.map((column) => ({ column, meaning: columnMeaning(column, side, columns) }))
  const reader = new CodeReader(matrix, panel.labels, context.codes)
  const codes = new Map<number, RowCodes>()
  for (let row = matrix.headerRows; row < matrix.rows; row++)
    codes.set(row, reader.read(row, labelCell(matrix, row, panel).name))
  const entities = entitiesOf(matrix, panel.labels, panel.amounts, (row) => codes.get(row)?.entity)
  const listed =
    entities.size === 0 && side === 'expenditure' ? unnamedUnits(codes) : new Map<number, string>()
  const names = namePathOf(panel, codes, side, context)
  const figures: TableFigure[] = []
  let entity = ''
  for (let row = matrix.headerRows; row < matrix.rows; row++) {
    if (isCounterRow(matrix.row(row).map((c) => folded(c.text.text)))) continue
    const code = codes.get(row) as RowCodes
    const label = labelCell(matrix, row, panel)
    const own = entities.get(row)
    if (own) entity = own.entity
    const meaning = rowMeaning(label, code, own !== undefined, side, names)
    if (!meaning) continue
    // A list of carried-over money repeats part of the year's figures: its totals have no key of their own.
    const repeats = context.type === 'carry-over' && !code.function && !code.economy && !code.government
    if (meaning.none || repeats) {
      for (const { column } of meanings) passOver(passed, matrix, row, column, 'listed')
      continue
    }
    if (isTotal(label.text)) entity = ''
    const fund = context.type === 'carry-over' ? rowFund(matrix, row, panel) : undefined
    for (const { column, meaning: over } of meanings) {
      if (!over) {
        passOver(passed, matrix, row, column, 'no-concept')
        continue
      }
      const merged = mergeRow(fund ? { ...meaning, fund } : meaning, over, side, defaults)
      if (!merged) continue
      push(
        figures,
        matrix,
        row,
        column,
        { ...keyOf(merged, defaults), entity: listed.get(row) ?? entity },
        label.name || code.names.join(' '),
        code.note,
      )
    }
  }
  return figures
}

function sideOf(type: TableType, columns: Column[]): Side {
  if (type === 'three-public') return 'three-public'
  if (type === 'procurement') return 'procurement'
  if (type === 'income-summary') return 'revenue'
  if (type === 'government-fund' || type === 'state-capital') {
    const heads = columns.flatMap((c) => c.path).join(' ')
    if (/本年收入|年初.*结转/.test(heads)) return 'both'
  }
  return 'expenditure'
}

const isTotal = (text: string): boolean => /^(?:合计|总计)$/.test(folded(text))

/** Lists of carried-over money name the fund of each row in a column of its own (资金性质). */
function rowFund(matrix: Matrix, row: number, panel: Panel): Fund | undefined {
  const texts = panel.labels.map((c) => folded(matrix.at(row, c.index)?.text.text ?? ''))
  return TITLE_FUNDS.find(([, pattern]) => texts.some((t) => pattern.test(t)))?.[0]
}

interface RowLabel {
  text: string
  name: string
  indent: number
  /** It stands in the first label column. */
  outermost: boolean
  /** What a column of years prints in this row: `2031年`, `增减变化金额`. */
  year: string
}

function labelCell(matrix: Matrix, row: number, panel: Panel): RowLabel {
  const yearColumn = panel.labels.find((c) => c.kind === 'year')
  const year = yearColumn ? (matrix.at(row, yearColumn.index)?.text.text ?? '') : ''
  const named = panel.labels.filter((c) => c.kind === 'name' || c.kind === 'entity' || c.kind === 'year')
  const order = [...named.filter((c) => c.kind === 'name'), ...panel.labels.filter((c) => c.kind !== 'name')]
  for (const column of order) {
    const cell = matrix.at(row, column.index)
    if (!cell || cell.row !== row) continue
    const text = cell.text.text
    if (!/[\u4e00-\u9fffA-Za-z]/.test(text)) continue
    return {
      text,
      name: labelOf(text).name,
      indent: cell.indent,
      outermost: column === panel.labels[0],
      year,
    }
  }
  return { text: '', name: '', indent: 0, outermost: false, year }
}

/** Names without codes are resolved by name and depth, only where the table prints no codes at all. */
function namePathOf(
  panel: Panel,
  codes: Map<number, RowCodes>,
  side: Side,
  context: TableContext,
): NamePath | undefined {
  if (side !== 'expenditure' && side !== 'both') return undefined
  if ([...codes.values()].some((c) => c.function || c.economy || c.government)) return undefined
  if (!panel.labels.some((c) => c.kind === 'name')) return undefined
  const economy =
    /economy/.test(context.type) || context.type === 'operating-cost' || /经济/.test(headOf(panel))
  return new NamePath(context.codes, economy ? 'economy' : 'function')
}

function rowMeaning(
  label: RowLabel,
  code: RowCodes,
  isEntity: boolean,
  side: Side,
  names: NamePath | undefined,
): RowMeaning | undefined {
  if (side === 'procurement') {
    const meaning = meaningOf(label.name, PROCUREMENT_WORDS)
    // What is bought, kind by kind below goods, works and services, is a list.
    return meaning && (label.outermost || meaning.concept === 'procurement') ? meaning : { none: true }
  }
  if (side === 'three-public') {
    const time = timeMeaning(folded(label.year || label.text))
    const own = meaningOf(folded(label.name), THREE_PUBLIC_WORDS)
    if (own) return { ...own, ...time }
    if (time) return time
    return isTotal(label.text) || isEntity || label.text === '' ? {} : undefined
  }
  if (code.function || code.economy || code.government)
    return {
      ...(code.function ? { functionCode: code.function } : {}),
      ...(code.economy ? { economyCode: code.economy } : {}),
      ...(code.government ? { governmentCode: code.government } : {}),
    }
  if (isTotal(label.text) || isEntity) return {}
  if (/^人员(?:经费|支出)合计$/.test(label.name)) return { nature: 'personnel' }
  if (/^(?:日常)?公用(?:经费|支出)合计$/.test(label.name)) return { nature: 'public' }
  // One row of figures without a label is the whole.
  if (label.text === '') return {}
  // Income without codes is listed by its sources.
  if (side === 'revenue') return meaningOf(label.name, REVENUE_WORDS)
  const found = names?.read(label.text, label.indent)
  if (!found) return undefined
  return names?.classification === 'function' ? { functionCode: found } : { economyCode: found }
}

/** Row and column together; undefined where they can not both be meant. */
function mergeRow(row: RowMeaning, column: Meaning, side: Side, defaults: Defaults): RowMeaning | undefined {
  const concept = row.concept ?? column.concept
  if (side === 'three-public') {
    const merged = { ...column, ...row, concept: row.concept ?? column.concept ?? 'three-public' }
    return { ...merged, fund: merged.fund ?? (defaults.fund === 'all' ? '' : defaults.fund) }
  }
  if (side === 'procurement') return { ...column, ...row, fund: column.fund ?? '' }
  return { ...column, ...row, concept: concept ?? defaults.concept }
}

function keyOf(meaning: RowMeaning, defaults: Defaults): FactKey {
  const concept = meaning.concept ?? 'expenditure'
  const spending = concept.startsWith('expenditure')
  const year = meaning.year ?? String(Number(defaults.year) + (meaning.yearOffset ?? 0))
  const measure = meaning.measure ?? 'amount'
  const past = Number(year) < Number(defaults.year)
  const basis = meaning.basis ?? (past && defaults.basis === 'budget' ? 'budget' : defaults.basis)
  const code = meaning.economyCode ?? meaning.governmentCode ?? ''
  return {
    concept,
    fund: meaning.fund ?? defaults.fund,
    function_code: meaning.functionCode ?? '',
    economy_code: code,
    government_economy_code: meaning.economyCode && meaning.governmentCode ? meaning.governmentCode : '',
    nature: spending ? (meaning.nature ?? defaults.nature) : '',
    entity: '',
    year: measure === 'amount' ? year : defaults.year,
    basis,
    measure,
  }
}

function passZero(passed: Passed[], matrix: Matrix, row: number, column: Column): void {
  const cell = matrix.at(row, column.index)
  if (cell && printedNumber(cell.text)?.value.eq(0)) passed.push({ text: cell.text, reason: 'no-concept' })
}

function passOver(passed: Passed[], matrix: Matrix, row: number, column: Column, reason: NumberReason): void {
  const cell = matrix.at(row, column.index)
  if (cell) passed.push({ text: cell.text, reason })
}

function push(
  figures: TableFigure[],
  matrix: Matrix,
  row: number,
  column: Column,
  key: FactKey,
  label: string,
  note = '',
): void {
  const cell = matrix.at(row, column.index)
  if (!cell || cell.row !== row || cell.column !== column.index) return
  const number = printedNumber(cell.text) ?? likeliestNumber(cell.text)
  if (!number) return
  const codes = [
    ...(number.recognized ? [`${FORMAT_READ_AS} ${number.recognized.text}`] : []),
    ...(column.doubtful ? [HEAD_DOUBTFUL] : []),
  ]
  figures.push({
    key,
    number,
    cell,
    label,
    row: row - matrix.headerRows,
    column: column.index,
    note: codes.reduce(noted, note),
  })
}
