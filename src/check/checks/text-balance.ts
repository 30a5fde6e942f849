import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { decimal } from '../../model/money.js'
import type { Check, Judgement } from '../check.js'
import { isPenSlip } from '../pen-slips.js'
import { onePerMeaning, proseFrames } from '../prose-lists.js'
import { judgeSame } from '../sums.js'

/** What is carried over or taken from savings parts the year's income from the year's spending. */
const CARRIED = /\.(?:carry-in|carry-out|surplus-used|surplus-distribution|account-balance)$/

/** Income and spending of the same money are equal in a budget, unless something is carried over. */
export const textBalance: Check = {
  id: 'YS-TEXT-BALANCE',
  asserts: {
    zh: '正文中同一资金口径的预算收入＝预算支出（没有结转结余时）。',
    en: 'In the text of a budget, income and spending of the same money are equal where nothing is carried over.',
  },
  basis: '收支平衡；有结转、动用结余或账户资金余额时只比较总计。',
  kinds: ['budget'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '部门预算收入 118.05 万元，部门预算支出 118.05 万元',
  passing: list('12.00'),
  failing: list('13.00'),
  run: (filing) => {
    const carried = filing.facts.some((f) => CARRIED.test(f.concept) && f.value !== '0')
    return proseFrames(filing).flatMap((frame) => {
      // Changes are told against budgets here and accounts there: they need not be equal.
      const plain = frame.filter(
        (f) =>
          f.measure === 'amount' &&
          /^(?:revenue|expenditure)(?:\.grand-total)?$/.test(f.concept) &&
          f.function_code + f.economy_code + f.nature === '' &&
          f.year === filing.fiscal_year,
      )
      const sides = groupBy(plain, (f) => `${f.fund}|${f.concept.split('.')[1] ?? ''}`)
      return [
        ...[...sides.values()].flatMap((side) =>
          carried && !side[0]?.concept.endsWith('.grand-total') ? [] : judge(side),
        ),
        ...(carried ? [] : withOneFund(plain)),
      ]
    })
  },
}

function list(spending: string): Partial<Fact>[] {
  return [
    {
      source: 'prose',
      concept: 'revenue',
      fund: 'all',
      value: '120000',
      raw: '12.00',
      bbox: '1.0 1.0 2.0 2.0',
    },
    {
      source: 'prose',
      concept: 'expenditure',
      fund: 'all',
      value: `${Number(spending) * 10000}`,
      raw: spending,
    },
  ]
}

/**
 * Text that tells all income and the spending of one fund alone: they are equal, or more comes from elsewhere; that the
 * fund spends more than all income, or just misses it by a slip of the pen, can not be meant.
 */
function withOneFund(plain: Fact[]): Judgement[] {
  const all = onePerMeaning(plain) ?? []
  const [income, ...more] = all.filter((f) => f.concept === 'revenue' && f.fund === 'all')
  const [spending, ...others] = all.filter((f) => f.concept.startsWith('expenditure'))
  if (!income || !spending || more.length + others.length > 0 || spending.fund === 'all') return []
  const judgement = judgeSame(`收入=${spending.fund}支出 p${income.page}`, income, spending)
  const isAbove = judgement.outcome === 'fail' && decimal(spending.value).gt(income.value)
  const isSlip = isPenSlip(income, decimal(spending.value)) || isPenSlip(spending, decimal(income.value))
  return judgement.outcome === 'pass' || isAbove || isSlip ? [judgement] : []
}

function judge(side: Fact[]): Judgement[] {
  const all = onePerMeaning(side) ?? []
  const income = all.find((f) => f.concept.startsWith('revenue'))
  const spending = all.find((f) => f.concept.startsWith('expenditure'))
  // One printed 收支总计 is both.
  if (!income || !spending || (income.page === spending.page && income.bbox === spending.bbox)) return []
  return [judgeSame(`收入=支出 ${income.fund} ${income.measure} p${income.page}`, income, spending)]
}
