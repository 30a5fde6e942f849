import { around, type Box } from '../model/geometry.js'
import type { Glyph } from '../model/page.js'
import { endsAsMoney, isNumber } from '../model/printed/number.js'
import { emptyText, type Text } from '../model/text.js'
import { parted } from './fused-cells.js'
import { type Grid, type GridCell, snapped } from './grid.js'
import { bandsOf, spaced } from './lines.js'
import { CELL_MARGIN, CELL_WORD_GAP, STRAY, STRETCHED, WRAPPED_LINE } from './measures.js'

/** A cell of one page's grid with what is printed in it. */
export interface FilledCell extends GridCell {
  text: Text
  indent: number
}

export interface FilledGrid extends Omit<Grid, 'cells'> {
  cells: FilledCell[]
}

/** Puts the glyphs of a page into the cells of a grid; rows that lack the ruling between them are parted first. */
export function fillGrid(grid: Grid, glyphs: Glyph[]): FilledGrid {
  const runs = bandsOf(glyphs).flatMap(runsOf)
  const rows = partFusedRows(grid, runs)
  const byCell = assign(rows, runs)
  const filled = rows.cells.map((cell, i) => ({ cell, glyphs: withoutStrays(byCell[i] as Glyph[]) }))
  const cells = filled
    .flatMap((one) => parted(one, rows))
    .map(({ cell, glyphs: inside }) => {
      const first = around(inside)
      return { text: cellText(inside, cell.box), indent: first ? first.x0 - cell.box.x0 : 0, ...cell }
    })
  return withoutBlankEnds({ ...rows, cells })
}

/** Type of less than half the size of its cell's own, or drawn out of all shape, was left there by whoever drew the form. */
function withoutStrays(glyphs: Glyph[]): Glyph[] {
  const shaped = glyphs.filter((g) => g.x1 - g.x0 <= STRETCHED * g.size * g.text.length)
  const largest = Math.max(...shaped.map((g) => g.size))
  return shaped.filter((g) => g.size >= STRAY * largest)
}

/** Sides that run on with nothing between them hold no row. */
function withoutBlankEnds(grid: FilledGrid): FilledGrid {
  const last = grid.ys.length - 2
  const blank = (row: number) => grid.cells.every((c) => c.row !== row || c.text.text.trim() === '')
  const top = grid.open?.top && blank(0) ? 1 : 0
  const bottom = grid.open?.bottom && last > top && blank(last) ? 1 : 0
  if (top + bottom === 0) return grid
  const ys = grid.ys.slice(top, grid.ys.length - bottom)
  const cells = grid.cells
    .filter((c) => c.row >= top && c.row <= last - bottom)
    .map((c) => ({ ...c, row: c.row - top, rowSpan: Math.min(c.rowSpan, ys.length - 1 - (c.row - top)) }))
  const open = {
    top: grid.open?.top === true && top === 0,
    bottom: grid.open?.bottom === true && bottom === 0,
  }
  return { ...grid, open, ys, cells, box: { ...grid.box, y0: ys[0] as number, y1: ys.at(-1) as number } }
}

/** Splits a band into runs of tightly set glyphs. */
function runsOf(band: Glyph[]): Glyph[][] {
  const runs: Glyph[][] = []
  for (const g of band) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && g.x0 - last.x1 <= CELL_WORD_GAP * Math.min(g.size, last.size)) run.push(g)
    else runs.push([g])
  }
  return runs
}

const textOf = (glyphs: Glyph[]): string => glyphs.map((g) => g.text).join('')

/** Index of the interval of sorted edges that holds a position, clamped to the grid. */
function intervalAt(edges: number[], at: number): number {
  let low = 0
  let high = edges.length - 2
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if ((edges[mid] as number) <= at) low = mid
    else high = mid - 1
  }
  return low
}

function assign(grid: Grid, runs: Glyph[][]): Glyph[][] {
  const rows = grid.ys.length - 1
  const columns = grid.xs.length - 1
  const owner = new Int32Array(rows * columns)
  grid.cells.forEach((cell, i) => {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++) owner[r * columns + c] = i
  })
  const cellAt = (x: number, y: number) =>
    owner[intervalAt(grid.ys, y) * columns + intervalAt(grid.xs, x)] as number
  const out: Glyph[][] = grid.cells.map(() => [])
  for (const run of runs)
    for (const part of splitAtBorders(run, (g) => cellAt((g.x0 + g.x1) / 2, (g.y0 + g.y1) / 2)))
      (out[part.cell] as Glyph[]).push(...part.glyphs)
  return out
}

/**
 * A run mostly stays inside one cell. Where it crosses a border it is either two printed words that nearly touch
 * (each side is a whole number, or a gap stands at the border) or one word that overflows its cell.
 */
