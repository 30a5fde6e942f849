import { foldName } from '../catalogue/index.js'
import type { Extracted, FilingTable, TableCell } from '../model/filing.js'
import { type Decimal, decimal, YUAN_PER } from '../model/money.js'
import { type Saying, said } from '../model/saying.js'
import { amountLike, printedLike } from './amounts.js'
import { type CellFigure, figureIn } from './cell-figures.js'
import type { PrintedPlace } from './check.js'
import { compact, titleOfTable } from './print.js'

/** The money of a form of performance targets (绩效目标表): the contract keeps it out of the facts. */
export interface TargetForm {
  table: FilingTable
  /** Of all spending, or of one project. */
  of: 'whole' | 'project'
  /** The project's printed name. */
  name: string
  /** 元 */
  total: CellFigure | undefined
  /** The total is of the whole term of a project, which may be more than a year. */
  ofTerm: boolean
  /** Treasury money, carried-over money, other money: what the total consists of; empty where one is not understood. */
  sources: CellFigure[]
  /** Of these what is carried over: some forms print it beside the treasury's money, some as a part of it. */
  carried: CellFigure | undefined
  basic: CellFigure[]
  project: CellFigure[]
  /** Tasks over a row 金额合计. */
  tasks: CellFigure[]
  /** Its money stands under heads, not beside labels. */
  isHeaded: boolean
  /** 万元, as the form or the figures say. */
  unit: string
}

const TOTAL =
  /^(?:其中[:：])?(?:年度|本年度?|全年|部门|预算|支出|项目)*(?:资金|预算|支出|金额)+(?:总额|合计|总计)[:：]?$|^总额$/
const TERM_TOTAL = /^实施期(?:资金)?(?:总额|合计)[:：]?$/
const SOURCE =
  /^(?:其中[:：])?(?:财政(?:拨款|资金)|上年结转(?:资金)?|其他资金|单位资金|(?:财政)?专户资金)[:：]?$/
const UNIT = /[（(](?:单位[:：])?(亿元|万元|元)[）)]/

/** Forms whose money can be read; those that print no unit of money are left out. */
export const targetForms = (filing: Extracted): TargetForm[] =>
  filing.tables.flatMap((table) => {
    const ofOne = /专项|项目/.test(table.title) || table.type === 'performance-project'
    if (table.type !== 'performance-overall' && table.type !== 'performance-project') return []
    const form = new FormCells(table)
    if (form.unit === '') return []
    const read = ofOne ? form.labelled() : (form.headed() ?? form.labelled())
    return read
      ? [{ ...read, table, of: ofOne ? ('project' as const) : ('whole' as const), name: form.name() }]
      : []
  })

type Money = Pick<
  TargetForm,
  'total' | 'isHeaded' | 'ofTerm' | 'sources' | 'carried' | 'basic' | 'project' | 'tasks' | 'unit'
>

class FormCells {
  readonly unit: string
  private readonly cells: readonly TableCell[]

  constructor(table: FilingTable) {
    this.cells = [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column)
    const printed = this.cells.flatMap((c) => UNIT.exec(compact(c.text))?.[1] ?? [])
    const unit = printed[0] ?? table.unit
    this.unit = YUAN_PER[unit] ? unit : ''
  }

  /** What stands beside 项目名称. */
  name(): string {
    const label = this.cells.find((c) => /^(?:专项)?[（(]?(?:项目)[）)]?名称/.test(compact(c.text)))
    const beside = label && this.rightOf(label).find((c) => compact(c.text) !== '')
    return beside ? foldName(compact(beside.text)) : ''
  }

  /** `年度资金总额： 118.01`, its sources below. */
  labelled(): Money | undefined {
    const label = this.find(TOTAL) ?? this.find(TERM_TOTAL)
    const total = label && this.figureBeside(label)
    if (!label || !total) return undefined
    const below = this.cells.filter((c) => c.column === label.column && c.row > label.row)
    let sources: CellFigure[] = []
    let carried: CellFigure | undefined
    for (const cell of below) {
      const text = compact(cell.text)
      const figure = this.figureAt(cell.row, total.cell.column)
      if (!SOURCE.test(text)) {
        // Money of a source nobody knows: what the others add up to says nothing.
        if (figure) sources = []
        break
      }
      if (figure) sources.push(figure)
      if (/结转/.test(text)) carried = figure
    }
    const named = (name: RegExp) =>
      this.cells.flatMap((c) => (name.test(compact(c.text)) ? (this.figureBeside(c) ?? []) : []))
    return {
      total,
      isHeaded: false,
      ofTerm: TERM_TOTAL.test(compact(label.text)),
      sources,
      carried,
      basic: named(/^(?:其中[:：])?基本支出[:：]?$/),
      project: named(/^(?:其中[:：])?项目支出[:：]?$/),
      tasks: [],
      unit: this.unit,
    }
  }

