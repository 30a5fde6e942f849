import type { Cell, Document, Table } from '../../model/document.js'
import type { Fact, FilingKind, FilingTable, TableType } from '../../model/filing.js'
import { bboxText } from '../../model/geometry.js'
import { isFigure } from '../../model/printed/number.js'
import { type TableMeaning, tableMeaning } from '../aspects/table-kind.js'
import { withPrintedYears } from '../fiscal-year.js'
import { shortHash } from '../ids.js'
import type { NumberAccount, Passed } from '../number-account.js'
import type { ScannedFigures } from '../scanned.js'
import type { CodeBook } from './code-book.js'
import { columnsOf } from './columns.js'
import { factsOf, keptTable, type TableIdentity } from './facts.js'
import { interpretTable } from './interpret.js'
import { type Matrix, matrixOf } from './matrix.js'
import { ownCodesOf, withLocalCodes } from './own-codes.js'
import { passedByPlace } from './passed.js'
import { printedNumber } from './printed-number.js'
import { commonUnit, declaredUnit } from './unit.js'

export interface TablesContext {
  filingId: string
  /** Another paper's tables are kept without facts. */
  isFiling: boolean
  kind: FilingKind
  /** Empty where the file does not print it. */
  fiscalYear: string
  /** Whose filing it is. */
  organization: string
  codes: CodeBook
  /** Titles of the sections that a block of the document stands in, the nearest first. */
  headingsOf: (block: number) => string[]
  /** Section of each block of the document. */
  sectionOf: (string | undefined)[]
  account: NumberAccount
  scanned: ScannedFigures
}

/** All tables of a document, and the facts of those whose kind the catalogue knows. */
export function readTables(
  document: Document,
  context: TablesContext,
): { tables: FilingTable[]; facts: Fact[]; unit: string } {
  const found = document.blocks.flatMap((block, i) =>
    block.kind === 'table' ? [{ table: block, at: i }] : [],
  )
  const units = found.map(({ table }) => declaredUnit(table))
  const unit = commonUnit(units)
  const printed = found.map(({ table }) => table)
  const ownCodes = ownCodesOf(printed, context.codes)
  const codes = withLocalCodes(printed, context.codes)
  const tables: FilingTable[] = []
  const facts: Fact[] = []
  const ids = new Set<string>()
  found.forEach(({ table, at }, i) => {
    const meaning = tableMeaning(table, context.headingsOf(at), context.organization)
    const { type } = meaning
    const declared = units[i] as string
    const identity: TableIdentity = {
      filingId: context.filingId,
      tableId: idOf(table, context.filingId, ids),
      sectionId: context.sectionOf[at] ?? '',
      unit: declared || (LISTS.has(type) ? '' : unit),
      declared: declared !== '',
      scanned: context.scanned,
    }
    tables.push(keptTable(table, type, identity, hasContent(table, type)))
    if (LISTS.has(type) || !context.isFiling) {
      for (const { text, reason } of passedTable(table, meaning)) context.account.explain(text, reason)
      return
    }
    const read = interpretTable(table, { ...context, codes, meaning, ownCodes })
    const figures = withPrintedYears(read.figures, context.fiscalYear)
    for (const figure of figures) context.account.bind(figure.number.raw)
    for (const { text, reason } of read.passed) context.account.explain(text, reason)
    facts.push(...factsOf(figures, identity))
  })
  return { tables, facts, unit }
}

/** Kinds of which the contract says that their rows are kept without facts. */
const LISTS: ReadonlySet<TableType> = new Set([
  'contents',
  'performance-overall',
  'performance-project',
  'meetings',
  'trainings',
  'purchase-of-services',
  'entities',
])

/** Whether the contract keeps the rows of a kind of table without facts. */
export const isListed = (type: TableType): boolean => LISTS.has(type)

/** A table that binds no figure: a known form is a list as a whole, of an unknown one only the frame is understood. */
function passedTable(table: Table, { type }: TableMeaning): Passed[] {
  if (type !== 'unknown') return table.cells.map(({ text }) => ({ text, reason: 'listed' }))
  const matrix = matrixOf(table)
  return passedByPlace(matrix, columnsOf(matrix))
}

function idOf(table: Table, filingId: string, taken: Set<string>): string {
  const base = `${filingId}-t${table.pageFirst}-${shortHash(`${bboxText(table.box)}|${table.title}`)}`
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
  taken.add(id)
  return id
}

/** Targets are told with bounds and shares: ≥95%. */
const TARGET = /[≥≤≧≦＞＜><=＝]\s*\d|\d\s*[%％]/

/** Targets are figures too, though no fact is made of them; a list of names has none. */
function hasContent(table: Table, type: TableType): boolean {
  if (hasFigures(table)) return true
  const body = table.cells.filter((c) => c.row >= table.headerRows).map((c) => c.text.text)
  return isListed(type) && body.some((text) => TARGET.test(text))
}

/** The first column names, the second counts: 项目 | 预算数. */
const isBesideName = (matrix: Matrix, cell: Cell): boolean =>
  cell.column === 1 && /\p{Script=Han}/u.test(matrix.at(cell.row, 0)?.text.text ?? '')

/** A table without a figure in its body is published as an empty one. */
function hasFigures(table: Table): boolean {
  const matrix = matrixOf(table)
  return table.cells.some((cell) => {
    if (cell.row < matrix.headerRows) return false
    const number = printedNumber(cell.text)
    // Codes and list numbers stand in empty tables too: a figure has decimals, commas or stands right of a name.
    return (
      number !== undefined && (isFigure(number.raw.text) || cell.column > 1 || isBesideName(matrix, cell))
    )
  })
}
