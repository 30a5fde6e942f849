import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { nameOf, single } from '../groups.js'
import { judgeQuotient, quotientOf } from '../quotients.js'

/** 完成预算的百分比 = 决算数 ÷ 预算数. */
export const textCompletionPct: Check = {
  id: 'YS-TEXT-COMPLETION-PCT',
  asserts: {
    zh: '印出的完成率＝决算数÷预算数。',
    en: 'A printed rate of completion is the final figure divided by the budget.',
  },
  basis: '完成率的定义；预算数是同一段印出的年初预算、全年预算或预算数，有一个相符即可。',
  kinds: ['final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '年初预算 80.00 万元，支出决算 60.00 万元，完成年初预算的 75.00%',
  passing: {
    kind: 'final',
    facts: [
      { source: 'prose', basis: 'initial', value: '800000', raw: '80.00' },
      { source: 'prose', basis: 'final', value: '600000', raw: '60.00' },
      { source: 'prose', basis: 'final', measure: 'completion-pct', value: '75', raw: '75.00', unit: '%' },
    ],
  },
  failing: {
    kind: 'final',
    facts: [
      { source: 'prose', basis: 'initial', value: '800000', raw: '80.00' },
      { source: 'prose', basis: 'final', value: '600000', raw: '60.00' },
      { source: 'prose', basis: 'final', measure: 'completion-pct', value: '133', raw: '133.00', unit: '%' },
    ],
  },
  run: (filing) =>
    [
      ...groupBy(
        filing.facts.filter((f) => f.source === 'prose'),
        (f) => `${f.section_id}|${keyOf(f, ['measure', 'basis'])}`,
      ).values(),
    ].flatMap(judge),
}

const BUDGETS: readonly Fact['basis'][] = ['initial', 'adjusted', 'budget']

function judge(group: Fact[]): Judgement[] {
  const amount = (basis: Fact['basis']) =>
    single(group.filter((f) => f.measure === 'amount' && f.basis === basis))
  const pct = single(group.filter((f) => f.measure === 'completion-pct'))
  const final = amount('final')
  if (!pct || !final) return []
  const judged = BUDGETS.flatMap((b) => amount(b) ?? []).map((budget) =>
    judgeQuotient(`${nameOf(final)} 完成率`, [pct, final, budget], quotientOf(final, budget)),
  )
  const best = judged.find((j) => j.outcome === 'pass') ?? judged[0]
  return best ? [best] : []
}
