import type { Block, Line, Paragraph, Table } from '../model/document.js'
import { numberingOf } from '../model/printed/list-number.js'
import { concat, emptyText, withoutSpaces } from '../model/text.js'
import { contentsLines, withoutLeader } from './contents.js'
import { flowOf, type Item, type PageLines } from './flow.js'
import { type HeadingCandidate, headingOf, numberedHeading, possibleHeading } from './headings.js'
import { columnOf, joinLines, type RawParagraph } from './paragraphs.js'
import { unnumberedTitle } from './titles.js'

/** Lines and tables of all pages in reading order as headings, paragraphs and tables. */
export function blocksOf(pages: PageLines[], tables: Table[]): Block[] {
  const contents = contentsLines(pages.map((p) => p.lines))
  const items = flowOf(pages, tables, contents)
  const isTitle = titleTest(pages, items)
  const parts = partsWithoutNumber(items)
  const firstContents = items.findIndex((i) => i.kind === 'lines' && i.contents)
  const blocks: Block[] = []
  let opened = false
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item
    if (item.kind === 'table') {
      blocks.push(item.table)
      opened = true
      continue
    }
    const raw = joinLines(item.lines)
    if (item.contents) {
      blocks.push(paragraphOf(raw, 'contents'))
      continue
    }
    // Before the contents, or on the first page of a paper without contents, stands the cover.
    const front = firstContents >= 0 ? i < firstContents : !opened && item.page === 1
    if (front && isShort(raw) && !numberedHeading(raw)) {
      blocks.push(paragraphOf(raw, 'cover'))
      continue
    }
    const part = partWithTitle(raw, items.slice(i + 1, i + 5))
    const title =
      part?.candidate ??
      numberedHeading(raw) ??
      (parts.has(nameOf(raw)) ? { ...untitled(raw), style: 'part' as const } : undefined) ??
      (isTitle(raw, items[i - 1], items[i + 1]) ? untitled(raw) : undefined)
    const next = items[i + 1]
    if (title && repeatsTableTitle(title, next)) blocks.push(paragraphOf(raw, 'caption'))
    else if (title) {
      opened = true
      i += part?.taken ?? 0
      blocks.push(headingOf(title))
      if (title.rest) blocks.push(paragraphOf({ ...raw, text: title.rest }, 'body'))
    } else {
      const role = !opened && isShort(raw) ? 'cover' : 'body'
      if (role === 'body') opened = true
      const possible = role === 'body' ? possibleHeading(raw) : undefined
      blocks.push({
        ...paragraphOf(raw, role),
        ...(possible ? { mayHead: headingOf(possible) } : {}),
        ...(possible?.rest ? { rest: possible.rest } : {}),
      })
    }
  }
  return blocks
}

/** Covers have a title, a name, a date and little else. */
const LINES_OF_COVER = 4

const untitled = (raw: RawParagraph): HeadingCandidate => ({
  style: 'none',
  number: '',
  numberText: emptyText(),
  title: withoutSpaces(raw.text),
  paragraph: raw,
})

/** Covers and title pages: short lines that are no sentences. */
const isShort = (raw: RawParagraph): boolean => raw.text.text.length <= 60 && !/[。；]/.test(raw.text.text)

/** `第二部分` alone on its line: the title stands on the lines below it, in the same type. */
function partWithTitle(
  raw: RawParagraph,
  below: Item[],
): { candidate: HeadingCandidate; taken: number } | undefined {
  const numbering = numberingOf(raw.text.text)
  if (numbering?.style !== 'part' || raw.text.text.trim().length > numbering.length) return undefined
  const size = raw.lines[0]?.size ?? 0
  const titles: RawParagraph[] = []
  for (const item of below) {
    if (item.kind !== 'lines' || item.page !== raw.page) break
    const next = joinLines(item.lines)
    const alike = Math.abs((next.lines[0]?.size ?? 0) - size) < 0.15 * size
    if (!isShort(next) || numberingOf(next.text.text) || (titles.length > 0 && !alike)) break
    titles.push(next)
  }
  if (titles.length === 0) return undefined
  const title = withoutSpaces(concat(titles.map((t) => t.text)))
  const lines = [...raw.lines, ...titles.flatMap((t) => t.lines)]
  return {
    candidate: {
      style: 'part',
      number: numbering.number,
      numberText: raw.text,
      title,
      paragraph: { ...raw, lines },
    },
    taken: titles.length,
  }
}

/** `收支总表`, `支出情况表（按功能分类）`. */
const NAMES_TABLE = /表(?:[（(].*[）)])?$/

const nameOf = (raw: RawParagraph): string => raw.text.text.replace(/\s+/g, '')

/** Titles of parts that the contents list and no line of the text prints with its number. */
function partsWithoutNumber(items: Item[]): Set<string> {
  const listed = new Map<string, string>()
  const printed = new Set<string>()
  for (const item of items) {
    if (item.kind !== 'lines') continue
    const text = nameOf(joinLines(item.lines))
    const numbering = numberingOf(text)
    if (numbering?.style !== 'part') continue
    if (item.contents) listed.set(numbering.number, withoutLeader(text.slice(numbering.length)))
    else printed.add(numbering.number)
  }
  return new Set(
    [...listed].filter(([number, name]) => !printed.has(number) && name !== '').map(([, name]) => name),
  )
}

/** `三、支出预算总表` over the table `2026年度支出预算总表`: one table, two titles. */
function repeatsTableTitle(candidate: HeadingCandidate, next?: Item): boolean {
  if (next?.kind !== 'table') return false
  const fold = (s: string) => s.replace(/[\s\d年度]/g, '')
  const own = fold(candidate.title.text)
  const title = fold(next.table.title)
  // A table without a title has the one right above it.
  if (title === '' && candidate.style !== 'none' && candidate.style !== 'part') return NAMES_TABLE.test(own)
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

/** Unnumbered titles count only in papers without numbered parts: there they are title pages and captions. */
function titleTest(
  pages: PageLines[],
  items: Item[],
): (raw: RawParagraph, before?: Item, after?: Item) => boolean {
  const parts = items.filter(
    (i) =>
      i.kind === 'lines' &&
      !i.contents &&
      numberingOf((i.lines[0] as Line).text.text.trim())?.style === 'part',
  )
  if (parts.length >= 2) return () => false
  const columns = new Map(pages.map(({ page, lines }) => [page.number, columnOf(lines)]))
  const byNumber = new Map(pages.map(({ page }) => [page.number, page]))
  const covers = new Set(pages.filter(isTitlePage).map(({ page }) => page.number))
  const size = bodySize(pages)
  return (raw, before, after) => {
    const column = columns.get(raw.page)
    const page = byNumber.get(raw.page)
    if (!column || !page || (covers.has(raw.page) && raw.page > 1)) return false
    return unnumberedTitle(raw, column, page, size, before?.page !== raw.page, after !== undefined)
  }
}

/** A few short lines alone on their page: the cover of what follows. */
const isTitlePage = ({ lines }: PageLines): boolean =>
  lines.length > 1 &&
  lines.length <= LINES_OF_COVER &&
  lines.every((l) => !/[。；]/.test(l.text.text) && !numberingOf(l.text.text.trim()))

/** The size of most characters of running text. */
function bodySize(pages: PageLines[]): number {
  const weight = new Map<number, number>()
  for (const { lines } of pages)
    for (const l of lines) {
      const size = Math.round(l.size * 2) / 2
      weight.set(size, (weight.get(size) ?? 0) + l.text.text.length)
    }
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
}
