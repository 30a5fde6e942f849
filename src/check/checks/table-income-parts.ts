import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { nameOf, tableAmounts } from '../groups.js'
import { OWN_INCOME } from '../money-parts.js'
import { judgeSum } from '../sums.js'

/** A row of an income table: the year's income is the sum of its sources. */
export const tableIncomeParts: Check = {
  id: 'YS-TABLE-INCOME-PARTS',
  asserts: {
    zh: '收入表同一行中，本年收入合计＝各项来源之和。',
    en: "In one row of an income table, the year's income is the sum of its sources.",
  },
  basis: '部门收入按来源汇总。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '本年收入合计 12.00 = 财政拨款收入 10.00 + 其他收入 2.00',
  passing: [
    { concept: 'revenue', fund: 'all', value: '120000', raw: '12.00', decimals: 2, column: 3 },
    { concept: 'revenue', fund: 'fiscal', value: '100000', raw: '10.00', decimals: 2, column: 4 },
    { concept: 'revenue.other', fund: '', value: '20000', raw: '2.00', decimals: 2, column: 5 },
  ],
  failing: [
    { concept: 'revenue', fund: 'all', value: '140000', raw: '14.00', decimals: 2, column: 3 },
    { concept: 'revenue', fund: 'fiscal', value: '100000', raw: '10.00', decimals: 2, column: 4 },
    { concept: 'revenue.other', fund: '', value: '20000', raw: '2.00', decimals: 2, column: 5 },
  ],
  run: (filing) => {
    const types = new Map(filing.tables.map((t) => [t.table_id, t.type]))
    return [...tableAmounts(filing.facts)].flatMap(([id, facts]) =>
      // In a summary the rows are the sources: they share no row.
      types.has(id) && types.get(id) !== 'income-summary'
        ? []
        : [...groupBy(facts, (f) => `${f.row}|${keyOf(f, ['concept', 'fund'])}`).values()].flatMap(judgeRow),
    )
  },
}

function judgeRow(row: Fact[]): Judgement[] {
  const total = row.find((f) => f.concept === 'revenue' && f.fund === 'all')
  if (!total) return []
  const fund = (name: string) => row.find((f) => f.concept === 'revenue' && f.fund === name)
  const fiscal = fund('fiscal')
  const funds = [fund('general'), fund('government-fund'), fund('state-capital')].filter(
    (f): f is Fact => f !== undefined,
  )
  const others = row.filter((f) => OWN_INCOME.includes(f.concept))
  const parts = [...(fiscal ? [fiscal] : funds), ...others]
  return parts.length > 0 ? [judgeSum(`${nameOf(total)}=Σ来源`, total, parts)] : []
}
