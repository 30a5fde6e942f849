import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { single, tableAmounts } from '../groups.js'
import { judgeSame } from '../sums.js'

/** Income total = spending total, in every summary and for every fund it prints. */
export const tablesGrandTotal: Check = {
  id: 'YS-TABLES-GRAND-TOTAL',
  asserts: {
    zh: '收支总表中，收入总计＝支出总计。',
    en: 'In a summary of income and spending, both totals are equal.',
  },
  basis: '收支平衡：总计含上年结转和结转下年。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '收入总计 500.00 = 支出总计 500.00',
  passing: [
    { concept: 'revenue.grand-total', fund: 'all', value: '5000000', raw: '500.00', decimals: 2, column: 1 },
    {
      concept: 'expenditure.grand-total',
      fund: 'all',
      value: '5000000',
      raw: '500.00',
      decimals: 2,
      column: 3,
    },
  ],
  failing: [
    { concept: 'revenue.grand-total', fund: 'all', value: '5000000', raw: '500.00', decimals: 2, column: 1 },
    {
      concept: 'expenditure.grand-total',
      fund: 'all',
      value: '5010000',
      raw: '501.00',
      decimals: 2,
      column: 3,
    },
  ],
  run: (filing) => [...tableAmounts(filing.facts).values()].flatMap(judgeTable),
}

function judgeTable(facts: Fact[]): Judgement[] {
  const totals = facts.filter(
    (f) =>
      f.concept.endsWith('.grand-total') &&
      f.nature === '' &&
      f.entity === '' &&
      f.function_code === '' &&
      f.economy_code === '',
  )
  return [...groupBy(totals, (f) => `${f.fund}|${f.year}|${f.basis}`).values()].flatMap((group) => {
    const income = single(group.filter((f) => f.concept === 'revenue.grand-total'))
    // The same total stands once per view of spending: each has to agree.
    const spending = group.filter((f) => f.concept === 'expenditure.grand-total')
    return income
      ? spending.map((f) => judgeSame(`收入总计=支出总计 ${f.fund} 第${f.column}列`, income, f))
      : []
  })
}
