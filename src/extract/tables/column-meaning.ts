import {
  EXPENDITURE_FUNDS,
  EXPENDITURE_WORDS,
  type Meaning,
  meaningOf,
  PLAIN_WORDS,
  PROCUREMENT_WORDS,
  REVENUE_WORDS,
  THREE_PUBLIC_WORDS,
  TIME_WORDS,
} from '../../catalogue/money-words.js'
import type { Column } from './columns.js'

/** Which words a column's heads are read with. */
export type Side = 'revenue' | 'expenditure' | 'both' | 'three-public' | 'procurement'

const YEAR = /(20\d\d)年?/

/** Reads a column's heads from group to leaf; undefined where no concept covers the column. */
export function columnMeaning(column: Column, side: Side, all: Column[]): Meaning | undefined {
  if (side === 'three-public') return threePublicMeaning(column, all)
  let meaning: Meaning = {}
  let blocked = false
  column.path.forEach((text, depth) => {
    const leaf = depth === column.path.length - 1
    const time = timeMeaning(text)
    if (time) meaning = { ...meaning, ...time }
    const income = side === 'both' && /收入/.test(text)
    if (PLAIN_WORDS.test(text) && !income) {
      // 合计 beside carry-over columns is the grand total, under a group it is the group's own total.
      if (
        /^(?:合计|总计|收入总计|收入合计|支出总计)$/.test(text) &&
        !isGrouped(column, depth) &&
        side !== 'procurement'
      )
        meaning = { ...meaning, ...totalMeaning(side, all) }
      return
    }
    const own = wordMeaning(text, side, meaning)
    if (!own) return
    if (own.none) {
      blocked = true
      return
    }
    if (leaf || own.concept || own.fund || own.nature) blocked = false
    // Carry-over of one fund: the group says carry-over, the leaf whose money it is.
    if (meaning.concept === 'revenue.carry-in' && own.concept?.startsWith('revenue')) {
      if (own.concept === 'revenue') meaning = { ...meaning, fund: own.fund }
      else if (own.concept !== 'revenue.carry-in') blocked = true
    } else meaning = { ...meaning, ...own }
  })
  return blocked ? undefined : meaning
}

/** A head below a group that says what it is the total of. */
const isGrouped = (column: Column, depth: number): boolean =>
  column.path
    .slice(0, depth)
    .some((t) => /财政拨款|结转|结余|单位资金|基本支出|项目支出|一般公共预算|政府性基金|本年/.test(t))

/** A total beside columns of carried-over money or account balances includes them. */
function totalMeaning(side: Side, all: Column[]): Meaning {
  if (side !== 'revenue' && side !== 'expenditure') return {}
  const carried = all.some((c) => c.path.some((t) => /结转|结余|实户/.test(t) && !/使用/.test(t)))
  return { concept: carried ? `${side}.grand-total` : side }
}

function wordMeaning(text: string, side: Side, before: Meaning): Meaning | undefined {
  if (side === 'revenue') return meaningOf(text, REVENUE_WORDS)
  if (side === 'procurement') return meaningOf(text, PROCUREMENT_WORDS) ?? fundOf(text)
  if (side === 'both') {
    // Final accounts of one fund: 年初结转和结余 | 本年收入 | 本年支出[…] | 年末结转和结余.
    if (/^(?:本年)?收入$|本年收入/.test(text)) return { concept: 'revenue' }
    if (/年初.*结转|上年结转/.test(text)) return { concept: 'revenue.carry-in' }
  }
  if (/政府采购/.test(text)) return { none: true }
  const own = meaningOf(text, EXPENDITURE_WORDS)
  if (own && own.concept !== 'expenditure.grand-total') return own
  const fund = fundOf(text)
  return fund && before.concept && before.concept !== 'expenditure' && fund.none ? undefined : fund
}

const fundOf = (text: string): Meaning | undefined => meaningOf(text, EXPENDITURE_FUNDS)

/** Year, basis and measure that a head states. */
export function timeMeaning(text: string): Meaning | undefined {
  const year = YEAR.exec(text)?.[1]
  const time = meaningOf(text, TIME_WORDS)
  if (!year && !time) return undefined
  return { ...time, ...(year ? { year } : {}) }
}

function threePublicMeaning(column: Column, all: Column[]): Meaning | undefined {
  let meaning: Meaning = {}
  for (const text of column.path) {
    const time = timeMeaning(text)
    if (time) meaning = { ...meaning, ...time }
    const own = meaningOf(text, THREE_PUBLIC_WORDS)
    if (own) meaning = { ...meaning, ...own }
    else {
      const fund = fundOf(text)
      if (fund && !fund.none) meaning = { ...meaning, ...fund }
    }
  }
  if (!meaning.concept) {
    // 合计 of the three public expenses, meetings and training together has no concept; 小计 below it is ours.
    const subtotal = all.some((c) => c.path.at(-1) === '小计' && c.path.some((t) => /三公/.test(t)))
    const more = all.some((c) => c.path.some((t) => /会议费|培训费/.test(t)))
    if (subtotal && more) return undefined
    meaning.concept = 'three-public'
  }
  return meaning
}
