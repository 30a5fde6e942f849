import type { Fact } from '../../../model/filing.js'
import { decimal } from '../../../model/money.js'
import { said } from '../../../model/saying.js'
import { amountLike } from '../../amounts.js'
import type { AcrossCheck, AcrossJudgement } from '../across.js'
import { type Pair, yearsInRow } from '../pairs.js'
import { contradicts, judgeAgainst, leftOpen, plus, spanOf } from '../prints.js'
import { saysOf } from '../sentences.js'

const count = (concept: string, year: string, value: string): Partial<Fact> => ({
  concept,
  year,
  value,
  raw: value,
  decimals: 0,
  measure: 'count',
  unit: '辆',
  basis: concept.endsWith('.planned') ? 'budget' : '',
  fund: '',
})

/** Vehicles owned + vehicles to be bought connects with the vehicles owned a year later. */
export const seriesVehicles: AcrossCheck<Pair> = {
  id: 'YS-SERIES-VEHICLES',
  asserts: {
    zh: '上年末车辆数加当年计划购置数，不应少于当年末车辆数。',
    en: 'Vehicles owned plus those to be bought are no fewer than the vehicles owned a year later.',
  },
  basis: '车辆只因购置、划转而增加；处置不印出，减少不能判断。',
  scope: 'series',
  severity: 'info',
  example: '2025 年预算：7 辆，购置 1 辆；2026 年预算：8 辆',
  proves: false,
  passing: {
    papers: [
      { year: 2025, facts: [count('vehicles', '2024', '7'), count('vehicles.planned', '2025', '1')] },
      { facts: [count('vehicles', '2025', '8')] },
    ],
  },
  failing: {
    papers: [
      { year: 2025, facts: [count('vehicles', '2024', '7'), count('vehicles.planned', '2025', '1')] },
      { facts: [count('vehicles', '2025', '12')] },
    ],
  },
  casesOf: yearsInRow,
  judge: stocksOf,
}

const KINDS = ['vehicles', 'equipment'] as const

function stocksOf({ before, now }: Pair): AcrossJudgement[] {
  if (now.kind !== 'budget') return []
  return KINDS.flatMap((kind) => {
    const of = (facts: Fact[], concept: string, year: number) =>
      facts.filter(
        (f) => f.concept === concept && f.measure === 'count' && f.entity === '' && f.year === String(year),
      )
    const [owned, planned, later] = [
      of(before.facts, kind, before.year - 1),
      of(before.facts, `${kind}.planned`, before.year),
      of(now.facts, kind, now.year - 1),
    ]
    const [o, p, l] = [owned[0], planned[0], later[0]]
    if (!o || !p || !l) return []
    const judgement = judgeAgainst(
      `${kind} ${before.year - 1}＋购置＝${before.year}`,
      l,
      decimal(o.value).plus(p.value),
      plus(spanOf(o), spanOf(p)),
      [l, o, p],
    )
    const paper = now
    if (judgement.outcome === 'pass') return [{ ...judgement, paper }]
    if ([owned, planned, later].some(contradicts))
      return [{ ...leftOpen(judgement, 'printed-several-times'), paper }]
    if (judgement.difference.startsWith('-'))
      return [{ ...leftOpen(judgement, 'disposals-not-printed'), paper }]
    // Equipment is bought without being planned here; only vehicles are approved one by one.
    if (kind === 'equipment') return [{ ...leftOpen(judgement, 'purchases-not-printed'), paper }]
    return [
      {
        ...judgement,
        severity: 'info',
        reason: '',
        says: said('series-vehicles.more', {
          now: saysOf(now, l),
          owned: saysOf(before, o),
          planned: saysOf(before, p),
          difference: amountLike(decimal(judgement.difference), l),
        }),
        paper,
      },
    ]
  })
}
