import type { Fact } from '../../model/filing.js'
import type { Check } from '../check.js'
import { onePerMeaning } from '../prose-lists.js'
import { judgeSum } from '../sums.js'

const KINDS = ['staff.established.administrative', 'staff.established.institutional']

/** Posts of the whole department include those of the units whose posts the text names. */
export const textStaffUnits: Check = {
  id: 'YS-TEXT-STAFF-UNITS',
  asserts: {
    zh: '部门编制人数包括机构设置中写明的本级编制和所属单位编制。',
    en: 'The posts of the department include its own and those of the units that the text names.',
  },
  basis: '部门预算包含所属单位；只指本级时应当写明，所以只作提示。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '机构设置：本级编制 8 名，下属中心编制 5 名；人员情况：本部门编制 8 人',
  passing: list('13'),
  failing: list('8'),
  run: (filing) => {
    const posts = filing.facts.filter(
      (f) => f.source === 'prose' && f.concept.startsWith('staff.established') && f.measure === 'count',
    )
    const units = onePerMeaning(posts.filter((f) => f.entity !== '')) ?? []
    const total = onePerMeaning(posts.filter((f) => f.entity === '' && f.concept === 'staff.established'))
    const sections = new Set(units.map((f) => f.section_id))
    const own = onePerMeaning(
      posts.filter((f) => f.entity === '' && KINDS.includes(f.concept) && sections.has(f.section_id)),
    )
    const [whole] = total ?? []
    if (!whole || total?.length !== 1 || !own?.length || units.length === 0) return []
    if (sections.has(whole.section_id)) return []
    return [judgeSum('部门编制=本级+所属单位', whole, [...own, ...units])]
  },
}

function list(total: string): Partial<Fact>[] {
  const post = { source: 'prose' as const, measure: 'count' as const, unit: '名', decimals: 0 }
  return [
    { ...post, concept: 'staff.established', value: total, raw: total, section_id: 'b' },
    { ...post, concept: 'staff.established.institutional', value: '8', raw: '8', section_id: 'a' },
    {
      ...post,
      concept: 'staff.established.institutional',
      value: '5',
      raw: '5',
      section_id: 'a',
      entity: '中心',
    },
  ]
}
