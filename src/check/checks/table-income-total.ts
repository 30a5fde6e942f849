import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { nameOf, tableAmounts } from '../groups.js'
import { AT_HAND, FUNDS, OWN_INCOME } from '../money-parts.js'
import { judgeSum } from '../sums.js'
import { withRow } from '../unbound.js'

/** A row of the income table: the total is the year's income and what was carried in. */
export const tableIncomeTotal: Check = {
  id: 'YS-TABLE-INCOME-TOTAL',
  asserts: {
    zh: '收入总表同一行中，总计＝本年收入（或各项来源之和）＋上年结转结余；结转结余＝各项资金结转之和。',
    en: "In one row of the income table, the total is the year's income (or the sum of its sources) plus what was carried in.",
  },
  basis: '收入总表的结构：每一行列出一个单位的全部收入来源。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '总计 12.00 = 一般公共预算 10.00 + 其他收入 1.50 + 上年结转 0.50',
  passing: {
    tables: [{ table_id: 't', type: 'income-summary' }],
    facts: row('12.00', 'revenue.grand-total'),
  },
  failing: {
    tables: [{ table_id: 't', type: 'income-summary' }],
    facts: row('13.00', 'revenue.grand-total'),
  },
  run: (filing) => {
    const types = new Map(filing.tables.map((t) => [t.table_id, t.type]))
    return [...tableAmounts(filing.facts)].flatMap(([id, facts]) => {
      if (types.get(id) !== 'income-summary') return []
      // Sources that no concept covers (教育收费, 非税收入) bear no facts and belong to the total.
      return [...groupBy(facts, (f) => `${f.row}|${keyOf(f, ['concept', 'fund'])}`).values()]
        .flatMap(judgeRow)
        .map((judgement) => withRow(judgement, filing))
    })
  },
}

function row(total: string, concept: string): Partial<Fact>[] {
  const yuan = `${Number(total) * 10000}`
  return [
    { table_id: 't', row: 0, column: 1, concept, fund: 'all', value: yuan, raw: total },
    { table_id: 't', row: 0, column: 2, concept: 'revenue', fund: 'general', value: '100000', raw: '10.00' },
    { table_id: 't', row: 0, column: 3, concept: 'revenue.other', fund: '', value: '15000', raw: '1.50' },
    {
      table_id: 't',
      row: 0,
      column: 4,
      concept: 'revenue.carry-in',
      fund: 'all',
      value: '5000',
      raw: '0.50',
    },
  ]
}

function judgeRow(row: Fact[]): Judgement[] {
  const of = (concept: string, funds: readonly string[]) =>
    row.filter((f) => f.concept === concept && funds.includes(f.fund))
  const year = of('revenue', ['all'])
  const sources = [
    ...firstOf(of('revenue', ['fiscal']), of('revenue', FUNDS)),
    ...row.filter((f) => OWN_INCOME.includes(f.concept)),
  ]
  const carried = of('revenue.carry-in', ['all', ''])
  const carriedByFund = of('revenue.carry-in', FUNDS)
  const parts = [
    ...firstOf(year, sources),
    ...firstOf(carried, carriedByFund),
    ...row.filter((f) => AT_HAND.includes(f.concept)),
  ]
  // Columns one below the other, as in a summary, are no row of parts.
  if (new Set(parts.map((f) => f.column)).size < parts.length || parts.length === 0) return []
  return row
    .filter((f) => f.concept === 'revenue.grand-total' && f.fund === 'all')
    .map((total) => judgeSum(`${nameOf(total)}=本年+结转 第${total.column}列`, total, parts))
}

const firstOf = (whole: Fact[], parts: Fact[]): Fact[] => (whole.length > 0 ? whole.slice(0, 1) : parts)
