import { MARKER, NOTE, OWNER, PERIOD, UNIT } from '../../../catalogue/caption-forms.js'
import { type Element, elementOf, type Node } from '../../html/tree.js'
import type { ShownCell } from './visible.js'

/** A row of what is seen. */
interface Row {
  cells: ShownCell[]
  /** A cell from above reaches into it. */
  covered: boolean
}

/** Cells of one line of captions: marker, owner, period and unit. */
const MOST_CAPTIONS = 4
/** A line as long is text, wherever it stands (characters). */
const LONGEST_TITLE = 45

/**
 * What a sheet shows, as paragraphs and tables: lines of one cell above a grid are its titles, below it its notes. A
 * spreadsheet draws no border between what is title and what is table; that a row has cells beside each other does.
 */
export function blocksOf(cells: readonly ShownCell[]): Element[] {
  const rows = rowsOf(cells)
  const blocks: Element[] = []
  let r = 0
  while (r < rows.length) {
    const row = rows[r] as Row
    if (isLine(row)) {
      blocks.push(...row.cells.map(lineOf))
      r++
      continue
    }
    const end = gridEnd(rows, r)
    let last = end
    while (last > r + 1 && isNote(rows[last - 1] as Row)) last--
    blocks.push(tableOf(rows.slice(r, last), r))
    for (const note of rows.slice(last, end)) blocks.push(...note.cells.map(paragraph('left')))
    r = end
  }
  return blocks
}

function rowsOf(cells: readonly ShownCell[]): Row[] {
  const rows: Row[] = []
  const at = (index: number): Row => {
    rows[index] ??= { cells: [], covered: false }
    return rows[index]
  }
  for (const cell of cells) {
    at(cell.row).cells.push(cell)
    for (let below = 1; below < cell.rows; below++) at(cell.row + below).covered = true
  }
  return Array.from(rows, (row) => row ?? { cells: [], covered: false })
}

/** Blank, one cell, or captions beside each other. */
const isLine = ({ cells, covered }: Row): boolean =>
  (cells.length === 0 && !covered) ||
  (cells.length <= 1 && !covered) ||
  (cells.length <= MOST_CAPTIONS && !covered && cells.some(isCaption) && cells.every(isShort))

const isCaption = ({ text }: ShownCell): boolean =>
  [UNIT, OWNER, MARKER].some((form) => form.test(squeezed(text)))

const isShort = ({ text, rows }: ShownCell): boolean => rows === 1 && text.length <= LONGEST_TITLE

const isNote = ({ cells, covered }: Row): boolean =>
  !covered &&
  (cells.length === 0 || (cells.length === 1 && NOTE.test(squeezed((cells[0] as ShownCell).text))))

/** A grid goes on to a blank row behind which titles follow, or to the end. */
function gridEnd(rows: readonly Row[], from: number): number {
  for (let r = from + 1; r < rows.length; r++) {
    const { cells, covered } = rows[r] as Row
    if (cells.length > 0 || covered) continue
    const next = rows.slice(r).find((row) => row.cells.length > 0)
    if (!next || isLine(next)) return r
  }
  return rows.length
}

function lineOf(cell: ShownCell): Element {
  const text = squeezed(cell.text)
  if (UNIT.test(text) && !OWNER.test(text)) return paragraph('right')(cell)
  const aside = OWNER.test(text) || MARKER.test(text) || NOTE.test(text)
  return paragraph(aside || (cell.columns === 1 && !isTitle(text)) ? 'left' : 'center')(cell)
}

/** What may be the title of a table: no caption and no text. */
export const isTitle = (text: string): boolean =>
  text.length >= 4 &&
  text.length <= LONGEST_TITLE &&
  ![UNIT, OWNER, MARKER, NOTE, PERIOD].some((form) => form.test(text)) &&
  !text.includes('。')

export const squeezed = (text: string): string => text.replace(/\s/g, '')

const paragraph =
  (align: 'left' | 'center' | 'right') =>
  ({ text }: ShownCell): Element => ({
    ...elementOf('p', { style: `text-align: ${align}` }),
    children: broken(text),
  })

/** Text whose lines somebody broke inside its cell. */
const broken = (text: string): Node[] =>
  text.split(/\r?\n|\r/).flatMap((line, i) => (i === 0 ? [line] : [elementOf('br', {}), line]))

/** A table of the rows from `first` on; columns that nothing stands in are left out, and rows that only go on. */
function tableOf(rows: readonly Row[], first: number): Element {
  const cells = rows.flatMap((row) => row.cells)
  const columnAt = numbered(cells.map((c) => c.column))
  const rowAt = numbered(cells.map((c) => c.row))
  const height = rowAt(first + rows.length)
  const width = columnAt(Number.POSITIVE_INFINITY)
  const grid = Array.from({ length: height }, () => new Array<ShownCell | undefined>(width))
  for (const cell of cells)
    for (
      let r = rowAt(cell.row);
      r < Math.min(height, Math.max(rowAt(cell.row) + 1, rowAt(cell.row + cell.rows)));
      r++
    )
      for (
        let c = columnAt(cell.column);
        c < Math.max(columnAt(cell.column) + 1, columnAt(cell.column + cell.columns));
        c++
      )
        (grid[r] as (ShownCell | undefined)[])[c] ??= cell
  return {
    ...elementOf('table', {}),
    children: grid.map((slots, r) => ({ ...elementOf('tr', {}), children: tds(slots, r) })),
  }

  function tds(slots: (ShownCell | undefined)[], r: number): Element[] {
    const row: Element[] = []
    for (let c = 0; c < width; c++) {
      const cell = slots[c]
      if (cell && (rowAt(cell.row) !== r || columnAt(cell.column) !== c)) continue
      const [columns, span] = cell
        ? [columnAt(cell.column + cell.columns) - c, rowAt(cell.row + cell.rows) - r]
        : [1, 1]
      const td = elementOf('td', {
        colspan: String(Math.max(1, columns)),
        rowspan: String(Math.max(1, span)),
      })
      row.push({ ...td, children: cell ? broken(cell.text) : [] })
    }
    return row
  }
}

/** Places of those rows or columns in which something begins, counted anew. */
function numbered(starts: readonly number[]): (index: number) => number {
  const known = [...new Set(starts)].sort((a, b) => a - b)
  return (index) => {
    let [low, high] = [0, known.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((known[middle] as number) < index) low = middle + 1
      else high = middle
    }
    return low
  }
}
