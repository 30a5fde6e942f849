import { around, type Box } from '../model/geometry.js'
import type { Glyph } from '../model/page.js'
import { endsAsMoney } from '../model/printed/number.js'
import type { Grid, GridCell } from './grid.js'
import { bandsOf } from './lines.js'

/** Figures on both sides of a lost line stand apart by so much of their size … */
const APART = 0.4
/** … and heads by a whole character: beside a quotation mark is half of one. */
const HEADS_APART = 1
/** Words of a head stand in the middle of their cell, give or take this share of its width. */
const CENTRED = 0.12
/** Two characters of one word that are set far apart (合 计) are no two heads, nor are four (资 金 来 源). */
const SHORTEST = 2
/** Within a head no gap is nearly as wide as that between two. */
const GAP_OF_WORDS = 0.9

/** A cell with the glyphs in it. */
export interface Filled {
  cell: GridCell
  glyphs: Glyph[]
}

/**
 * Two heads or two figures that a scan shows in one cell, since the line between them faded there: parted where other
 * rows have that line. A text layer has its lines drawn or not.
 */
export function parted({ cell, glyphs }: Filled, grid: Grid): Filled[] {
  if (cell.columnSpan < 2 || !glyphs.some((g) => g.alternatives)) return [{ cell, glyphs }]
  for (let edge = cell.column + 1; edge < cell.column + cell.columnSpan; edge++) {
    const x = grid.xs[edge] as number
    const sides = [
      { ...spanning(cell, cell.column, edge), box: { ...cell.box, x1: x } },
      { ...spanning(cell, edge, cell.column + cell.columnSpan), box: { ...cell.box, x0: x } },
    ].map((side) => ({ cell: side, glyphs: glyphs.filter((g) => isWithin(g, side.box)) }))
    if (areApart(sides)) return sides.flatMap((side) => parted(side, grid))
  }
  return [{ cell, glyphs }]
}

const spanning = (cell: GridCell, from: number, to: number): GridCell => ({
  ...cell,
  column: from,
  columnSpan: to - from,
})

const isWithin = (g: Glyph, { x0, x1 }: Box): boolean => (g.x0 + g.x1) / 2 >= x0 && (g.x0 + g.x1) / 2 < x1

function areApart(sides: readonly Filled[]): boolean {
  const [left, right] = sides.map(({ glyphs }) => around(glyphs))
  if (!left || !right) return false
  const size = Math.max(...sides.flatMap(({ glyphs }) => glyphs.map((g) => g.size)))
  const gap = right.x0 - left.x1
  return (
    (gap >= HEADS_APART * size && sides.every((side) => isHead(side, gap))) ||
    (gap >= APART * size && sides.every(isFigure))
  )
}

/** @param gap between it and the other. */
function isHead({ cell, glyphs }: Filled, gap: number): boolean {
  const isSpaced = bandsOf(glyphs).some((line) =>
    line.some((g, i) => g.x0 - (line[i - 1] ?? g).x1 >= GAP_OF_WORDS * gap),
  )
  const ink = around(glyphs) as Box
  const width = cell.box.x1 - cell.box.x0
  const off = Math.abs(ink.x0 + ink.x1 - cell.box.x0 - cell.box.x1) / 2
  return glyphs.length >= SHORTEST && !isSpaced && off <= CENTRED * width
}

/** A whole one on each line: `964` beside `.85` is one figure. */
const isFigure = ({ glyphs }: Filled): boolean =>
  bandsOf(glyphs)
    .map((line) => line.map((g) => g.text).join(''))
    .every((figure) => /^-?\d/.test(figure) && endsAsMoney(figure))
