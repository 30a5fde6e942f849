import type { Fact } from '../model/filing.js'
import { type Decimal, decimal } from '../model/money.js'
import type { Judged } from './judged.js'
import { ROW_MISSING } from './missing-rows.js'
import { intervalOfFact } from './sums.js'

/** One printed figure that, with another value, would make several failing identities hold at once. */
export interface RootCause {
  fact: Fact
  /** The value that balances, in the fact's own measure. */
  balances: Decimal
  /** The identities that fail because of it. */
  explained: Judged[]
}

/** A wrong figure shows in at least this many identities, else its one finding says all there is. */
const FEWEST = 2

/**
 * Finds the figures whose one change makes the most failing identities hold and breaks none that holds. Only sums tell
 * what a figure should be; each failing identity goes to one cause, the one that explains most first.
 */
export function rootCauses(judged: Judged[]): RootCause[] {
  const sums = judged.filter((j) => j.judgement.sum && j.judgement.reason !== ROW_MISSING)
  const passing = byFact(sums.filter((j) => j.judgement.outcome === 'pass'))
  const causes: RootCause[] = []
  let failing = sums.filter((j) => j.judgement.outcome === 'fail')
  for (;;) {
    const best = bestCause(failing, passing)
    if (!best) return causes
    causes.push(best)
    failing = failing.filter((j) => !best.explained.includes(j))
  }
}

function bestCause(failing: Judged[], passing: Map<Fact, Judged[]>): RootCause | undefined {
  let best: RootCause | undefined
  let bestKept = 0
  for (const [fact, around] of byFact(failing)) {
    if (around.length < FEWEST) continue
    const kept = passing.get(fact) ?? []
    for (const j of around) {
      const balances = balancing(fact, j)
      const explained = around.filter((other) => holdsWith(other, fact, balances))
      if (explained.length < FEWEST || !kept.every((other) => holdsWith(other, fact, balances))) continue
      // Of two figures that explain as much, the one that fewer identities confirm is the likelier.
      const more = explained.length - (best?.explained.length ?? 0)
      if (best && (more < 0 || (more === 0 && kept.length >= bestKept))) continue
      best = { fact, balances, explained }
      bestKept = kept.length
    }
  }
  return best
}

function byFact(judged: Judged[]): Map<Fact, Judged[]> {
  const map = new Map<Fact, Judged[]>()
  for (const j of judged)
    for (const fact of j.judgement.facts) {
      const list = map.get(fact)
      if (list) list.push(j)
      else map.set(fact, [j])
    }
  return map
}

/** The value of one figure with which a sum would hold: a total less, a part more, by what is missing. */
function balancing(fact: Fact, { judgement }: Judged): Decimal {
  const value = decimal(fact.value)
  return judgement.facts[0] === fact ? value.minus(judgement.difference) : value.plus(judgement.difference)
}

/** Whether a sum holds when one of its figures has another value. */
function holdsWith({ judgement }: Judged, fact: Fact, value: Decimal): boolean {
  const moved = value.minus(fact.value)
  const difference = decimal(judgement.difference)
  const after = judgement.facts[0] === fact ? difference.plus(moved) : difference.minus(moved)
  const width = judgement.facts.reduce((sum, f) => {
    const { low, high } = intervalOfFact(f)
    return sum.plus(high.minus(low).div(2))
  }, decimal(0))
  return after.abs().lte(width)
}
