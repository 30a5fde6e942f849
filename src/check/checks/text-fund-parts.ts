import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { FUNDS } from '../money-parts.js'
import { isExplainable, onePerMeaning, proseFrames, withLoose } from '../prose-lists.js'
import { judgeSum } from '../sums.js'

/** Appropriations in the text are the sum of the budgets that the same passage lists. */
export const textFundParts: Check = {
  id: 'YS-TEXT-FUND-PARTS',
  asserts: {
    zh: '正文中财政拨款合计＝一般公共预算＋政府性基金预算＋国有资本经营预算（三项都印出时）。',
    en: 'In the text, appropriations = general budget + government funds + state capital, where all are printed.',
  },
  basis: '财政拨款由三本预算安排；增减额同样可加。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example:
    '财政拨款支出 12.00 万元，其中一般公共预算 10.00 万元、政府性基金 2.00 万元、国有资本经营预算 0 万元',
  passing: list('12.00'),
  failing: list('13.00'),
  run: (filing) =>
    proseFrames(filing).flatMap((frame) => {
      const plain = frame.filter(
        (f) =>
          /^(?:revenue|expenditure)$/.test(f.concept) && f.function_code + f.economy_code + f.nature === '',
      )
      return [...groupBy(plain, (f) => `${f.section_id}|${f.concept}`).values()].flatMap((list) =>
        judge(list, filing),
      )
    }),
}

function list(total: string): Partial<Fact>[] {
  const prose = { source: 'prose' as const, concept: 'expenditure' }
  return [
    { ...prose, fund: 'fiscal', value: `${Number(total) * 10000}`, raw: total },
    { ...prose, fund: 'general', value: '100000', raw: '10.00' },
    { ...prose, fund: 'government-fund', value: '20000', raw: '2.00' },
    { ...prose, fund: 'state-capital', value: '0', raw: '0.00' },
  ]
}

function judge(list: Fact[], filing: Extracted): Judgement[] {
  const all = onePerMeaning(list) ?? []
  const parts = all.filter((f) => FUNDS.includes(f.fund))
  const sum = (total: Fact) => judgeSum(`${total.label || '财政拨款'}=Σ预算 p${total.page}`, total, parts)
  const isWhole = parts.length === FUNDS.length
  const isListed = parts.length > 1 && parts.some((f) => f.fund === 'general')
  return [
    ...all
      .filter((f) => f.fund === 'fiscal' && (isWhole || isListed))
      .map((f) => (isWhole ? sum(f) : open(sum(f), filing))),
    // All money can hold the department's own beside the budgets, but never less than these.
    ...all
      .filter((f) => f.fund === 'all' && f.concept === 'expenditure' && isListed)
      .map((f) => open(sum(f), filing)),
  ]
}

/** A list that falls short has left something out, perhaps what no concept covers. */
function open(judgement: Judgement, filing: Extracted): Judgement {
  const whole = withLoose(judgement, filing)
  if (whole.outcome !== 'fail' || whole.severity || whole.difference.startsWith('-')) return whole
  return whole.facts[0]?.fund === 'all' || isExplainable(whole, filing)
    ? { ...whole, outcome: 'undecided', reason: 'figures-without-meaning' }
    : { ...whole, severity: 'warning', reason: 'budgets-left-out' }
}
