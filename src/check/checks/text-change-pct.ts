import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { decimal } from '../../model/money.js'
import type { Check, Judgement } from '../check.js'
import { nameOf, single } from '../groups.js'
import { judgeQuotient, type Quotient, quotientOfChange } from '../quotients.js'
import { intervalOfFact } from '../sums.js'

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
        (f) => `${f.section_id}|${keyOf(f, ['measure', 'year', 'basis'])}`,
      ).values(),
    ].flatMap((group) => judge(group, filing.fiscal_year)),
}

/** The prior figure is what the change leaves, or stands in the text itself. */
function judge(group: Fact[], year: string): Judgement[] {
  const pct = single(group.filter((f) => f.measure === 'change-pct'))
  const amount = single(group.filter((f) => f.measure === 'amount' && f.year === year))
  const change = single(group.filter((f) => f.measure === 'change'))
  const prior = single(group.filter((f) => f.measure === 'amount' && Number(f.year) === Number(year) - 1))
  if (!amount || !pct) return []
  const subject = `${nameOf(amount)} 增减百分比`
  if (change) return [judgeQuotient(subject, [pct, amount, change], quotientOfChange(amount, change))]
  return prior ? [judgeQuotient(subject, [pct, amount, prior], ofPrior(amount, prior))] : []
}

function ofPrior(amount: Fact, prior: Fact): Quotient {
  const [now, before] = [intervalOfFact(amount), intervalOfFact(prior)]
  return {
    part: decimal(amount.value).minus(prior.value),
    whole: decimal(prior.value),
    parts: { low: now.low.minus(before.high), high: now.high.minus(before.low) },
    wholes: before,
  }
}
