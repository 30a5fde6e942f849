import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { nameOf, tableAmounts } from '../groups.js'
import { judgeSum } from '../sums.js'

const PARTS = ['goods', 'works', 'services'].map((p) => `procurement.${p}`)

/** 政府采购表: 合计 = 货物 + 工程 + 服务, in a row or a column. */
export const tableProcurementParts: Check = {
  id: 'YS-TABLE-PROCUREMENT-PARTS',
  asserts: {
    zh: '政府采购表中，合计＝货物＋工程＋服务。',
    en: 'In a table of government procurement, the total is the sum of goods, works and services.',
  },
  basis: '政府采购法第二条：采购对象为货物、工程和服务。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '合计 10.00 = 货物 4.00 + 服务 6.00',
  passing: [
    { concept: 'procurement', value: '100000', raw: '10.00', row: 0, column: 2 },
    { concept: 'procurement.goods', value: '40000', raw: '4.00', row: 1, column: 2 },
    { concept: 'procurement.services', value: '60000', raw: '6.00', row: 2, column: 2 },
  ],
  failing: [
    { concept: 'procurement', value: '120000', raw: '12.00', row: 0, column: 2 },
    { concept: 'procurement.goods', value: '40000', raw: '4.00', row: 1, column: 2 },
    { concept: 'procurement.services', value: '60000', raw: '6.00', row: 2, column: 2 },
  ],
  run: (filing) =>
    [...tableAmounts(filing.facts).values()].flatMap((facts) =>
      [...groupBy(facts, (f) => keyOf(f, ['concept'])).values()].flatMap(judge),
    ),
}

function judge(group: Fact[]): Judgement[] {
  const totals = group.filter((f) => f.concept === 'procurement')
  const parts = PARTS.flatMap((concept) => group.filter((f) => f.concept === concept))
  const repeated = new Set(parts.map((f) => f.concept)).size < parts.length
  if (parts.length === 0 || repeated) return []
  return totals.map((total) => judgeSum(`${nameOf(total)}=货物+工程+服务 第${total.row}行`, total, parts))
}
