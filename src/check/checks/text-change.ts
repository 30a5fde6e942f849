import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { nameOf } from '../groups.js'
import { judgeSum } from '../sums.js'

/** 本年数 − 增减额 = 上年数, where the print states all three. */
export const textChange: Check = {
  id: 'YS-TEXT-CHANGE',
  asserts: {
    zh: '本年数－增减额＝上年数（三个数都印出时）。',
    en: "This year's figure minus the change is last year's, where all three are printed.",
  },
  basis: '增减额的定义。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '29.92 万元，较上年的 7.80 万元增加 22.12 万元',
  passing: [
    { source: 'prose', year: '2026', measure: 'amount', value: '299200', raw: '29.92', decimals: 2 },
    { source: 'prose', year: '2025', measure: 'amount', value: '78000', raw: '7.80', decimals: 2 },
    { source: 'prose', year: '2026', measure: 'change', value: '221200', raw: '22.12', decimals: 2 },
  ],
  failing: [
    { source: 'prose', year: '2026', measure: 'amount', value: '299200', raw: '29.92', decimals: 2 },
    { source: 'prose', year: '2025', measure: 'amount', value: '88000', raw: '8.80', decimals: 2 },
    { source: 'prose', year: '2026', measure: 'change', value: '221200', raw: '22.12', decimals: 2 },
  ],
  run: (filing) => {
    const groups = groupBy(
      filing.facts,
      (f) => `${f.source}|${f.table_id}|${f.section_id}|${keyOf(f, ['year', 'measure', 'basis'])}`,
    )
    return [...groups.values()].flatMap((group) => {
      const judged = judge(group, filing.fiscal_year)
      // A table that prints the department twice, as the total and as a row, has a change in each.
      return judged === 'repeated'
        ? [...groupBy(group, (f) => `${f.row ?? ''}`).values()]
            .map((row) => judge(row, filing.fiscal_year))
            .filter((j) => j !== 'repeated')
            .flat()
        : judged
    })
  },
}

function judge(group: readonly Fact[], year: string): Judgement[] | 'repeated' {
  const now = group.filter((f) => f.measure === 'amount' && f.year === year)
  const before = group.filter((f) => f.measure === 'amount' && f.year === String(Number(year) - 1))
  const change = group.filter((f) => f.measure === 'change')
  const [n, b, c] = [now[0], before[0], change[0]]
  if (!n || !b || !c) return []
  if (now.length > 1 || before.length > 1 || change.length > 1) return 'repeated'
  return [judgeSum(`${nameOf(n)}=上年+增减`, n, [b, c])]
}
