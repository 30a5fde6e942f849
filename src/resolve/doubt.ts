import type { Extracted, Fact } from '../model/filing.js'
import { type Decimal, decimal, YUAN_PER } from '../model/money.js'
import {
  DOUBT,
  FORMAT_DIFFERS,
  type Identity,
  isMeaningDoubtful,
  isNoted,
  type KeptReadings,
  noted,
  READ_WITH_DOUBT,
} from '../model/reading.js'
import type { Text } from '../model/text.js'
import { doubtfulPrints, withCandidate } from './prints.js'

/** By how much each other reading would move a figure, by fact id. */
type Moves = ReadonlyMap<string, Decimal[]>

/** Marks the scanned figures whose characters are unsure and that no identity confirms. */
export function marked(
  filing: Extracted,
  readings: KeptReadings,
  identities: readonly Identity[],
): Extracted {
  const moves = movesOf(filing.facts, readings)
  const holding = new Map<string, Identity[]>()
  for (const identity of identities.filter((i) => i.outcome.outcome === 'pass'))
    for (const id of identity.outcome.facts) holding.set(id, [...(holding.get(id) ?? []), identity])
  const isConfirmed = (fact: Fact): boolean =>
    fact.value_read !== '' || (holding.get(fact.fact_id) ?? []).some((i) => confirms(i, fact, moves))
  const isDoubtful = (fact: Fact): boolean =>
    fact.method === 'ocr' &&
    fact.confidence < DOUBT &&
    // What a figure is worth in its row says nothing of the code or the head that it stands under.
    (isMeaningDoubtful(fact) || lacksDecimals(fact) || !isConfirmed(fact))
  const facts = filing.facts.map((f) => (isDoubtful(f) ? { ...f, note: noted(f.note, READ_WITH_DOUBT) } : f))
  return { ...filing, facts }
}

/** Sums hold with a last decimal lost: less than they can see. */
const lacksDecimals = (fact: Fact): boolean =>
  isNoted(fact, FORMAT_DIFFERS) && fact.decimals < 2 && fact.value_read === ''

/** What one more would be worth in the last of its digits that is unsure and of which no other reading is known. */
function leastMove(fact: Fact, text?: Text): Decimal | undefined {
  const digits = [...(text?.text ?? '')].flatMap((c, i) =>
    /\d/.test(c) ? [text?.glyphs[i]?.confidence ?? 1] : [],
  )
  const unsure = digits.findLastIndex((confidence) => confidence < DOUBT)
  if (unsure < 0) return undefined
  const isMoney = fact.measure === 'amount' || fact.measure === 'change'
  const place = digits.length - 1 - unsure - fact.decimals
  return decimal(10)
    .pow(place)
    .times(isMoney ? (YUAN_PER[fact.unit] ?? '1') : '1')
}

function movesOf(facts: readonly Fact[], readings: KeptReadings): Moves {
  const moves = new Map<string, Decimal[]>()
  for (const print of doubtfulPrints(facts, readings))
    for (const fact of print.facts)
      moves.set(
        fact.fact_id,
        print.candidates.map((c) => decimal(withCandidate(fact, c).value).minus(fact.value).abs()),
      )
  for (const fact of facts) {
    const least = leastMove(fact, readings.get(fact.fact_id))
    if (least) moves.set(fact.fact_id, [least, ...(moves.get(fact.fact_id) ?? [])])
  }
  return moves
}

/**
 * An identity that holds, and would hold with no other reading of the figure: one that is off by less than the identity
 * can see, or by as much as another of its figures may be (a total and its only part are misread alike).
 */
function confirms({ outcome, isSum }: Identity, fact: Fact, moves: Moves): boolean {
  // What a percentage is of may be misread in its last digits and still hold.
  if (!isSum && !fact.measure.endsWith('-pct')) return false
  const blind = decimal(outcome.tolerance).times(2)
  const others = outcome.facts.filter((id) => id !== fact.fact_id).flatMap((id) => moves.get(id) ?? [])
  return (moves.get(fact.fact_id) ?? []).every(
    (move) => move.gt(blind) && !others.some((other) => other.minus(move).abs().lte(blind)),
  )
}
