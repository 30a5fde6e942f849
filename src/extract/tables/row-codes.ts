import { otherReadings } from '../../model/alternatives.js'
import type { Cell } from '../../model/document.js'
import { codedName } from '../../model/printed/code.js'
import { folded } from '../../model/printed/folded.js'
import { CODE_DOUBTFUL, DOUBT } from '../../model/reading.js'
import { slice, type Text } from '../../model/text.js'
import { methodOf } from '../scanned.js'
import type { CodeBook } from './code-book.js'
import type { Column } from './columns.js'
import type { Matrix } from './matrix.js'

export interface RowCodes {
  function?: string
  economy?: string
  government?: string
  /** A unit's code in the code column (6 digits, or 3 digits that are no class). */
  entity?: string
  /** Names printed beside codes in the same cell (`2011301-行政运行`). */
  names: string[]
  /** How a code of a scanned row was come by, where it is not just what was read; a stable code. */
  note?: string
}

/** A code cell of a scanned row as it may be read otherwise. */
interface OtherCell {
  cell: Cell
  text: string
}

/** What of a cell is its code: a name behind it may be misread without harm. */
const codeIn = (cell: Text): Text =>
  slice(cell, 0, /^[^-－—\p{Script=Han}]*/u.exec(cell.text)?.[0].length ?? 0)

/** Reads the code columns of rows from top to bottom: parts of a code may continue the rows above. */
export class CodeReader {
  /** Full code of the last row per code column group, for columns that print only their own level. */
  private last = ''

  constructor(
    private readonly matrix: Matrix,
    private readonly labels: Column[],
    private readonly book: CodeBook,
  ) {}

  /** The codes of a row with the name printed beside them. */
  read(row: number, name: string): RowCodes {
    const above = this.last
    const read = this.taken(row)
    const cells = this.codeCells(row)
    const doubtful = cells.filter((cell) => otherReadings(codeIn(cell.text)).length > 0)
    if (this.isNamed(read, name)) return read
    // However surely it was recognized: a code that is none, or beside another code's name, was likely misread.
    if (doubtful.length === 0)
      return cells.some((cell) => methodOf(cell.text) === 'ocr') &&
        (this.isUnknown(read) || this.bearsAnothers(read, name))
        ? { ...read, note: CODE_DOUBTFUL }
        : read
    const last = this.last
    const settled = this.isKnown(read) ? undefined : this.readOtherwise(row, name, doubtful, above)
    if (settled) return settled
    this.last = last
    const unsure = doubtful.some((cell) => codeIn(cell.text).glyphs.some((g) => g && g.confidence < DOUBT))
    return unsure ? { ...read, note: CODE_DOUBTFUL } : read
  }

  /**
   * A code that the year does not know, where exactly one of its other readings is a code that bears the printed name;
   * the catalogue and the name are two witnesses, and only characters that were not read surely can change.
   */
  private readOtherwise(row: number, name: string, doubtful: Cell[], above: string): RowCodes | undefined {
    const found = new Map<string, { codes: RowCodes; last: string }>()
    for (const cell of doubtful)
      for (const { text } of otherReadings(codeIn(cell.text))) {
        this.last = above
        const codes = this.taken(row, {
          cell,
          text: text + cell.text.text.slice(codeIn(cell.text).text.length),
        })
        const note = `code-read-as ${folded(cell.text.text)}`
        if (this.isNamed(codes, name))
          found.set(codesIn(codes).join(' '), { codes: { ...codes, note }, last: this.last })
      }
    const [only, ...more] = found.values()
    if (!only || more.length > 0) return undefined
    this.last = only.last
    return only.codes
  }

  private isKnown = (codes: RowCodes): boolean =>
    codesIn(codes).length > 0 && codesIn(codes).every((code) => this.book.has(code))

  private isNamed = (codes: RowCodes, name: string): boolean =>
    this.isKnown(codes) && codesIn(codes).some((c) => this.book.isNamed(c, name || codes.names.join('')))

  private isUnknown = (codes: RowCodes): boolean => codesIn(codes).some((code) => !this.book.isCode(code))

  /** Whether the name is one of other codes of the same classification. */
  private bearsAnothers = (codes: RowCodes, name: string): boolean =>
    codesIn(codes).some((code) => this.book.isOfAnother(code, name || codes.names.join('')))

