import type { Fact } from '../../model/filing.js'
import type { Decimal } from '../../model/money.js'
import type { Judged } from '../judged.js'
import { judgeQuotient, quotientOf, quotientOfChange } from '../quotients.js'

/** A failing percentage of figures that money tells: a change against what it left, a part against its whole. */
export const isFailingQuotient = ({ judgement: { outcome, facts } }: Judged): boolean =>
  outcome === 'fail' && facts.length === 3 && facts[0]?.measure.endsWith('-pct') === true

/** The percentage would hold if the figure were another. */
export function holdsWith(facts: readonly Fact[], fact: Fact, value: Decimal): boolean {
  if (!facts.includes(fact)) return false
  const [pct, first, second] = facts.map((f) => (f === fact ? { ...f, value: value.toFixed() } : f))
  if (!pct || !first || !second || fact === facts[0]) return false
  const quotient = pct.measure === 'change-pct' ? quotientOfChange(first, second) : quotientOf(first, second)
  return judgeQuotient('', [pct, first, second], quotient).outcome === 'pass'
}
