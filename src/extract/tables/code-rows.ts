import type { Aspects } from '../../model/aspects.js'
import type { Fund } from '../../model/filing.js'
import { folded } from '../../model/printed/folded.js'
import { CODE_DOUBTFUL } from '../../model/reading.js'
import { type ColumnMeaning, columnMeanings } from '../aspects/column.js'
import { type EconomyCodes, economyHeads } from '../aspects/economy-heads.js'
import { meet } from '../aspects/meet.js'
import { understand } from '../aspects/printed-words.js'
import type { TableMeaning } from '../aspects/table-kind.js'
import type { Passed } from '../number-account.js'
import { methodOf } from '../scanned.js'
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
import { labelOf } from './words.js'

/** What a table of rows is read with. */
export interface RowsContext {
  table: TableMeaning
  defaults: Defaults
  codes: CodeBook
  /** The code of a name in the filing's own tables; undefined where none or several bear it. */
  ownCodes: (name: string) => string | undefined
  passed: Passed[]
  /** The kind of spending that the title narrows the table to; `unknown` where its code is not known. */
  kind?: EconomyCodes | 'unknown' | undefined
}

/** Figures of a table whose rows are codes, units, names or words, under columns of money. */
export function readRows(matrix: Matrix, panel: Panel, context: RowsContext): TableFigure[] {
  const { table, defaults, passed } = context
  const side = sideOf(table)
  const economy =
    side === 'expenditure'
      ? economyHeads(panel.amounts, context.codes, table.aspects.classification, knownKind(context.kind))
      : undefined
  const meanings = columnMeanings(
    panel.amounts,
    { side, ...(defaults.nature ? { nature: defaults.nature } : {}) },
    economy,
  )
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
  { table, defaults, kind }: RowsContext,
) {
  // A code over the column and another kind of code beside the row: nobody knows which is meant.
  if (isOfKind(column) && isOfKind(row)) return undefined
  const narrowed = isOfKind(column) || isOfKind(row)
  if (kind === 'unknown' && !narrowed) return undefined
  const { kinds: _, side: __, classification: ___, ...title } = table.aspects
  const whole = meet(title, column)
  const both = whole && meet(whole, { ...row })
  if (!both) return undefined
  const ofTitle = narrowed ? {} : knownKind(kind)
  return keyOf({ ...ofTitle, ...both, concept: conceptOf(both, defaults) }, defaults)
}

const isOfKind = ({ economyCode, governmentCode }: EconomyCodes): boolean =>
  economyCode !== undefined || governmentCode !== undefined

const knownKind = (kind: RowsContext['kind']): EconomyCodes | undefined =>
  kind === 'unknown' ? undefined : kind

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
    codes.set(row, withoutMisreadUnit(reader.read(row, label.name), matrix, row, panel, label, book))
  }
  codesFromBelow(labels, codes, book)
  const renamed = namedOtherwise(labels, codes, book)
  // Of carried-over money a code that stands once is told by its one project.
  const projects = new Set(
    table.type === 'carry-over'
      ? []
      : [...codes.keys()].filter(
          (row) =>
            namesProject(matrix, row, panel, codes.get(row) as RowCodes, book) ||
            // The name of another code is that code, misprinted.
            (renamed.has(row) && !isNameOfACode(renamed.get(row) as string, book)),
        ),
  )
  const isSpending = sideOf(table) === 'expenditure'
  const entities = entitiesOf(matrix, panel.labels, panel.amounts, (row) => {
    const code = codes.get(row) as RowCodes
    return {
      unitCode: code.entity,
      level: codeOf(code).length,
      mayBeUnit: !isProjectList(table) && !isClassName((labels.get(row) as RowLabel).name, book),
    }
  })
  const named = namesOf(labels, codes, panel, context)
  const units =
    entities.size === 0 && isSpending && !isProjectList(table)
      ? unitsOverCodes(matrix, labels, codes, panel, book)
      : new Map<number, string>()
  if (units.size === 0)
    for (const [row, unit] of unitsByName(matrix, labels, named, panel, table)) units.set(row, unit)
  const listed =
    entities.size === 0 && isSpending && units.size === 0
      ? unnamedUnits(new Map([...codes].filter(([row]) => !projects.has(row) && !renamed.has(row))))
      : new Map<number, string | undefined>()
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
    const isUnit = (own !== undefined && !entities.get(index)?.isBelow) || isSum
    const row = { label, code, isUnit, named: named.get(index), isOnly }
    const meaning = rowMeaning(row, table, sources, hasArticles)
    const fund = table.type === 'carry-over' ? rowFund(matrix, index, panel) : undefined
    const isBesideUnit = entity !== '' || namesMoreThan(entities.get(index), label)
    const isProjectOfUnit = isProjectList(table) && isBesideUnit && !isCoded(code)
    const isProject = isProjectOfUnit || projects.has(index)
    const funded = meaning && meaning !== 'listed' && fund ? { ...meaning, fund } : meaning
    // The same code again for a unit that nothing names or tells apart.
    const isOfSomeUnit = listed.has(index) && listed.get(index) === undefined
    rows.push({
      index,
      meaning: isOfSomeUnit ? undefined : isProject ? 'listed' : funded,
      label: label.name || code.names.join(' '),
      entity: listed.get(index) ?? entity,
      note: code.note ? [code.note] : [],
    })
  }
  return rows
}

