import type { Fact } from '../model/filing.js'
import { canonical, decimal } from '../model/money.js'
import type { Judged } from './judged.js'

/**
 * Of two prints of one figure the one to speak first of: that which disagrees with more of the paper and agrees with
 * less. Who is right the print alone does not tell; where it is even, the order stays.
 */
export function pointed(judged: readonly Judged[]): Judged[] {
  const votes = votesOf(judged)
  return judged.map((j) => {
    const [lead, other] = j.judgement.facts
    const isPair =
      j.judgement.same && !j.judgement.says && !j.judgement.beside && j.judgement.facts.length === 2
    if (!isPair || j.judgement.outcome !== 'fail' || !lead || !other) return j
    return isWorse(votes(other), votes(lead)) ? turned(j, lead, other) : j
  })
}

interface Votes {
  against: number
  for: number
}

function votesOf(judged: readonly Judged[]): (fact: Fact) => Votes {
  const votes = new Map<string, Votes>()
  for (const { judgement } of judged) {
    if (!judgement.sum || judgement.outcome === 'undecided') continue
    for (const { fact_id } of judgement.facts) {
      const own = votes.get(fact_id) ?? { against: 0, for: 0 }
      if (judgement.outcome === 'fail') own.against++
      else own.for++
      votes.set(fact_id, own)
    }
  }
  return (fact) => votes.get(fact.fact_id) ?? { against: 0, for: 0 }
}

const isWorse = (a: Votes, b: Votes): boolean =>
  a.against === b.against ? a.for === 0 && b.for > 1 : a.against > b.against && a.for <= b.for

const turned = (j: Judged, lead: Fact, other: Fact): Judged => ({
  ...j,
  judgement: {
    ...j.judgement,
    facts: [other, lead],
    expected: j.judgement.actual,
    actual: j.judgement.expected,
    difference: canonical(decimal(j.judgement.difference).times(-1)),
  },
})
