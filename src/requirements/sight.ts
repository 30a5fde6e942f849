import type { Paper, Passage, Spot } from './paper.js'

/** What a way finds: where it is published, that it is not, or that our reading does not tell. */
export type Sight = Spot | { missing: true; at?: Spot } | { unclear: string }

export const isSpot = (sight: Sight): sight is Spot => 'evidence' in sight

export const MISSING: Sight = { missing: true }

/** Characters of evidence that tell a person what was seen. */
const EVIDENCE = 80

export const shortened = (text: string): string =>
  text.length > EVIDENCE ? `${text.slice(0, EVIDENCE)}…` : text

export const spotOf = (passage: Passage, offset: number, text: string): Spot => ({
  file: passage.file,
  page: passage.pageAt(offset),
  evidence: shortened(text),
})

/** A term explained is no statement: the glossary counts only where it is asked for. */
export const passagesOf = (types: readonly string[], paper: Paper): readonly Passage[] =>
  types.length === 0
    ? paper.passages.filter((p) => p.type !== 'glossary')
    : paper.passages.filter((p) => types.includes(p.type))

const SENTENCES = /[^。!\n]+[。!]?/g

export function sentenceWith(passages: readonly Passage[], holds: (s: string) => boolean): Spot | undefined {
  for (const passage of passages)
    for (const match of passage.text.matchAll(SENTENCES))
      if (holds(match[0])) return spotOf(passage, match.index, match[0])
  return undefined
}

export const yearOf = (paper: Paper): string => paper.files[0]?.fiscal_year ?? ''
