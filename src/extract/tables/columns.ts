import type { Classification, ColumnRole } from '../../model/aspects.js'
import type { Cell } from '../../model/document.js'
import { oncePer } from '../../model/once-per.js'
import { codedName } from '../../model/printed/code.js'
import { folded } from '../../model/printed/folded.js'
import { isNumber } from '../../model/printed/number.js'
import { understand } from '../aspects/printed-words.js'
import { isIllegible, methodOf } from '../scanned.js'
import { headsOver, type Matrix } from './matrix.js'
import { headNearly } from './misread-heads.js'

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

/** Reckoned once of each table: who asks does not change them. */
export const columnsOf = oncePer((matrix: Matrix): readonly Column[] => {
  const columns: Column[] = []
  for (let index = 0; index < matrix.columns; index++) {
    const heads = headsOver(matrix, index)
    const readings = heads.map(readingOf)
    const path = readings.map(({ head }) => head)
    const doubtful = readings.some((reading) => reading.doubtful)
    const { aspects, whole } = understand(path.at(-1) ?? '', 'head')
    const { role, classification } = aspects
    const kind = kindOf(matrix, index, whole || !role || !WHOLE_ONLY.has(role) ? role : undefined)
    columns.push({ index, path, doubtful, kind, ...(classification ? { classification } : {}) })
  }
  governmentNames(columns)
  levelsOfCodes(matrix, columns)
  columns.forEach((column, i) => {
    if (columns[i + 1]?.kind === 'entity' && holdsUnitCodes(column, matrix)) column.kind = 'entity-code'
  })
  return columns
})

/** A head as it was printed, folded; one that no word explains is the recognized head that it nearly is. */
function readingOf({ text }: Cell): { head: string; doubtful: boolean } {
  const head = folded(text.text)
  const nearly = methodOf(text) === 'ocr' && !understand(head, 'head').whole ? headNearly(head) : undefined
  return nearly === undefined || nearly === head
    ? { head, doubtful: isIllegible(text) }
    : { head: nearly, doubtful: true }
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

const LEVELS: readonly ColumnKind[] = ['class', 'section', 'item']

/** Codes in parts (类 | 款 | 项) whose heads do not say so: one or two bare digits right of a code are its next level. */
function levelsOfCodes(matrix: Matrix, columns: Column[]): void {
  columns.forEach((column, i) => {
    const before = columns[i - 1]
    if (!before || !mayBeLevel(column) || !holdsLevels(matrix, column)) return
    if (mayBeLevel(before) && codeLength(matrix, before.index) === 3) before.kind = 'class'
    const level = LEVELS.indexOf(before.kind)
    if (level >= 0) column.kind = LEVELS[level + 1] ?? 'ignored'
  })
}

const mayBeLevel = ({ kind }: Column): boolean => kind === 'amount' || kind === 'code'

/** Below a head that names money only a 0 before a digit tells. */
function holdsLevels(matrix: Matrix, column: Column): boolean {
  const length = codeLength(matrix, column.index)
  if (length === 0 || length > 2) return false
  const { aspects, whole } = understand(column.path.at(-1) ?? '', 'head')
  const isMoney = whole && aspects.role === undefined && column.path.length > 0
  return !isMoney || bodyTexts(matrix, column.index).some((text) => /^0\d$/.test(text))
}

/** The longest code in a column that holds nothing but short digits; 0 for any other column. */
function codeLength(matrix: Matrix, column: number): number {
  const texts = bodyTexts(matrix, column).filter((text) => !/^[类款项]$/.test(text))
  return texts.every((text) => /^\d{1,3}$/.test(text)) ? Math.max(0, ...texts.map((t) => t.length)) : 0
}

/** What is printed below the heads of a column, in cells of its own. */
const bodyTexts = (matrix: Matrix, column: number): string[] =>
  Array.from({ length: matrix.rows - matrix.headerRows }, (_, i) => matrix.headerRows + i).flatMap((row) => {
    const cell = matrix.at(row, column)
    const text = cell && cell.row === row && cell.columnSpan === 1 ? folded(cell.text.text) : ''
    return text === '' ? [] : [text]
  })

/** All columns as one panel, unless their heads repeat: the same lists printed side by side. */
export function panelOfRows(columns: readonly Column[]): Panel[] {
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
export function panelsOf(columns: readonly Column[]): Panel[] {
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
