import type { SectionType } from '../model/filing.js'
import { folded } from '../model/printed/folded.js'
import { lexicon } from './lexicon.js'

/** What a section's printed title says it is about: its heaviest word counts; undefined where it has none. */
export function sectionTypeOf(title: string): SectionType | undefined {
  const votes = lexicon()
    .read(folded(title), 'heading')
    .words.flatMap(({ sets }) => Object.entries(sets.sections ?? {}))
  const heaviest = votes.reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as [string, number])
  return heaviest[0] === '' ? undefined : (heaviest[0] as SectionType)
}
