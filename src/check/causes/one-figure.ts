import type { Fact } from '../../model/filing.js'
import { type Decimal, decimal } from '../../model/money.js'
import { type Equation, type Equations, isPrintedWrong } from './equations.js'
import { holdsWith } from './quotients.js'
import type { Slip } from './slip.js'

/** A wrong figure shows in at least this many places, one of them a sum, else its one finding says all there is. */
export const FEWEST = 2

/** Figures whose one change makes several sums hold, or one and a percentage, and breaks none that holds. */
export function oneFigures(equations: Equations): Slip[] {
  return [...equations.suspects()].flatMap((fact) => {
    const around = equations.around(fact)
    const failing = around.filter((e) => isPrintedWrong(e) && !equations.holds(e))
    const beside = equations.quotients.filter((q) => q.judgement.facts.includes(fact))
    if (failing.length === 0 || failing.length + beside.length < FEWEST) return []
    return wanted(fact, failing, beside.length, equations).flatMap((by): Slip[] => {
      const moves = new Map([[fact, by]])
      const { mended, broken } = equations.effectOf(moves)
      const value = equations.valueOf(fact).plus(by)
      const quotients = beside.filter((q) => holdsWith(q.judgement.facts, fact, value))
      if (broken.length > 0 || mended.filter(isPrintedWrong).length + quotients.length < FEWEST) return []
      return [
        {
          slipped: { pattern: 'one-figure', fact, value },
          id: `one-figure ${fact.fact_id} ${value.toFixed()}`,
          key: `one-figure ${fact.fact_id}`,
          moves,
          mended,
          quotients,
          broken,
          balances: [],
          confirmed: around.length - mended.length,
        },
      ]
    })
  })
}

/** What has to be added to a figure for a sum to hold: a total less, a part more, by what is missing. */
export const balancing = (fact: Fact, equation: Equation, equations: Equations): Decimal => {
  const apart = equations.apartOf(equation)
  return equation.total === fact ? decimal(0).minus(apart) : apart
}

/** What at least two of the sums and percentages ask for alike, as far as sums tell. */
function wanted(
  fact: Fact,
  failing: readonly Equation[],
  percentages: number,
  equations: Equations,
): Decimal[] {
  const asked = failing.map((e) => ({ by: balancing(fact, e, equations), slack: e.slack }))
  const shared = asked.filter(
    ({ by }) =>
      asked.filter((other) => other.by.minus(by).abs().lte(other.slack)).length + percentages >= FEWEST,
  )
  return [...new Map(shared.map(({ by }) => [by.toFixed(), by])).values()]
}
