import { type Decimal, decimal } from '../../model/money.js'
import { folded } from '../../model/printed/folded.js'
import type { Column } from './columns.js'
import type { Matrix } from './matrix.js'
import { printedNumber } from './printed-number.js'

/** Whom a row is about: `''` is the filing's own organization. */
export interface RowEntity {
  entity: string
  code: string
  name: string
  /** The row is a code of a classification that repeats its unit's code. */
  isBelow?: true
}

/** What the label columns of a row say before its unit is known. */
export interface RowAbout {
  unitCode: string | undefined
  /** Digits of its code of a classification; 0 without one. */
  level: number
  /** Its name may be a unit's: it is no project's, and none of a classification. */
  mayBeUnit: boolean
}

const TOTAL = /^(?:合计|总计|小计)$/

/** Tells for each body row that names a unit which one it is: the organization as a whole or one of its units. */
export function entitiesOf(
  matrix: Matrix,
  labels: Column[],
  amounts: Column[],
  about: (row: number) => RowAbout,
): Map<number, RowEntity> {
  const named = new Map<number, RowEntity>()
  const below = new Map<number, string>()
  const unknown: { row: number; name: string }[] = []
  const nameColumns = labels.filter((c) => c.kind === 'entity' || c.kind === 'name')
  const unitColumn = labels.find((c) => c.kind === 'entity')
  let total: number | undefined
  for (let row = matrix.headerRows; row < matrix.rows; row++) {
    const texts = nameColumns.map((c) => textAt(matrix, row, c.index))
    if (texts.some((t) => TOTAL.test(t))) total ??= row
    const { unitCode: code = '', level, mayBeUnit } = about(row)
    const own = unitColumn ? textAt(matrix, row, unitColumn.index) : ''
    if (code === '' && own === '') {
      const at = texts.findIndex((t) => t !== '' && !TOTAL.test(t))
      if (at >= 0 && level === 0 && mayBeUnit)
        unknown.push({ row, name: printedAt(matrix, row, (nameColumns[at] as Column).index) })
      continue
    }
    // The name beside the codes of a unit and a classification is the classification's.
    if (level > 0 && own === '' && code !== '') {
      below.set(row, code)
      continue
    }
    const nameColumn = own === '' ? nameColumns[texts.findIndex((t) => t !== '')] : unitColumn
    const printed = nameColumn ? printedAt(matrix, row, nameColumn.index) : ''
    const combined = /^(\d{3,9})[-－—\s]?([\u4e00-\u9fff].*)$/.exec(own === '' ? '' : printed)
    const name = combined?.[2] ?? printed
    if (TOTAL.test(folded(name)) || TOTAL.test(own)) continue
    named.set(row, { code: combined?.[1] ?? code, name, entity: '' })
  }
  nameUnits(matrix, { named, below, unknown }, amounts, total, about)
  const codes = [...named.values()].map((r) => r.code).filter((c) => c !== '')
  const units = [...named.keys()]
  const figures = (row: number) => figuresOf(matrix, row, amounts)
  for (const [row, unit] of named) {
    const whole =
      unit.code !== ''
        ? isPrefix(unit.code, codes)
        : isAlone(named) ||
          isWhole(units.map(figures), units.indexOf(row), total === undefined ? undefined : figures(total))
    if (unit.code === '' && unit.name === '') continue
    if (!whole) unit.entity = unit.code ? `${unit.code} ${unit.name}`.trim() : unit.name
  }
  return named
}

/** Units whose code stands in the rows below their name only, and the rows of their codes. */
function nameUnits(
  matrix: Matrix,
  { named, below, unknown }: Found,
  amounts: Column[],
  total: number | undefined,
  about: (row: number) => RowAbout,
): void {
  const figures = (row: number) => figuresOf(matrix, row, amounts)
  for (const { row, name } of unknown) {
    const next = unknown.find((u) => u.row > row)?.row ?? matrix.rows
    const firstNamed = [...named.keys()].find((r) => r > row) ?? matrix.rows
    const rows = [...below.keys()].filter((r) => r > row && r < Math.min(next, firstNamed))
    const codes = new Set(rows.map((r) => below.get(r)))
    const widest = Math.min(...rows.map((r) => about(r).level))
    const parts = rows.filter((r) => about(r).level === widest)
    const own = figures(row)
    if (codes.size === 1 && equal(own, sumOf(parts.map(figures))))
      named.set(row, { code: [...codes][0] as string, name, entity: '' })
    // Above the units, with the figures of all of them: the department.
    else if (named.size + below.size > 0 && total !== undefined && equal(own, figures(total)))
      named.set(row, { code: '', name: '', entity: '' })
  }
  for (const [row, code] of below) {
    const name = [...named.values()].find((u) => u.code === code && !u.isBelow)?.name ?? ''
    named.set(row, { code, name, entity: '', isBelow: true })
  }
}

interface Found {
  named: Map<number, RowEntity>
  /** Rows of codes of a classification, with the code of their unit. */
  below: ReadonlyMap<number, string>
  /** Rows whose name is neither a unit known by its code nor a classification's. */
  unknown: readonly { row: number; name: string }[]
}

/**
 * The department's code begins the codes of its units; without units below it, the only row is the whole. A code that
 * begins another by chance (one that is cut off) begins itself with the department's; a single digit counts groups of units.
 */
const isPrefix = (code: string, codes: string[]): boolean => {
  const others = codes.filter((c) => c !== code)
  if (others.length === 0) return true
  if (code.length === 1) return false
  return others.some((c) => c.startsWith(code)) && !others.some((c) => code.startsWith(c))
}

/** One name beside every row is the organization's own. */
const isAlone = (named: Map<number, RowEntity>): boolean =>
  new Set([...named.values()].map((r) => folded(r.name))).size === 1

type Figures = (Decimal | undefined)[]

/** Without codes, the whole is the only unit, or one whose figures are the total or the sum of the others. */
function isWhole(units: Figures[], at: number, total: Figures | undefined): boolean {
  const own = units[at] as Figures
  if (total) return at === 0 && own.some((n, i) => n && !n.eq(0) && total[i]) && equal(own, total)
  // Several units and no total: a department printed first sums up the rest.
  return at === 0 && equal(own, sumOf(units.slice(1)))
}

const equal = (a: Figures, b: Figures): boolean =>
  a.every((n, i) =>
    (n ?? decimal('0'))
      .minus(b[i] ?? decimal('0'))
      .abs()
      .lt('0.05'),
  )

const sumOf = (rows: Figures[]): Figures =>
  (rows[0] ?? []).map((_, i) => rows.reduce((sum, row) => sum.plus(row[i] ?? '0'), decimal('0')))

const figuresOf = (matrix: Matrix, row: number, amounts: Column[]): Figures =>
  amounts.map((column) => {
    const cell = matrix.at(row, column.index)
    return cell && cell.row === row ? printedNumber(cell.text)?.value : undefined
  })

/** A cell's text with the signs that are printed, without spaces. */
function printedAt(matrix: Matrix, row: number, column: number): string {
  const cell = matrix.at(row, column)
  return cell && cell.row === row ? cell.text.text.replace(/\s/g, '') : ''
}

function textAt(matrix: Matrix, row: number, column: number): string {
  const cell = matrix.at(row, column)
  return cell && cell.row === row ? folded(cell.text.text).replace(/\n/g, '') : ''
}
