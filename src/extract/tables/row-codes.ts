import type { Column } from './columns.js'
import type { Matrix } from './matrix.js'
import { folded } from './words.js'

export interface RowCodes {
  function?: string
  economy?: string
  government?: string
  /** A unit's code in the code column (6 digits, or 3 digits that are no class). */
  entity?: string
  /** Names printed beside codes in the same cell (`2011301-行政运行`). */
  names: string[]
}

/** Reads the code columns of rows from top to bottom: parts of a code may continue the rows above. */
export class CodeReader {
  /** Full code of the last row per code column group, for columns that print only their own level. */
  private last = ''

  constructor(
    private readonly matrix: Matrix,
    private readonly labels: Column[],
  ) {}

  read(row: number): RowCodes {
    const codes: RowCodes = { names: [] }
    const parts = this.labels.filter((c) => c.kind === 'class' || c.kind === 'section' || c.kind === 'item')
    // 类|款|项 may stand twice in a row: function columns, then economy columns.
    for (const group of groupsOf(parts)) this.take(this.joined(row, group), codes)
    for (const column of this.labels) {
      if (column.kind !== 'code' && column.kind !== 'entity-code') continue
      const cell = this.matrix.at(row, column.index)
      if (!cell || cell.row !== row) continue
      // A merged 合计 is no code.
      const text = folded(cell.text.text).replace(/\n/g, '')
      const match = /^(\d{1,7})(?:[-－—](.+))?$/.exec(text)
      if (!match) continue
      const code = match[1] as string
      if (match[2]) codes.names.push(match[2])
      if (column.kind === 'entity-code') codes.entity = code
      else this.take(this.full(code), codes)
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

  private joined(row: number, group: Column[]): string {
    const texts = group.map((c) => {
      const cell = this.matrix.at(row, c.index)
      return cell && cell.row === row && cell.columnSpan === 1 ? folded(cell.text.text) : ''
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
