import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { type Decimal, decimal } from '../../model/money.js'
import { type Equation, type Equations, isPrintedWrong } from './equations.js'
import { FEWEST } from './one-figure.js'
import type { Slip } from './slip.js'

/** Units of money are a thousand, ten thousand or a hundred million apart. */
const POWERS = [3, -3, 4, -4, 8, -8]

/** Tables whose money agrees with other tables in another unit. */
export function otherUnits(equations: Equations, facts: readonly Fact[]): Slip[] {
  const between = equations.failing().filter((e) => e.judged.judgement.same)
  const tables = groupBy(between.flatMap(sidesOf), (side) => side.own.table_id)
  return [...tables.values()].flatMap((sides): Slip[] => {
    const own = (sides[0] as Side).own
    const power = POWERS.find((p) => sides.filter((s) => isApartBy(s, p)).length >= FEWEST)
    if (power === undefined) return []
    const moves = new Map(
      facts
        .filter((f) => f.table_id === own.table_id && f.measure === 'amount')
        .map((f): [Fact, Decimal] => [equations.printOf(f), byPower(f, power).minus(f.value)]),
    )
    const { mended, broken } = equations.effectOf(moves)
    if (broken.length > 0 || mended.filter(isPrintedWrong).length < FEWEST) return []
    const slipped = { pattern: 'other-unit', fact: own, power } as const
    const id = `other-unit ${own.table_id}`
    return [{ slipped, id, key: id, moves, mended, broken, balances: [], confirmed: 0 }]
  })
}

interface Side {
  own: Fact
  other: Fact
}

function sidesOf({ total, parts }: Equation): Side[] {
  const [part] = parts
  if (!total || !part) return []
  return [
    { own: total, other: part },
    { own: part, other: total },
  ].filter(({ own, other }) => own.source === 'table' && own.table_id !== other.table_id)
}

const isApartBy = ({ own, other }: Side, power: number): boolean =>
  own.value !== '0' && byPower(own, power).eq(other.value)

const byPower = (fact: Fact, power: number): Decimal => decimal(fact.value).times(decimal(10).pow(power))
