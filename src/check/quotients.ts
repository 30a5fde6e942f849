import type { Fact } from '../model/filing.js'
import { canonical, type Decimal, decimal, type Interval } from '../model/money.js'
import type { Judgement } from './check.js'
import { intervalOfFact, lastPlace, undecided } from './sums.js'

/** What a percentage is a quotient of: the best values and the intervals of the printed digits, in one unit. */
export interface Quotient {
  part: Decimal
  whole: Decimal
  parts: Interval
  wholes: Interval
}

export const quotientOf = (part: Fact, whole: Fact): Quotient => ({
  part: decimal(part.value),
  whole: decimal(whole.value),
  parts: intervalOfFact(part),
  wholes: intervalOfFact(whole),
})

/** A change against the prior figure that it leaves. */
export function quotientOfChange(amount: Fact, change: Fact): Quotient {
  const [now, by] = [intervalOfFact(amount), intervalOfFact(change)]
  return {
    part: decimal(change.value),
    whole: decimal(amount.value).minus(change.value),
    parts: by,
    wholes: { low: now.low.minus(by.high), high: now.high.minus(by.low) },
  }
}

/** Holds a printed percentage against part ÷ whole, by the intervals of both. */
export function judgeQuotient(subject: string, facts: Fact[], quotient: Quotient): Judgement {
  const { part, whole, parts, wholes } = quotient
  const pct = facts[0] as Fact
  // Nothing is a share of nothing, whatever is printed.
  if (wholes.low.lte(0)) return undecided(subject, facts, 'zero-base')
  const corners = [parts.low, parts.high].flatMap((p) => [wholes.low, wholes.high].map((w) => percent(p, w)))
  const low = corners.reduce((m, q) => (q.lt(m) ? q : m))
  const high = corners.reduce((m, q) => (q.gt(m) ? q : m))
  const printed = intervalOfFact(pct)
  const expected = percent(part, whole).round(pct.decimals)
  const difference = decimal(pct.value).minus(expected)
  const holds = low.lte(printed.high) && printed.low.lte(high)
  // Moved so that the shares make 100 is less than a unit too.
  const beyond = holds ? { reason: '' } : lastPlace(decimal(pct.value).minus(percent(part, whole)), printed)
  return {
    subject,
    outcome: holds ? 'pass' : 'fail',
    expected: canonical(expected),
    actual: pct.value,
    difference: canonical(difference),
    tolerance: canonical(high.minus(low).div(2).plus(printed.high.minus(printed.low).div(2)).round(6)),
    facts,
    ...beyond,
  }
}

const percent = (part: Decimal, whole: Decimal): Decimal => part.div(whole).times(100)
