// Takes the document of one file, gives what it says: who, what year, its sections, tables and facts.
// Binds each figure to a meaning and keeps its place; a figure no concept covers stays in its table or section.
// Never judges: whether figures agree is for the checks.
import type { Document } from '../model/document.js'
import type { Extracted, Fact, FilingMetadata, PageOfPaper, TextApart } from '../model/filing.js'
import { DAMAGED } from '../model/page.js'
import { type KeptReadings, noted, YEAR_DOUBTFUL } from '../model/reading.js'
import type { Source } from '../model/source.js'
import { onPagesOfFile, pagesOfFile } from './booklets.js'
import { type ReadMetadata, readMetadata } from './metadata.js'
import { NO_NUMBERS, NumberAccount } from './number-account.js'
import { aboveOn, flowOf, NOTHING_ABOVE } from './page-flow.js'
import { asPageOf, ofPaper, pageSays, showsPaper } from './page-of-paper.js'
import { proseFacts } from './prose-facts.js'
import { ScannedFigures } from './scanned.js'
import { readSections, type SectionTree } from './sections.js'
import { statusOf } from './status.js'
import { codeBook } from './tables/code-book.js'
import { readTables } from './tables/index.js'
import { withUnitNames } from './unit-names.js'

/** What a file says, and beside it the characters of its scanned figures. */
export interface ExtractedFiling {
  extracted: Extracted
  /** Empty where no page was scanned. */
  readings: KeptReadings
}

/** A paper that is no filing has neither kind nor year; whom it names is not who files. */
const NOBODY: FilingMetadata = {
  kind: '',
  fiscal_year: '',
  region: '',
  organization: '',
  organization_level: '',
  unit_default: '',
}

/** `paper` is what the other files say whose names count the pages of one paper; it counts only where this one says less. */
export function extractFiling(source: Source, document: Document, paper?: PageOfPaper): ExtractedFiling {
  const read = readMetadata(document)
  const says = pageSays(read, pagesOfFile(document.pages), () =>
    flowOf(document, readSections(document, source.filingId)),
  )
  const { extracted, readings } =
    (paper && says && pageOfPaper(source, document, read, paper)) ?? extractAs(source, document, read)
  return { extracted: says ? { ...extracted, page_says: says } : extracted, readings }
}

function pageOfPaper(
  source: Source,
  document: Document,
  read: ReadMetadata,
  paper: PageOfPaper,
): ExtractedFiling | undefined {
  const asPage = asPageOf(read, document, paper)
  if (!asPage) return undefined
  const { extracted, readings } = extractAs(source, document, asPage, paper)
  return read.isTitled || showsPaper(extracted)
    ? { extracted: ofPaper(extracted, paper), readings }
    : undefined
}

function extractAs(
  source: Source,
  document: Document,
  { metadata, yearDoubtful, isFiling, reason }: ReadMetadata,
  paper?: PageOfPaper,
): ExtractedFiling {
  /** Targets are kept as tables. */
  const holdsFigures = isFiling && reason !== 'target-annex'
  const filingId = source.filingId
  const codes = codeBook(Number(metadata.fiscal_year))
  const tree = readSections(document, filingId)
  const account = new NumberAccount()
  const scanned = new ScannedFigures()
  const { tables, facts, unit } = readTables(document, {
    filingId,
    kind: metadata.kind,
    isFiling: holdsFigures,
    fiscalYear: metadata.fiscal_year,
    organization: metadata.region + metadata.organization,
    codes,
    sectionOf: tree.sectionOf,
    headingsOf: headingsAbove(tree),
    account,
    scanned,
  })
  const prose = holdsFigures
    ? proseFacts({
        filingId,
        kind: metadata.kind,
        fiscalYear: metadata.fiscal_year,
        organization: metadata.organization,
        codes,
        sections: tree.sections,
        opening: tree.opening,
        above: paper ? aboveOn(document, tree, paper) : NOTHING_ABOVE,
        notes: notesOf(document, tree.sectionOf),
        tableFacts: facts,
        account,
        scanned,
      })
    : []
  const found = [...facts, ...prose]
  const numbers = isFiling ? account.settle(document) : NO_NUMBERS
  const pages = pagesOfFile(document.pages)
  const onLeaves = {
    extracted: {
      ...(isFiling ? { ...metadata, unit_default: unit } : NOBODY),
      filing_id: filingId,
      source: source.source,
      sha256: source.sha256,
      pages: pages.map((p) => ({
        page: p.number,
        width: p.width,
        height: p.height,
        method: p.method,
        doubt: p.damaged === 'bytes' ? DAMAGED : (p.doubt ?? ''),
        characters: p.characters,
        printed_page: p.printedPage ?? '',
        ...(p.turning ? { turning: p.turning } : {}),
      })),
      sections: tree.sections.map((s) => s.section),
      tables,
      facts: withUnitNames(yearDoubtful ? found.map(inDoubtOfYear) : found),
      numbers_printed: numbers.printed,
      numbers_unbound: numbers.unbound,
      loose_numbers: numbers.loose,
      text_apart: textApart(document, tree),
    },
    readings: scanned.readings,
  }
  const { extracted, readings } = onPagesOfFile(onLeaves, document.pages)
  const { facts: placedFacts, tables: placedTables } = extracted
  const status = statusOf(pages, reason, {
    fiscalYear: metadata.fiscal_year,
    tables: placedTables,
    facts: placedFacts,
    numbers,
  })
  return { extracted: { ...extracted, ...status }, readings }
}

/** A scanned figure of a filing whose year may be another. */
const inDoubtOfYear = (fact: Fact): Fact =>
  fact.method === 'ocr' ? { ...fact, note: noted(fact.note, YEAR_DOUBTFUL) } : fact

/** Titles of the section that a block stands in and of those above it, the nearest first. */
function headingsAbove({ sections, sectionOf }: SectionTree): (block: number) => string[] {
  const byId = new Map(sections.map(({ section }) => [section.section_id, section]))
  return (block) => {
    const titles: string[] = []
    for (let s = byId.get(sectionOf[block] ?? ''); s; s = byId.get(s.parent_id)) titles.push(s.title)
    return titles
  }
}

/** What is printed beside sections and cells: cover, contents, captions, and what stands before the first heading. */
const textApart = (document: Document, { sectionOf }: SectionTree): TextApart[] =>
  document.blocks.flatMap((block, i): TextApart[] => {
    if (block.kind === 'table')
      return block.captionTexts.map(({ text }) => ({ page: block.pageFirst, role: 'caption', text }))
    if (block.kind !== 'paragraph') return []
    const { page, role, text } = block
    if (role !== 'body') return [{ page, role, text: text.text }]
    return sectionOf[i] === undefined ? [{ page, role: 'opening', text: text.text }] : []
  })

function notesOf(document: Document, sectionOf: (string | undefined)[]) {
  return document.blocks.flatMap((block, i) =>
    block.kind === 'table'
      ? block.noteTexts.map((text) => ({ text, title: block.title, sectionId: sectionOf[i] ?? '' }))
      : [],
  )
}
