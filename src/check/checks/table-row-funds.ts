import { keyOf } from '../../model/fact-key.js'
import type { Fact, FilingTable } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { tableOfId } from '../by-table.js'
import type { Check, Judgement } from '../check.js'
import { nameOf, tableAmounts } from '../groups.js'
import { FUNDS } from '../money-parts.js'
import { compact } from '../print.js'
import { judgeSum } from '../sums.js'

/** A row of fiscal appropriations is the sum of the three budgets that pay for it. */
export const tableRowFunds: Check = {
  id: 'YS-TABLE-ROW-FUNDS',
  asserts: {
    zh: '同一行中，财政拨款合计＝一般公共预算＋政府性基金预算＋国有资本经营预算。',
    en: 'In one row, fiscal appropriations = general budget + government funds + state capital.',
  },
  basis: '财政拨款由三本预算安排。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '财政拨款合计 35.00 = 一般公共预算 30.00 + 政府性基金预算 5.00',
  passing: [
    { fund: 'fiscal', value: '350000', raw: '35.00', row: 1, column: 2 },
    { fund: 'general', value: '300000', raw: '30.00', row: 1, column: 3 },
    { fund: 'government-fund', value: '50000', raw: '5.00', row: 1, column: 4 },
  ],
  failing: [
    { fund: 'fiscal', value: '360000', raw: '36.00', row: 1, column: 2 },
    { fund: 'general', value: '300000', raw: '30.00', row: 1, column: 3 },
    { fund: 'government-fund', value: '50000', raw: '5.00', row: 1, column: 4 },
  ],
  run: (filing) =>
    [...tableAmounts(filing.facts)].flatMap(([id, facts]) => {
      const table = tableOfId(filing, id)
      return judgeTable(facts, table !== undefined && namesAllFunds(table))
    }),
}

/** A column of its own for each of the two budgets that are mostly blank. */
const namesAllFunds = (table: FilingTable): boolean =>
  [/^政府性基金/, /^国有资本/].every((fund) =>
    table.cells.some((c) => c.row < table.header_rows && c.column_span === 1 && fund.test(compact(c.text))),
  )

function judgeTable(facts: Fact[], hasAllFunds: boolean): Judgement[] {
  const columns = new Set(facts.filter((f) => FUNDS.includes(f.fund)).map((f) => f.column))
  // One column of one fund beside the total says nothing of the funds left out.
  if (columns.size < 2 && !hasAllFunds) return []
  return [...groupBy(facts, (f) => `${f.row}|${keyOf(f, ['fund'])}`).values()].flatMap((row) => {
    const parts = row.filter((f) => FUNDS.includes(f.fund))
    const repeated = new Set(parts.map((f) => f.fund)).size < parts.length
    if (parts.length === 0 || repeated) return []
    return row
      .filter((f) => f.fund === 'fiscal')
      .map((total) => judgeSum(`${nameOf(total)}=Σ预算`, total, parts))
  })
}
