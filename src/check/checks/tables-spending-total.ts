import type { Check } from '../check.js'
import { single } from '../groups.js'
import { isPlain, isSpendingTotal } from '../spending-total.js'
import { judgeSame } from '../sums.js'

/** The table of spending adds up to the year's spending of the summary: what is carried out is not spent. */
export const tablesSpendingTotal: Check = {
  id: 'YS-TABLES-SPENDING-TOTAL',
  asserts: {
    zh: '支出总表的合计＝收支总表的本年支出合计（不含结转下年）。',
    en: "The total of the table of spending is the year's spending of the summary, without what is carried out.",
  },
  basis: '结转下年的钱当年不安排支出，不列入支出总表。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '收支总表：本年支出合计 100.00，结转下年 5.00；支出总表合计 105.00',
  passing: {
    tables: [
      { table_id: 'a', type: 'income-expenditure-summary' },
      { table_id: 'b', type: 'expenditure-summary' },
    ],
    facts: [
      { table_id: 'a', concept: 'expenditure', fund: 'all', value: '1000000', raw: '100.00' },
      { table_id: 'b', concept: 'expenditure.grand-total', fund: 'all', value: '1000000', raw: '100.00' },
    ],
  },
  failing: {
    tables: [
      { table_id: 'a', type: 'income-expenditure-summary' },
      { table_id: 'b', type: 'expenditure-summary' },
    ],
    facts: [
      { table_id: 'a', concept: 'expenditure', fund: 'all', value: '1000000', raw: '100.00' },
      { table_id: 'b', concept: 'expenditure.grand-total', fund: 'all', value: '1050000', raw: '105.00' },
    ],
  },
  run: (filing) => {
    const summary = filing.tables.find((t) => t.type === 'income-expenditure-summary')
    const year = single(
      filing.facts.filter(
        (f) =>
          f.table_id === summary?.table_id &&
          f.concept === 'expenditure' &&
          isPlain(f) &&
          f.year === filing.fiscal_year,
      ),
    )
    if (!year) return []
    return filing.facts
      .filter((f) => isSpendingTotal(f, filing) && f.year === filing.fiscal_year)
      .map((f) => judgeSame(`支出总表合计=本年支出合计 第${f.column}列`, year, f))
  },
}