  private codeCells(row: number): Cell[] {
    return this.labels.flatMap((column) => {
      const cell = CODE_KINDS.has(column.kind) ? this.matrix.at(row, column.index) : undefined
      return cell && cell.row === row && cell.columnSpan === 1 && /\d/.test(cell.text.text) ? [cell] : []
    })
  }

  /** What the row's code cells say, one of them read otherwise if given. */
  private taken(row: number, other?: OtherCell): RowCodes {
    const textOf = (cell: Cell): string => folded(cell === other?.cell ? other.text : cell.text.text)
    const codes: RowCodes = { names: [] }
    const parts = this.labels.filter((c) => c.kind === 'class' || c.kind === 'section' || c.kind === 'item')
    // 类|款|项 may stand twice in a row: function columns, then economy columns.
    for (const group of groupsOf(parts)) this.take(this.joined(row, group, textOf), codes)
    for (const column of this.labels) {
      if (column.kind !== 'code' && column.kind !== 'entity-code') continue
      const cell = this.matrix.at(row, column.index)
      if (!cell || cell.row !== row) continue
      // A merged 合计 is no code.
      const text = textOf(cell).replace(/\n/g, '')
      const coded = codedName(text)
      if (!coded || (coded.runOn && !this.book.isNamed(coded.code, coded.name))) continue
      if (coded.name !== '') codes.names.push(coded.name)
      if (column.kind === 'entity-code') codes.entity = coded.code
      else this.take(this.full(coded.code), codes)
    }
    return codes
  }

  /** One column that prints 208, then 05, then 2080505. */
  private full(code: string): string {
    if (code.length >= 3) {
      this.last = code
      return code
    }
    const padded = code.padStart(2, '0')
    const whole = this.last.slice(0, 3) + padded
    if (this.last.length < 3) return ''
    this.last = whole
    return whole
  }

  private joined(row: number, group: Column[], textOf: (cell: Cell) => string): string {
    const texts = group.map((c) => {
      const cell = this.matrix.at(row, c.index)
      return cell && cell.row === row && cell.columnSpan === 1 ? textOf(cell) : ''
    })
    if (texts.every((t) => t === '') || texts.some((t) => t !== '' && !/^\d{1,7}$/.test(t))) return ''
    // Some print whole codes in the column of their level: 208 | 20805 | 2080505.
    const longest = texts.reduce((a, b) => (b.length > a.length ? b : a), '')
    if (longest.length > 3) {
      this.last = longest
      return longest
    }
    const above = this.last
    let code = ''
    group.forEach((column, i) => {
      const text = texts[i] as string
      const from = column.kind === 'class' ? 0 : column.kind === 'section' ? 3 : 5
      const size = from === 0 ? 3 : 2
      if (text !== '') {
        // Only the own level is printed: the upper levels are those of the rows above.
        if (code.length < from) code = above.slice(0, from)
        code = code.slice(0, from) + text.padStart(size, '0')
      }
    })
    if (code.length === 3 || code.length === 5 || code.length === 7) this.last = code
    else return ''
    return code
  }

  private take(code: string, codes: RowCodes): void {
    if (code === '') return
    if (/^2\d\d(\d\d)?(\d\d)?$/.test(code)) codes.function = code
    else if (/^3\d\d(\d\d)?(\d\d)?$/.test(code)) codes.economy = code
    else if (/^5\d\d(\d\d)?(\d\d)?$/.test(code)) codes.government = code
    else if (/^\d{3}$|^\d{6}$/.test(code)) codes.entity = code
  }
}

const CODE_KINDS: ReadonlySet<Column['kind']> = new Set(['class', 'section', 'item', 'code', 'entity-code'])

const codesIn = ({ function: f, economy, government }: RowCodes): string[] =>
  [f, economy, government].filter((code) => code !== undefined)

/** Runs of 类, 款, 项: a new 类 opens the next group. */
function groupsOf(parts: Column[]): Column[][] {
  const groups: Column[][] = []
  for (const column of parts) {
    const group = groups.at(-1)
    if (!group || column.kind === 'class') groups.push([column])
    else group.push(column)
  }
  return groups
}
