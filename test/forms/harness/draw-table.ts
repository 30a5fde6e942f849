import type { Sheet } from './draw-page.js'

export interface Rules {
  all: boolean
  top: boolean
  bottom: boolean
}

interface Options {
  size: number
  /** Points per column; used where the table has as many columns. */
  widths: number[]
  rules: Rules
}

interface Cell {
  row: number
  column: number
  rows: number
  columns: number
  text: string
}

const FIGURE = /^[-−]?[\d,]*\d[.,]\d+%?$/
const LINE = 1.25
const PADDING = 3

/** A table with all its rules; rows that do not fit go on on the next page. */
export function drawTable(sheet: Sheet, rows: string[][], { size, widths, rules }: Options): void {
  const count = rows[0]?.length ?? 0
  for (const row of rows)
    if (row.length !== count) throw new Error(`${count} columns above, but |${row.join('|')}|`)
  const cells = cellsOf(rows)
  const columns = widths.length === count ? widths : naturalWidths(sheet, cells, count, size)
  const xs = [sheet.left]
  for (const width of columns) xs.push(xs.at(-1)! + width)
  const firstFigures = rows.findIndex((row) => row.some((text) => FIGURE.test(text)))
  const lines = (cell: Cell) =>
    wrapped(sheet, cell.text, xs[cell.column + cell.columns]! - xs[cell.column]! - 2 * PADDING, size)
  const heights = rows.map((_, r) =>
    Math.max(
      size * 1.8,
      ...cells
        .filter((cell) => cell.row + cell.rows - 1 === r)
        // What stands in merged rows has the height of them all: an equal share each is enough.
        .map((cell) => (lines(cell).length * size * LINE) / cell.rows + 4),
    ),
  )
  rows.forEach((row, r) => {
    if (sheet.y + heights[r]! > sheet.bottom && !row.includes('^')) sheet.goOn()
    for (const cell of cells.filter((one) => one.row === r)) {
      const [x0, x1] = [xs[cell.column]!, xs[cell.column + cell.columns]!]
      const y1 = heights.slice(r, r + cell.rows).reduce((sum, height) => sum + height, sheet.y)
      if (rules.all) {
        sheet.rule(x0, sheet.y, x0, y1)
        sheet.rule(x1, sheet.y, x1, y1)
        if (r > 0 || rules.top) sheet.rule(x0, sheet.y, x1, sheet.y)
        if (r + cell.rows < rows.length || rules.bottom) sheet.rule(x0, y1, x1, y1)
      }
      const printed = lines(cell)
      const top = (sheet.y + y1 - printed.length * size * LINE) / 2
      printed.forEach((line, i) => {
        const width = sheet.widthOf(line, size)
        const x = FIGURE.test(line)
          ? x1 - PADDING - width
          : r < firstFigures || firstFigures < 0
            ? (x0 + x1 - width) / 2
            : x0 + PADDING + indentOf(cell.text) * size
        sheet.write(line, x, top + i * size * LINE - size * 0.1, size)
      })
    }
    sheet.y += heights[r]!
  })
}

/** `<` belongs to the cell on its left, `^` to the one above. */
function cellsOf(rows: string[][]): Cell[] {
  return rows.flatMap((row, r) =>
    row.flatMap((text, c) => {
      if (text === '<' || text === '^') return []
      const columns = span(row.slice(c + 1), '<')
      return {
        row: r,
        column: c,
        rows: span(
          rows.slice(r + 1).map((below) => below[c] as string),
          '^',
        ),
        columns,
        text,
      }
    }),
  )
}

function span(next: string[], mark: string): number {
  const other = next.findIndex((text) => text !== mark)
  return 1 + (other < 0 ? next.length : other)
}

const indentOf = (text: string): number => text.match(/^·*/)![0].length

/** Figures have the room they need; what is left of the page's width goes to the texts, by their length. */
function naturalWidths(sheet: Sheet, cells: Cell[], count: number, size: number): number[] {
  const widest = (column: number, figures: boolean) =>
    cells
      .filter((cell) => cell.column === column && cell.columns === 1 && FIGURE.test(cell.text) === figures)
      .reduce((width, cell) => Math.max(width, sheet.widthOf(cell.text, size)), 0)
  const columns = Array.from({ length: count }, (_, c) => {
    const needed = 2 * PADDING + Math.max(widest(c, true), 2 * size)
    return { needed, asked: Math.max(1, Math.min(widest(c, false), 14 * size) + 2 * PADDING - needed) }
  })
  const sum = (name: 'needed' | 'asked') => columns.reduce((all, column) => all + column[name], 0)
  const left = Math.max(0, sheet.right - sheet.left - sum('needed'))
  return columns.map(({ needed, asked }) => needed + (left * asked) / sum('asked'))
}

function wrapped(sheet: Sheet, text: string, width: number, size: number): string[] {
  const room = width - indentOf(text) * size
  return text
    .replace(/^·*/, '')
    .split('\n')
    .flatMap((part) => {
      if (FIGURE.test(part) && sheet.widthOf(part, size) > room)
        throw new Error(`${part} does not fit into its column: give {widths …} or a smaller {size}`)
      const lines = ['']
      for (const char of part) {
        if (lines.at(-1) && sheet.widthOf(lines.at(-1) + char, size) > room) lines.push('')
        lines.push(lines.pop() + char)
      }
      return lines
    })
}
