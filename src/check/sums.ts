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
import { oncePer } from '../model/once-per.js'
import type { CellFigure } from './cell-figures.js'
import type { Judgement } from './check.js'

/** The interval that a printed figure stands for, in 元 (percentages as printed); persons and things are counted, not rounded. */
export const intervalOfFact = oncePer((fact: Fact): Interval => {
  const value = decimal(fact.value)
  // 无 and 持平 are exact zeros.
  const isCounted = fact.measure === 'count' && fact.decimals === 0
  if (isCounted || !/\d/.test(fact.raw)) return { low: value, high: value }
  return intervalOf(value, fact.decimals, decimal(YUAN_PER[fact.unit] ?? '1'))
})

export const sumOf = (facts: Fact[]): Decimal => facts.reduce((sum, f) => sum.plus(f.value), decimal(0))

const width = (i: Interval): Decimal => i.high.minus(i.low)
const halfWidth = (i: Interval): Decimal => width(i).div(2)

/**
 * What a difference beyond the printed digits weighs: below one unit in the last printed place of the coarser side a
 * figure was cut off instead of rounded, or rounded twice, which is a matter of style.
 */
export const lastPlace = (
  difference: Decimal,
  ...sides: Interval[]
): Pick<Judgement, 'severity' | 'reason'> =>
  sides.some((side) => difference.abs().lt(width(side)))
    ? { severity: 'info', reason: 'last-place' }
    : { reason: '' }

/** total = Σ parts, by intervals. */
export function judgeSum(subject: string, total: Fact, parts: Fact[]): Judgement {
  const sum = addIntervals(parts.map(intervalOfFact))
  const printed = intervalOfFact(total)
  const expected = sumOf(parts)
  const difference = decimal(total.value).minus(expected)
  const holds = overlaps(sum, printed)
  return {
    subject,
    outcome: holds ? 'pass' : 'fail',
    expected: canonical(expected),
    actual: total.value,
    difference: canonical(difference),
    tolerance: canonical(halfWidth(sum).plus(halfWidth(printed))),
    facts: [total, ...parts],
    sum: true,
    ...(holds ? { reason: '' } : lastPlace(difference, printed, ...parts.map(intervalOfFact))),
  }
}

/** Of several ways to add up, one that holds; else the one that comes nearest. */
export const bestOf = (judged: readonly Judgement[]): Judgement[] => {
  const apart = (j: Judgement): Decimal => decimal(j.difference || '0').abs()
  const best =
    judged.find((j) => j.outcome === 'pass') ??
    judged.reduce<Judgement | undefined>((a, b) => (a && apart(a).lte(apart(b)) ? a : b), undefined)
  return best ? [best] : []
}

/** A list that falls short may have left something out, which is a warning; one that exceeds its total can not be true. */
export const shortIsMilder = (judgement: Judgement, reason: string): Judgement =>
  judgement.outcome === 'fail' && !judgement.severity && !judgement.difference.startsWith('-')
    ? { ...judgement, severity: 'warning', reason }
    : judgement

/** Reason of sums that fall short in several columns of a table: one row is not printed. */
export const ROW_MISSING = 'row-missing'

/** A printed figure that no fact holds, in 元 (counts as printed). */
export interface Addend {
  value: Decimal
  interval: Interval
}

const isInCell = (addend: Addend): addend is CellFigure => 'cell' in addend

/** Why a sum is judged as it is: figures that no fact holds were added. */
export const WITH_UNBOUND = 'with-unbound-columns'

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
    reason: WITH_UNBOUND,
    beside: addends.filter(isInCell).filter((a) => !a.value.eq(0)),
  }
}

/** Two prints of one figure overlap. */
export const judgeSame = (subject: string, a: Fact, b: Fact): Judgement => ({
  same: true,
  ...judgeSum(subject, b, [a]),
})

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
