import type { Extracted, Fact } from '../../model/filing.js'
import { single } from '../groups.js'

/** Amounts of the filing's own year and organization as a whole. */
export const ownAmounts = (filing: Extracted): Fact[] =>
  filing.facts.filter(
    (f) =>
      f.measure === 'amount' &&
      f.entity === '' &&
      f.year === filing.fiscal_year &&
      (f.basis === '' || f.basis === (filing.kind === 'final' ? 'final' : 'budget')),
  )

/** A figure that is not split, as tables print it, else the text; undefined where prints contradict each other. */
export function total(facts: readonly Fact[], concept: string, funds: readonly string[]): Fact | undefined {
  const plain = facts.filter(
    (f) => f.concept === concept && f.function_code + f.economy_code + f.nature === '',
  )
  for (const fund of funds)
    for (const source of ['table', 'prose']) {
      const found = single(plain.filter((f) => f.fund === fund && f.source === source))
      if (found) return found
    }
  return undefined
}

/** People in post, as the text counts them. */
export const peopleOf = (filing: Extracted): Fact | undefined =>
  single(filing.facts.filter((f) => f.concept === 'staff.actual' && f.entity === '' && Number(f.value) > 0))
