import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { single } from '../groups.js'
import { onePerMeaning, proseFrames } from '../prose-lists.js'
import { bestOf, judgeSum, shortIsMilder } from '../sums.js'

/** The three public expenses are what the same passage tells of them: an item that nothing names has no money. */
export const textThreePublicLeft: Check = {
  id: 'YS-TEXT-THREE-PUBLIC-LEFT',
  asserts: {
    zh: '正文只列出部分“三公”经费项目时，列出的各项（加上表中印出的其余一项）之和等于“三公”经费合计。',
    en: 'Where the text names only some of the three public expenses, they make up the total, with what a table prints of the other.',
  },
  basis: '“三公”经费要分项公开；合计大于列出的各项，是有一项没有写明，小于则数字有误。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '“三公”经费 15.00 万元，其中公务用车运行维护费 10.00 万元、公务接待费 2.00 万元',
  passing: list('12.00'),
  failing: list('15.00'),
  run: (filing) =>
    proseFrames(filing).flatMap((frame) => {
      const own = frame.filter((f) => f.concept.startsWith('three-public') && f.measure === 'amount')
      return [...groupBy(own, (f) => `${f.section_id}|${f.fund}`).values()].flatMap((list) =>
        judge(list, filing),
      )
    }),
}

function list(total: string): Partial<Fact>[] {
  return [
    { source: 'prose', concept: 'three-public', value: `${Number(total) * 10000}`, raw: total },
    { source: 'prose', concept: 'three-public.vehicle-operation', value: '100000', raw: '10.00' },
    { source: 'prose', concept: 'three-public.reception', value: '20000', raw: '2.00' },
  ]
}

const ITEMS = ['abroad', 'vehicle', 'reception']

function judge(list: Fact[], filing: Extracted): Judgement[] {
  const all = onePerMeaning(list) ?? []
  const of = (...parts: string[]) => all.filter((f) => parts.some((p) => f.concept === `three-public.${p}`))
  const total = all.find((f) => f.concept === 'three-public')
  const printed = (item: string) =>
    item !== 'vehicle' || of('vehicle').length > 0 ? of(item) : of('vehicle-purchase', 'vehicle-operation')
  const named = ITEMS.map(printed).filter((facts) => facts.length > 0)
  // All three are YS-TEXT-THREE-PUBLIC-PARTS; one alone may be told for another reason than to list.
  if (!total || named.length !== 2) return []
  const left = ITEMS.filter((item) => printed(item).length === 0).flatMap((item) =>
    inTables(filing, total, item),
  )
  const ways = [named.flat(), [...named.flat(), ...left]]
  return bestOf(ways.map((parts) => judgeSum(`“三公”经费=Σ列出 p${total.page}`, total, parts))).map((j) =>
    shortIsMilder(j, 'items-missing'),
  )
}

/** What the text leaves out stands in the table. */
function inTables(filing: Extracted, { year, basis }: Fact, item: string): Fact[] {
  const fact = single(
    filing.facts.filter(
      (f) =>
        f.source === 'table' &&
        f.concept === `three-public.${item}` &&
        f.measure === 'amount' &&
        f.entity === '' &&
        f.year === year &&
        f.basis === basis,
    ),
  )
  return fact ? [fact] : []
}
