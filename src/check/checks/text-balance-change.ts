import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { compact } from '../print.js'
import { onePerMeaning } from '../prose-lists.js'
import { judgeSame } from '../sums.js'

/** Where income and spending are equal, so are their changes against one base. */
export const textBalanceChange: Check = {
  id: 'YS-TEXT-BALANCE-CHANGE',
  asserts: {
    zh: '正文中同一资金口径的收入与支出相等的，两者比上年的增减额也相等（比较的基数相同时）。',
    en: 'In the text, income and spending of the same money that are equal have changed by the same amount, against the same base.',
  },
  basis: '每年收支平衡：本年收支相等，上年也相等，增减额就相等；一处与执行数比、一处与预算数比的不判断。',
  kinds: ['budget'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '收入预算 118.05 万元，比上年增加 18.05 万元；支出预算 118.05 万元，比上年增加 15.08 万元',
  passing: paper('18.05'),
  failing: paper('15.08'),
  run: (filing) => {
    const plain = filing.facts.filter(
      (f) =>
        f.source === 'prose' &&
        (f.measure === 'amount' || f.measure === 'change') &&
        /^(?:revenue|expenditure)(?:\.grand-total)?$/.test(f.concept) &&
        f.entity + f.function_code + f.economy_code + f.nature === '' &&
        f.year === filing.fiscal_year,
    )
    const sides = groupBy(plain, (f) => `${f.fund}|${f.basis}|${f.concept.split('.')[1] ?? ''}`)
    return [...sides.values()].flatMap((side) => judge(filing, side))
  },
}

function paper(change: string) {
  const prose = { source: 'prose' as const, table_id: '', fund: 'all' as const, section_id: 's' }
  const total = { ...prose, value: '1180500', raw: '118.05' }
  return {
    sections: [
      {
        section_id: 's',
        text: `收入预算118.05万元，比上年增加18.05万元。支出预算118.05万元，比上年增加${change}万元。`,
      },
    ],
    facts: [
      { ...total, concept: 'revenue' },
      { ...prose, concept: 'revenue', measure: 'change' as const, value: '180500', raw: '18.05' },
      { ...total, concept: 'expenditure' },
      {
        ...prose,
        concept: 'expenditure',
        measure: 'change' as const,
        value: `${Number(change) * 10000}`,
        raw: change,
        page: 2,
      },
    ],
  }
}

function judge(filing: Extracted, side: Fact[]): Judgement[] {
  const all = onePerMeaning(side) ?? []
  const of = (concept: string, measure: Fact['measure']) =>
    all.find((f) => f.concept.startsWith(concept) && f.measure === measure)
  const [income, spending] = [of('revenue', 'amount'), of('expenditure', 'amount')]
  const [up, out] = [of('revenue', 'change'), of('expenditure', 'change')]
  if (!income || !spending || !up || !out || isOnePrint(up, out)) return []
  if (judgeSame('', income, spending).outcome !== 'pass') return []
  const bases = new Set([up, out].flatMap((f) => basesAround(filing, f)))
  return bases.size === 1 ? [judgeSame(`收入增减=支出增减 ${up.fund} p${up.page}`, up, out)] : []
}

/** 收、支总预算各增加 prints both at once. */
const isOnePrint = (a: Fact, b: Fact): boolean => a.page === b.page && a.bbox === b.bbox

/** What the figure's passage compares with, without the year: 年初预算, 预算执行, 上年. */
function basesAround(filing: Extracted, change: Fact): string[] {
  const text = compact(filing.sections.find((s) => s.section_id === change.section_id)?.text ?? '')
  return [...text.matchAll(BASE)].map(([, base = '']) =>
    base.replace(/\d{4}年度?|上年度?|去年|有所|[的数]/g, ''),
  )
}

/** 比2025年预算数增加, 较上年减少, 与上年相比, 比2025年年初预算数5.20万元减少 */
const BASE =
  /(?:[比较]|与(?=[^，。；]{0,16}相比))([^，。；比较\d]{0,4}(?:\d{4}年)?[^，。；比较\d]{0,16}?)(?:[\d,.]+(?:万元|元))?(?:相比[，,]?|(?=增加|减少|增长|下降|持平))/g
