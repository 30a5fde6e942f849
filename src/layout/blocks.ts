import type { Block, Heading, Line, Paragraph, Table } from '../model/document.js'
import type { Page } from '../model/page.js'
import { withoutSpaces } from '../model/text.js'
import { contentsLines } from './contents.js'
import { Depths, type HeadingCandidate, headingOf, numberedHeading } from './headings.js'
import { type Column, columnOf, goesOn, joinLines, type RawParagraph } from './paragraphs.js'
import { unnumberedTitle } from './titles.js'

type Item = { page: number; y: number } & ({ lines: Line[]; role: Paragraph['role'] } | { table: Table })

/** Lines and tables of all pages in reading order, lines joined to paragraphs and headings. */
export function blocksOf(pages: { page: Page; lines: Line[] }[], tables: Table[]): Block[] {
  const contents = contentsLines(pages.map((p) => p.lines))
  const items = itemsOf(pages, tables, contents)
  const blocks: Block[] = []
  const depths = new Depths()
  const columns = new Map(pages.map(({ page, lines }) => [page.number, columnOf(lines)]))
  const sizes = bodySize(pages)
  let coverOver = false
  for (const [i, item] of items.entries()) {
    if ('table' in item) {
      blocks.push(item.table)
      coverOver = true
      continue
    }
    const raw = joinLines(item.lines)
    if (item.role !== 'body') {
      blocks.push(paragraphOf(raw, item.role))
      continue
    }
    const candidate = numberedHeading(raw) ?? unnumbered(raw, items[i - 1], items[i + 1])
    if (candidate && !repeatsTableTitle(candidate, items[i + 1])) {
      coverOver = true
      blocks.push(headingOf(candidate, depths.next(candidate.style)))
      if (candidate.rest) blocks.push(paragraphOf({ ...raw, text: candidate.rest }, 'body'))
    } else {
      const role = candidate ? 'caption' : !coverOver && isCover(raw) ? 'cover' : 'body'
      if (role === 'body') coverOver = true
      blocks.push(paragraphOf(raw, role))
    }
  }
  return blocks

  function unnumbered(raw: RawParagraph, before?: Item, after?: Item): HeadingCandidate | undefined {
    const column = columns.get(raw.page) as Column
    const page = pages.find((p) => p.page.number === raw.page)?.page
    if (!page || !unnumberedTitle(raw, column, page, sizes, before?.page !== raw.page, after !== undefined))
      return undefined
    return { style: 'none', number: '', title: withoutSpaces(raw.text), paragraph: raw }
  }
}

/** Text before the first heading, list or sentence is the cover. */
const isCover = (raw: RawParagraph): boolean => raw.text.text.length <= 60 && !/[。；]/.test(raw.text.text)

/** `三、支出预算总表` over the table `2026年度支出预算总表`: one table, two titles. */
function repeatsTableTitle(candidate: HeadingCandidate, next?: Item): boolean {
  if (!next || !('table' in next)) return false
  const fold = (s: string) => s.replace(/[\s\d年度]/g, '')
  const own = fold(candidate.title.text)
  const title = fold(next.table.title)
  return (
    candidate.style !== 'part' &&
    own.length >= 3 &&
    title !== '' &&
    (title.includes(own) || own.includes(title))
  )
}

const paragraphOf = (raw: RawParagraph, role: Paragraph['role']): Paragraph => ({
  kind: 'paragraph',
  text: raw.text,
  page: raw.page,
  box: raw.box,
  role,
})

/** The size of most characters of running text. */
function bodySize(pages: { lines: Line[] }[]): number {
  const weight = new Map<number, number>()
  for (const { lines } of pages)
    for (const l of lines) {
      const size = Math.round(l.size * 2) / 2
      weight.set(size, (weight.get(size) ?? 0) + l.text.text.length)
    }
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
}

function itemsOf(pages: { page: Page; lines: Line[] }[], tables: Table[], contents: Set<Line>): Item[] {
  const items: Item[] = []
  let open: Line[] | undefined
  let columnBefore: Column | undefined
  for (const { page, lines } of pages) {
    const column = columnOf(lines.filter((l) => !contents.has(l)))
    const tops = tables
      .filter((t) => t.pageFirst === page.number)
      .map((table) => ({ page: page.number, y: table.box.y0, table }))
    // A table that runs on from the page before stands above this page's text but breaks no paragraph of it.
    const queue: Item[] = [...tops]
    for (const line of lines) {
      const before = open?.at(-1)
      const role: Paragraph['role'] = contents.has(line) ? 'contents' : 'body'
      const parted = tops.some(
        (t) => before && before.page === page.number && t.y > before.box.y0 && t.y < line.box.y0,
      )
      const afterTable = before && before.page !== page.number && tops.some((t) => t.y < line.box.y0)
      if (
        role === 'body' &&
        open &&
        before &&
        columnBefore &&
        !parted &&
        !afterTable &&
        !tables.some(
          (t) => t.pageFirst <= before.page && t.pageLast >= line.page && before.page !== line.page,
        ) &&
        goesOn(before, line, column, before.page === line.page ? column : columnBefore) &&
        !closedHeading(open, line)
      )
        open.push(line)
      else {
        const item = { page: page.number, y: line.box.y0, lines: [line], role }
        queue.push(item)
        open = role === 'body' ? item.lines : undefined
      }
    }
    if (lines.length) columnBefore = column
    items.push(...queue.sort((a, b) => a.page - b.page || a.y - b.y))
  }
  return items
}

/** A heading of one line is over when the next line starts another numbered item or is set in another weight. */
const closedHeading = (open: Line[], line: Line): boolean => {
  const last = open.at(-1) as Line
  return open.length === 1 && last.bold !== line.bold && numberedHeading(joinLines(open)) !== undefined
}

export type { Heading }
