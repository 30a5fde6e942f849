import type { Column } from './columns.js'
import type { Matrix } from './matrix.js'
import { folded } from './words.js'

/** Whom a row is about: `''` is the filing's own organization, undefined a row that names no unit. */
export interface RowEntity {
  entity: string
  code: string
  name: string
}

const TOTAL = /^(?:合计|总计|小计)$/

/** Tells for each body row of a unit table which unit it is about. */
export function entitiesOf(
  matrix: Matrix,
  labels: Column[],
  codeOf: (row: number) => string | undefined,
): Map<number, RowEntity> {
  const named = new Map<number, RowEntity>()
  const nameColumns = labels.filter((c) => c.kind === 'entity' || c.kind === 'name')
  const unitColumn = labels.find((c) => c.kind === 'entity')
  for (let row = matrix.headerRows; row < matrix.rows; row++) {
    const code = codeOf(row) ?? ''
    const own = unitColumn ? textAt(matrix, row, unitColumn.index) : ''
    if (code === '' && own === '') continue
    const combined = /^(\d{3,9})[-－—\s]?([\u4e00-\u9fff].*)$/.exec(own)
    const name =
      combined?.[2] ??
      (own !== '' ? own : (nameColumns.map((c) => textAt(matrix, row, c.index)).find((t) => t !== '') ?? ''))
    if (TOTAL.test(name) || TOTAL.test(own)) continue
    named.set(row, { code: combined?.[1] ?? code, name, entity: '' })
  }
  const rows = [...named.values()]
  const codes = rows.map((r) => r.code).filter((c) => c !== '')
  rows.forEach((row, i) => {
    const whole = row.code !== '' ? isPrefix(row.code, codes) : i === 0
    if (!whole) row.entity = row.code ? `${row.code} ${row.name}`.trim() : row.name
  })
  return named
}

/** The department's code begins the codes of its units; without units below it, the only row is the whole. */
const isPrefix = (code: string, codes: string[]): boolean => {
  const others = codes.filter((c) => c !== code)
  if (others.length === 0) return true
  return others.some((c) => c.startsWith(code) && c.length > code.length)
}

function textAt(matrix: Matrix, row: number, column: number): string {
  const cell = matrix.at(row, column)
  return cell && cell.row === row ? folded(cell.text.text).replace(/\n/g, '') : ''
}
