import type { Fact } from '../../model/filing.js'
import type { Check, Judgement } from '../check.js'
import { single, tableAmounts } from '../groups.js'
import { judgeSum } from '../sums.js'
import { withRow, withRowsBetween } from '../unbound.js'

const SIDES = [
  {
    total: 'revenue.grand-total',
    parts: ['revenue', 'revenue.carry-in', 'revenue.surplus-used', 'revenue.account-balance'],
  },
  {
    total: 'expenditure.grand-total',
    parts: ['expenditure', 'expenditure.carry-out', 'expenditure.surplus-distribution'],
  },
]

/** Total = the year's amount + what was carried over. */
export const tableTotalWithCarry: Check = {
  id: 'YS-TABLE-TOTAL-WITH-CARRY',
  asserts: {
    zh: '总计＝本年合计＋结转结余（收入加上年结转、使用的结余，支出加结转下年、结余分配）。',
    en: "A grand total is the year's amount plus what is carried over.",
  },
  basis: '收支总表的结构。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '收入总计 110.00 = 本年收入合计 100.00 + 上年结转 10.00',
  passing: [
    { concept: 'revenue.grand-total', fund: 'all', value: '1100000', raw: '110.00', decimals: 2, row: 3 },
    { concept: 'revenue', fund: 'all', value: '1000000', raw: '100.00', decimals: 2, row: 1 },
    { concept: 'revenue.carry-in', fund: 'all', value: '100000', raw: '10.00', decimals: 2, row: 2 },
  ],
  failing: [
    { concept: 'revenue.grand-total', fund: 'all', value: '1200000', raw: '120.00', decimals: 2, row: 3 },
    { concept: 'revenue', fund: 'all', value: '1000000', raw: '100.00', decimals: 2, row: 1 },
    { concept: 'revenue.carry-in', fund: 'all', value: '100000', raw: '10.00', decimals: 2, row: 2 },
  ],
  run: (filing) =>
    // Columns of carried-over spending, and rows of money that nobody has spent yet, bear no facts and belong to the total.
    [...tableAmounts(filing.facts).values()]
      .flatMap(judgeTable)
      .map((j) => withRowsBetween(withRow(j, filing), filing)),
}

function judgeTable(facts: Fact[]): Judgement[] {
  return ['all', 'fiscal'].flatMap((fund) =>
    SIDES.flatMap(({ total, parts }) => {
      const of = (concept: string) =>
        facts.filter(
          (f) =>
            f.concept === concept &&
            (f.fund === fund || f.fund === '') &&
            f.nature === '' &&
            f.entity === '' &&
            f.function_code === '' &&
            f.economy_code === '',
        )
      const whole = single(of(total))
      const year = single(of(parts[0] as string))
      if (!whole || !year) return []
      const more = parts.slice(1).map((concept) => single(of(concept)))
      return [
        judgeSum(`${whole.label || total}=本年+结转 ${fund}`, whole, [
          year,
          ...more.filter((f): f is Fact => f !== undefined),
        ]),
      ]
    }),
  )
}
