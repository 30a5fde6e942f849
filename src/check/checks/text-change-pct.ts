import type { Fact } from '../../model/filing.js'
import { canonical, decimal } from '../../model/money.js'
import type { Check, Judgement } from '../check.js'
import { groupBy, keyOf, nameOf } from '../groups.js'
import { intervalOfFact, undecided } from '../sums.js'

/** 增长率 = 增减额 ÷ 上年数. */
export const textChangePct: Check = {
  id: 'YS-TEXT-CHANGE-PCT',
  asserts: {
    zh: '增减百分比＝增减额÷（本年数－增减额）。',
    en: 'A percentage of change is the change divided by the prior figure.',
  },
  basis: '增减幅度以上年数为基数。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '50.00 万元，较上年增加 10.00 万元，增长 25.00%',
  passing: [
    { source: 'prose', measure: 'amount', value: '500000', raw: '50.00', decimals: 2 },
    { source: 'prose', measure: 'change', value: '100000', raw: '10.00', decimals: 2 },
    { source: 'prose', measure: 'change-pct', value: '25', raw: '25.00%', unit: '%', decimals: 2 },
  ],
  failing: [
    { source: 'prose', measure: 'amount', value: '500000', raw: '50.00', decimals: 2 },
    { source: 'prose', measure: 'change', value: '100000', raw: '10.00', decimals: 2 },
    { source: 'prose', measure: 'change-pct', value: '20', raw: '20.00%', unit: '%', decimals: 2 },
  ],
  run: (filing) =>
    [
      ...groupBy(
        filing.facts.filter((f) => f.source === 'prose'),
        (f) => `${f.section_id}|${keyOf(f, ['measure'])}`,
      ).values(),
    ].flatMap(judge),
}

function judge(group: Fact[]): Judgement[] {
  const of = (measure: string) => group.filter((f) => f.measure === measure)
  const [amount, change, pct] = [of('amount')[0], of('change')[0], of('change-pct')[0]]
  if (!amount || !change || !pct || [of('amount'), of('change'), of('change-pct')].some((l) => l.length > 1))
    return []
  const subject = `${nameOf(amount)} 增减百分比`
  const facts = [pct, amount, change]
  const a = intervalOfFact(amount)
  const c = intervalOfFact(change)
  const prior = { low: a.low.minus(c.high), high: a.high.minus(c.low) }
  // Growth on nothing has no percentage; 100 % is what clerks print.
  if (prior.low.lte(0)) return [undecided(subject, facts, 'zero-base')]
  const quotients = [c.low, c.high].flatMap((x) => [prior.low, prior.high].map((y) => x.div(y).times(100)))
  const low = quotients.reduce((m, q) => (q.lt(m) ? q : m))
  const high = quotients.reduce((m, q) => (q.gt(m) ? q : m))
  const printed = intervalOfFact(pct)
  const expected = decimal(change.value)
    .div(decimal(amount.value).minus(change.value))
    .times(100)
    .round(pct.decimals)
  return [
    {
      subject,
      outcome: low.lte(printed.high) && printed.low.lte(high) ? 'pass' : 'fail',
      expected: canonical(expected),
      actual: pct.value,
      difference: canonical(decimal(pct.value).minus(expected)),
      tolerance: canonical(high.minus(low).div(2).plus(printed.high.minus(printed.low).div(2)).round(6)),
      facts,
      reason: '',
    },
  ]
}
