import type { Extracted, Fact } from '../model/filing.js'
import { decimal, YUAN_PER } from '../model/money.js'
import type { Judgement } from './check.js'
import { groupBy, keyOf } from './groups.js'

/** Figures of running text that are of one year, basis, measure and unit: what can add up. */
export const proseFrames = (filing: Extracted): Fact[][] => [
  ...groupBy(
    filing.facts.filter((f) => f.source === 'prose' && (f.measure === 'amount' || f.measure === 'change')),
    (f) => `${f.year}|${f.basis}|${f.measure}|${f.entity}`,
  ).values(),
]

/** One print per meaning; undefined where the text contradicts itself, which is reported as that. */
export function onePerMeaning(facts: readonly Fact[]): Fact[] | undefined {
  const groups = [...groupBy(facts, (f) => keyOf(f)).values()]
  const agree = groups.every((g) => g.every((f) => f.value === g[0]?.value))
  return agree ? groups.map((g) => g[0] as Fact) : undefined
}

/** A total as it is printed beside its parts, else as the text prints it everywhere alike. */
export function totalOf(candidates: readonly Fact[], section: string): Fact | undefined {
  const beside = onePerMeaning(candidates.filter((f) => f.section_id === section))
  const all = beside?.length ? beside : onePerMeaning(candidates)
  return all?.length === 1 ? all[0] : undefined
}

/** The same sum where an amount of the passage that no concept covers (单位预留机动经费) is just what it lacks. */
export function withLoose(judgement: Judgement, filing: Extracted): Judgement {
  const total = judgement.facts[0]
  if (judgement.outcome !== 'fail' || !total || judgement.difference.startsWith('-')) return judgement
  const pages = new Set([total.page, total.page + 1])
  const factor = YUAN_PER[total.unit] ?? '1'
  const lacks = filing.loose_numbers.find((n) => {
    const digits = n.text.replace(/[,，]/g, '')
    if (!pages.has(n.page) || !/^\d+(\.\d+)?$/.test(digits)) return false
    return decimal(digits).times(factor).minus(judgement.difference).abs().lte(judgement.tolerance)
  })
  return lacks
    ? {
        ...judgement,
        outcome: 'pass',
        expected: total.value,
        difference: '0',
        reason: 'with-unbound-figures',
      }
    : judgement
}
