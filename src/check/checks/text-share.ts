import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { addIntervals, decimal } from '../../model/money.js'
import type { Check, Judgement } from '../check.js'
import { nameOf, single } from '../groups.js'
import { judgeQuotient, quotientOf } from '../quotients.js'
import { intervalOfFact, sumOf } from '../sums.js'

/** 占比 = 部分 ÷ 总体. */
export const textShare: Check = {
  id: 'YS-TEXT-SHARE',
  asserts: {
    zh: '印出的占比＝该项÷总额。',
    en: 'A printed share is the part divided by its whole.',
  },
  basis: '占比的定义；总额是同一口径的合计，含不含结转都可以，有一个相符即可。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '支出 80.00 万元，其中基本支出 60.00 万元，占 75.00%',
  passing: [
    { source: 'prose', value: '800000', raw: '80.00' },
    { source: 'prose', nature: 'basic', value: '600000', raw: '60.00' },
    { source: 'prose', nature: 'basic', measure: 'share-pct', value: '75', raw: '75.00', unit: '%' },
  ],
  failing: [
    { source: 'prose', value: '800000', raw: '80.00' },
    { source: 'prose', nature: 'basic', value: '600000', raw: '60.00' },
    { source: 'prose', nature: 'basic', measure: 'share-pct', value: '57', raw: '57.00', unit: '%' },
  ],
  run: (filing) => {
    const amounts = groupBy(
      filing.facts.filter((f) => f.measure === 'amount'),
      (f) => keyOf(f),
    )
    const shares = filing.facts.filter((f) => f.measure === 'share-pct')
    return shares.flatMap((pct) => judge(pct, shares, amounts))
  },
}

type Amounts = ReadonlyMap<string, Fact[]>
type Meaning = Pick<
  Fact,
  'concept' | 'fund' | 'function_code' | 'economy_code' | 'government_economy_code' | 'nature'
>

function judge(pct: Fact, shares: readonly Fact[], amounts: Amounts): Judgement[] {
  const part = printOf({ ...pct, measure: 'amount' }, pct, amounts)
  if (!part) return []
  const subject = `${nameOf(pct)} 占比 p${pct.page}`
  const wholes = wholesOf(pct).flatMap(
    (w) => printOf({ ...pct, ...w, measure: 'amount' }, pct, amounts) ?? [],
  )
  const judged = wholes.map((whole) => judgeQuotient(subject, [pct, part, whole], quotientOf(part, whole)))
  const ofParts = ofSiblings(subject, pct, part, shares, amounts)
  // What is printed nowhere is less certain than a printed whole.
  if (judged.length === 0) return ofParts.map((j): Judgement => ({ ...j, severity: j.severity ?? 'warning' }))
  judged.push(...ofParts)
  const best = judged.find((j) => j.outcome === 'pass') ?? nearest(judged)
  return best ? [best] : []
}

/** Shares that make 100 together are shares of what their parts add up to: 基本支出 and 项目支出 without the rest. */
function ofSiblings(subject: string, pct: Fact, part: Fact, shares: readonly Fact[], amounts: Amounts) {
  const beside = shares.filter(
    (f) => f.section_id === pct.section_id && siblingKey(f) === siblingKey(pct) && f.entity === pct.entity,
  )
  const parts = beside.flatMap((f) => printOf({ ...f, measure: 'amount' }, f, amounts) ?? [])
  const hundred = addIntervals(beside.map(intervalOfFact))
  if (parts.length < beside.length || hundred.low.gt(100) || hundred.high.lt(100)) return []
  const whole = { whole: sumOf(parts), wholes: addIntervals(parts.map(intervalOfFact)) }
  return [judgeQuotient(subject, [pct, ...parts], { ...quotientOf(part, part), ...whole })]
}

/** Shares of one whole differ in one dimension: nature, code or source. */
const siblingKey = (f: Fact): string =>
  f.nature !== '' ? keyOf(f, ['nature']) : keyOf(f, ['function_code', 'economy_code', 'concept', 'fund'])

const nearest = (judged: Judgement[]): Judgement | undefined =>
  [...judged].sort((a, b) => away(a).cmp(away(b)))[0]
const away = (j: Judgement) => decimal(j.difference || '1e9').abs()

/** How a figure is printed: beside the share if it is, else by all alike. */
function printOf(meaning: Fact, beside: Fact, amounts: Amounts): Fact | undefined {
  const prints = amounts.get(keyOf(meaning)) ?? []
  return prints.find((f) => f.source === 'prose' && f.section_id === beside.section_id) ?? single(prints)
}

/** What a figure can be a share of, the likeliest first. */
function wholesOf(pct: Fact): Meaning[] {
  const { concept, fund, function_code, economy_code, government_economy_code, nature } = pct
  const own: Meaning = { concept, fund, function_code, economy_code, government_economy_code, nature }
  const codes = { function_code: '', economy_code: '', government_economy_code: '' }
  const side = concept.split('.')[0] as string
  const ofSide = (whole: string): Meaning[] => [
    { ...codes, nature: '', concept: whole, fund: 'all' },
    { ...codes, nature: '', concept: `${whole}.grand-total`, fund: 'all' },
  ]
  if (function_code || economy_code)
    return [
      { ...own, ...codes },
      { ...own, ...codes, nature: '' },
      { ...own, ...codes, nature: '', concept: `${side}.grand-total` },
      { ...own, ...codes, nature: 'basic' },
    ]
  if (nature === 'personnel' || nature === 'public')
    return [
      { ...own, nature: 'basic' },
      { ...own, nature: '' },
    ]
  if (nature) return [{ ...own, nature: '' }, ...ofSide(side)]
  if (side === 'revenue' || side === 'expenditure') {
    const fiscal: Meaning[] =
      fund === 'all' || fund === 'fiscal' || fund === '' ? [] : [{ ...own, fund: 'fiscal' }]
    return [
      ...fiscal,
      { ...own, fund: 'all' },
      ...ofSide(side),
      { ...own, concept: `${side}.grand-total`, fund: 'fiscal' },
    ]
  }
  const above = concept.includes('.') ? concept.slice(0, concept.lastIndexOf('.')) : ''
  return above ? [{ ...own, concept: above }] : []
}
