import { keyOf } from '../../model/fact-key.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { nameOf, tableAmounts } from '../groups.js'
import { FUNDS } from '../money-parts.js'
import { judgeSum, withAddends } from '../sums.js'
import { unboundInRow } from '../unbound.js'

const row = (total: string): Partial<Fact>[] => [
  {
    table_id: 't',
    concept: 'expenditure.grand-total',
    fund: 'all',
    value: `${Number(total) * 10000}`,
    raw: total,
    row: 0,
    column: 1,
  },
  {
    table_id: 't',
    concept: 'expenditure',
    fund: 'general',
    value: '100000',
    raw: '10.00',
    row: 0,
    column: 2,
  },
]
const table = {
  table_id: 't',
  type: 'expenditure-summary' as const,
  header_rows: 1,
  lines: [
    ['单位', '合计', '一般公共预算拨款', '事业收入'],
    ['甲局', '12.00', '10.00', '2.00'],
  ],
}

/** A row of the table of spending by source of money: the total is the sum of the sources. */
export const tableRowSources: Check = {
  id: 'YS-TABLE-ROW-SOURCES',
  asserts: {
    zh: '按资金来源列示的支出总表（基本支出总表、项目支出总表）同一行中，合计＝各项资金来源之和。',
    en: 'In one row of a table of all, basic or project spending by source of money, the total is the sum of the sources.',
  },
  basis:
    '支出总表按一般公共预算拨款、政府性基金、事业收入、结转等资金来源分栏，合计为各栏之和（“其中”栏除外）。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '合计 12.00 = 一般公共预算拨款 10.00 + 事业收入 2.00',
  passing: { tables: [table], facts: row('12.00') },
  failing: { tables: [table], facts: row('13.00') },
  run: (filing) => {
    const types = new Map(filing.tables.map((t) => [t.table_id, t.type]))
    return [...tableAmounts(filing.facts)].flatMap(([id, facts]) => {
      if (SUMMARIES.includes(types.get(id) ?? '')) return judgeSummary(facts, filing)
      if (types.get(id) !== 'expenditure-summary') return []
      const plain = facts.filter((f) => f.nature + f.function_code + f.economy_code === '')
      return [...groupBy(plain, (f) => `${f.row}|${f.entity}|${f.year}|${f.basis}`).values()].flatMap((r) =>
        judgeRow(r, filing),
      )
    })
  },
}

/** 基本支出总表 and 项目支出总表 print the sources in every row. */
const SUMMARIES: readonly string[] = ['basic-summary', 'project-summary']

function judgeSummary(facts: Fact[], filing: Extracted): Judgement[] {
  const rows = groupBy(
    facts.filter((f) => f.concept === 'expenditure'),
    (f) => `${f.row}|${keyOf(f, ['fund'])}`,
  )
  return [...rows.values()].flatMap((row) => {
    const [total] = row.filter((f) => f.fund === 'all')
    const fiscal = row.filter((f) => f.fund === 'fiscal')
    const parts = fiscal.length > 0 ? fiscal : row.filter((f) => FUNDS.includes(f.fund))
    if (!total || parts.length === 0) return []
    const judgement = judgeSum(`${nameOf(total)}=Σ资金来源`, total, parts)
    return [withAddends(judgement, unboundInRow(filing, total))]
  })
}

function judgeRow(row: Fact[], filing: Extracted): Judgement[] {
  const parts = row.filter((f) => f.concept !== 'expenditure.grand-total')
  const funds = parts.filter((f) => f.concept === 'expenditure' && FUNDS.includes(f.fund))
  // A column of all money beside the total is a split of another kind.
  if (funds.length === 0 || parts.some((f) => f.fund === 'all')) return []
  return row
    .filter((f) => f.concept === 'expenditure.grand-total' && f.fund === 'all')
    .map((total) =>
      withAddends(
        judgeSum(`${nameOf(total)}=Σ资金来源 第${total.column}列`, total, parts),
        unboundInRow(filing, total),
      ),
    )
}
