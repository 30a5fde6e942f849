import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { nameOf, single } from '../groups.js'
import { onePerMeaning } from '../prose-lists.js'
import { judgeSum, undecided } from '../sums.js'

/** An item that the text deals out over lists of personnel, public and project spending is no more than its row. */
export const proseNatureParts: Check = {
  id: 'YS-PROSE-NATURE-PARTS',
  asserts: {
    zh: '正文按人员经费、公用经费、项目分列的同一科目，合计等于表中该科目的数。',
    en: 'What the text gives one item as personnel, public and project spending adds up to the item in the tables.',
  },
  basis: '同一科目的支出由人员经费、公用经费和项目支出组成；正文各列中同一科目之和不应大于表中该科目的合计。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '正文培训支出：公用经费 2.00 万元、专项 9.00 万元；表中培训支出 10.00 万元',
  passing: item('8.00'),
  failing: item('9.00'),
  run: (filing) => {
    const amounts = filing.facts.filter(
      (f) => f.concept === 'expenditure' && f.measure === 'amount' && f.function_code !== '',
    )
    const items = [...groupBy(amounts, (f) => keyOf(f, ['nature'])).values()]
    return items.flatMap(judgeItem)
  },
}

function item(project: string): Partial<Fact>[] {
  return [
    { function_code: '2050803', value: '100000', raw: '10.00' },
    { source: 'prose', function_code: '2050803', nature: 'public', value: '20000', raw: '2.00' },
    {
      source: 'prose',
      function_code: '2050803',
      nature: 'project',
      value: `${Number(project) * 10000}`,
      raw: project,
    },
  ]
}

/** Only where the tables do not split the item themselves: else each part is held against its own cell. */
function judgeItem(item: Fact[]): Judgement[] {
  const tables = item.filter((f) => f.source === 'table')
  const whole = single(tables.filter((f) => f.nature === ''))
  if (!whole || tables.some((f) => f.nature !== '')) return []
  return [...groupBy(item.filter(isPart), (f) => f.section_id).values()].flatMap((list) => {
    const parts = onePerMeaning(list)
    if (!parts || parts.length < 2) return []
    const subject = `${nameOf(whole)} 正文各列 p${whole.page}`
    const judgement = judgeSum(subject, whole, parts)
    if (judgement.outcome === 'pass') return [judgement]
    // Too little is a list that left something out; a part that is the whole was taken for a part.
    if (!judgement.difference.startsWith('-')) return [undecided(subject, parts, 'items-missing')]
    return parts.some((f) => f.value === whole.value) ? [] : [judgement]
  })
}

const isPart = (f: Fact): boolean =>
  f.source === 'prose' && (f.nature === 'personnel' || f.nature === 'public' || f.nature === 'project')
