import type { Fact } from '../../model/filing.js'
import type { Judged } from '../judged.js'
import { judgeQuotient, type Quotient, quotientOf, quotientOfChange } from '../quotients.js'
import { isDistinctive } from './candidates.js'
import { isConfirmed } from './figures.js'
import type { Misreading } from './misreading.js'

/** A percentage that fits another amount of its passage: it was given to the wrong one, or the amount to the wrong item. */
export function quotientSlips(
  failing: readonly Judged[],
  judged: readonly Judged[],
  facts: readonly Fact[],
): Misreading[] {
  return failing.flatMap((j) => {
    const [pct, amount, change] = j.judgement.facts
    if (!pct?.measure.endsWith('-pct') || !amount || !isDistinctive(pct)) return []
    const beside = facts.filter(
      (f) =>
        f.source === 'prose' &&
        f.section_id === pct.section_id &&
        !j.judgement.facts.includes(f) &&
        !hasOwnPercentage(f, judged),
    )
    const fitting = fittingOf(pct, amount, change, beside)
    const others = failing.filter((o) => o !== j && o.judgement.facts.includes(pct))
    if (!fitting || others.length > 0 || isConfirmed(pct, judged)) return []
    return [{ code: 'subject-slip' as const, facts: [pct], as: fitting, explains: [j] }]
  })
}

/** A change whose own percentage holds belongs to that one, and to no other. */
const hasOwnPercentage = (figure: Fact, judged: readonly Judged[]): boolean =>
  figure.measure === 'change' &&
  judged.some(
    ({ judgement: { outcome, facts } }) =>
      outcome === 'pass' && facts[0]?.measure === 'change-pct' && facts.includes(figure),
  )

/** The figures with which the percentage would hold. */
function fittingOf(
  pct: Fact,
  amount: Fact,
  change: Fact | undefined,
  beside: readonly Fact[],
): Fact[] | undefined {
  const amounts = beside.filter((f) => f.measure === 'amount' && isDistinctive(f) && f.year === amount.year)
  if (pct.measure === 'share-pct' || pct.measure === 'completion-pct') {
    const whole = amounts.find((w) => holds(pct, [amount, w], quotientOf(amount, w)))
    return whole && [whole]
  }
  const changes = beside.filter((f) => f.measure === 'change' && isDistinctive(f))
  for (const by of [...(change ? [change] : []), ...changes])
    for (const now of [amount, ...amounts])
      if ((now !== amount || by !== change) && holds(pct, [now, by], quotientOfChange(now, by)))
        return [now, by].filter((f) => f !== amount && f !== change)
  return undefined
}

const holds = (pct: Fact, facts: Fact[], quotient: Quotient): boolean =>
  judgeQuotient('', [pct, ...facts], quotient).outcome === 'pass'
