import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { tableAmounts } from '../groups.js'
import { judgeSame } from '../sums.js'

/** A summary prints the same total in each of its views of the money. */
export const tableSameTotal: Check = {
  id: 'YS-TABLE-SAME-TOTAL',
  asserts: {
    zh: '收支总表按功能、经济分类和支出性质分栏，各栏的合计应当一致。',
    en: 'A summary that shows spending by function, by economy and by nature prints the same total in each view.',
  },
  basis: '同一笔支出按不同方式分类，合计不变。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '按功能科目合计 12.00，按经济科目合计 12.00',
  passing: {
    tables: [{ table_id: 't', type: 'income-expenditure-summary' }],
    facts: [
      { table_id: 't', fund: 'all', row: 0, column: 3, value: '120000', raw: '12.00' },
      { table_id: 't', fund: 'all', row: 0, column: 5, value: '120000', raw: '12.00' },
    ],
  },
  failing: {
    tables: [{ table_id: 't', type: 'income-expenditure-summary' }],
    facts: [
      { table_id: 't', fund: 'all', row: 0, column: 3, value: '120000', raw: '12.00' },
      { table_id: 't', fund: 'all', row: 0, column: 5, value: '130000', raw: '13.00' },
    ],
  },
  run: (filing) => {
    const types = new Map(filing.tables.map((t) => [t.table_id, t.type]))
    return [...tableAmounts(filing.facts)].flatMap(([id, facts]) =>
      /^(?:income-expenditure|fiscal)-summary$/.test(types.get(id) ?? '') ? judgeTable(facts) : [],
    )
  },
}

function judgeTable(facts: Fact[]): Judgement[] {
  const totals = facts.filter((f) => f.function_code + f.economy_code + f.nature + f.entity === '')
  return [...groupBy(totals, (f) => keyOf(f)).values()].flatMap(([first, ...later]) =>
    later.map((f) =>
      judgeSame(
        `${f.label || f.concept} 第${(first as Fact).column}/${f.column}列 第${f.row}行`,
        first as Fact,
        f,
      ),
    ),
  )
}
