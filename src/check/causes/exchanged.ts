import type { Fact } from '../../model/filing.js'
import { type Equations, isPrintedWrong } from './equations.js'
import { balancing, FEWEST } from './one-figure.js'
import type { Slip } from './slip.js'

/** Two figures of one row, column or section that stand in each other's place. */
export function exchanged(equations: Equations): Slip[] {
  const suspects = [...equations.suspects()]
  const seen = new Set<string>()
  return suspects.flatMap((fact) => {
    const value = equations.valueOf(fact)
    const wanted = new Set(
      equations
        .around(fact)
        .filter((e) => isPrintedWrong(e) && !equations.holds(e))
        .map((e) => value.plus(balancing(fact, e, equations)).toFixed()),
    )
    return suspects
      .filter((other) => other !== fact && isBeside(fact, other))
      .filter((other) => wanted.has(equations.valueOf(other).toFixed()))
      .flatMap((other): Slip[] => {
        const pair = [fact.fact_id, other.fact_id].sort().join(' ')
        if (seen.has(pair)) return []
        seen.add(pair)
        const by = equations.valueOf(other).minus(value)
        const moves = new Map([
          [fact, by],
          [other, by.times(-1)],
        ])
        const { mended, broken } = equations.effectOf(moves)
        if (broken.length > 0 || mended.filter(isPrintedWrong).length < FEWEST) return []
        const slipped = { pattern: 'exchanged', fact, other } as const
        const id = `exchanged ${pair}`
        return [{ slipped, id, key: id, moves, mended, broken, balances: [], confirmed: 0 }]
      })
  })
}

const isBeside = (a: Fact, b: Fact): boolean =>
  a.source === 'table'
    ? a.table_id === b.table_id && (a.row === b.row || a.column === b.column)
    : a.source === b.source && a.section_id === b.section_id
