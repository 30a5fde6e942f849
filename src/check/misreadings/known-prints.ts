import { keyOf } from '../../model/fact-key.js'
import type { Fact, FactKey } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'

/** In what a figure may have been misread, its item apart. */
export const ASPECTS = ['fund', 'year', 'basis', 'nature', 'entity'] as const
export type Aspect = (typeof ASPECTS)[number]

/** What is printed of figures, by their meaning. */
export interface KnownPrints {
  at(meaning: FactKey): readonly Fact[]
  /** What figures are in this respect, in the order in which it first comes. */
  values(aspect: Aspect): Iterable<string>
}

export function printsIn(facts: readonly Fact[]): KnownPrints {
  const prints = groupBy(facts, (f) => keyOf(f))
  const values = new Map(ASPECTS.map((aspect) => [aspect, new Set(facts.map((f) => f[aspect]))]))
  return {
    at: (meaning) => prints.get(keyOf(meaning)) ?? [],
    values: (aspect) => values.get(aspect) ?? [],
  }
}
