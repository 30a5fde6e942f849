import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { AT_HAND, FUNDS, OWN_INCOME } from '../money-parts.js'
import { onePerMeaning, proseFrames, withLoose } from '../prose-lists.js'
import { bestOf, judgeSum, shortIsMilder } from '../sums.js'

/** Income in the text is the sum of the sources that the same passage lists. */
export const textSourceParts: Check = {
  id: 'YS-TEXT-SOURCE-PARTS',
  asserts: {
    zh: '正文中的收入合计＝同一段列出的各项来源之和（列出的来源加起来不大于合计）。',
    en: 'Income in the text is the sum of the sources that the same passage lists; they never exceed it.',
  },
  basis: '收入按来源列示；没有列全时合计大于各项之和，只作提示。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '收入预算 12.00 万元，其中财政拨款收入 10.00 万元、事业收入 2.00 万元',
  passing: list('12.00'),
  failing: list('11.00'),
  run: (filing) =>
    proseFrames(filing).flatMap((frame) => {
      const plain = frame.filter(
        (f) => f.concept.startsWith('revenue') && f.function_code + f.economy_code + f.nature === '',
      )
      return [...groupBy(plain, (f) => f.section_id).values()]
        .flatMap(judge)
        .map((j) => shortIsMilder(withLoose(j, filing), 'sources-left-out'))
        .filter((j) => !isNoList(j))
    }),
}

function list(total: string): Partial<Fact>[] {
  return [
    { source: 'prose', concept: 'revenue', fund: 'all', value: `${Number(total) * 10000}`, raw: total },
    { source: 'prose', concept: 'revenue', fund: 'fiscal', value: '100000', raw: '10.00' },
    { source: 'prose', concept: 'revenue.institutional', fund: '', value: '20000', raw: '2.00' },
  ]
}

function judge(list: Fact[]): Judgement[] {
  const all = onePerMeaning(list) ?? []
  const fiscal = all.filter((f) => f.concept === 'revenue' && f.fund === 'fiscal')
  const funds = all.filter((f) => f.concept === 'revenue' && FUNDS.includes(f.fund))
  const year = [...(fiscal.length > 0 ? fiscal : funds), ...all.filter((f) => OWN_INCOME.includes(f.concept))]
  const carriedInAll = all.filter((f) => isCarried(f) && (f.fund === 'all' || f.fund === ''))
  const carriedInFunds = all.filter((f) => isCarried(f) && FUNDS.includes(f.fund))
  const carried = carriedInAll.length > 0 ? carriedInAll : carriedInFunds
  const income = all.filter((f) => f.concept === 'revenue' && f.fund === 'all')
  const grand = all.filter((f) => f.concept === 'revenue.grand-total' && f.fund === 'all')
  return [
    ...(year.length > 0 ? income.flatMap((total) => sums(total, [year, [...year, ...carried]])) : []),
    ...grand.flatMap((total) =>
      sums(total, [
        [...income, ...carried],
        [...year, ...carried],
      ]),
    ),
  ]
}

const sums = (total: Fact, ways: Fact[][]): Judgement[] =>
  bestOf(
    ways
      .filter((parts) => parts.length > 0)
      .map((parts) => judgeSum(`${total.label || '收入'}=Σ来源 p${total.page}`, total, parts)),
  )

/** One source below its total is no list, nor is one that changed the other way. */
const isNoList = (j: Judgement): boolean =>
  j.outcome === 'fail' &&
  j.facts.length === 2 &&
  (j.reason === 'sources-left-out' || j.facts[0]?.measure === 'change')

const isCarried = (f: Fact): boolean => f.concept === 'revenue.carry-in' || AT_HAND.includes(f.concept)
