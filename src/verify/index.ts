// Takes what two PDF engines made of the same bytes, gives the figures of the first with those marked on which they
// differ. Never says who is right, and never changes a value: two programs that agree are evidence, no proof.
import type { Fact } from '../model/filing.js'
import { agreed } from './agreement.js'

/** Stable code in a fact's `note`. */
const DIFFER = 'engines-differ'
/** As likely wrong as right. */
const UNSURE = 0.5

/** The facts of the first engine; what the second does not have is unsure. Recognized figures are neither's reading. */
export function markDifferences(first: Fact[], second: Fact[]): Fact[] {
  const agrees = agreed(first, second)
  return first.map((fact, i) =>
    agrees[i] || fact.method === 'ocr'
      ? fact
      : {
          ...fact,
          confidence: Math.min(fact.confidence, UNSURE),
          note: [...fact.note, DIFFER],
        },
  )
}
