import type { Extracted, Fact } from '../model/filing.js'
import { decimal } from '../model/money.js'
import {
  CODE_DOUBTFUL,
  DOUBT,
  type Identity,
  isNoted,
  type KeptReadings,
  noted,
  READ_WITH_DOUBT,
} from '../model/reading.js'
import type { Candidate } from './candidates.js'
import { doubtfulPrints, withCandidate } from './prints.js'

/** Marks the scanned figures whose characters are unsure and that no identity confirms. */
export function marked(
  filing: Extracted,
  readings: KeptReadings,
  identities: readonly Identity[],
): Extracted {
  const candidates = new Map<string, Candidate[]>()
  for (const print of doubtfulPrints(filing.facts, readings))
    for (const fact of print.facts) candidates.set(fact.fact_id, print.candidates)
  const around = new Map<string, Identity[]>()
  for (const identity of identities.filter((i) => i.outcome.outcome === 'pass'))
    for (const id of identity.outcome.facts) around.set(id, [...(around.get(id) ?? []), identity])
  const isDoubtful = (fact: Fact): boolean =>
    fact.method === 'ocr' &&
    fact.confidence < DOUBT &&
    // What a figure is worth in its row says nothing of the code that the row is about.
    (isNoted(fact, CODE_DOUBTFUL) ||
      (fact.value_read === '' &&
        !around.get(fact.fact_id)?.some((i) => confirms(i, fact, candidates.get(fact.fact_id) ?? []))))
  const facts = filing.facts.map((f) => (isDoubtful(f) ? { ...f, note: noted(f.note, READ_WITH_DOUBT) } : f))
  return { ...filing, facts }
}

/** An identity that holds, and would hold with no other reading of the figure. */
function confirms({ outcome, isSum }: Identity, fact: Fact, candidates: readonly Candidate[]): boolean {
  // What a percentage is of may be misread in its last digits and still hold; the percentage itself may not.
  if (!isSum) return fact.measure.endsWith('-pct')
  return candidates.every((candidate) =>
    decimal(withCandidate(fact, candidate).value)
      .minus(fact.value)
      .abs()
      .gt(decimal(outcome.tolerance).times(2)),
  )
}
