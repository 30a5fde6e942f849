import { PERIOD, UNIT } from '../../catalogue/caption-forms.js'
import { isFigure } from '../../model/printed/number.js'
import { DEEPEST_HEADER, FEWEST_ROWS, LARGEST_PITCH, LEVEL } from '../measures.js'
import { inColumns, isCells, middle, type Piece, type Row } from './rows.js'

/** Stretches of lines [from, to] that begin and end with rows of figures and hold nothing but cells. */
export function regionsOf(rows: Row[]): [number, number][] {
  const regions: [number, number][] = []
  let from = -1
  let to = -1
  const close = () => {
    if (from >= 0) regions.push([from, to])
    from = -1
  }
  rows.forEach((row, i) => {
    const far = i > 0 && row.top - (rows[i - 1] as Row).bottom > LARGEST_PITCH * row.size
    if (far || !isCells(row)) close()
    if (!row.data || !isCells(row)) return
    if (from < 0) from = i > 0 && isBrokenFigure(rows[i - 1] as Row, row) ? i - 1 : i
    to = i
  })
  close()
  return regions.filter(([a, b]) => {
    const data = rows.slice(a, b + 1).filter((r) => r.data)
    if (data.length < FEWEST_ROWS || !stacked(data)) return false
    const named = rows.slice(a, b + 1).filter((r) => !r.data && inColumns(r, data))
    return 2 * (data.length + named.length) >= b - a + 1
  })
}

/** The upper half of a number too long for its cell, above the first row. */
const isBrokenFigure = (upper: Row, row: Row): boolean =>
  upper.pieces.every((p) => isFigure(p.text)) && middle(row) - middle(upper) < row.size

/** Whether figures stand above each other: their right ends, left ends or middles agree. */
function stacked(data: Row[]): boolean {
  const figures = data.flatMap((r) => r.pieces.filter((p) => isFigure(p.text)))
  return [(p: Piece) => p.x1, (p: Piece) => p.x0, (p: Piece) => (p.x0 + p.x1) / 2].some((at) => {
    const best = Math.max(
      ...figures.map((f) => figures.filter((o) => Math.abs(at(o) - at(f)) <= LEVEL).length),
    )
    return best >= Math.max(FEWEST_ROWS, 0.4 * data.length)
  })
}

/** Lines above the first row of figures that name columns. */
export function headerOf(rows: Row[], from: number): Row[] {
  const header: Row[] = []
  for (let i = from - 1; i >= 0 && header.length < DEEPEST_HEADER; i--) {
    const row = rows[i] as Row
    const below = rows[i + 1] as Row
    const text = row.pieces.map((p) => p.text).join('')
    if (
      !isCells(row) ||
      UNIT.test(text) ||
      PERIOD.test(text) ||
      below.top - row.bottom > LARGEST_PITCH * row.size
    )
      break
    header.unshift(row)
  }
  return header
}
