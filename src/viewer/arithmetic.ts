import type { CheckOutcome, Fact } from '../model/filing.js'
import { canonical, type Decimal, decimal, type Interval, intervalOf, YUAN_PER } from '../model/money.js'

export interface Term {
  fact: Fact
  /** Added or taken away. */
  sign: 1 | -1
  /** In the unit of the line. */
  value: string
}

/** A check written out: what the other figures give, against what is printed. */
export interface Line {
  terms: Term[]
  /** Of the terms, in the unit of the line. */
  result: string
  whole: Fact
  wholeValue: string
  /** `元` where the figures are printed in different units. */
  unit: string
  holds: boolean
  /** Half the interval that the printed digits leave open, in the unit of the line; empty where they are exact. */
  tolerance: string
  interval: { low: string; high: string } | undefined
}

/** So many terms are tried with both signs: a balance has few. */
const SIGNED = 6

/**
 * The sum or difference behind an outcome, found among its own figures; undefined where it is none, a share say, or where
 * the figures do not give what the outcome says.
 */
export function lineOf(outcome: CheckOutcome, facts: readonly Fact[]): Line | undefined {
  const [whole, ...others] = facts
  if (!whole || others.length === 0 || outcome.expected === '' || outcome.actual === '') return undefined
  if (facts.some((f) => f.measure.endsWith('-pct'))) return undefined
  const printed = decimal(whole.value)
  const target = printed.eq(outcome.actual)
    ? outcome.expected
    : printed.eq(outcome.expected)
      ? outcome.actual
      : undefined
  if (target === undefined) return undefined
  const signs = signsFor(others, decimal(target))
  return signs && written(whole, others, signs, outcome)
}

function signsFor(facts: readonly Fact[], target: Decimal): (1 | -1)[] | undefined {
  const plus = facts.map(() => 1 as const)
  if (total(facts, plus).eq(target)) return plus
  if (facts.length > SIGNED) return undefined
  for (let mask = 1; mask < 2 ** facts.length; mask++) {
    const signs = facts.map((_, i) => ((mask >> i) & 1 ? -1 : 1) as 1 | -1)
    if (total(facts, signs).eq(target)) return signs
  }
  return undefined
}

const total = (facts: readonly Fact[], signs: readonly (1 | -1)[]): Decimal =>
  facts.reduce((sum, fact, i) => sum.plus(decimal(fact.value).times(signs[i] as number)), decimal(0))

function written(
  whole: Fact,
  others: readonly Fact[],
  signs: readonly (1 | -1)[],
  { outcome, tolerance }: CheckOutcome,
): Line {
  const units = new Set([whole, ...others].filter((f) => f.raw !== '' && f.unit !== '').map((f) => f.unit))
  // 8 人 and 5 名 are counted alike.
  const isCounted = [whole, ...others].every((f) => f.measure === 'count')
  const unit = units.size === 1 ? ([...units][0] as string) : isCounted ? whole.unit : '元'
  const per = decimal(YUAN_PER[unit] ?? '1')
  const decimals = units.size === 1 ? Math.max(...[whole, ...others].map((f) => f.decimals)) : 0
  const inUnit = (value: Decimal): string => {
    const exact = value.div(per)
    return decimals > 0 ? exact.toFixed(Math.max(decimals, placesOf(exact))) : canonical(exact)
  }
  const sum = total(others, signs)
  const intervals = others.map((fact, i) => signedInterval(fact, signs[i] as 1 | -1))
  const low = intervals.reduce((at, one) => at.plus(one.low), decimal(0))
  const high = intervals.reduce((at, one) => at.plus(one.high), decimal(0))
  const isExact = tolerance === '' || decimal(tolerance).eq(0)
  return {
    terms: others.map((fact, i) => ({ fact, sign: signs[i] as 1 | -1, value: inUnit(decimal(fact.value)) })),
    result: inUnit(sum),
    whole,
    wholeValue: inUnit(decimal(whole.value)),
    unit,
    holds: outcome === 'pass',
    tolerance: isExact ? '' : canonical(decimal(tolerance).div(per)),
    // Only where it decides: the sum is not what is printed, and yet it may be.
    interval:
      outcome === 'pass' && !sum.eq(whole.value)
        ? { low: canonical(low.div(per)), high: canonical(high.div(per)) }
        : undefined,
  }
}

const placesOf = (value: Decimal): number => canonical(value).split('.')[1]?.length ?? 0

function signedInterval(fact: Fact, sign: 1 | -1): Interval {
  const value = decimal(fact.value).times(sign)
  if (!/\d/.test(fact.raw)) return { low: value, high: value }
  return intervalOf(value, fact.decimals, decimal(YUAN_PER[fact.unit] ?? '1'))
}
