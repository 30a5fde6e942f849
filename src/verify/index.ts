// Takes what two PDF engines made of the same bytes, gives the figures of the first with those marked on which they
// differ. Never says who is right, and never changes a value: two programs that agree are evidence, no proof.
import type { Fact } from '../model/filing.js'
import { isNoted, noted, PAGE_DAMAGED, READ_WITH_DOUBT } from '../model/reading.js'
import { agreed } from './agreement.js'

export { factsOfDamage } from './of-damage.js'

/** Stable code in a fact's `note`. */
const DIFFER = 'engines-differ'
/** As likely wrong as right. */
const UNSURE = 0.5

/** The facts of the first engine; what the second does not have is unsure. Recognized figures are neither's reading. */
export function markDifferences(first: Fact[], second: Fact[]): Fact[] {
  const agrees = agreed(first, second)
  return first.map((fact, i) =>
    agrees[i] || fact.method === 'ocr' || isNoted(fact, DIFFER)
      ? fact
      : {
          ...fact,
          confidence: Math.min(fact.confidence, UNSURE),
          note: noted(fact.note, DIFFER),
        },
  )
}

/** Marks the figures of damaged pages: none can be proven, and what the second engine does not have is read with doubt. */
export function markDamaged(first: Fact[], ofDamage: ReadonlySet<string>, second: Fact[]): Fact[] {
  const compared = markDifferences(first, second)
  return first.map((fact, i) => {
    if (!ofDamage.has(fact.fact_id)) return fact
    const marked = compared[i] as Fact
    const codes = isNoted(marked, DIFFER) ? [PAGE_DAMAGED, READ_WITH_DOUBT] : [PAGE_DAMAGED]
    return { ...marked, note: [...marked.note, ...codes] }
  })
}
