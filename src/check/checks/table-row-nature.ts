import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { nameOf, tableAmounts } from '../groups.js'
import { OTHER_SPENDING } from '../money-parts.js'
import { judgeSum } from '../sums.js'
import { withRow } from '../unbound.js'

/** A row's total is the sum of its natures: 合计 = 基本 + 项目, 基本 = 人员 + 公用. */
export const tableRowNature: Check = {
  id: 'YS-TABLE-ROW-NATURE',
  asserts: {
    zh: '同一行中，合计＝基本支出＋项目支出，基本支出＝人员经费＋公用经费。',
    en: 'In one row, total = basic + project and basic = personnel + public.',
  },
  basis: '政府收支分类科目：支出按性质分为基本支出和项目支出，基本支出分为人员经费和公用经费。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '合计 120.00 = 基本支出 80.00 + 项目支出 40.00',
  passing: [
    { nature: '', value: '1200000', raw: '120.00', decimals: 2, column: 3 },
    { nature: 'basic', value: '800000', raw: '80.00', decimals: 2, column: 4 },
    { nature: 'project', value: '400000', raw: '40.00', decimals: 2, column: 5 },
  ],
  failing: [
    { nature: '', value: '1300000', raw: '130.00', decimals: 2, column: 3 },
    { nature: 'basic', value: '800000', raw: '80.00', decimals: 2, column: 4 },
    { nature: 'project', value: '400000', raw: '40.00', decimals: 2, column: 5 },
  ],
  run: (filing) =>
    [...tableAmounts(filing.facts).values()].flatMap((facts) => {
      const natures = new Set(facts.map((f) => f.nature))
      const rows = groupBy(facts, (f) => `${f.row}|${keyOf(f, ['nature', 'concept'])}`)
      // Columns that no concept covers (机动经费) belong to the row's total too.
      return [...rows.values()].flatMap((row) =>
        judgeRow([...row, ...spentBeside(row, facts)], natures).map((j) => withRow(j, filing)),
      )
    }),
}

/** Operating spending and transfers name no money, and stand all the same in the rows of all money. */
function spentBeside([first]: Fact[], facts: Fact[]): Fact[] {
  if (first?.fund !== 'all') return []
  const rest = keyOf(first, ['concept', 'fund', 'nature'])
  return facts.filter(
    (f) =>
      OTHER_SPENDING.includes(f.concept) &&
      f.fund === '' &&
      f.row === first.row &&
      keyOf(f, ['concept', 'fund', 'nature']) === rest,
  )
}

function judgeRow(row: Fact[], natures: Set<string>): Judgement[] {
  // Beside money carried in, the natures are parts of the year's own total, not of the grand total.
  const of = (nature: string) =>
    row.find((f) => f.nature === nature && f.concept === 'expenditure') ??
    row.find(
      (f) =>
        f.nature === nature && f.concept.startsWith('expenditure') && !OTHER_SPENDING.includes(f.concept),
    )
  const others = row.filter((f) => OTHER_SPENDING.includes(f.concept))
  const total = of('')
  const basic = of('basic')
  const split = [of('personnel'), of('public')].filter((f): f is Fact => f !== undefined)
  const project = of('project')
  const out: Judgement[] = []
  if (basic && natures.has('personnel') && natures.has('public') && split.length > 0)
    out.push(judgeSum(`${nameOf(basic)}=人员+公用`, basic, split))
  if (total && natures.has('project')) {
    const parts = basic ? [basic] : natures.has('basic') ? [] : split
    const known = natures.has('basic') || (natures.has('personnel') && natures.has('public'))
    const all = project ? [...parts, project] : parts
    // Some list operating and transfers beside 项目支出, some as parts of it: either sum may hold.
    if (known && all.length + others.length > 0) {
      const plain = judgeSum(`${nameOf(total)}=基本+项目`, total, all)
      const added = judgeSum(`${nameOf(total)}=基本+项目`, total, [...all, ...others])
      out.push(plain.outcome === 'pass' || others.length === 0 ? plain : added)
    }
  }
  return out
}
