import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
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

/** Rounds of looking: slips that hang on each other, as columns that are shifted together, take a few. */
const MOST_ROUNDS = 8

function slipsOf(equations: Equations, facts: readonly Fact[], refused: ReadonlySet<string>): Slip[] {
  const slips: Slip[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = PATTERNS.flatMap((pattern) => pattern(equations, facts))
      .filter((slip) => !refused.has(slip.id))
      .sort((a, b) => byLikelihood(a, b))
    const touched = new Set<Equation>()
    const taken = found.filter((slip) => isApart(slip, equations, touched))
    if (taken.length === 0) break
    for (const slip of taken) equations.assume(slip.moves, slip.balances)
    slips.push(...taken)
  }
  return slips
}

/** What one slip moves may change what another would mend: that one waits for the next round. */
function isApart(slip: Slip, equations: Equations, touched: Set<Equation>): boolean {
  const own = [...[...slip.moves.keys()].flatMap((f) => equations.around(f)), ...slip.mended]
  if (own.some((e) => touched.has(e))) return false
  for (const equation of own) touched.add(equation)
  return true
}

/** Those that explain most, of equal ones the simplest, of figures the one that fewer prints speak for. */
const byLikelihood = (a: Slip, b: Slip): number =>
  netOf(b) - netOf(a) ||
  ORDER.indexOf(a.slipped.pattern) - ORDER.indexOf(b.slipped.pattern) ||
  a.confirmed - b.confirmed

const ORDER: readonly Slipped['pattern'][] = ['one-figure', 'exchanged', 'other-unit', 'shifted', 'off-by']

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