function splitAtBorders(run: Glyph[], cellOf: (g: Glyph) => number): { cell: number; glyphs: Glyph[] }[] {
  const parts: { cell: number; glyphs: Glyph[] }[] = []
  for (const g of run) {
    const cell = cellOf(g)
    const last = parts.at(-1)
    if (last && last.cell === cell) last.glyphs.push(g)
    else parts.push({ cell, glyphs: [g] })
  }
  if (parts.length < 2) return parts
  const whole = textOf(run)
  const numeric = isNumber(whole) && !parts.every((p) => endsAsMoney(textOf(p.glyphs)))
  if (!numeric) return parts
  const home = parts.reduce((a, b) => (b.glyphs.length > a.glyphs.length ? b : a))
  return [{ cell: home.cell, glyphs: run }]
}

/** Where several cells of one row each hold two or more whole numbers, the line between the rows was not drawn. */
function partFusedRows(grid: Grid, runs: Glyph[][]): Grid {
  const cuts: number[] = []
  for (const numbers of moneyByRow(grid, runs)) {
    if (numbers.length < 2) continue
    const byColumn = new Map<number, number[]>()
    for (const run of numbers) {
      const g = run.at(-1) as Glyph
      const column = intervalAt(grid.xs, (run[0] as Glyph).x0 / 2 + g.x1 / 2)
      byColumn.set(column, [...(byColumn.get(column) ?? []), (g.y0 + g.y1) / 2])
    }
    const stacked = [...byColumn.values()].filter((ys) => ys.length > 1)
    if (stacked.length === 0) continue
    const size = ((numbers[0] as Glyph[])[0] as Glyph).size
    const levels = snapped([...byColumn.values()].flat(), size * 0.5)
    for (let i = 1; i < levels.length; i++) cuts.push(((levels[i - 1] as number) + (levels[i] as number)) / 2)
  }
  return cuts.length ? withRowEdges(grid, cuts) : grid
}

/** The runs that end as money, by the row of the grid in which they stand. */
function moneyByRow(grid: Grid, runs: Glyph[][]): Glyph[][][] {
  const byRow = Array.from({ length: grid.ys.length - 1 }, (): Glyph[][] => [])
  for (const run of runs) {
    const g = run[0] as Glyph
    const y = (g.y0 + g.y1) / 2
    const row = intervalAt(grid.ys, y)
    const within = y > (grid.ys[row] as number) && y < (grid.ys[row + 1] as number)
    if (within && endsAsMoney(textOf(run))) (byRow[row] as Glyph[][]).push(run)
  }
  return byRow
}

/** The same grid with further row edges; only cells of one row high are cut by them. */
function withRowEdges(grid: Grid, cuts: number[]): Grid {
  const ys = [...grid.ys, ...cuts].sort((a, b) => a - b)
  const index = new Map(ys.map((y, i) => [y, i]))
  const cells: GridCell[] = []
  for (const cell of grid.cells) {
    const from = index.get(grid.ys[cell.row] as number) as number
    const to = index.get(grid.ys[cell.row + cell.rowSpan] as number) as number
    if (cell.rowSpan > 1 || to - from === 1) cells.push({ ...cell, row: from, rowSpan: to - from })
    else
      for (let r = from; r < to; r++)
        cells.push({
          ...cell,
          row: r,
          rowSpan: 1,
          box: { ...cell.box, y0: ys[r] as number, y1: ys[r + 1] as number },
        })
  }
  return { ...grid, ys, cells }
}

/** Lines of a cell joined; two whole numbers that stand above each other are kept apart by a line break. */
export function cellText(glyphs: Glyph[], box: Box): Text {
  const joined = emptyText()
  let upper: Glyph[] | undefined
  for (const lower of bandsOf(glyphs)) {
    const line = spaced(lower)
    if (upper) {
      const above = spaced(upper).text
      const latin = /[A-Za-z]$/.test(above) && /^[A-Za-z]/.test(line.text)
      const digits = /\d$/.test(above) && /^[\d.,]/.test(line.text)
      if (latin || (digits && !isBroken(upper, lower, box))) {
        joined.text += latin ? ' ' : '\n'
        joined.glyphs.push(null)
      }
    }
    joined.text += line.text
    joined.glyphs.push(...line.glyphs)
    upper = lower
  }
  return joined
}

/** Whether two lines are one number that its cell was too narrow for. */
function isBroken(upper: Glyph[], lower: Glyph[], box: Box): boolean {
  const [above, below] = [spaced(upper).text, spaced(lower).text]
  const whole = above.replace(/[.,]$/, '') + below.replace(/^[.,]/, '')
  if (!isNumber(whole) || (endsAsMoney(above) && endsAsMoney(below))) return false
  // Nobody prints one decimal over a digit as two figures of a cell.
  if (/\.\d$/.test(above) && /^\d$/.test(below)) return true
  const extent = around(upper) as Box
  const width = box.x1 - box.x0
  if (extent.x1 - extent.x0 >= WRAPPED_LINE * width) return true
  // `0.0` over `0`: no room for one more digit between the margins.
  const next = lower[0] as Glyph
  const room = width - 2 * CELL_MARGIN - (extent.x1 - extent.x0)
  return /[.,]/.test(above) && !endsAsMoney(above) && next.x1 - next.x0 > room
}
