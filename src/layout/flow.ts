import type { Line, Table } from '../model/document.js'
import type { Page } from '../model/page.js'
import { numberingOf, ordinalOf } from '../model/printed/list-number.js'
import { numberedHeading } from './headings.js'
import {
  type Column,
  columnOf,
  goesOn,
  goesOnRagged,
  goesOnSetIn,
  isFull,
  joinLines,
  unitFollows,
} from './paragraphs.js'

/** First lines are set in by no more than this (characters). */
const APART = 6

/** A piece of a page in reading order: the lines of one paragraph, or a table. */
export type Item = { page: number; y: number } & (
  | { kind: 'lines'; lines: Line[]; contents: boolean }
  | { kind: 'table'; table: Table }
)

export interface PageLines {
  page: Page
  lines: Line[]
}

/** Orders lines and tables of all pages and joins lines to paragraphs, over page ends too. */
export function flowOf(pages: PageLines[], tables: Table[], contents: Set<Line>): Item[] {
  const items: Item[] = []
  let open: Line[] | undefined
  let columnBefore: Column | undefined
  for (const { page, lines } of pages) {
    const column = columnOf(lines.filter((l) => !contents.has(l)))
    const own = tables.filter((t) => t.pageFirst === page.number)
    const queue: Item[] = own.map((table) => ({ kind: 'table', page: page.number, y: table.box.y0, table }))
    for (const line of lines) {
      const before = open?.at(-1)
      const above = before?.page === line.page ? column : (columnBefore ?? column)
      const joined =
        before !== undefined &&
        !contents.has(line) &&
        !tableBetween(before, line, tables) &&
        (centredPair(before, line, page) ||
          boldPair(open as Line[], line, column, lines) ||
          unitFollows(before, line) ||
          ((goesOn(before, line, column, above) ||
            ((goesOnSetIn(before, line, above) || goesOnRagged(open as Line[], line, column, above)) &&
              !isTitle(open as Line[]))) &&
            !closedHeading(open as Line[], line, above) &&
            !startsAlike(open as Line[], line) &&
            !countsOn(open as Line[], line) &&
            !standsApart(open as Line[], line) &&
            !opensHeading(line, column)))
      if (joined) {
        open?.push(line)
        continue
      }
      const item: Item = {
        kind: 'lines',
        page: page.number,
        y: line.box.y0,
        lines: [line],
        contents: contents.has(line),
      }
      queue.push(item)
      open = item.contents ? undefined : item.lines
    }
    if (lines.length) columnBefore = column
    items.push(...queue.sort((a, b) => a.y - b.y))
  }
  return items
}

/** A table that stands or runs on between two lines parts them. */
function tableBetween(before: Line, line: Line, tables: Table[]): boolean {
  return tables.some((t) => {
    const starts = t.pageFirst > before.page || (t.pageFirst === before.page && t.box.y0 > before.box.y0)
    const ends =
      t.pageLast < line.page ||
      (t.pageLast === line.page && (t.pageFirst < line.page || t.box.y0 < line.box.y0))
    return starts && ends && t.pageFirst <= line.page && t.pageLast >= before.page
  })
}

/** Two halves of a title set in the middle: same middle, same size, close together. */
function centredPair(before: Line, line: Line, page: Page): boolean {
  if (before.page !== line.page || numberingOf(line.text.text.trim())) return false
  const middle = (l: Line) => (l.box.x0 + l.box.x1) / 2
  const free = Math.min(line.box.x0, page.width - line.box.x1)
  return (
    Math.abs(middle(before) - middle(line)) < 0.03 * page.width &&
    Math.abs(middle(line) - page.width / 2) < 0.06 * page.width &&
    Math.abs(before.size - line.size) < 0.12 * line.size &&
    line.box.y0 - before.box.y1 < 1.1 * line.size &&
    free > 0.2 * page.width &&
    !/[。；，：]$/.test(before.text.text.trim()) &&
    // Only the end of a long title wraps; two short lines are two titles.
    before.box.x1 - before.box.x0 > 0.45 * page.width
  )
}

/** The lines so far are a numbered title and nothing else. */
function isTitle(open: Line[]): boolean {
  const heading = numberedHeading(joinLines(open))
  return heading !== undefined && heading.rest === undefined
}

/** A bold numbered title over two lines among text that is not bold. */
function boldPair(open: Line[], line: Line, column: Column, lines: Line[]): boolean {
  const before = open[0] as Line
  return (
    open.length === 1 &&
    before.page === line.page &&
    before.bold &&
    line.bold &&
    isTitle(open) &&
    isTitle([before, line]) &&
    isWide(before, column) &&
    !/[。：:；]$/.test(before.text.text.trim()) &&
    !numberingOf(line.text.text.trim()) &&
    Math.abs(before.size - line.size) < 0.12 * line.size &&
    line.box.y0 - before.box.y1 < 1.5 * line.size &&
    !isMostlyBold(lines.filter((l) => isWide(l, column)))
  )
}

const isMostlyBold = (lines: Line[]): boolean => lines.filter((l) => l.bold).length * 2 >= lines.length

/** Wide enough to wrap: half of its column. */
const isWide = (line: Line, column: Column): boolean =>
  line.box.x1 - line.box.x0 > 0.5 * (column.right - column.left)

/** A numbered title alone on a short line is a heading even after a line without a full stop. */
function opensHeading(line: Line, column: Column): boolean {
  if (column.right - line.box.x1 < 6 * line.size || line.box.x0 - column.left < 0.5 * line.size) return false
  return isTitle([line])
}

/** First lines are set in: a line that starts where the first line before it did opens a paragraph of its own. */
function startsAlike(open: Line[], line: Line): boolean {
  const before = open[0] as Line
  const ended = /。$/.test(before.text.text.trim())
  return open.length === 1 && ended && Math.abs(before.box.x0 - line.box.x0) < 0.5 * line.size
}

/** An item of a list of tables: `表10.支出总表`. */
const TABLE_NAME = /^表\s*\d+/

/** A word far to the right of the next line is no first line: the legend of a chart. */
const standsApart = (open: Line[], line: Line): boolean =>
  open.length === 1 && (open[0] as Line).box.x0 - line.box.x0 > APART * line.size

/** The next item of a list opens a paragraph, even after a line that lost its end. */
function countsOn(open: Line[], line: Line): boolean {
  const [first, next] = [open[0] as Line, line].map((l) => l.text.text.trimStart()) as [string, string]
  if (TABLE_NAME.test(first) && TABLE_NAME.test(next)) return true
  const before = numberingOf(first)
  const own = numberingOf(next)
  if (!before || !own || before.style !== own.style) return false
  return ordinalOf(own.number) === (ordinalOf(before.number) ?? Number.NaN) + 1
}

/**
 * A heading of one line is over when the next line is set in another weight, unless it fills its line: then a bold
 * run-in heading wraps or its sentence goes on.
 */
function closedHeading(open: Line[], line: Line, column: Column): boolean {
  const last = open.at(-1) as Line
  if (open.length > 1) return false
  const heading = numberedHeading(joinLines(open))
  if (!heading) return false
  return heading.style === 'part' || (last.bold !== line.bold && !isFull(last, line, column))
}
