import type { Basis } from '../../model/filing.js'
import { DOWN, UNCHOSEN, UP } from '../../model/printed/direction.js'
import type { ProseContext } from './meaning.js'

/** Where the comparison with another figure begins; 与 in a name of the classification (文化与传媒) compares nothing. */
const COMPARED =
  /(?:比|较)(?=[^，:]*(?:年|预算|执行|决算|上年|去年|相比|对比))|(?:与|同)(?![^，:]*[类款项]\))(?=(?:支出|收入)?(?:(?!支出|收入)[^，:()])*?(?:年|预算|执行|决算|去年|相比|对比))|和(?=(?:上年|去年|上一年|20\d\d年|年初))/
/** A comparison with the same year's own budget is no change against the year before. */
const WITH_BUDGET =
  /(?:(?<![相对])比|较|与|同|和)(?!上年|去年|上一年)(?:(20\d\d)年(?:度)?)?(?:的)?(?:当年|本年)?(?:年初|全年|调整后?的?)?(?:支出)?预算(?:安排)?(?:数|金额|总额|总数)?(?:(?:相比|对比|比较|相较)(?:，(?:(?![比较与])[^，:；]){0,20})?|，)?(?:基本)?$/
/** 决算数大于预算数 N: by how much the year's two bases differ. */
const OVER_BUDGET = /决算(?:数|支出)?(?:大于|小于|超过|超出|超|高于|低于)(?:年初|全年|调整后?)?预算(?:数)?$/
/** A phrase that only says: the figure of what was named before. */
const GENERIC =
  /^(?:其)?(?:20\d\d年(?:度)?|当年|本年|全年|上年)?(?:年初|全年|调整后?的?)?(?:支出|收入)?(?:年初|全年|调整后?的?)?(?:预算|决算|经费|安排|执行)*(?:数|总额|金额)?(?:安排|为|共|共计|合计|计|是)*$/

/** What only leads to a part: 其中, 按经济分类划分为. */
const LEADS = /^(?:其中|包括|分别为|按[^，]{2,14}划分为?)+/

/** The words directly before a figure. */
export const lastPhrase = (before: string): string =>
  inBracket(before.split(/[，:；]/).at(-1) ?? '').replace(LEADS, '')

/** Behind a bracket that is still open, only what stands in it. */
function inBracket(phrase: string): string {
  const open = phrase.lastIndexOf('(')
  return open > phrase.lastIndexOf(')') ? phrase.slice(open + 1) : phrase
}

/** Whether a phrase names nothing of its own: 2025年预算安排, 支出决算为. */
export const isGeneric = (phrase: string): boolean => GENERIC.test(phrase)

/** The same with sides and totals: 2027年预算支出合计. */
export const isFormOnly = (phrase: string): boolean =>
  /^(?:20\d\d年(?:度)?)?(?:当年|本年|年初|全年|调整后?的?|支出|收入|预算|决算|安排|执行|数|总额|金额|总计|合计|小计|共|计|为|是)*$/.test(
    phrase,
  )

/** 收入 or 支出 in a phrase that names nothing else. */
export function sideOf(phrase: string): 'revenue' | 'expenditure' | undefined {
  if (/收入/.test(phrase)) return /支出/.test(phrase) ? undefined : 'revenue'
  return /支出/.test(phrase) ? 'expenditure' : undefined
}

/** Index at which a comparison with another year or basis begins; -1 where there is none. */
export const comparedAt = (before: string): number => before.search(COMPARED)

/** 决算数较预算数, 与2020年度预算相比 in that year's final account: two bases of one year. */
export function comparesOwnBudget(clause: string, context: ProseContext): boolean {
  const budget = WITH_BUDGET.exec(clause)
  if (budget && (budget[1] === undefined || Number(budget[1]) >= context.fiscalYear)) return true
  return /决算数?(?:与|同|和|比|较|大于|小于)(?:年初|全年)?预算数?/.test(clause)
}

/** Whether the words before an amount say that it is what the final account has more or less than the budget. */
export const overBudget = (before: string): boolean => OVER_BUDGET.test(before)

export interface Direction {
  /** 0 where the form's alternatives were left in. */
  sign: -1 | 0 | 1
  at: number
}

/** The direction word of the last clause before a figure. */
export function lastDirection(before: string): Direction | undefined {
  const from = Math.max(before.lastIndexOf('，'), before.lastIndexOf(':'), before.lastIndexOf('、'))
  const clause = before.slice(from + 1)
  const open = NEVER_CHOSEN.exec(clause)
  if (open) return { sign: 0, at: from + 1 + open.index }
  const up = lastIndex(clause, UPWARD)
  const down = lastIndex(clause, DOWNWARD)
  if (up < 0 && down < 0) return undefined
  return up > down ? { sign: 1, at: from + 1 + up } : { sign: -1, at: from + 1 + down }
}

// 较上年增12万元, （减）幅5%: one sign of the word stands for it directly before a figure.
const UPWARD = new RegExp(`${UP}|增\\)?幅|增\\)?$`, 'g')
const DOWNWARD = new RegExp(`${DOWN}|减\\)?幅|(?<!增)减\\)?$`, 'g')
const NEVER_CHOSEN = new RegExp(UNCHOSEN)
const lastIndex = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1

/** 预算数 of an amount; in 一般公共预算 the word only names the money. */
const OWN_BUDGET =
  /(?<!决算|一般公共|公共财政|政府性基金|国有资本经营)预算(?:数)?(?:安排)?为?$|预算(?:数|安排|数安排)为?$/

/** The basis that the words before an amount state. */
export function basisOf(phrase: string, context: ProseContext): Basis | undefined {
  const final = context.kind === 'final'
  if (/年初预算(?:数)?(?:安排)?为?$/.test(phrase)) return final ? 'initial' : 'budget'
  if (/(?:(?:全年|调整后?的?)预算(?:数)?|调整数)为?$/.test(phrase)) return 'adjusted'
  if (final && OWN_BUDGET.test(phrase) && !/决算/.test(phrase)) return 'budget'
  return undefined
}

/** 受…影响, 按…口径: how something came about, no name. */
export const isCircumstance = (phrase: string): boolean =>
  /^(?:受|按照?|因(?!公)|根据|由于|随着|考虑|扣除|剔除|若|如)|影响$/.test(phrase)
