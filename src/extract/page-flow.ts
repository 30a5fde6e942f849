import type { Document } from '../model/document.js'
import type { PageFlow, PageOfPaper } from '../model/filing.js'
import { numberingOf, ordinalOf } from '../model/printed/list-number.js'
import type { Text } from '../model/text.js'
import { compact } from './front-page.js'
import type { ReadSection, SectionTree } from './sections.js'

/** Announces a list that may go on overleaf: `财政拨款支出主要内容如下：`. */
const LEAD = /^[^，。；]{4,40}(?:[:：]|如下)$/

/** What goes on from page to page, of a file with one page. */
export function flowOf(document: Document, { sections, opening }: SectionTree): PageFlow {
  const first = opening[0]?.text.trimStart() ?? ''
  const number = numberingOf(first)?.number ?? ''
  const last = sections.at(-1)
  const chain = last ? chainOf(last, sections) : []
  const titles = titlesOn(document)
  const lead = (last?.paragraphs ?? opening).map(leadIn).findLast((text) => text !== '')
  return {
    goes_on: (ordinalOf(number) ?? 1) > 1,
    titles: [...(lead ? [lead] : []), ...chain.map((s) => s.title), ...titles],
    begins: last !== undefined || titles.length > 0 || document.blocks.some((b) => b.kind === 'table'),
    rooted: last ? isRoot(chain.at(-1)) : titles.length > 0,
  }
}

/** What a text stands below that is on other pages. */
export interface AbovePage {
  /** Of the first lines, the nearest first. */
  titles: readonly string[]
  /** Sections below heads that nobody knows; empty for the first lines. */
  lost: ReadonlySet<string>
}

export const NOTHING_ABOVE: AbovePage = { titles: [], lost: new Set() }

/** The title of a page that has one stands above its first lines, else what its paper says. */
export function aboveOn(document: Document, tree: SectionTree, { above }: PageOfPaper): AbovePage {
  const lost = new Set(unrooted(tree).map((s) => s.section.section_id))
  const titles = titlesOn(document)
  const isTable = document.blocks[0]?.kind === 'table'
  if (titles.length > 0) return { titles, lost }
  return above && !isTable ? { titles: above.titles, lost } : { titles: [], lost: lost.add('') }
}

/** Sections that stand below nothing on their page and, by their number, below something in their paper. */
const unrooted = ({ sections }: SectionTree): ReadSection[] =>
  sections.filter((s) => !isRoot(chainOf(s, sections).at(-1)))

/** Titles that layout takes for those of a title page. */
const titlesOn = (document: Document): string[] =>
  document.blocks.flatMap((b) => (b.kind === 'paragraph' && b.role === 'cover' ? compact(b.text.text) : []))

function leadIn({ text }: Text): string {
  const line = compact(text)
  return LEAD.test(line) ? line : ''
}

type Section = ReadSection['section']

/** A section and those above it, the nearest first. */
function chainOf({ section }: ReadSection, sections: readonly ReadSection[]): Section[] {
  const byId = new Map(sections.map((s) => [s.section.section_id, s.section]))
  const chain: Section[] = []
  for (let s: Section | undefined = section; s; s = byId.get(s.parent_id)) chain.push(s)
  return chain
}

/** `一、` and titles without a number stand at the top of papers, `（一）` and `1.` below something. */
const isRoot = (section: Section | undefined): boolean => {
  const style = numberingOf(section?.number ?? '')?.style
  return style === undefined || style === 'han' || style === 'part'
}
