import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { type Decimal, decimal } from '../../model/money.js'
import { type Equation, type Equations, membersOf } from './equations.js'
import { lineOf, placeAlong, type Slip } from './slip.js'

/** Totals that are all off by a figure beside them: one alone may be chance. */
const FEWEST = 2

type Along = 'row' | 'column'

/** Totals of a column that all leave out, or count twice, what stands in the same other columns; rows likewise. */
export function offBys(equations: Equations, facts: readonly Fact[]): Slip[] {
  const inTables = facts.filter((f) => f.source === 'table' && f.row !== null && f.column !== null)
  const tables = groupBy(inTables, (f) => f.table_id)
  return (['row', 'column'] as const).flatMap((along) => {
    const groups = groupBy(
      equations.failing().filter((e) => isInLine(e, along)),
      (e) =>
        `${e.judged.check.id} ${leadOf(e).table_id} ${placeAlong(leadOf(e), along)} ${leadOf(e).measure}`,
    )
    return [...groups.values()]
      .filter((group) => group.length >= FEWEST)
      .flatMap((group) =>
        bestOff({ equations, along, group, table: tables.get(leadOf(group[0] as Equation).table_id) ?? [] }),
      )
  })
}

interface Group {
  equations: Equations
  along: Along
  group: readonly Equation[]
  table: readonly Fact[]
}

const leadOf = (equation: Equation): Fact => membersOf(equation)[0] as Fact

function isInLine(equation: Equation, along: Along): boolean {
  const lead = leadOf(equation)
  return (
    lead?.source === 'table' &&
    lead.row !== null &&
    membersOf(equation).every((f) => f.table_id === lead.table_id && lineOf(f, along) === lineOf(lead, along))
  )
}

/** The fewest places along the line by whose figures most of the totals are off; their own parts before others. */
function bestOff({ equations, along, group, table }: Group): Slip[] {
  const lines = new Map(
    [...groupBy(table, (f) => `${lineOf(f, along)}`)].map(([line, own]) => [
      line,
      valuesOf(own, along, equations),
    ]),
  )
  const own = placeAlong(leadOf(group[0] as Equation), along)
  const parts = group.flatMap((e) => e.parts).map((f) => placeAlong(f, along))
  const places = [...new Set([...parts, ...table.map((f) => placeAlong(f, along))])].filter((p) => p !== own)
  // Columns are few; that two rows of many add up to a difference says nothing.
  const pairs = along === 'row' ? pairsOf(places) : []
  let best: Off | undefined
  for (const at of [...places.map((p) => [p]), ...pairs]) {
    const off = group.filter((e) => {
      const values = lines.get(`${lineOf(leadOf(e), along)}`)
      const sum = at.reduce((total, place) => total.plus(values?.get(place) ?? 0), decimal(0))
      return sum.eq(equations.apartOf(e).abs())
    })
    const isLikely = new Set(off.map((e) => equations.apartOf(e).abs().toFixed())).size >= FEWEST
    if (isLikely && off.length > (best?.off.length ?? 0)) best = { off, at }
  }
  return best ? [slipOf(best, { equations, along, group, table })] : []
}

/** Equations that are off by the figures at these places of their lines. */
interface Off {
  off: Equation[]
  at: number[]
}

/** The figures of one line by their places; what one print says twice counts once. */
function valuesOf(line: readonly Fact[], along: Along, equations: Equations): Map<number, Decimal> {
  const figures = line.filter((f) => f.measure === 'amount' || f.measure === 'change')
  const values = new Map<number, Decimal>()
  for (const fact of new Set(figures.map((f) => equations.printOf(f)))) {
    const place = placeAlong(fact, along)
    values.set(place, decimal(fact.value).plus(values.get(place) ?? 0))
  }
  return values
}

const pairsOf = (places: readonly number[]): number[][] =>
  places.flatMap((a, i) => places.slice(i + 1).map((b) => [a, b]))

function slipOf({ off, at }: Off, { equations, along, table }: Group): Slip {
  const lead = leadOf(off[0] as Equation)
  const places = [...at].sort((a, b) => a - b)
  // A blank cell of the first line has no figure to name the place by.
  const named = [...table].sort(
    (a, b) =>
      Number(lineOf(b, along) === lineOf(lead, along)) - Number(lineOf(a, along) === lineOf(lead, along)),
  )
  const by = places.flatMap((place) => named.find((f) => placeAlong(f, along) === place) ?? [])
  const parts = new Set(off.flatMap((e) => e.parts).map((f) => placeAlong(f, along)))
  const id = `off-by ${lead.table_id} ${along} ${places.join(' ')}`
  const moves = new Map(
    off.flatMap((e): [Fact, Decimal][] => (e.total ? [[e.total, equations.apartOf(e).times(-1)]] : [])),
  )
  const others = equations.effectOf(moves).mended.filter((e) => !off.includes(e))
  return {
    slipped: {
      pattern: 'off-by',
      along,
      totals: off.map(leadOf),
      by,
      isShort: off.every((e) => equations.apartOf(e).lt(0)) && places.every((place) => parts.has(place)),
    },
    id: `${id} ${placeAlong(lead, along)} ${lead.measure}`,
    key: id,
    moves,
    mended: [...off, ...others],
    // What the totals are held against may lack the same: the other equations are not asked.
    broken: [],
    balances: off.filter((e) => !e.total),
    confirmed: 0,
  }
}
