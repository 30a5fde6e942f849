import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { tableAmounts } from '../groups.js'
import { FUNDS, OWN_INCOME } from '../money-parts.js'
import { bestOf, judgeSum } from '../sums.js'
import { withColumn } from '../unbound.js'

/** In a summary the sources of income stand below each other: the year's income is their sum. */
export const tableColumnSources: Check = {
  id: 'YS-TABLE-COLUMN-SOURCES',
  asserts: {
    zh: '收支总表收入一侧：财政拨款＝各项预算拨款之和，本年收入合计＝各项来源之和，结转＝各项资金结转之和。',
    en: "On the income side of a summary: appropriations are the sum of the budgets, the year's income the sum of its sources, carry-over the sum of its funds.",
  },
  basis: '收支总表的结构；财政专户管理资金有的列为事业收入的其中项，有的单列，两种算法有一种相符即可。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '本年收入合计 12.00 = 一般公共预算拨款 10.00 + 其他收入 2.00',
  passing: {
    tables: [{ table_id: 't', type: 'income-expenditure-summary' }],
    facts: column('12.00'),
  },
  failing: {
    tables: [{ table_id: 't', type: 'income-expenditure-summary' }],
    facts: column('13.00'),
  },
  run: (filing) => {
    const types = new Map(filing.tables.map((t) => [t.table_id, t.type]))
    return [...tableAmounts(filing.facts)].flatMap(([id, facts]) =>
      /-summary$/.test(types.get(id) ?? '')
        ? [...groupBy(facts, (f) => `${f.column}|${keyOf(f, ['concept', 'fund'])}`).values()]
            .flatMap(judgeColumn)
            .map((j) => withColumn(j, filing))
        : [],
    )
  },
}

function column(total: string): Partial<Fact>[] {
  const yuan = `${Number(total) * 10000}`
  return [
    { table_id: 't', row: 0, column: 1, concept: 'revenue', fund: 'general', value: '100000', raw: '10.00' },
    { table_id: 't', row: 1, column: 1, concept: 'revenue.other', fund: '', value: '20000', raw: '2.00' },
    { table_id: 't', row: 2, column: 1, concept: 'revenue', fund: 'all', value: yuan, raw: total },
  ]
}

function judgeColumn(column: Fact[]): Judgement[] {
  const of = (concept: string, funds: readonly string[]) =>
    column.filter((f) => f.concept === concept && funds.includes(f.fund))
  const named = (concept: string) => column.filter((f) => f.concept === concept)
  // Rows share a column here; where all stand in one row it is a row of an income table.
  if (new Set(column.map((f) => f.row)).size < 2) return []
  const funds = of('revenue', FUNDS)
  const fiscal = of('revenue', ['fiscal'])
  const others = OWN_INCOME.filter((c) => c !== 'revenue.fiscal-account').flatMap(named)
  const account = named('revenue.fiscal-account')
  const sources = [...(fiscal.length > 0 ? fiscal.slice(0, 1) : funds), ...others]
  const sum = (total: Fact, ...ways: Fact[][]) =>
    bestOf(
      ways
        .filter((parts) => parts.length > 0 && isOnce(parts))
        .map((parts) => judgeSum(`${total.label || '合计'}=Σ来源 第${total.column}列`, total, parts)),
    )
  return [
    ...of('revenue', ['all']).flatMap((total) => sum(total, [...sources, ...account], sources)),
    // One budget named alone is a part that is pointed out (其中), not all of them.
    ...(funds.some((f) => f.fund === 'general') ? fiscal.flatMap((total) => sum(total, funds)) : []),
    ...of('revenue.carry-in', ['all', 'fiscal']).flatMap((total) =>
      sum(total, of('revenue.carry-in', FUNDS)),
    ),
  ]
}

/** A source printed twice in a column is no single addend. */
const isOnce = (parts: readonly Fact[]): boolean => {
  const keys = parts.map((f) => `${f.concept}|${f.fund}`)
  return new Set(keys).size === keys.length
}
