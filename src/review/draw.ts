import type { FilingTable } from '../model/filing.js'
import { columnsOf, cut, padded } from './width.js'

/** Wider cells are cut: a person looks at the shape, the whole text stands in the JSON. */
const WIDEST = 28

/** Draws a table as text: one line a row, header rows apart; a spanning cell stands in its first place. */
export function drawTable(table: FilingTable): string {
  const rows = Math.max(0, ...table.cells.map((c) => c.row + 1))
  const grid: string[][] = Array.from({ length: rows }, () => new Array<string>(table.columns).fill(''))
  for (const cell of table.cells) {
    const row = grid[cell.row]
    if (row && cell.column < table.columns) row[cell.column] = cut(cell.text.replace(/\s+/g, ' '), WIDEST)
  }
  const widths = Array.from({ length: table.columns }, (_, c) =>
    Math.max(2, ...grid.map((r) => columnsOf(r[c] ?? ''))),
  )
  const rule = (left: string, middle: string, right: string) =>
    left + widths.map((w) => '─'.repeat(w + 2)).join(middle) + right
  const line = (cells: string[]) =>
    `│${cells.map((c, i) => ` ${padded(c, widths[i] as number, isFigure(c))} `).join('│')}│`
  const out = [rule('┌', '┬', '┐')]
  grid.forEach((cells, r) => {
    if (r === table.header_rows && r > 0) out.push(rule('├', '┼', '┤'))
    out.push(line(cells))
  })
  out.push(rule('└', '┴', '┘'))
  return out.join('\n')
}

const isFigure = (text: string): boolean => /^[-+]?[\d,.]+%?$/.test(text)
