import type { Fact } from '../model/filing.js'
import {
  addIntervals,
  canonical,
  type Decimal,
  decimal,
  type Interval,
  intervalOf,
  overlaps,
  YUAN_PER,
} from '../model/money.js'
import type { Judgement } from './check.js'

/** The interval that a printed figure stands for, in 元 (percentages and counts as printed). */
export function intervalOfFact(fact: Fact): Interval {
  const factor = decimal(YUAN_PER[fact.unit] ?? '1')
  // 无 and 持平 are exact zeros.
  if (!/\d/.test(fact.raw)) return { low: decimal(fact.value), high: decimal(fact.value) }
  return intervalOf(decimal(fact.value), fact.decimals, factor)
}

export const sumOf = (facts: Fact[]): Decimal => facts.reduce((sum, f) => sum.plus(f.value), decimal(0))

const halfWidth = (i: Interval): Decimal => i.high.minus(i.low).div(2)

/** total = Σ parts, by intervals. */
export function judgeSum(subject: string, total: Fact, parts: Fact[]): Judgement {
  const sum = addIntervals(parts.map(intervalOfFact))
  const printed = intervalOfFact(total)
  const expected = sumOf(parts)
  return {
    subject,
    outcome: overlaps(sum, printed) ? 'pass' : 'fail',
    expected: canonical(expected),
    actual: total.value,
    difference: canonical(decimal(total.value).minus(expected)),
    tolerance: canonical(halfWidth(sum).plus(halfWidth(printed))),
    facts: [total, ...parts],
    sum: true,
    reason: '',
  }
}

/** Of several ways to add up, one that holds; else the first. */
export const bestOf = (judged: readonly Judgement[]): Judgement[] => {
  const best = judged.find((j) => j.outcome === 'pass') ?? judged[0]
  return best ? [best] : []
}

/** A printed figure that no fact holds, in 元 (counts as printed). */
export interface Addend {
  value: Decimal
  interval: Interval
}

/** The same sum with figures that are printed and no facts: they belong to the total all the same. */
export function withAddends(judgement: Judgement, addends: readonly Addend[]): Judgement {
  if (addends.length === 0) return judgement
  const expected = addends.reduce((sum, a) => sum.plus(a.value), decimal(judgement.expected))
  const tolerance = addends.reduce((sum, a) => sum.plus(halfWidth(a.interval)), decimal(judgement.tolerance))
  const difference = decimal(judgement.actual).minus(expected)
  return {
    ...judgement,
    outcome: difference.abs().lte(tolerance) ? 'pass' : 'fail',
    expected: canonical(expected),
    difference: canonical(difference),
    tolerance: canonical(tolerance),
    reason: 'with-unbound-columns',
  }
}

/** Two prints of one figure overlap. */
export function judgeSame(subject: string, a: Fact, b: Fact): Judgement {
  const judgement: Judgement = { ...judgeSum(subject, b, [a]), same: true }
  // Cut off instead of rounded, or rounded twice: one unit in the last place is a matter of style.
  const unit = decimal(judgement.tolerance).times(2)
  const last = judgement.outcome === 'fail' && decimal(judgement.difference).abs().lte(unit)
  return last ? { ...judgement, severity: 'info', reason: 'last-place' } : judgement
}

export const undecided = (subject: string, facts: Fact[], reason: string): Judgement => ({
  subject,
  outcome: 'undecided',
  expected: '',
  actual: facts[0]?.value ?? '',
  difference: '',
  tolerance: '',
  facts,
  reason,
})
