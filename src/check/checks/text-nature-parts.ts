import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { OTHER_SPENDING } from '../money-parts.js'
import { onePerMeaning, proseFrames, withLoose } from '../prose-lists.js'
import { bestOf, judgeSum } from '../sums.js'

/** What total spending can hold beside basic and project spending: some count what is carried out among it. */
const OTHERS = [...OTHER_SPENDING, 'expenditure.carry-out']

/** Spending in the text is basic and project spending, basic spending is personnel and public. */
export const textNatureParts: Check = {
  id: 'YS-TEXT-NATURE-PARTS',
  asserts: {
    zh: '正文中支出合计＝基本支出＋项目支出（及经营、上缴、补助支出），基本支出＝人员经费＋公用经费。',
    en: 'In the text, spending = basic + project (+ operating and transfers), and basic = personnel + public.',
  },
  basis: '支出按性质分类；同一段印出全部组成部分时判断。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '支出预算 12.00 万元，其中基本支出 10.00 万元、项目支出 2.00 万元',
  passing: list('12.00'),
  failing: list('13.00'),
  run: (filing) =>
    proseFrames(filing).flatMap((frame) => {
      const spending = frame.filter((f) => f.concept === 'expenditure' || OTHERS.includes(f.concept))
      const passages = groupBy(spending, (f) => f.section_id)
      return [...passages.values()].flatMap(judgePassage).map((j) => withLoose(j, filing))
    }),
}

function list(total: string): Partial<Fact>[] {
  return [
    { source: 'prose', value: `${Number(total) * 10000}`, raw: total },
    { source: 'prose', nature: 'basic', value: '100000', raw: '10.00' },
    { source: 'prose', nature: 'project', value: '20000', raw: '2.00' },
  ]
}

function judgePassage(passage: Fact[]): Judgement[] {
  const others = passage.filter((f) => OTHERS.includes(f.concept) && f.function_code + f.economy_code === '')
  const splits = groupBy(
    passage.filter((f) => f.concept === 'expenditure'),
    (f) => keyOf(f, ['nature']),
  )
  return [...splits.values()].flatMap((split) => {
    const beside = passage.filter(
      (f) => f.economy_code === ASSISTANCE && f.fund === split[0]?.fund && !f.nature,
    )
    return judgeSplit(split, others, onePerMeaning(beside) ?? [])
  })
}

/** 人员支出, 对个人和家庭的补助, 公用支出, 项目支出: some list the third class beside personnel. */
const ASSISTANCE = '303'

function judgeSplit(split: Fact[], others: Fact[], assistance: Fact[]): Judgement[] {
  const all = onePerMeaning(split) ?? []
  const of = (nature: string) => all.find((f) => f.nature === nature)
  const [total, basic, project] = [of(''), of('basic'), of('project')]
  const [personnel, pub] = [of('personnel'), of('public')]
  const isPlain = total && total.fund === 'all' && total.function_code + total.economy_code === ''
  const main =
    basic && project ? [basic, project] : personnel && pub && project ? [personnel, pub, project] : []
  const known = onePerMeaning(others) ?? []
  return [
    ...(basic && personnel && pub
      ? [judgeSum(`${basic.label || '基本支出'}=人员+公用 p${basic.page}`, basic, [personnel, pub])]
      : []),
    ...(total && main.length > 0
      ? bestOf(
          (isPlain && known.length > 0
            ? [main, [...main, ...known], [...main, ...known.filter(isCarried)]]
            : [main, [...main, ...assistance]]
          ).map((parts) => judgeSum(`${total.label || '支出'}=Σ性质 p${total.page}`, total, parts)),
        )
      : []),
  ]
}

const isCarried = (f: Fact): boolean => f.concept === 'expenditure.carry-out'
