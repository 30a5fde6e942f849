import type { Fact } from '../../model/filing.js'
import { groupBy } from '../groups.js'
import type { Judged } from '../judged.js'
import { type Equation, Equations, isPrintedWrong } from './equations.js'
import { exchanged } from './exchanged.js'
import { offBys } from './off-by.js'
import { oneFigures } from './one-figure.js'
import { otherUnits } from './other-unit.js'
import { netOf, shifted } from './shifted.js'
import type { Slip, Slipped } from './slip.js'

/** One defect of the paper that shows in several failing sums. */
export interface RootCause {
  /** All of one pattern. */
  slips: readonly Slipped[]
  key: string
  /** The sums and percentages that fail because of it. */
  explained: Judged[]
}

/** The simplest first: of two that explain as much, it is the likelier. */
const PATTERNS = [oneFigures, exchanged, otherUnits, shifted, offBys]

/**
 * Finds the slips that make the most failing sums hold: one figure, two exchanged, a unit, cells that stand one off,
 * totals that leave something out. Each failing sum goes to one cause, the one that explains most first; what a slip
 * breaks has to be mended by another, else it is none.
 */
export function rootCauses(judged: readonly Judged[], facts: readonly Fact[]): RootCause[] {
  const refused = new Set<string>()
  for (;;) {
    const equations = new Equations(judged)
    const slips = slipsOf(equations, facts, refused)
    const bad = slips.filter((slip) => slip.broken.some((e) => !equations.holds(e)))
    if (bad.length === 0) return causesOf(slips, equations)
    for (const slip of bad) refused.add(slip.id)
  }
}

function slipsOf(equations: Equations, facts: readonly Fact[], refused: ReadonlySet<string>): Slip[] {
  const slips: Slip[] = []
  for (;;) {
    const best = PATTERNS.flatMap((pattern) => pattern(equations, facts))
      .filter((slip) => !refused.has(slip.id))
      .reduce<Slip | undefined>((a, b) => (a && !isLikelier(b, a) ? a : b), undefined)
    if (!best) return slips
    slips.push(best)
    equations.assume(best.moves, best.balances)
  }
}

const isLikelier = (a: Slip, b: Slip): boolean =>
  netOf(a) > netOf(b) ||
  (netOf(a) === netOf(b) && a.slipped.pattern === b.slipped.pattern && a.confirmed < b.confirmed)

function causesOf(slips: readonly Slip[], equations: Equations): RootCause[] {
  const taken = new Set<Equation | Judged>()
  return [...groupBy(slips, (slip) => slip.key)].map(([key, own]) => {
    const explained = own
      .flatMap((slip) => slip.mended)
      .filter((e) => isPrintedWrong(e) && equations.holds(e) && !taken.has(e) && taken.add(e))
    const quotients = own.flatMap((slip) => slip.quotients ?? []).filter((q) => !taken.has(q) && taken.add(q))
    return {
      key,
      slips: own.map((s) => s.slipped),
      explained: [...explained.map((e) => e.judged), ...quotients],
    }
  })
}
