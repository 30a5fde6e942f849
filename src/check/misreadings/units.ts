import type { Extracted, Fact } from '../../model/filing.js'
import { decimal, overlaps } from '../../model/money.js'
import type { Judged } from '../judged.js'
import { intervalOfFact } from '../sums.js'
import type { Misreading } from './misreading.js'

/** 元 against 万元, 万元 against 亿元. */
const FACTOR = '10000'

/** A table whose unit is not printed and that agrees with all others ten thousand times as large, or small. */
export function unitSlips(
  failing: readonly Judged[],
  judged: readonly Judged[],
  filing: Extracted,
): Misreading[] {
  return filing.tables
    .filter((table) => table.unit === '')
    .flatMap((table) => {
      const isOwn = (f: Fact) => f.table_id === table.table_id
      const between = (list: readonly Judged[]) =>
        list.filter(({ judgement: { facts } }) => facts.some(isOwn) && !facts.every(isOwn))
      const fails = between(failing)
      if (fails.length === 0 || !fails.every((j) => isScaled(j, isOwn))) return []
      const isHeld = between(judged).some(
        (j) => j.judgement.outcome === 'pass' && j.judgement.facts.some((f) => f.value !== '0'),
      )
      if (isHeld) return []
      const facts = [...new Set(fails.flatMap((j) => j.judgement.facts))]
      return [
        {
          code: 'unit-slip' as const,
          facts: facts.filter(isOwn),
          as: facts.filter((f) => !isOwn(f)),
          explains: fails,
        },
      ]
    })
}

function isScaled({ judgement: { facts } }: Judged, isOwn: (f: Fact) => boolean): boolean {
  const [own, other] = [facts.find(isOwn), facts.find((f) => !isOwn(f))]
  if (facts.length !== 2 || !own || !other) return false
  const [a, b] = [intervalOfFact(own), intervalOfFact(other)]
  const scaled = (f: typeof a) => ({ low: f.low.times(FACTOR), high: f.high.times(FACTOR) })
  return !decimal(own.value).eq(0) && (overlaps(scaled(a), b) || overlaps(a, scaled(b)))
}
