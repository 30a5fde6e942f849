import type { Extracted, Fact, FilingTable, Section, TableCell } from '../model/filing.js'
import { around, bboxText, boxOf } from '../model/geometry.js'
import { oncePer } from '../model/once-per.js'
import { type Saying, said } from '../model/saying.js'
import { tableOfId } from './by-table.js'
import type { Judgement, PrintedPlace } from './check.js'
import { compact } from './compact.js'
import { figuresAt } from './figures-at.js'
import { pageNamed, sectionNamed, tableOfNote } from './naming.js'

export { compact } from './compact.js'

/** Running text under one heading, without spaces: justified print puts them anywhere. */
export interface Passage {
  section: Section
  text: string
}

/** One printed figure, however many facts are made of it. */
export const printKey = (f: Fact): string => `${f.page} ${f.bbox} ${f.raw} ${f.measure}`

/** All running text of a filing, section by section. */
export const passagesOf = ({ sections }: Extracted): readonly Passage[] => passagesIn(sections)

const passagesIn = oncePer((sections: readonly Section[]): readonly Passage[] =>
  sections
    .map((section) => ({ section, text: compact(section.text) }))
    .filter((passage) => passage.text !== ''),
)

/** A stretch of running text that a pattern found. */
export interface Spot extends Passage {
  from: number
  match: RegExpExecArray
}

/** Everywhere a pattern (with flag g) stands in the running text. */
export const spotsOf = (passages: readonly Passage[], pattern: RegExp): Spot[] =>
  passages.flatMap((passage) =>
    [...passage.text.matchAll(pattern)].map((match) => ({ from: match.index, match, ...passage })),
  )

/** Characters of evidence before and behind. */
const CONTEXT = 30

/** The sentence around a stretch, cut to what a person needs to find it again. */
export function sentenceAround(text: string, from: number, length: number): string {
  const before = text.slice(Math.max(0, from - CONTEXT), from).replace(/^.*[。；]/, '')
  const behind = /^[^。；]*[。；]?/.exec(text.slice(from + length, from + length + CONTEXT))?.[0] ?? ''
  return before + text.slice(from, from + length) + behind
}

export const titleOf = (section: Section): string => `“${section.number}${section.title}”`

export const titleOfTable = (table: FilingTable): string => `《${table.title || table.marker || table.type}》`

/** Where a figure stands: table or section by its printed title. */
export function placeOfFact(filing: Extracted, fact: Fact): string {
  const table = tableOfId(filing, fact.table_id) ?? tableOfNote(filing, fact)
  if (table) return titleOfTable(table)
  const section = filing.sections.find((s) => s.section_id === fact.section_id)
  return section ? titleOf(section) : '正文'
}

/** Where a stretch of running text begins: at a figure inside it, else at the printed line of its first character. */
export function placeOfSpot(filing: Extracted, spot: Spot): PrintedPlace {
  const { section, text, from, match } = spot
  // A heading's own words stand where the heading does.
  const line = text === compact(section.text) ? lineAt(section, from) : undefined
  const to = from + match[0].length
  const figure = figuresAt(filing, section, text).find((a) => a.offset >= from && a.offset < to)?.fact
  const on = figure && (!line || figure.page === line.page) ? figure : (line ?? section)
  return {
    page: on.page,
    bbox: on.bbox,
    place: titleOf(section),
    evidence: sentenceAround(text, from, match[0].length),
  }
}

/** The same in a sentence. */
export const spotNamed = (filing: Extracted, spot: Spot): Saying =>
  said('at', {
    page: pageNamed(filing, placeOfSpot(filing, spot).page),
    place: sectionNamed(spot.section),
  })

/** The printed line in which a character of a section's text without spaces stands. */
export function lineAt(section: Section, offset: number): { page: number; bbox: string } | undefined {
  let begun: string | undefined
  let seen = 0
  let at = 0
  for (const line of section.lines) {
    const start = Number(line.slice(0, line.indexOf(' ')))
    seen += compact(section.text.slice(at, start)).length
    if (begun !== undefined && seen > offset) break
    begun = line
    at = start
  }
  const [, page, ...box] = begun?.split(' ') ?? []
  return page === undefined ? undefined : { page: Number(page), bbox: box.join(' ') }
}

/** A table by its first cell that is printed. */
export function placeOfTable(table: FilingTable, evidence: string): PrintedPlace {
  const cell = table.cells.find((c) => c.text !== '') ?? table.cells[0]
  return {
    page: table.page_first,
    bbox: cell?.page === table.page_first ? cell.bbox : '0.0 0.0 0.0 0.0',
    place: titleOfTable(table),
    evidence,
  }
}

/** A table as a whole: what it shows on its first page. */
export function placeOfAllTable(table: FilingTable, evidence: string): PrintedPlace {
  const place = placeOfTable(table, evidence)
  return { ...place, bbox: boxOfCells(table.cells, table.page_first) ?? place.bbox }
}

/** What cells cover of a page; rulings at its edge may stand beyond it. */
export function boxOfCells(cells: readonly TableCell[], page: number): string | undefined {
  const box = around(cells.filter((c) => c.page === page).map((c) => boxOf(c.bbox)))
  return box && bboxText({ ...box, x0: Math.max(0, box.x0), y0: Math.max(0, box.y0) })
}

const ofWords = (subject: string, outcome: Judgement['outcome']): Judgement => ({
  subject,
  outcome,
  expected: '',
  actual: '',
  difference: '',
  tolerance: '',
  facts: [],
  reason: '',
})

/** Words that hold. They are about no figure: none is proven by them. */
export const wordsHold = (subject: string): Judgement => ofWords(subject, 'pass')

export const wordsUndecided = (subject: string, reason: string): Judgement => ({
  ...ofWords(subject, 'undecided'),
  reason,
})

/** Words that do not hold, at their place. */
export const wordsFail = (
  subject: string,
  at: PrintedPlace,
  says: Saying,
  more: Partial<Judgement> = {},
): Judgement => ({ ...ofWords(subject, 'fail'), at, says, ...more })

/** One row for the running text where nothing failed; none where there is no running text. */
export const orHolds = (passages: readonly Passage[], failed: Judgement[]): Judgement[] =>
  failed.length > 0 || passages.length === 0 ? failed : [wordsHold('正文')]