  /** Heads `总额 | 财政拨款 | 其他资金` over a row of figures, or over tasks and a row 金额合计. */
  headed(): Money | undefined {
    const head = this.find(TOTAL)
    if (!head || this.figureBeside(head)) return undefined
    const column = this.cells.filter((c) => c.column === head.column && c.row > head.row)
    const rows = column.flatMap((c) => this.figure(c) ?? [])
    const sumRow = column.find((c) =>
      this.cells.some((l) => l.row === c.row && /^(?:金额)?合计$/.test(compact(l.text))),
    )
    const total = sumRow ? this.figure(sumRow) : rows.length === 1 ? rows[0] : undefined
    if (!total) return undefined
    const tasks = sumRow ? rows.filter((f) => f.cell.row < sumRow.row) : []
    // Behind the next total stands what was spent.
    const next = this.cells.find(
      (c) => c.row === head.row && c.column > head.column && TOTAL.test(compact(c.text)),
    )
    const inRow = this.cells.filter(
      (c) =>
        c.row === total.cell.row &&
        c.column > head.column &&
        c.column < (next?.column ?? Number.POSITIVE_INFINITY),
    )
    const under = (name: RegExp, sub: RegExp) =>
      inRow.flatMap((c) => {
        const heads = this.headsOver(c, head.row)
        return heads.some((h) => name.test(h)) && heads.some((h) => sub.test(h)) ? (this.figure(c) ?? []) : []
      })
    const isSplit = inRow.some((c) => this.headsOver(c, head.row).some((h) => /^基本支出$/.test(h)))
    return {
      total,
      isHeaded: true,
      ofTerm: false,
      sources: under(SOURCE, isSplit ? /^合计$/ : SOURCE),
      carried: undefined,
      basic: under(SOURCE, /^基本支出$/),
      project: under(SOURCE, /^项目支出$/),
      tasks,
      unit: this.unit,
    }
  }

  private find(name: RegExp): TableCell | undefined {
    return this.cells.find((c) => name.test(compact(c.text)))
  }

  private rightOf(label: TableCell): TableCell[] {
    return this.cells.filter((c) => c.row === label.row && c.column > label.column)
  }

  /** The figure right of a label, no other label between. */
  private figureBeside(label: TableCell): CellFigure | undefined {
    const next = this.rightOf(label).find((c) => compact(c.text) !== '')
    return next && this.figure(next)
  }

  private figureAt(row: number, column: number): CellFigure | undefined {
    const cell = this.cells.find((c) => c.row === row && c.column === column)
    return cell && this.figure(cell)
  }

  private headsOver(cell: TableCell, from: number): string[] {
    return this.cells
      .filter(
        (c) =>
          c.row >= from &&
          c.row < cell.row &&
          c.column <= cell.column &&
          cell.column < c.column + c.column_span,
      )
      .map((c) => compact(c.text))
  }

  private figure(cell: TableCell): CellFigure | undefined {
    const [, digits = '', own] = /^(.*?)(亿元|万元|元)?$/.exec(compact(cell.text)) ?? []
    return figureIn({ ...cell, text: digits }, own ?? this.unit)
  }
}

/** A figure of a form, at its own cell. */
export const placeOfForm = (form: TargetForm, figure: CellFigure): PrintedPlace => ({
  page: figure.cell.page,
  bbox: figure.cell.bbox,
  place: titleOfTable(form.table),
  evidence: [form.name, figure.printed].filter(Boolean).join(' '),
})

/** What a form calls a figure: the label beside it, with the head over it where there is one. */
export function nameInForm({ table, isHeaded }: TargetForm, { cell }: CellFigure): Saying {
  const isName = (c: TableCell) => /[\u4e00-\u9fff]/.test(c.text)
  const inRow = table.cells.filter((c) => c.row === cell.row && c.column < cell.column && isName(c))
  const inColumn = table.cells.filter(
    (c) => c.row < cell.row && c.column <= cell.column && cell.column < c.column + c.column_span && isName(c),
  )
  const beside = inRow.sort((a, b) => a.column - b.column).at(-1)
  const above = isHeaded ? inColumn.sort((a, b) => a.row - b.row).at(-1) : undefined
  const words = [beside, above].flatMap((c) => (c ? [shortened(compact(c.text).replace(/[:：]$/, ''))] : []))
  return said('quoted', { words: words.join('—') })
}

/** A task is told in sentences. */
const LONGEST_NAME = 20
const shortened = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name

/** A figure as the form prints it. */
export function printedIn(unit: string, { value, printed }: CellFigure): Saying {
  const bare = printed.replace(/[,，]/g, '')
  return decimal(bare)
    .times(YUAN_PER[unit] ?? '1')
    .eq(value)
    ? printedLike({ ...LIKE, unit, raw: printed }, { ...LIKE, unit })
    : amountIn(unit, value)
}

const LIKE = { raw: '', value: '0', decimals: 0, measure: 'amount' as const, label: '' }

/** An amount as the form's unit has it. */
export const amountIn = (unit: string, value: Decimal): Saying => amountLike(value, { ...LIKE, unit })
