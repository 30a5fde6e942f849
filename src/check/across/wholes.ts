import type { Fact } from '../../model/filing.js'
import { overlaps } from '../../model/money.js'
import type { Paper } from './across.js'
import type { Group } from './pairs.js'
import { perPaper } from './per-paper.js'
import { printsBy, spanOf } from './prints.js'

/** Money that units pay each other counts in the units and not in the department. */
const BETWEEN_UNITS = /^(?:revenue\.(?:superior|affiliate)|expenditure\.to-)/

/** Figures of the paper's own year that add up over units. */
const addsUp = (paper: Paper) => (f: Fact) =>
  f.entity === '' &&
  (f.measure === 'amount' || f.measure === 'count') &&
  (f.year === String(paper.year) || f.measure === 'count') &&
  !BETWEEN_UNITS.test(f.concept)

/** Figures of the year before that a paper prints beside its own. */
export const priorsOf = perPaper((paper) =>
  printsBy(
    paper,
    (f) =>
      f.entity === '' &&
      f.measure === 'amount' &&
      f.year === String(paper.year - 1) &&
      !BETWEEN_UNITS.test(f.concept),
  ),
)

export const figuresOf = perPaper((paper) => printsBy(paper, addsUp(paper)))

/** Whether units print money that comes from or goes to each other: totals of all money then count it twice. */
export const payEachOther = (units: readonly Paper[]): boolean => units.some(paysOthers)

const paysOthers = perPaper(({ facts }) =>
  facts.some((f) => BETWEEN_UNITS.test(f.concept) && Number(f.value) !== 0),
)

export const isAllMoney = (fact: Fact): boolean => fact.fund === 'all' || fact.fund === ''

export const TOTAL = /^(?:revenue|expenditure)(?:\.grand-total)?$/

/**
 * One unit whose income and spending are the department's: the department has no other money, so all units are
 * there, listed or not.
 */
export function isWhole({ department, units }: Group): boolean {
  const unit = units.length === 1 ? units[0] : undefined
  if (!unit) return false
  const own = figuresOf(department)
  const totals = [...figuresOf(unit)].flatMap(([key, prints]) => {
    const [u, d] = [prints[0], own.get(key)?.[0]]
    const isTotal =
      u && TOTAL.test(u.concept) && u.function_code + u.economy_code + u.nature === '' && u.fund === 'all'
    return isTotal && d ? [{ u, d }] : []
  })
  const sides = new Set(totals.map(({ u }) => u.concept.split('.')[0]))
  return sides.size === 2 && totals.every(({ u, d }) => overlaps(spanOf(u), spanOf(d)))
}

/** 编报, 跟踪 and the whole department are counted side by side: several true figures of one concept. */
export const countedDifferently = (fact: Fact): boolean => fact.concept.startsWith('performance')
