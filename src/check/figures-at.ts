import type { Extracted, Fact, Section } from '../model/filing.js'

/** A figure of running text and where it begins in it. */
export interface FigureAt {
  fact: Fact
  offset: number
}

/** The figures of a section with their offsets in its text, in reading order. */
export function figuresAt(filing: Extracted, section: Section, text: string): FigureAt[] {
  const facts = filing.facts
    .filter((f) => f.source === 'prose' && f.section_id === section.section_id && /\d/.test(f.raw))
    .sort((a, b) => a.page - b.page || topOf(a) - topOf(b) || leftOf(a) - leftOf(b))
  let cursor = 0
  const anchors: FigureAt[] = []
  for (const fact of facts) {
    const last = anchors.at(-1)
    if (last?.fact.bbox === fact.bbox) continue
    const offset = text.indexOf(fact.raw, cursor)
    if (offset < 0) continue
    anchors.push({ fact, offset })
    cursor = offset + fact.raw.length
  }
  return anchors
}

export const leftOf = (fact: Fact): number => Number(fact.bbox.split(' ')[0])
export const topOf = (fact: Fact): number => Number(fact.bbox.split(' ')[1])
