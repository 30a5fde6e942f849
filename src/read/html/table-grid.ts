import { compactText, type Element, elementsIn, isBlock } from './tree.js'

/** A cell of a table in its slots, as browsers place it. */
export interface Slot {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  element: Element
}

export interface TableGrid {
  rows: number
  columns: number
  slots: Slot[]
}

/** No printed table has more columns; spans of thousands are written to fill a row. */
const MOST_COLUMNS = 200
/** A cell that is a page's text column: longer than any remark (characters) and most of its table (share). */
const COLUMN_OF_TEXT = 300
const MOST_OF_TABLE = 0.6

const known = new WeakMap<Element, TableGrid>()

/** Places the cells of a table in rows and columns. */
export function gridOf(table: Element): TableGrid {
  const before = known.get(table)
  if (before) return before
  const slots: Slot[] = []
  const rows = rowsOf(table)
  // First row below what covers each column.
  const free: number[] = []
  let columns = 0
  rows.forEach((row, r) => {
    let column = 0
    for (const element of cellsOf(row)) {
      while ((free[column] ?? 0) > r) column++
      if (column >= MOST_COLUMNS) break
      let columnSpan = Math.min(spanOf(element, 'colspan'), MOST_COLUMNS - column)
      // A span that would run into a cell from above ends there.
      for (let c = 1; c < columnSpan; c++) if ((free[column + c] ?? 0) > r) columnSpan = c
      const rowSpan = Math.min(spanOf(element, 'rowspan') || rows.length, rows.length - r)
      slots.push({ row: r, column, rowSpan, columnSpan, element })
      for (let c = column; c < column + columnSpan; c++) free[c] = r + rowSpan
      column += columnSpan
      columns = Math.max(columns, column)
    }
  })
  const grid = { rows: rows.length, columns, slots }
  known.set(table, grid)
  return grid
}

/** Rows as they are shown: a foot stands last. Rows without cells show nothing. */
function rowsOf(table: Element): Element[] {
  const groups = elementsIn(table)
  const shown = [...groups.filter((g) => g.tag !== 'tfoot'), ...groups.filter((g) => g.tag === 'tfoot')]
  return shown
    .flatMap((g) => (g.tag === 'tr' ? [g] : /^(?:thead|tbody|tfoot)$/.test(g.tag) ? elementsIn(g) : []))
    .filter((row) => row.tag === 'tr' && cellsOf(row).length > 0)
}

const cellsOf = (row: Element): Element[] => elementsIn(row).filter((c) => c.tag === 'td' || c.tag === 'th')

/** 0 stands for all that are left (rowspan only). */
function spanOf(cell: Element, attribute: 'rowspan' | 'colspan'): number {
  const span = Number.parseInt(cell.attributes[attribute] ?? '1', 10)
  if (attribute === 'rowspan' && span === 0) return 0
  return Math.max(1, span || 1)
}

const judged = new WeakMap<Element, boolean>()

/** Whether a table holds data; one that only places parts of a page beside each other is unfolded. */
export function isData(table: Element): boolean {
  const before = judged.get(table)
  if (before !== undefined) return before
  const result = judge(table)
  judged.set(table, result)
  return result
}

function judge(table: Element): boolean {
  if (table.attributes.role === 'presentation') return false
  const filled = gridOf(table).slots.map((s) => ({ ...s, length: compactText(s.element).length }))
  const withText = filled.filter((s) => s.length > 0)
  if (new Set(withText.map((s) => s.column)).size < 2 || new Set(withText.map((s) => s.row)).size < 2)
    return false
  if (withText.some((s) => tablesIn(s.element).some(isData))) return false
  const total = withText.reduce((sum, s) => sum + s.length, 0)
  return !withText.some(
    (s) => s.length >= COLUMN_OF_TEXT && s.length >= MOST_OF_TABLE * total && blocksIn(s.element) >= 3,
  )
}

const tablesIn = (element: Element): Element[] =>
  elementsIn(element).flatMap((c) => (c.tag === 'table' ? [c] : tablesIn(c)))

const blocksIn = (element: Element): number =>
  elementsIn(element).reduce((n, c) => n + (isBlock(c) ? 1 : 0) + blocksIn(c), 0)
