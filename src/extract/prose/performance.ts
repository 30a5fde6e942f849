import { canonical, decimal, YUAN_PER } from '../../model/money.js'
import { slice, type Text } from '../../model/text.js'
import type { Passed } from '../number-account.js'
import { numbersOf } from './lexer.js'
import { keyOf, meaning, type ProseContext, type ProseFigure } from './meaning.js'
import { fundIn } from './topics.js'

/** Second and third counts: what was tracked, evaluated or is only the whole department. */
const OTHER_ROUNDS = /跟踪|自评|评价|监控|抽查|评级|评分|政策绩效/

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
  for (const token of numbersOf(folded).filter((t) => t.kind !== 'form')) {
    const before = folded.slice(cursor, token.start)
    cursor = token.end
    if (/[。；]/.test(before)) other = false
    if (OTHER_ROUNDS.test(before)) other = !/编报绩效目标|项目(?:共|全部)?(?:纳入|实行)/.test(before)
    const clause = before.split(/[，。；]/).at(-1) ?? ''
    const raw = slice(text, token.start, token.digitsEnd)
    const common = { raw, decimals: token.decimals, unit: token.unit, note: '', label: clause.slice(-20) }
    if (token.kind === 'count' && /[个项]/.test(token.unit)) {
      const after = folded.slice(token.end, token.end + 20)
      const projects = /项目/.test(clause + after.slice(0, 6)) && !/单位/.test(after.slice(0, 5))
      if (!other && !counted && projects) {
        counted = true
        figures.push({
          ...common,
          key: keyOf(meaning('performance.projects', '', clause), context, 'count', { basis: 'budget' }),
          value: token.value.toFixed(),
        })
      }
    } else if (token.kind === 'amount' && !other) {
      const fund = fundIn(clause)
      const named = fund !== undefined && fund !== 'fiscal'
      if (!named && !/资金|金额|拨款/.test(clause)) continue
      if (/其他资金/.test(clause)) continue
      const m = meaning('performance.amount', named ? fund : '', clause)
      const value = canonical(token.value.times(decimal(YUAN_PER[token.unit] ?? '1')))
      figures.push({ ...common, key: keyOf(m, context, 'amount', { basis: 'budget' }), value })
    }
  }
  for (const match of folded.matchAll(/无(政府性基金|国有资本经营)预算(?:拨款|资金)?/g)) {
    const m = meaning(
      'performance.amount',
      match[1] === '政府性基金' ? 'government-fund' : 'state-capital',
      match[0],
    )
    const raw = slice(text, match.index, match.index + match[0].length)
    figures.push({
      key: keyOf(m, context, 'amount', { basis: 'budget' }),
      value: '0',
      unit: '',
      raw,
      decimals: 0,
      label: match[0],
      note: '',
    })
  }
  return figures
}
