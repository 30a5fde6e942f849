import type { Fact } from '../../model/filing.js'
import { type Decimal, decimal } from '../../model/money.js'
import { type Equation, type Equations, isPrintedWrong } from './equations.js'
import type { Slip } from './slip.js'

/** A wrong figure shows in at least this many sums, else its one finding says all there is. */
export const FEWEST = 2

/** Figures whose one change makes several sums hold and breaks none that holds. */
export function oneFigures(equations: Equations): Slip[] {
  return [...equations.suspects()].flatMap((fact) => {
    const around = equations.around(fact)
    const failing = around.filter((e) => isPrintedWrong(e) && !equations.holds(e))
    if (failing.length < FEWEST) return []
    return distinct(failing.map((e) => balancing(fact, e, equations))).flatMap((by): Slip[] => {
      const moves = new Map([[fact, by]])
      const { mended, broken } = equations.effectOf(moves)
      if (broken.length > 0 || mended.filter(isPrintedWrong).length < FEWEST) return []
      const value = equations.valueOf(fact).plus(by)
      return [
        {
          slipped: { pattern: 'one-figure', fact, value },
          id: `one-figure ${fact.fact_id} ${value.toFixed()}`,
          key: `one-figure ${fact.fact_id}`,
          moves,
          mended,
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

const distinct = (values: readonly Decimal[]): Decimal[] => [
  ...new Map(values.map((v) => [v.toFixed(), v])).values(),
]
