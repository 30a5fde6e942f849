import { keyOf } from '../model/fact-key.js'
import type { Extracted, Fact } from '../model/filing.js'
import { groupBy } from '../model/group-by.js'
import { decimal, intervalOf, YUAN_PER } from '../model/money.js'
import type { Judgement } from './check.js'
import { type Addend, withAddends } from './sums.js'

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

/** Amounts (in the total's measure) that the text prints around a list and no concept covers: 单位预留机动经费. */
function looseAround(list: readonly Fact[], filing: Extracted): Addend[] {
  const pages = list.map((f) => f.page)
  const [from, to] = [Math.min(...pages), Math.max(...pages) + 1]
  const factor = decimal(YUAN_PER[list[0]?.unit ?? ''] ?? '1')
  const reasons: readonly string[] =
    list[0]?.measure === 'count' ? ['', 'no-concept', 'quantity'] : ['', 'no-concept']
  return filing.loose_numbers
    .filter((n) => n.page >= from && n.page <= to && reasons.includes(n.reason))
    .map((n) => n.text.replace(/[,，]/g, ''))
    .filter((digits) => /^\d+(\.\d+)?$/.test(digits))
    .map((digits) => {
      const value = decimal(digits).times(factor)
      return { value, interval: intervalOf(value, digits.split('.')[1]?.length ?? 0, factor) }
    })
}

/** The same sum where one such amount is just what it lacks. */
export function withLoose(judgement: Judgement, filing: Extracted): Judgement {
  if (judgement.outcome !== 'fail') return judgement
  const isChange = judgement.facts[0]?.measure === 'change'
  const tried = looseAround(judgement.facts, filing)
    .flatMap((a) => (isChange ? [a, negative(a)] : [a]))
    .map((a) => withAddends(judgement, [a]))
  return tried.find((j) => j.outcome === 'pass') ?? judgement
}

const negative = ({ value, interval }: Addend): Addend => ({
  value: value.times(-1),
  interval: { low: interval.high.times(-1), high: interval.low.times(-1) },
})

/** More numbers than this add up to anything. */
const MOST_LOOSE = 12

/** Whether some of the amounts that no concept covers can make up what a list lacks. */
export function isExplainable(judgement: Judgement, filing: Extracted): boolean {
  const loose = looseAround(judgement.facts, filing)
  if (loose.length > MOST_LOOSE) return true
  const choices: Addend[][] = [[]]
  for (const addend of loose) choices.push(...choices.map((chosen) => [...chosen, addend]))
  return choices.some((chosen) => withAddends(judgement, chosen).outcome === 'pass')
}
