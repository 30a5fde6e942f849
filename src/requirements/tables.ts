// Takes the tables of a paper, gives the one that is asked for.
import type { Way } from '../catalogue/index.js'
import type { TableType } from '../model/filing.js'
import { fits } from '../model/printed/fits.js'
import { folded } from '../model/printed/folded.js'
import type { Paper, Spot } from './paper.js'
import { MISSING, type Sight, shortened } from './sight.js'

type Table = Paper['tables'][0]

const rowOf = (table: Table, row: number): string =>
  table.cells
    .filter((c) => c.row === row && c.text !== '')
    .map((c) => c.text)
    .join(' ')

/** As printed; a table without title by the row it begins with. */
export const nameOf = (table: Table): string =>
  table.title || table.marker || shortened(rowOf(table, table.cells.find((c) => c.text !== '')?.row ?? 0))

/** Tables of the kind that is named first stand before those of the next. */
const ofTypes = (types: readonly TableType[], paper: Paper): Table[] =>
  types.flatMap((type) => paper.tables.filter((t) => t.type === type))

/** The first that has figures; a blank one is a table too. */
export function tableOf(types: readonly TableType[], paper: Paper): Sight {
  const found = ofTypes(types, paper)
  const table = found.find((t) => !t.empty) ?? found[0]
  return table ? { file: table.file, page: table.page_first, evidence: nameOf(table) } : MISSING
}

/** Words of the form of targets, which a blank one has too. */
const OF_FORM =
  /^(?:.{0,9}(?:指标|指标值|目标|成本|效益|分值|权重|金额|总额|资金|备注|说明)(?:\(.*\))?:?|\d+)$/

const saying = (table: Table) =>
  table.cells.find((c) => c.row >= table.header_rows && c.text.trim() !== '' && !OF_FORM.test(folded(c.text)))

/** A table with something in its body: a blank form does not show what it asks. */
export function filledTableOf(types: readonly TableType[], paper: Paper): Sight {
  for (const table of ofTypes(types, paper)) {
    const cell = saying(table)
    if (!cell) continue
    const name = table.title || table.marker
    return name
      ? { file: table.file, page: table.page_first, evidence: name }
      : { file: table.file, page: cell.page, evidence: shortened(rowOf(table, cell.row)) }
  }
  return MISSING
}

export function cellsWith({ types, words, together }: Extract<Way, { kind: 'cells' }>, paper: Paper): Sight {
  const own = (type: TableType) => (types.length > 0 ? types.includes(type) : type !== 'contents')
  for (const table of paper.tables.filter((t) => own(t.type))) {
    const cells = table.cells.map((c) => ({ ...c, text: folded(c.text) }))
    const all = together && words.find((set) => set.every((w) => cells.some((c) => c.text.includes(w))))
    const found = together
      ? all && cells.find((c) => c.text.includes(all[0] as string))
      : cells.find((c) => fits(c.text, words))
    if (found) return { file: table.file, page: found.page, evidence: `${table.title} ${found.text}`.trim() }
  }
  return MISSING
}

/** The printed row of a figure, up to it: codes and names as they stand. */
export function printedRow(table: Table, row: number, column: number): Spot | undefined {
  const cells = table.cells.filter((c) => c.row === row + table.header_rows && c.text !== '')
  const figure = cells.find((c) => c.column === column)
  if (!figure) return undefined
  const before = cells.filter((c) => c.column < column)
  // Of two lists side by side, the second begins behind the amounts of the first.
  const from = before.findLastIndex((c) => /\d\.\d/.test(c.text)) + 1
  const text = [...before.slice(from), figure].map((c) => c.text).join(' ')
  return { file: table.file, page: figure.page, evidence: shortened(text) }
}

/** Heads that say how a figure is meant and not of what it is. */
const PLAIN_HEAD = /^(?:小计|合计|总计|金额|(?:一般公共)?预算(?:数|拨款|财政拨款)?|决算数|其中:?|\d{4}年.*)$/

/** What stands lowest over a column. */
export const columnHead = (table: Table, column: number): string =>
  table.cells
    .filter(
      (c) =>
        c.row < table.header_rows &&
        c.column <= column &&
        column < c.column + c.column_span &&
        /[\u4e00-\u9fff]/.test(c.text) &&
        !PLAIN_HEAD.test(folded(c.text)),
    )
    .at(-1)?.text ?? ''
