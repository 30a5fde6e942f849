import type { Document, PageSummary } from '../model/document.js'
import type { Extracted, Fact, PageFlow, PageOfPaper, PageSays } from '../model/filing.js'
import { HEAD_DOUBTFUL, noted, PAPER_OF_PAGES, READ_WITH_DOUBT } from '../model/reading.js'
import { yearsNamed } from './fiscal-year.js'
import type { ReadMetadata } from './metadata.js'

/** What a file of one page says of the paper that it may be a page of; nothing for a file of several. */
export function pageSays(
  read: ReadMetadata,
  pages: readonly PageSummary[],
  flow: () => PageFlow,
): PageSays | undefined {
  if (pages.length !== 1) return undefined
  const { metadata, reason, isTitled } = read
  const named = metadata.organization !== '' && metadata.fiscal_year !== '' && metadata.kind !== ''
  return {
    ...metadata,
    level_told: read.levelTold,
    year_doubtful: read.yearDoubtful,
    alone: reason,
    names_paper: named && (reason === 'filing' || (reason === 'too-little' && isTitled)),
    flow: flow(),
  }
}

/**
 * A page as one of the paper that its neighbours name; nothing where it cannot be: it is something by itself, was not
 * read for sure, or names years and that of the paper is not among them.
 */
export function asPageOf(
  read: ReadMetadata,
  document: Document,
  { year_doubtful, above, ...metadata }: PageOfPaper,
): ReadMetadata | undefined {
  if (read.reason !== 'too-little' || document.pages.some((p) => p.doubt || p.damaged)) return undefined
  const years = yearsNamed(document)
  if (years.size > 0 && !years.has(metadata.fiscal_year)) return undefined
  return { ...read, metadata, yearDoubtful: year_doubtful, isFiling: true, reason: 'filing' }
}

/** A photograph, a letter, a page of running text shows nothing that a filing is made of, whatever its name. */
export const showsPaper = ({ facts, tables, sections }: Extracted): boolean =>
  facts.length > 0 || tables.some((t) => t.type !== 'unknown') || sections.some((s) => s.type !== 'other')

/** As likely another as what the list before the missing pages announced. */
const UNSURE = 0.5

/** The figures of such a page say that another one tells whose they are, and which ones may stand below other heads. */
export function ofPaper(extracted: Extracted, { above }: PageOfPaper): Extracted {
  const facts = extracted.facts.map((fact): Fact => {
    const note = noted(fact.note, PAPER_OF_PAGES)
    const isDoubtful = above?.doubtful && fact.source === 'prose' && fact.section_id === ''
    if (!isDoubtful) return { ...fact, note }
    return {
      ...fact,
      confidence: Math.min(fact.confidence, UNSURE),
      note: [...note, HEAD_DOUBTFUL, ...(fact.method === 'text' ? [READ_WITH_DOUBT] : [])],
    }
  })
  return { ...extracted, facts }
}
