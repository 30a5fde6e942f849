import type { NumberReason } from '../../model/filing.js'
import { canonical, decimal, YUAN_PER } from '../../model/money.js'
import { slice, type Text } from '../../model/text.js'
import type { Passed } from '../number-account.js'
import { numbersOf } from './lexer.js'
import { keyOf, meaning, type ProseContext, type ProseFigure } from './meaning.js'
import { fundIn } from './words.js'

/** Second and third counts: what was tracked, evaluated or is only the whole department. */
const OTHER_ROUNDS = /跟踪|自评|评价|监控|抽查|评级|评分|政策绩效|履职|完成情况|转移支付/
/** The round that counts: targets were set for projects. */
const FIRST_ROUND = /编报(?:了)?(?:绩效)?目标|编报[^，。]*绩效目标|项目(?:共|全部|均)?(?:纳入|实行)|设置/
const NO_FUND = /无(政府性基金|国有资本经营)预算(?:拨款|资金)?/g

const clauseBehind = (folded: string, at: number): string =>
  /^[^，。；]{0,20}/.exec(folded.slice(at))?.[0] ?? ''

/** Projects with performance targets and the money they cover. */
export function readPerformance(
  text: Text,
  folded: string,
  context: ProseContext,
  passed: Passed[],
): ProseFigure[] {
  const figures: ProseFigure[] = []
  let cursor = 0
  let other = false
  let counted = false
  let isPart = false
  for (const token of numbersOf(folded).filter((t) => t.kind !== 'form')) {
    const before = folded.slice(cursor, token.start)
    cursor = token.end
    if (/[。；]/.test(before)) other = false
    if (OTHER_ROUNDS.test(before)) other = !FIRST_ROUND.test(before)
    // 等3个项目开展了部门评价: the round is named behind the count.
    else if (token.kind === 'count' && OTHER_ROUNDS.test(clauseBehind(folded, token.end))) other = true
    const clause = before.split(/[，。；]/).at(-1) ?? ''
    const raw = slice(text, token.start, token.digitsEnd)
    const common = { raw, decimals: token.decimals, unit: token.unit, note: [], label: clause.slice(-20) }
    const pass = (reason: NumberReason) => passed.push({ text: raw, reason })
    if (token.kind === 'count') {
      const after = folded.slice(token.end, token.end + 20)
      const projects =
        /[个项]/.test(token.unit) &&
        /项目/.test(clause + after.slice(0, 6)) &&
        !/单位/.test(after.slice(0, 5))
      if (other || counted || !projects) {
        if (counted && projects && /类(?:的)?项目/.test(clause)) isPart = true
        pass('quantity')
        continue
      }
      counted = true
      figures.push({
        ...common,
        key: keyOf(meaning('performance.projects', '', clause), context, 'count', { basis: 'budget' }),
        value: token.value.toFixed(),
      })
    } else if (token.kind === 'amount') {
      const fund = fundIn(clause)
      // 其中财政拨款 is a part; 涉及财政拨款 says the same as 涉及资金.
      const named = fund !== undefined && (fund !== 'fiscal' || /其中/.test(before))
      const covered =
        (named ||
          /资金|金额|拨款|涉及(?:项目)?预算/.test(clause) ||
          (counted && /^项目，?(?:共|合计|共计)?$/.test(before))) &&
        !/其他资金/.test(clause)
      // 其中：运转类项目2个，涉及预算100万元: the money of some of them.
      if (other || !covered || (isPart && !named)) {
        // Rounds that are counted again, money of other sources; projects listed one by one.
        pass(covered || /其他资金/.test(clause) ? 'no-concept' : 'listed')
        continue
      }
      const m = meaning('performance.amount', named ? fund : '', clause)
      const value = canonical(token.value.times(decimal(YUAN_PER[token.unit] ?? '1')))
      figures.push({ ...common, key: keyOf(m, context, 'amount', { basis: 'budget' }), value })
      // Shares of the money, scores.
    } else if (token.kind === 'percent') pass('no-concept')
  }
  for (const match of folded.matchAll(NO_FUND)) {
    const m = meaning(
      'performance.amount',
      match[1] === '政府性基金' ? 'government-fund' : 'state-capital',
      match[0],
    )
    figures.push({
      key: keyOf(m, context, 'amount', { basis: 'budget' }),
      value: '0',
      unit: '',
      raw: slice(text, match.index, match.index + match[0].length),
      decimals: 0,
      label: match[0],
      note: [],
    })
  }
  return figures
}
