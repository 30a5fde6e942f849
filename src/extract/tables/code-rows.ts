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
import { entitiesOf, type RowEntity } from './entities.js'
import type { TableFigure } from './figure.js'
import { ListReader } from './lists.js'
import type { Matrix } from './matrix.js'
import { NamePath } from './name-path.js'
import { printedNumber } from './printed-number.js'
import { CodeReader, type RowCodes } from './row-codes.js'
import { isTotal, labelCell, type RowLabel } from './row-label.js'
import { isCoded, isProjectList, rowMeaning } from './row-meaning.js'
import { addsUp, isSumOfAllBelow, type NamedRow, summedUnits } from './summed-units.js'
import { unnamedUnits } from './unnamed-units.js'

/** What a table of rows is read with. */
export interface RowsContext {
  table: TableMeaning
  defaults: Defaults
  codes: CodeBook
  /** The code of a name in the filing's own tables; undefined where none or several bear it. */
  ownCodes: (name: string) => string | undefined
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
  const { table, codes: book, defaults } = context
  const reader = new CodeReader(matrix, panel.labels, book)
  const labels = new Map<number, RowLabel>()
  const codes = new Map<number, RowCodes>()
  for (let row = matrix.headerRows; row < matrix.rows; row++) {
    const label = labelCell(matrix, row, panel)
    labels.set(row, label)
    codes.set(row, reader.read(row, label.name))
  }
  const isSpending = sideOf(table) === 'expenditure'
  const entities = entitiesOf(matrix, panel.labels, panel.amounts, (row) => codes.get(row)?.entity)
  const listed =
    entities.size === 0 && isSpending ? unnamedUnits(codes) : new Map<number, string | undefined>()
  const named = namesOf(labels, codes, panel, context)
  const units = unitsByName(matrix, labels, named, panel, table)
  const sources = new ListReader('revenue', book, defaults.fund)
  const hasArticles = panel.labels.filter((c) => c.kind === 'name').length > 1
  const isOnly = rowsWithFigures(matrix, panel) === 1
  const rows: Row[] = []
  let entity = ''
  for (const [index, label] of labels) {
    if (isCounterRow(matrix.row(index).map((c) => folded(c.text.text)))) continue
    const code = codes.get(index) as RowCodes
    const own = entities.get(index)?.entity ?? units.get(index)
    if (own !== undefined) entity = own
    if (isTotal(label.text)) entity = ''
    const isSum = label.text === '' && !isOnly && isUnnamedTotal(matrix, index, panel, codes, entities)
    if (isSum) entity = ''
    const row = { label, code, isUnit: own !== undefined || isSum, named: named.get(index), isOnly }
    const meaning = rowMeaning(row, table, sources, hasArticles)
    const fund = table.type === 'carry-over' ? rowFund(matrix, index, panel) : undefined
    const isProjectOfUnit = isProjectList(table) && entity !== '' && !isCoded(code)
    const funded = meaning && meaning !== 'listed' && fund ? { ...meaning, fund } : meaning
    // The same code again for a unit that nothing names or tells apart.
    const isOfSomeUnit = listed.has(index) && listed.get(index) === undefined
    rows.push({
      index,
      meaning: isOfSomeUnit ? undefined : isProjectOfUnit ? 'listed' : funded,
      label: label.name || code.names.join(' '),
      entity: listed.get(index) ?? entity,
      note: code.note ? [code.note] : [],
    })
  }
  return rows
}

const rowsWithFigures = (matrix: Matrix, panel: Panel): number =>
  Array.from({ length: matrix.rows - matrix.headerRows }, (_, i) => matrix.headerRows + i).filter((row) =>
    panel.amounts.some((column) => {
      const cell = matrix.at(row, column.index)
      return cell && cell.row === row && printedNumber(cell.text)
    }),
  ).length

