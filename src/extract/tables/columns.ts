import type { Classification, ColumnRole } from '../../model/aspects.js'
import { codedName } from '../../model/printed/code.js'
import { folded } from '../../model/printed/folded.js'
import { isNumber } from '../../model/printed/number.js'
import { understand } from '../aspects/printed-words.js'
import { isIllegible } from '../scanned.js'
import { headsOver, type Matrix } from './matrix.js'

/** What stands in a column. */
export type ColumnKind = ColumnRole | 'government-name' | 'amount'

export interface Column {
  index: number
  kind: ColumnKind
  /** Folded header texts from group to leaf. */
  path: string[]
  /** A head of the path was hardly legible. */
  doubtful: boolean
  /** Whose codes or names its heads say that it holds. */
  classification?: Classification
}

/** Columns that belong together: labels on the left, their amounts on the right. */
export interface Panel {
  labels: Column[]
  amounts: Column[]
}

const CODE = /^\d{3,7}$/
/** A code of the classifications of functions and economic purposes. */
const CLASSIFIED = /^(?:[23]\d{2}(?:\d{2}){0,2}|5\d{2}(?:\d{2})?)$/
/** This many codes under each other are no amounts that happen to look like codes. */
const ENOUGH_CODES = 3

/** A part of a head says as little as an unknown one: 闸门科目(资金使用单位) may hold anything. */
const WHOLE_ONLY: ReadonlySet<ColumnRole> = new Set([
  'entity',
  'entity-code',
  'year',
  'class',
  'section',
  'item',
])

export function columnsOf(matrix: Matrix): Column[] {
  const columns: Column[] = []
  for (let index = 0; index < matrix.columns; index++) {
    const heads = headsOver(matrix, index)
    const path = heads.map((cell) => folded(cell.text.text))
    const doubtful = heads.some((cell) => isIllegible(cell.text))
    const { aspects, whole } = understand(path.at(-1) ?? '', 'head')
    const { role, classification } = aspects
    const kind = kindOf(matrix, index, whole || !role || !WHOLE_ONLY.has(role) ? role : undefined)
    columns.push({ index, path, doubtful, kind, ...(classification ? { classification } : {}) })
  }
  governmentNames(columns)
  if (!columns.some((c) => c.kind === 'class')) partCodes(matrix, columns)
  columns.forEach((column, i) => {
    if (columns[i + 1]?.kind === 'entity' && holdsUnitCodes(column, matrix)) column.kind = 'entity-code'
  })
  return columns
}

/** Names of the government's classification beside those of the department's only repeat them. */
function governmentNames(columns: Column[]): void {
  if (!columns.some((c) => c.kind === 'code' || c.kind === 'class')) return
  const names = columns.filter((c) => c.kind === 'name')
  for (const column of names)
    if (column.classification === 'government' && column !== names[0]) column.kind = 'government-name'
}

function kindOf(matrix: Matrix, index: number, named: ColumnRole | undefined): ColumnKind {
  const content = contentOf(matrix, index)
  // 对事业单位补助: figures are no units, whatever word their head holds.
  if (named === 'entity' && content.texts === 0 && content.numbers > content.codes) return 'amount'
  if (named && named !== 'name' && named !== 'code') return named
  // What stands in the column outweighs a vague head: names under 预算数 are names, amounts under 项目 amounts.
  if (content.filled > 0) {
    if (content.classified >= Math.max(ENOUGH_CODES, 0.9 * content.filled)) return 'code'
    if (content.codes >= 0.5 * content.filled && content.texts === 0 && named === 'code') return 'code'
    if (content.coded >= 0.5 * content.filled) return 'code'
    if (content.texts > 0.5 * content.filled) return named ?? 'name'
    if (named === 'code') return 'code'
    return named === 'name' && content.numbers < 0.5 * content.filled ? 'name' : 'amount'
  }
  return named ?? 'amount'
}