/** A recognized code as long as a unit's beside the name of a classification's code lost a digit or has one too many. */
function withoutMisreadUnit(
  code: RowCodes,
  matrix: Matrix,
  row: number,
  { labels }: Panel,
  { name }: RowLabel,
  book: CodeBook,
): RowCodes {
  if (!code.entity || isCoded(code) || labels.some((c) => c.kind === 'entity') || !isClassName(name, book))
    return code
  const isRecognized = labels.some(({ index }) => {
    const cell = matrix.at(row, index)
    return cell !== undefined && cell.row === row && methodOf(cell.text) === 'ocr'
  })
  return isRecognized ? { names: code.names, note: CODE_DOUBTFUL } : code
}

/** A row that has another name beside that of its unit: of the organization as a whole, too. */
const namesMoreThan = (unit: RowEntity | undefined, { text, name }: RowLabel): boolean =>
  unit !== undefined && unit.name !== '' && name !== '' && !isTotal(text) && name !== folded(unit.name)

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
  const printed = [...entities].filter(([, unit]) => !unit.isBelow)
  const whole = rowsOf(printed.filter(([, unit]) => unit.entity === ''))
  const units = rowsOf(printed.filter(([, unit]) => unit.entity !== ''))
  const classes = rowsOf(
    [...codes].filter(([, c]) => (c.function ?? c.economy ?? c.government)?.length === 3),
  )
  return [whole, units, classes].some(
    (parts) => parts.length > 0 && addsUp(matrix, { index }, parts, amounts),
  )
}

/**
 * A row whose code is printed in the rows below it only: its name is that of the next code, which the next row does not
 * bear, or of a class or section above it.
 */
function codesFromBelow(
  labels: ReadonlyMap<number, RowLabel>,
  codes: Map<number, RowCodes>,
  book: CodeBook,
): void {
  let next = ''
  let isNamed = false
  for (const [row, label] of [...labels].reverse()) {
    const own = codes.get(row) as RowCodes
    const code = codeOf(own)
    if (code !== '') {
      next = code
      isNamed = book.isNamed(code, label.name || own.names.join(''))
    } else if (label.name !== '' && own.names.length === 0) {
      const lengths = isNamed ? [5, 3].filter((n) => n < next.length) : [next.length, 5, 3]
      const named = lengths.map((n) => next.slice(0, n)).find((c) => c !== '' && book.isNamed(c, label.name))
      if (!named) continue
      next = named
      isNamed = true
      const kind = named.startsWith('2') ? 'function' : named.startsWith('3') ? 'economy' : 'government'
      codes.set(row, { ...own, [kind]: named })
    }
  }
}

const codeOf = ({ function: f, economy, government }: RowCodes): string => f ?? economy ?? government ?? ''

/** Rows whose code stands above under its own name, with the other name that they print. */
function namedOtherwise(
  labels: ReadonlyMap<number, RowLabel>,
  codes: ReadonlyMap<number, RowCodes>,
  book: CodeBook,
): Map<number, string> {
  let above = ''
  const renamed = new Map<number, string>()
  for (const [row, own] of codes) {
    const code = codeOf(own)
    const name = (labels.get(row) as RowLabel).name || own.names.join('')
    if (code === '' || name === '') continue
    if (book.isNamed(code, name)) above = code
    else if (code === above) renamed.set(row, name)
  }
  return renamed
}

const isNameOfACode = (name: string, book: CodeBook): boolean =>
  book.functionCodes(name).length + book.economyCodes(name).length + book.governmentCodes(name).length > 0

/** A row with a code that prints the name of a project, not the code's, is one of the code's projects. */
function namesProject(
  matrix: Matrix,
  row: number,
  { labels }: Panel,
  code: RowCodes,
  book: CodeBook,
): boolean {
  const column = labels.find((c) => c.classification === 'project')
  const cell = column && matrix.at(row, column.index)
  if (!cell || cell.row !== row || cell.column !== column.index || cell.columnSpan > 1) return false
  const name = labelOf(cell.text.text.replace(/\n/g, '')).name
  const own = [code.function, code.economy, code.government].filter((c) => c !== undefined)
  return (
    own.length > 0 &&
    /\p{Script=Han}/u.test(name) &&
    !isTotal(name) &&
    !own.some((c) => book.isNamed(c, name))
  )
}

const isClassName = (name: string, book: CodeBook): boolean =>
  name !== '' &&
  [book.functionCodes, book.economyCodes, book.governmentCodes].some((find) => find(name).length > 0)

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

/** Units by their names alone, each above the codes of its spending. */
function unitsOverCodes(
  matrix: Matrix,
  labels: ReadonlyMap<number, RowLabel>,
  codes: ReadonlyMap<number, RowCodes>,
  { amounts }: Panel,
  book: CodeBook,
): Map<number, string> {
  const lengths = [...codes.values()].map((code) => codeOf(code).length).filter((n) => n > 0)
  if (lengths.length === 0) return new Map()
  const widest = Math.min(...lengths)
  const rows = [...labels].map(([index, label]): NamedRow => {
    const length = codeOf(codes.get(index) as RowCodes).length
    if (isTotal(label.text)) return { index, label: '', is: 'total' }
    if (length > 0 || isClassName(label.name, book))
      return { index, label: '', is: length === widest ? 'part' : 'below' }
    return { index, label: unitNameOf(label.text), is: 'unknown' }
  })
  return summedUnits(matrix, rows, amounts)
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
