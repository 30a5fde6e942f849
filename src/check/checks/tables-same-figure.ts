import type { Extracted, Fact } from '../../model/filing.js'
import { tableOfId } from '../by-table.js'
import type { Check } from '../check.js'
import { isSpendingTotal } from '../spending-total.js'
import { compareWithFirst, onePerTable, sameMeaning, withCarry } from './same-key.js'

/** The same figure printed in two tables is the same. */
export const tablesSameFigure: Check = {
  id: 'YS-TABLES-SAME-FIGURE',
  asserts: {
    zh: '同一指标在不同表中印出的数应当一致。',
    en: 'One figure printed in several tables is the same in all of them.',
  },
  basis: '各表出自同一套数据。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '功能表合计 35.00，经济分类表合计 35.00',
  passing: [
    { table_id: 'a', value: '350000', raw: '35.00', decimals: 2 },
    { table_id: 'b', value: '350000', raw: '35.00', decimals: 2 },
  ],
  failing: [
    { table_id: 'a', value: '350000', raw: '35.00', decimals: 2 },
    { table_id: 'b', value: '360000', raw: '36.00', decimals: 2 },
  ],
  run: (filing) =>
    sameMeaning(
      filing.facts.filter(
        (f) => f.source === 'table' && !isNarrowed(f, filing) && !isSpendingTotal(f, filing),
      ),
    ).flatMap((group) => {
      const { figures, open } = onePerTable(group)
      const [first, ...later] = figures
      return first
        ? [...compareWithFirst(first, later, '表间').map((j) => withCarry(j, filing)), ...open]
        : open
    }),
}

const WITHOUT_FUND = /^expenditure\.(?:operating|to-superior|to-affiliate)$/

/** Lists of projects may leave some out; concepts without a fund mean all money only in tables of all money. */
const isNarrowed = (fact: Fact, filing: Extracted): boolean =>
  typeOf(fact, filing) === 'projects' ||
  (WITHOUT_FUND.test(fact.concept) && /^(?:fiscal|general|government|state)/.test(typeOf(fact, filing)))

const typeOf = (fact: Fact, filing: Extracted): string => tableOfId(filing, fact.table_id)?.type ?? ''
