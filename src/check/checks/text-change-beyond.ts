import { keyOf } from '../../model/fact-key.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { canonical, decimal } from '../../model/money.js'
import { said } from '../../model/saying.js'
import { printedLike } from '../amounts.js'
import type { Check, Judgement } from '../check.js'
import { nameOf, single } from '../groups.js'
import { at, figureNamed } from '../naming.js'
import { intervalOfFact } from '../sums.js'

/** An amount can not have grown by more than it is: last year's would be below zero. */
export const textChangeBeyond: Check = {
  id: 'YS-TEXT-CHANGE-BEYOND',
  asserts: {
    zh: '增加额不大于本年数（否则上年数为负）。',
    en: "An increase is no greater than this year's figure, else last year's would be negative.",
  },
  basis: '收入和支出预算不为负数。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '政府性基金支出 0 万元，比上年增加 12.00 万元',
  passing: [
    { source: 'prose', value: '120000', raw: '12.00' },
    { source: 'prose', measure: 'change', value: '20000', raw: '2.00' },
  ],
  failing: [
    { source: 'prose', value: '0', raw: '0' },
    { source: 'prose', measure: 'change', value: '120000', raw: '12.00' },
  ],
  run: (filing) => {
    const places = groupBy(
      filing.facts.filter((f) => f.year === filing.fiscal_year && !f.note.includes('part-or-whole')),
      (f) => `${f.source}|${f.table_id}|${f.row ?? ''}|${f.section_id}|${keyOf(f, ['measure'])}`,
    )
    return [...places.values()].flatMap((prints) => judge(filing, prints))
  },
}

function judge(filing: Extracted, prints: Fact[]): Judgement[] {
  const amount = single(prints.filter((f) => f.measure === 'amount'))
  const change = single(prints.filter((f) => f.measure === 'change'))
  if (!amount || !change || amount.value.startsWith('-') || decimal(change.value).lte(0)) return []
  const prior = decimal(amount.value).minus(change.value)
  const holds = intervalOfFact(amount).high.gte(intervalOfFact(change).low)
  return [
    {
      subject: `${nameOf(amount)} 增加额≤本年数`,
      outcome: holds ? 'pass' : 'fail',
      expected: '',
      actual: change.value,
      difference: holds ? '' : canonical(prior.abs()),
      tolerance: '',
      // A bound that holds confirms no digit.
      facts: holds ? [] : [change, amount],
      ...(holds
        ? {}
        : {
            says: said('text-change-beyond.negative', {
              at: at(filing, change),
              name: figureNamed(amount),
              printed: printedLike(amount, amount),
              change: printedLike(change, amount),
            }),
          }),
      reason: '',
    },
  ]
}
