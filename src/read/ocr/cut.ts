import { overlap } from '../../model/geometry.js'
import type { PixelBox, PixelRuling } from './picture.js'

/** A line cuts a piece of text that it crosses over at least this share of its height or width … */
const CROSSES = 0.6
/** … and not at its very edge, where it only frames it; in shares of the text's height. */
const EDGE = 0.15

/** Boxes cut where a ruling line runs through them: each piece then lies in one cell. */
export function cutAtRulings(boxes: readonly PixelBox[], rulings: readonly PixelRuling[]): PixelBox[] {
  const vertical = rulings.filter((r) => r.direction === 'vertical')
  const horizontal = rulings.filter((r) => r.direction === 'horizontal')
  return boxes.flatMap((box) => {
    const edge = (box.y1 - box.y0) * EDGE
    const rows = pieces(
      box.y0,
      box.y1,
      horizontal.filter(
        (r) =>
          r.at > box.y0 + edge &&
          r.at < box.y1 - edge &&
          overlap(r.from, r.to, box.x0, box.x1) >= CROSSES * (box.x1 - box.x0),
      ),
    )
    return rows.flatMap(([y0, y1]) =>
      pieces(
        box.x0,
        box.x1,
        vertical.filter(
          (r) => r.at > box.x0 && r.at < box.x1 && overlap(r.from, r.to, y0, y1) >= CROSSES * (y1 - y0),
        ),
      ).map(([x0, x1]) => ({ x0, y0, x1, y1 })),
    )
  })
}

/** The parts of an interval between the lines that cross it. */
function pieces(from: number, to: number, rulings: readonly PixelRuling[]): [number, number][] {
  const out: [number, number][] = []
  let start = from
  for (const r of [...rulings].sort((a, b) => a.at - b.at)) {
    const half = r.thickness / 2
    if (r.at - half > start) out.push([start, Math.floor(r.at - half)])
    start = Math.max(start, Math.ceil(r.at + half))
  }
  if (to > start) out.push([start, to])
  return out.filter(([a, b]) => b - a >= 2)
}