/** A column whose head cannot be read, before the names of units: their codes, and not one amount. */
function holdsUnitCodes({ kind, index }: Column, matrix: Matrix): boolean {
  if (kind !== 'amount') return false
  const { filled, codes, numbers } = contentOf(matrix, index)
  return codes >= 0.5 * filled && codes === numbers
}

interface Content {
  filled: number
  texts: number
  numbers: number
  codes: number
  classified: number
  coded: number
}

function contentOf(matrix: Matrix, column: number): Content {
  const content = { filled: 0, texts: 0, numbers: 0, codes: 0, classified: 0, coded: 0 }
  for (let r = matrix.headerRows; r < matrix.rows; r++) {
    const cell = matrix.at(r, column)
    if (!cell || cell.row !== r || cell.columnSpan > 1) continue
    const text = folded(cell.text.text)
    if (text === '') continue
    content.filled++
    if (isCodedName(text)) content.coded++
    else if (isNumber(text)) {
      content.numbers++
      if (CODE.test(text)) content.codes++
      if (CLASSIFIED.test(text)) content.classified++
    } else if (/[\u4e00-\u9fff]/.test(text)) content.texts++
  }
  return content
}

const isCodedName = (text: string): boolean => {
  const coded = codedName(text)
  if (coded === undefined || coded.name === '') return false
  // Digits that run into a name are a code where they have the form of one of the classifications.
  return coded.runOn ? CLASSIFIED.test(coded.code) : coded.code.length >= 3
}

/** Columns of codes in parts (类 | 款 | 项) whose heads do not say so, told by the length of what they hold. */
function partCodes(matrix: Matrix, columns: Column[]): void {
  for (let i = 0; i + 1 < columns.length; i++) {
    const group = columns.slice(i, i + 3)
    const lengths = group.map((c) => codeLength(matrix, c.index))
    if (lengths[0] !== 3 || (lengths[1] as number) > 2 || lengths[1] === 0) continue
    ;(group[0] as Column).kind = 'class'
    ;(group[1] as Column).kind = 'section'
    if (group[2] && lengths[2] && lengths[2] <= 2) group[2].kind = 'item'
    i += 2
  }
}

/** The longest code in a column that holds nothing but short digits; 0 for any other column. */
function codeLength(matrix: Matrix, column: number): number {
  let longest = 0
  for (let r = matrix.headerRows; r < matrix.rows; r++) {
    const cell = matrix.at(r, column)
    if (!cell || cell.row !== r || cell.columnSpan > 1) continue
    const text = folded(cell.text.text)
    if (text === '' || /^[类款项]$/.test(text)) continue
    if (!/^\d{1,3}$/.test(text)) return 0
    longest = Math.max(longest, text.length)
  }
  return longest
}

/** All columns as one panel, unless their heads repeat: the same lists printed side by side. */
export function panelOfRows(columns: Column[]): Panel[] {
  const panels = panelsOf(columns)
  const heads = (p: Panel) =>
    p.labels.filter((c) => c.kind === 'code' || c.kind === 'name').map((c) => c.path.at(-1))
  const first = panels[0] && heads(panels[0])
  const repeated = panels.slice(1).some((p) => heads(p).some((h) => h !== undefined && first?.includes(h)))
  if (repeated) return panels
  const labels = columns.filter((c) => c.kind !== 'amount' && c.kind !== 'ignored')
  const amounts = columns.filter((c) => c.kind === 'amount')
  return amounts.length > 0 ? [{ labels, amounts }] : []
}

/** Groups columns: a label column after an amount column opens the next panel. */
export function panelsOf(columns: Column[]): Panel[] {
  const panels: Panel[] = []
  for (const column of columns) {
    if (column.kind === 'ignored') continue
    const panel = panels.at(-1)
    if (column.kind === 'amount') {
      if (panel) panel.amounts.push(column)
      else panels.push({ labels: [], amounts: [column] })
    } else if (panel && panel.amounts.length === 0) panel.labels.push(column)
    else panels.push({ labels: [column], amounts: [] })
  }
  return panels.filter((p) => p.amounts.length > 0)
}
