import { keyOf } from '../../model/fact-key.js'
import type { Fact, FactKey } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { canonical, type Decimal, decimal, type Interval, overlaps } from '../../model/money.js'
import { oncePer } from '../../model/once-per.js'
import type { Judgement } from '../check.js'
import { intervalOfFact, lastPlace } from '../sums.js'
import type { Paper } from './across.js'

/** Concepts whose fund the print often leaves open: compared without it. */
const WITHOUT_FUND = /^(?:operating-cost|meetings|training|three-public|procurement|performance)/

/** The key of a figure between filings, some dimensions left out. */
export const acrossKey = (fact: Fact, without: readonly (keyof FactKey)[] = []): string =>
  // Procurement by fund is a figure of its own where a fund is printed.
  keyOf(
    fact,
    WITHOUT_FUND.test(fact.concept) && !/^procurement/.test(fact.concept) ? ['fund', ...without] : without,
  )

/** The interval that a printed figure stands for; what is counted is exact. A figure of another meaning is another fact. */
export const spanOf = oncePer(
  (fact: Fact): Interval =>
    fact.measure === 'count' ? { low: decimal(fact.value), high: decimal(fact.value) } : intervalOfFact(fact),
)

/** A change that can belong to a part or to its whole, and blocks of unnamed units, are no certain figures. */
export const isCertain = (fact: Fact): boolean =>
  fact.year !== '' && !fact.note.includes('part-or-whole') && !fact.entity.startsWith('#')

/** Prints of one figure in a paper by key; tables first, then in the order of the print. */
export function printsBy(
  paper: Pick<Paper, 'facts'>,
  wanted: (fact: Fact) => boolean,
  without: readonly (keyof FactKey)[] = [],
): Map<string, Fact[]> {
  const facts = paper.facts.filter((f) => isCertain(f) && wanted(f))
  const of = (source: Fact['source']) => facts.filter((f) => f.source === source)
  return groupBy([...of('table'), ...of('prose')], (f) => acrossKey(f, without))
}

/** Whether a paper prints one figure with several values: that is its own business, and nothing to hold others to. */
export const contradicts = (prints: readonly Fact[]): boolean => {
  const first = prints[0]
  return first !== undefined && prints.some((f) => !overlaps(spanOf(first), spanOf(f)))
}

/** Prints of other values once each, those most like `like` first: what is printed alike is compared alike. */
export function likeFirst(prints: readonly Fact[], like: Fact): Fact[] {
  const alike = (f: Fact) =>
    (f.source === like.source && f.unit === like.unit ? 2 : 0) + (f.label === like.label ? 1 : 0)
  const ordered = [...prints].sort((a, b) => alike(b) - alike(a))
  return ordered.filter((f, i) => ordered.findIndex((g) => g.value === f.value) === i)
}

export const plus = (a: Interval, b: Interval): Interval => ({
  low: a.low.plus(b.low),
  high: a.high.plus(b.high),
})
export const minus = (a: Interval, b: Interval): Interval => ({
  low: a.low.minus(b.high),
  high: a.high.minus(b.low),
})

/** Holds a printed figure against the interval that figures of another filing give for it. */
export function judgeAgainst(
  subject: string,
  actual: Fact,
  expected: Decimal,
  interval: Interval,
  facts: Fact[],
): Judgement {
  const own = spanOf(actual)
  const width = own.high.minus(own.low).plus(interval.high.minus(interval.low)).div(2)
  const difference = decimal(actual.value).minus(expected)
  const holds = overlaps(own, interval)
  return {
    subject,
    outcome: holds ? 'pass' : 'fail',
    expected: canonical(expected),
    actual: actual.value,
    difference: canonical(difference),
    tolerance: canonical(width),
    facts,
    ...(holds ? { reason: '' } : lastPlace(difference, own, interval)),
  }
}

export const leftOpen = (judgement: Judgement, reason: string): Judgement => ({
  ...judgement,
  outcome: 'undecided',
  reason,
})
