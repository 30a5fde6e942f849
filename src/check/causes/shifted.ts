import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { type Decimal, decimal } from '../../model/money.js'
import { type Equations, isPrintedWrong, type Moves } from './equations.js'
import { lineOf, placeAlong, type Slip } from './slip.js'

/** Fewer sums that a shift would mend, or figures that it would move, may agree by chance. */
const FEWEST = 3

/** Figures of a column that stand one row off, or of a row one column off: a cell too many or too few was filled. */
export function shifted(equations: Equations, facts: readonly Fact[]): Slip[] {
  const suspects = equations.suspects()
  const tables = groupBy(
    facts.filter((f) => f.source === 'table' && f.row !== null && f.column !== null),
    (f) => f.table_id,
  )
  return [...tables.values()]
    .filter((own) => own.filter((f) => suspects.has(equations.printOf(f))).length > FEWEST)
    .flatMap((own) =>
      (['column', 'row'] as const).flatMap((along) =>
        [...groupBy(own, (f) => `${lineOf(f, along)}`).values()].flatMap((line) =>
          ([1, -1] as const).flatMap((by) =>
            bestRun({ equations, along, by, cells: cellsOf(line, along, equations) }),
          ),
        ),
      ),
    )
}

/** One row or column, its figures by their place along it. */
interface Line {
  equations: Equations
  along: 'row' | 'column'
  by: 1 | -1
  cells: ReadonlyMap<number, Fact>
}

const cellsOf = (
  line: readonly Fact[],
  along: 'row' | 'column',
  equations: Equations,
): ReadonlyMap<number, Fact> => new Map(line.map((f) => [placeAlong(f, along), equations.printOf(f)]))

/** The run of cells that agrees best with the figures one cell before. */
function bestRun(line: Line): Slip[] {
  const agreeing = [...line.cells.keys()].sort((a, b) => a - b).filter((place) => agreesMoved(line, place))
  if (agreeing.length < FEWEST) return []
  let best: Slip | undefined
  agreeing.forEach((first, i) => {
    for (const last of agreeing.slice(i + FEWEST - 1))
      for (const slip of slipsOf(line, first, last)) if (!best || netOf(slip) > netOf(best)) best = slip
  })
  return best ? [best] : []
}

export const netOf = ({ mended, broken }: Pick<Slip, 'mended' | 'broken'>): number =>
  mended.length - broken.length

/** What a cell would have to gain to hold the figure that stands before it; undefined where it holds that already. */
function gainOf({ cells, by, equations }: Line, place: number): Decimal | undefined {
  const fact = cells.get(place) as Fact
  const before = cells.get(place - by)
  // Before the first and behind the last there is no cell to have come from.
  if (!before && ![...cells.keys()].some((p) => (place - by - p) * by > 0)) return undefined
  const gain = (before ? equations.valueOf(before) : decimal(0)).minus(equations.valueOf(fact))
  return gain.eq(0) ? undefined : gain
}

function agreesMoved(line: Line, place: number): boolean {
  const gain = gainOf(line, place)
  const fact = line.cells.get(place) as Fact
  return gain !== undefined && line.equations.effectOf(new Map([[fact, gain]])).mended.length > 0
}

/** The run moved; the cell that it leaves behind keeps its figure, is empty, or holds what its sums lack. */
function slipsOf(line: Line, first: number, last: number): Slip[] {
  const { cells, by, equations } = line
  const moves = new Map<Fact, Decimal>()
  for (const [place, fact] of cells) {
    const gain = place >= first && place <= last ? gainOf(line, place) : undefined
    if (gain) moves.set(fact, gain)
  }
  if (moves.size < FEWEST) return []
  const left = cells.get(by > 0 ? first - 1 : last + 1)
  const fills = left
    ? [
        equations.valueOf(left).times(-1),
        ...equations
          .around(left)
          .filter((e) => !equations.holds(e))
          .map((e) => equations.apartAfter(e, moves).times(e.total === left ? -1 : 1)),
      ].map((gain): Moves => new Map([...moves, [left, gain]]))
    : []
  return [moves, ...fills].flatMap((all) => slipOf(line, first, last, all))
}

function slipOf({ cells, by, equations, along }: Line, first: number, last: number, moves: Moves): Slip[] {
  const { mended, broken } = equations.effectOf(moves)
  if (!mended.some(isPrintedWrong) || netOf({ mended, broken }) < FEWEST) return []
  const [head, tail] = [cells.get(first) as Fact, cells.get(last) as Fact]
  const key = `shifted ${head.table_id} ${along} ${by}`
  return [
    {
      slipped: { pattern: 'shifted', along, first: head, last: tail, by },
      id: `${key} ${lineOf(head, along)}`,
      key,
      moves,
      mended,
      broken,
      balances: [],
      confirmed: 0,
    },
  ]
}