/** A row without a name or a code that is all units, or all classes, together. */
function isUnnamedTotal(
  matrix: Matrix,
  index: number,
  { amounts }: Panel,
  codes: ReadonlyMap<number, RowCodes>,
  entities: ReadonlyMap<number, RowEntity>,
): boolean {
  const code = codes.get(index) as RowCodes
  if (isCoded(code) || entities.has(index)) return false
  const rowsOf = (rows: Iterable<[number, unknown]>) => [...rows].map(([row]) => ({ index: row }))
  const whole = rowsOf([...entities].filter(([, unit]) => unit.entity === ''))
  const units = rowsOf([...entities].filter(([, unit]) => unit.entity !== ''))
  const classes = rowsOf(
    [...codes].filter(([, c]) => (c.function ?? c.economy ?? c.government)?.length === 3),
  )
  return [whole, units, classes].some(
    (parts) => parts.length > 0 && addsUp(matrix, { index }, parts, amounts),
  )
}

/** Lists of carried-over money name the fund of each row in a column of its own (资金性质). */
function rowFund(matrix: Matrix, row: number, panel: Panel): Fund | undefined {
  for (const column of panel.labels) {
    const { fund } = understand(folded(matrix.at(row, column.index)?.text.text ?? ''), 'row').aspects
    if (fund) return fund
  }
  return undefined
}

/** Rows that print names without codes: their codes by name and depth, where the table prints no codes at all. */
function namesOf(
  labels: ReadonlyMap<number, RowLabel>,
  codes: ReadonlyMap<number, RowCodes>,
  panel: Panel,
  { table, codes: book, ownCodes }: RowsContext,
): Map<number, RowMeaning> {
  const named = new Map<number, RowMeaning>()
  const column = panel.labels.find((c) => c.kind === 'name')
  // Projects bear any name, those of codes too.
  if (!column || isProjectList(table) || sideOf(table) === 'revenue') return named
  if ([...codes.values()].some(isCoded)) return named
  const classification = table.aspects.classification ?? column.classification
  const isEconomy =
    classification === 'economy' || table.aspects.nature === 'basic' || table.type === 'operating-cost'
  const names = new NamePath(book, isEconomy ? 'economy' : 'function')
  let above: RowMeaning | undefined
  for (const [row, label] of labels) {
    // A name beside several rows of years is printed once.
    if (label.text === '' && label.year !== '') {
      if (above) named.set(row, above)
      continue
    }
    if (isTotal(label.text)) continue
    const code = names.read(label.text, label.indent) ?? (isEconomy ? undefined : ownCodes(label.name))
    above = code === undefined ? undefined : isEconomy ? { economyCode: code } : { functionCode: code }
    if (above) named.set(row, above)
  }
  return named
}

/** A unit as it is printed: its code, if it has one, apart from its name. */
const unitNameOf = (text: string): string =>
  text.replace(/\s/g, '').replace(/^(\d{3,9})[-－—]?(?=\p{Script=Han})/u, '$1 ')

/** Units by their names alone, above the kinds of their spending or their projects. */
function unitsByName(
  matrix: Matrix,
  labels: ReadonlyMap<number, RowLabel>,
  named: ReadonlyMap<number, RowMeaning>,
  panel: Panel,
  table: TableMeaning,
): Map<number, string> {
  const rows = [...labels].map(([index, label]): NamedRow => {
    const code = named.get(index)?.economyCode ?? named.get(index)?.functionCode
    const is = isTotal(label.text)
      ? 'total'
      : code === undefined
        ? 'unknown'
        : code.length === 3
          ? 'part'
          : 'below'
    return { index, label: unitNameOf(label.text), is }
  })
  if (isProjectList(table)) {
    const first = rows[0]
    return first?.is === 'unknown' && isSumOfAllBelow(matrix, rows, panel.amounts)
      ? new Map([[first.index, '']])
      : new Map()
  }
  return table.aspects.nature === 'basic' ? summedUnits(matrix, rows, panel.amounts) : new Map()
}
