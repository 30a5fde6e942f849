import type { Fact } from '../../../model/filing.js'
import { decimal } from '../../../model/money.js'
import { said } from '../../../model/saying.js'
import { nameOf } from '../../groups.js'
import type { AcrossCheck, AcrossJudgement } from '../across.js'
import { anyTwo, type Pair } from '../pairs.js'
import { perPaper } from '../per-paper.js'
import { contradicts, judgeAgainst, leftOpen, printsBy, spanOf } from '../prints.js'
import { saysOf } from '../sentences.js'

const posts = (year: string, value: string): Partial<Fact> => ({
  concept: 'staff.established',
  year,
  value,
  raw: value,
  decimals: 0,
  measure: 'count',
  unit: '人',
  basis: '',
  fund: '',
})

/** Posts, people and vehicles of one year's end are printed alike in every filing. */
export const seriesStock: AcrossCheck<Pair> = {
  id: 'YS-SERIES-STOCK',
  asserts: {
    zh: '同一年末的人员、车辆、设备数，在不同文件中应当一致。',
    en: "Posts, people, vehicles and equipment of one year's end are the same in every filing.",
  },
  basis: '同一时点的同一数量；各文件印的日期可能不同（8 月底、12 月底），只作提示。',
  scope: 'series',
  severity: 'info',
  example: '2025 年决算：编制 30 人；2026 年预算：截至 2025 年底编制 30 人',
  proves: false,
  passing: {
    papers: [{ year: 2025, kind: 'final', facts: [posts('2025', '30')] }, { facts: [posts('2025', '30')] }],
  },
  failing: {
    papers: [{ year: 2025, kind: 'final', facts: [posts('2025', '30')] }, { facts: [posts('2025', '33')] }],
  },
  casesOf: anyTwo,
  judge: stocksOf,
}

const stocksIn = perPaper((paper) =>
  printsBy(paper, (f) => f.measure === 'count' && /^(?:staff|vehicles$|equipment$)/.test(f.concept), [
    'basis',
  ]),
)

function stocksOf({ before, now }: Pair): AcrossJudgement[] {
  const old = stocksIn(before)
  return [...stocksIn(now)].flatMap(([key, prints]) => {
    const found = old.get(key)
    const [fact, other] = [prints[0], found?.[0]]
    if (!found || !fact || !other) return []
    const judgement = judgeAgainst(
      `${nameOf(fact)} ${fact.year}年末`,
      fact,
      decimal(other.value),
      spanOf(other),
      [fact, other],
    )
    const open = judgement.outcome === 'fail' && (contradicts(found) || contradicts(prints))
    return [
      {
        ...(open ? leftOpen(judgement, 'printed-several-times') : judgement),
        severity: 'info' as const,
        says: said('series-stock.differ', {
          year: fact.year,
          first: saysOf(now, fact),
          second: saysOf(before, other),
        }),
        paper: now,
      },
    ]
  })
}
