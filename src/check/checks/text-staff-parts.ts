import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { nameOf } from '../groups.js'
import { onePerMeaning, withLoose } from '../prose-lists.js'
import { judgeSum } from '../sums.js'

/** Posts and people are administrative and institutional ones. */
export const textStaffParts: Check = {
  id: 'YS-TEXT-STAFF-PARTS',
  asserts: {
    zh: '编制（实有）人数＝行政人数＋事业人数。',
    en: 'Posts (people in post) are the administrative and the institutional ones together.',
  },
  basis: '人员编制分为行政编制和事业编制；工勤等其他人员应当另外说明。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '实有人员 29 人，其中行政 18 人、事业 11 人',
  passing: list('29'),
  failing: list('31'),
  run: (filing) => {
    const staff = filing.facts.filter((f) => f.source === 'prose' && f.concept.startsWith('staff.'))
    const kindOf = (f: Fact) => f.concept.split('.').slice(0, 2).join('.')
    return [...groupBy(staff, (f) => `${f.section_id}|${kindOf(f)}|${keyOf(f, ['concept'])}`).values()]
      .flatMap(judge)
      .map((j) => withThirdKind(withLoose(j, filing)))
  },
}

/** More in all than in both: some are of neither kind. */
const withThirdKind = (judgement: Judgement): Judgement =>
  judgement.outcome === 'fail' && !judgement.difference.startsWith('-')
    ? { ...judgement, because: said('because.third-kind', { count: judgement.difference }) }
    : judgement

function list(total: string): Partial<Fact>[] {
  const count = { source: 'prose' as const, measure: 'count' as const, unit: '人', decimals: 0 }
  return [
    { ...count, concept: 'staff.actual', value: total, raw: total },
    { ...count, concept: 'staff.actual.administrative', value: '18', raw: '18' },
    { ...count, concept: 'staff.actual.institutional', value: '11', raw: '11' },
  ]
}

function judge(list: Fact[]): Judgement[] {
  const all = onePerMeaning(list) ?? []
  const total = all.find((f) => f.concept.split('.').length === 2)
  const parts = all.filter((f) => f.concept.split('.').length === 3)
  return total && parts.length === 2 ? [judgeSum(`${nameOf(total)}=行政+事业`, total, parts)] : []
}
