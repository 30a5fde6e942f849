import { TOTAL_PIECE } from '../../catalogue/cell-words.js'
import { overlap } from '../../model/geometry.js'
import type { Ruling } from '../../model/page.js'
import { isNumber } from '../../model/printed/number.js'
import { snapped } from '../grid.js'
import { HEAD_LINE, LONE } from '../measures.js'
import { center, type Span } from './heads.js'
import type { Row } from './rows.js'

/** Places on the line that pieces of the body share; figures make columns, words fill what is left. */
export function columnsOf(body: Row[], counter: Row[]): Span[] {
  const pieces = body.flatMap((r) => r.pieces)
  const counted = counter.flatMap((r) => r.pieces)
  const figures = clusters([...pieces, ...counted].filter((p) => isNumber(p.text)))
  const words = pieces.filter(
    (p) => !isNumber(p.text) && !TOTAL_PIECE.test(p.text) && !figures.some((f) => covers(f, p) > 0.5),
  )
  return [...figures, ...clusters(words)]
    .sort((a, b) => a.x0 - b.x0)
    .reduce<Span[]>((out, span) => {
      const last = out.at(-1)
      // Names that reach under the figures: the figures' column begins where they begin.
      if (last && span.x0 < last.x1) {
        if (span.x1 <= last.x1) return out
        last.x1 = Math.max(last.x0 + 1, span.x0 - 1)
      }
      out.push({ ...span })
      return out
    }, [])
}

/** Share of a piece that stands inside a span. */
const covers = (span: Span, piece: Span): number =>
  overlap(span.x0, span.x1, piece.x0, piece.x1) / Math.max(1, piece.x1 - piece.x0)

function clusters(pieces: Span[]): Span[] {
  const out: Span[] = []
  for (const p of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    const last = out.at(-1)
    if (last && p.x0 <= last.x1) last.x1 = Math.max(last.x1, p.x1)
    else out.push({ x0: p.x0, x1: p.x1 })
  }
  return out
}

/** Columns with their heads: each head goes with a column near it, one without any is a column with a blank body. */
export function withHeads(columns: Span[], header: Row[]): Span[] {
  const heads = leafHeads(header)
  const pairs = matched(columns, heads)
  const free = heads.filter((head, h) => {
    if (pairs.some(([, paired]) => paired === h)) return false
    // Clearly above the heads beside it: it stands over both of them.
    const beside = [heads[h - 1], heads[h + 1]].filter((n) => n !== undefined)
    return !beside.some((n) => n.top - head.bottom > 0.25 * (head.bottom - head.top))
  })
  const wide = columns.map((column, c) => {
    const head = pairs.find(([at]) => at === c)
    const span = head && heads[head[1]]
    return span ? { x0: Math.min(column.x0, span.x0), x1: Math.max(column.x1, span.x1) } : column
  })
  return [...wide, ...free].sort((a, b) => center(a) - center(b))
}

interface LeafHead extends Span {
  top: number
  bottom: number
}

/** Heads with no head below them; lines of one head are one. */
function leafHeads(header: Row[]): LeafHead[] {
  const leaves: LeafHead[] = []
  for (const row of [...header].reverse())
    for (const p of row.pieces) {
      const under = leaves.filter((l) => overlap(l.x0, l.x1, p.x0, p.x1) > 0)
      const [only] = under
      if (!only) leaves.push({ x0: p.x0, x1: p.x1, top: p.y0, bottom: p.y1 })
      else if (under.length === 1 && only.top - p.y1 < HEAD_LINE * row.size)
        Object.assign(only, { x0: Math.min(only.x0, p.x0), x1: Math.max(only.x1, p.x1), top: p.y0 })
    }
  return leaves.sort((a, b) => a.x0 - b.x0)
}

/** Pairs [column, head] in order, so that the distances between them and the cost of loners are least. */
function matched(columns: Span[], heads: Span[]): [number, number][] {
  const best: { cost: number; pairs: [number, number][] }[][] = []
  for (let c = 0; c <= columns.length; c++) {
    best.push([])
    for (let h = 0; h <= heads.length; h++) {
      const options: { cost: number; pairs: [number, number][] }[] = []
      const loneColumn = best[c - 1]?.[h]
      const loneHead = best[c]?.[h - 1]
      const both = best[c - 1]?.[h - 1]
      if (loneColumn) options.push({ ...loneColumn, cost: loneColumn.cost + LONE })
      if (loneHead) options.push({ ...loneHead, cost: loneHead.cost + LONE })
      if (both) {
        const column = columns[c - 1] as Span
        const head = heads[h - 1] as Span
        const gap = Math.max(0, -overlap(column.x0, column.x1, head.x0, head.x1))
        options.push({ cost: both.cost + gap, pairs: [...both.pairs, [c - 1, h - 1]] })
      }
      ;(best[c] as typeof options).push(
        options.reduce((a, b) => (b.cost < a.cost ? b : a), options[0] ?? { cost: 0, pairs: [] }),
      )
    }
  }
  return best[columns.length]?.[heads.length]?.pairs ?? []
}

/** Vertical lines that run beside the rows, where only those were drawn. */
export function ruledEdges(rulings: Ruling[], rows: Row[]): number[] | undefined {
  const top = (rows[0] as Row).top
  const bottom = (rows.at(-1) as Row).bottom
  const down = rulings.filter(
    (r) => r.direction === 'vertical' && overlap(r.from, r.to, top, bottom) > 0.6 * (bottom - top),
  )
  return down.length >= 3 ? snapped(down.map((r) => r.at)) : undefined
}

export const alignedEdges = (columns: Span[], left: number, right: number): number[] => [
  left,
  ...columns.slice(1).map((c, i) => ((columns[i] as Span).x1 + c.x0) / 2),
  right,
]
