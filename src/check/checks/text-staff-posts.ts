import { keyOf } from '../../model/fact-key.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { canonical, decimal } from '../../model/money.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { nameOf, single } from '../groups.js'
import { at } from '../naming.js'

/** More people than posts. */
export const textStaffPosts: Check = {
  id: 'YS-TEXT-STAFF-POSTS',
  asserts: {
    zh: '实有人数不多于编制人数（合计、行政、事业分别看）。',
    en: 'There are no more people in post than posts: in all, administrative and institutional.',
  },
  basis: '人员按编制配备；超出的应当说明（如军转、周转编制），没有说明的多是填错。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '编制 52 人（行政 44、事业 8），实有 59 人（行政 51、事业 8）',
  passing: list('52', '44'),
  failing: list('52', '59'),
  run: (filing) => {
    const staff = filing.facts.filter(
      (f) => f.source === 'prose' && /^staff\.(?:established|actual)/.test(f.concept),
    )
    const sections = groupBy(staff, (f) => `${f.section_id}|${keyOf(f, ['concept'])}`)
    return [...sections.values()].flatMap((section) => judgeSection(filing, section))
  },
}

function list(posts: string, people: string): Partial<Fact>[] {
  const count = {
    source: 'prose' as const,
    fund: '' as const,
    measure: 'count' as const,
    unit: '人',
    decimals: 0,
  }
  return [
    { ...count, concept: 'staff.established', value: posts, raw: posts, label: '编制' },
    { ...count, concept: 'staff.actual', value: people, raw: people, label: '实有人员' },
  ]
}

/** Kinds that exceed their posts are one finding: the total exceeds them with its part. */
function judgeSection(filing: Extracted, staff: Fact[]): Judgement[] {
  const pairs = ['', '.administrative', '.institutional'].flatMap((kind): [Fact, Fact][] => {
    const posts = single(staff.filter((f) => f.concept === `staff.established${kind}`))
    const people = single(staff.filter((f) => f.concept === `staff.actual${kind}`))
    return posts && people ? [[posts, people]] : []
  })
  const [first] = pairs
  if (!first) return []
  const over = pairs.filter(([posts, people]) => decimal(people.value).gt(posts.value))
  const [lead] = over
  const subject = `${nameOf((lead ?? first)[1])}≤编制`
  const holds: Judgement = {
    subject,
    outcome: 'pass',
    expected: '',
    actual: '',
    difference: '',
    tolerance: '',
    // A bound that holds confirms no digit.
    facts: [],
    reason: '',
  }
  if (!lead) return [holds]
  const [posts, people] = lead
  return [
    {
      ...holds,
      outcome: 'fail',
      expected: posts.value,
      actual: people.value,
      difference: canonical(decimal(people.value).minus(posts.value)),
      facts: over.flatMap(([a, b]) => [b, a]),
      says: said('text-staff-posts.above', {
        at: at(filing, people),
        each: over.map(([a, b]) =>
          said(`text-staff-posts.${b.concept.split('.')[2] ?? 'all'}`, {
            people: b.value,
            posts: a.value,
          }),
        ),
      }),
    },
  ]
}
