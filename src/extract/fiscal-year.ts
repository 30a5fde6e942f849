import type { Document } from '../model/document.js'
import { compact } from './front-page.js'

/** A title that names its year and what it is: `2026年部门收入预算总表`, `第二部分2022年度部门决算情况说明`. */
const TITLE_YEAR = /(20\d{2})年?度?(?=\D{0,30}?[预决]算)(?!年?\d{1,2}月)/
const CAPTION_YEAR = /[（(](20\d{2})年度?[）)]/
const PERIOD = /^[（(]20\d{2}年度?[）)]$/
/** `2019年度收入、支出预算总计`, `2026年收支总预算`: the sentence that opens the explanation. */
const OPENING_YEAR =
  /(20\d{2})年度?[^。；，]{0,12}(?:收入|支出|收支)[^。；，]{0,8}(?:总计|合计|总预算|预算|决算)[^。；，]{0,4}\d/
/** `2026年预算数` in the head of a column; the prior year often stands beside it. */
const COLUMN_YEAR = /^(20\d{2})年度?(?:当?年)?(?:预算|决算)数?/

/** A year with how often it is named. */
interface Named {
  year: string
  times: number
}

/** The year named most often; the later one of two that draw, since what is compared with lies before. */
function mostNamed(texts: Iterable<string>, pattern: RegExp): Named | undefined {
  const votes = new Map<string, number>()
  for (const text of texts) {
    const year = pattern.exec(text)?.[1]
    if (year) votes.set(year, (votes.get(year) ?? 0) + 1)
  }
  const [first] = [...votes].sort((a, b) => b[1] - a[1] || b[0].localeCompare(a[0]))
  return first && { year: first[0], times: first[1] }
}

/**
 * The fiscal year by everything but the title page, best witness first: titles, captions, the opening sentences,
 * column heads. Empty where none of them names one. Dates and years inside running text do not count.
 */
export const yearFromBody = (document: Document): string => namedInBody(document)?.year ?? ''

function namedInBody(document: Document): Named | undefined {
  const titles: string[] = document.furniture.map((line) => compact(line.text.text))
  const captions: string[] = []
  const openings: string[] = []
  for (const block of document.blocks) {
    if (block.kind === 'heading') titles.push(compact(block.title.text))
    else if (block.kind === 'paragraph') {
      const text = compact(block.text.text)
      if (block.role === 'contents') titles.push(text)
      // A period on a line of its own stands under the title of a table, be the table found or not.
      else if (block.role === 'body' && !PERIOD.test(text)) openings.push(text)
      else captions.push(text)
    } else {
      titles.push(compact(block.title))
      captions.push(compact(block.title), ...block.captionLines.map(compact))
    }
  }
  return (
    mostNamed(titles, TITLE_YEAR) ??
    mostNamed(captions, CAPTION_YEAR) ??
    mostNamed(openings, OPENING_YEAR) ??
    mostNamed(headsOf(document), COLUMN_YEAR)
  )
}

const headsOf = (document: Document): string[] =>
  document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.cells.filter((c) => c.row < block.headerRows).map((c) => compact(c.text.text))
      : [],
  )

/** Any year of running text that is no date: what a paper is about it names most. */
const ANY_YEAR = /(20\d{2})年(?!底|末|初|[\d一二三四五六七八九十]{1,3}月)/
const EVERY_YEAR = new RegExp(ANY_YEAR, 'g')
/** All years that a document names, dates apart. */
export const yearsNamed = (document: Document): Set<string> =>
  new Set(
    document.blocks
      .flatMap((block) =>
        block.kind === 'table'
          ? [...block.captionTexts, ...block.noteTexts, ...block.cells.map((c) => c.text)]
          : [block.kind === 'heading' ? block.title : block.text],
      )
      .flatMap((text) => [...compact(text.text).matchAll(EVERY_YEAR)].map((match) => match[1] as string)),
  )

/** Any year that opens a head: the latest is the paper's own, what it compares with lies before. */
const HEAD_YEAR = /^(20\d{2})年/

/** What the cells below heads say of years; targets and plans name the year that they are for. */
const cellsOf = (document: Document): string[] =>
  document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.cells.filter((c) => c.row >= block.headerRows).map((c) => compact(c.text.text))
      : [],
  )

/**
 * Whether a year that was read from a picture is borne out by the rest of the paper: the title's by the titles, captions,
 * heads, sentences or cells behind it, one that no title names by at least two of them, or by one and the cells.
 */
export function isYearDoubtful(document: Document, year: string, isOfTitle: boolean): boolean {
  // A title stands on the cover or on the page behind it.
  const told = isOfTitle ? document.pages.slice(0, 2) : document.pages
  if (year === '' || !told.some((p) => p.method === 'ocr')) return false
  const body = namedInBody(document)
  const texts = document.blocks.flatMap((b) =>
    b.kind === 'paragraph' && b.role === 'body' ? compact(b.text.text) : [],
  )
  const cells = cellsOf(document)
  if (!isOfTitle)
    return body?.year !== year || (body.times < 2 && mostNamed([...texts, ...cells], ANY_YEAR)?.year !== year)
  const latest = headsOf(document).flatMap((head) => HEAD_YEAR.exec(head)?.[1] ?? [])
  const named = body ?? mostNamed(texts, ANY_YEAR)
  return (named?.year ?? latest.sort().at(-1) ?? mostNamed(cells, ANY_YEAR)?.year) !== year
}

/**
 * Figures of a filing that does not print its year: those of that year have none, and those of a year counted from it
 * are left out, since nobody can say which year theirs is.
 */
export function withPrintedYears<F extends { key: { year: string } }>(figures: F[], fiscalYear: string): F[] {
  if (fiscalYear !== '') return figures
  return figures.flatMap((figure) => {
    if (/^\d{4}$/.test(figure.key.year)) return figure
    return Number(figure.key.year) === 0 ? { ...figure, key: { ...figure.key, year: '' } } : []
  })
}
