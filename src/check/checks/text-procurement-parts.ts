import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check } from '../check.js'
import { judgeSum, undecided } from '../sums.js'

/** 政府采购 = 货物 + 工程 + 服务. */
export const textProcurementParts: Check = {
  id: 'YS-TEXT-PROCUREMENT-PARTS',
  asserts: {
    zh: '政府采购合计＝货物＋工程＋服务。',
    en: 'Government procurement is the sum of goods, works and services.',
  },
  basis: '政府采购法第二条：采购对象为货物、工程和服务。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '采购 10.00 = 货物 4.00 + 工程 0.00 + 服务 6.00',
  passing: [
    { source: 'prose', concept: 'procurement', fund: '', value: '100000', raw: '10.00', decimals: 2 },
    { source: 'prose', concept: 'procurement.goods', fund: '', value: '40000', raw: '4.00', decimals: 2 },
    { source: 'prose', concept: 'procurement.works', fund: '', value: '0', raw: '0.00', decimals: 2 },
    { source: 'prose', concept: 'procurement.services', fund: '', value: '60000', raw: '6.00', decimals: 2 },
  ],
  failing: [
    { source: 'prose', concept: 'procurement', fund: '', value: '120000', raw: '12.00', decimals: 2 },
    { source: 'prose', concept: 'procurement.goods', fund: '', value: '40000', raw: '4.00', decimals: 2 },
    { source: 'prose', concept: 'procurement.works', fund: '', value: '0', raw: '0.00', decimals: 2 },
    { source: 'prose', concept: 'procurement.services', fund: '', value: '60000', raw: '6.00', decimals: 2 },
  ],
  run: (filing) => {
    const facts = filing.facts.filter(
      (f) => f.source === 'prose' && f.concept.startsWith('procurement') && f.measure === 'amount',
    )
    return [...groupBy(facts, (f) => `${f.section_id}|${f.fund}|${f.year}|${f.basis}`).values()].flatMap(
      (group) => {
        const of = (concept: string) => group.filter((f) => f.concept === concept)
        const total = of('procurement')
        const parts = group.filter((f) => f.concept !== 'procurement')
        if (total.length !== 1 || parts.length === 0) return []
        const subject = '政府采购=货物+工程+服务'
        const repeated = ['goods', 'works', 'services'].some((p) => of(`procurement.${p}`).length > 1)
        return [
          repeated
            ? undecided(subject, group, 'printed-several-times')
            : judgeSum(subject, total[0] as Fact, parts),
        ]
      },
    )
  },
}
