import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { addIntervals, overlaps } from '../../model/money.js'
import type { Judged } from '../judged.js'
import { intervalOfFact } from '../sums.js'
import { isConfirmed } from './figures.js'
import type { Misreading } from './misreading.js'

/** Figures of one passage that were taken for the whole of an item and, with its other parts, make what a table prints. */
export function natureSlips(
  failing: readonly Judged[],
  judged: readonly Judged[],
  facts: readonly Fact[],
): Misreading[] {
  const pairs = failing.flatMap((j) => {
    const table = j.judgement.facts.find((f) => f.source === 'table')
    const prose = j.judgement.facts.find((f) => f.source === 'prose' && f.measure === 'amount')
    return j.judgement.facts.length === 2 && table && prose ? [{ table, prose }] : []
  })
  const passages = groupBy(pairs, ({ prose }) => `${prose.section_id}|${keyOf(prose)}`)
  return [...passages.values()].flatMap((group) => {
    const taken = group.map((p) => p.prose)
    const [first] = taken as [Fact]
    const whole = group[0]?.table as Fact
    const named = facts.filter(
      (f) =>
        f.source === 'prose' &&
        f.section_id === first.section_id &&
        f.nature !== first.nature &&
        keyOf(f, ['nature']) === keyOf(first, ['nature']),
    )
    const parts = [...taken, ...named]
    if (parts.length < 2 || taken.some((f) => isConfirmed(f, judged))) return []
    if (!overlaps(addIntervals(parts.map(intervalOfFact)), intervalOfFact(whole))) return []
    const explains = failing.filter((j) => j.judgement.facts.some((f) => taken.includes(f)))
    return [{ code: 'nature-slip' as const, facts: taken, as: [whole], explains }]
  })
}
