import { around, type Box } from '../../model/geometry.js'
import type { Ruling } from '../../model/page.js'
import { clippedRuling } from './clip.js'
import { rulingOf, sidesOf } from './rulings.js'

/** Corners of a filled border with mitred ends, closed. */
const MITRED = 7
/** Lines whose colour is this light are not seen on white paper. */
const WHITE = 250

/** Points of one subpath in view space; a closed one ends where it began. */
export interface Subpath {
  points: { x: number; y: number }[]
  /** Whether the way to the point of the same index is a curve. */
  curved: boolean[]
}

/** How a path is drawn. */
export interface Pen {
  fill: boolean
  stroke: boolean
  /** Points, in view space. */
  width: number
}

/** Whether ink of this colour (0–255) and opacity (0 = none) shows on white paper. */
export const showsOnPaper = (red: number, green: number, blue: number, opacity: number): boolean =>
  opacity > 0 && !(red >= WHITE && green >= WHITE && blue >= WHITE)

/** Adds the ruling lines that a drawn path is made of. */
export function addRulings(pieces: Ruling[], paths: Subpath[], pen: Pen, clip: Box | undefined): void {
  const add = (line: Ruling | undefined) => {
    const visible = line && clippedRuling(line, clip)
    if (visible) pieces.push(visible)
  }
  for (const path of paths) {
    const box = boxOf(path.points)
    const curves = path.curved.includes(true)
    const rectangular = !curves && isRectangle(path.points, box)
    // Some suites fill borders as mitred quads: thin, though no rectangle.
    if (pen.fill && (rectangular || (path.points.length <= MITRED && !curves))) {
      const line = rulingOf(box, pen.width)
      if (line) {
        add(line)
        continue
      }
    }
    if (!pen.stroke) continue
    if (rectangular) for (const side of sidesOf(box, pen.width)) add(side)
    else
      for (let i = 1; i < path.points.length; i++)
        if (!path.curved[i]) add(rulingOf(boxOf(path.points.slice(i - 1, i + 1)), pen.width))
  }
}

const boxOf = (points: Subpath['points']): Box =>
  around(points.map(({ x, y }) => ({ x0: x, y0: y, x1: x, y1: y }))) as Box

const isRectangle = (points: Subpath['points'], box: Box): boolean =>
  points.length >= 4 && points.every((q) => onEdge(q.x, box.x0, box.x1) && onEdge(q.y, box.y0, box.y1))

const onEdge = (v: number, low: number, high: number): boolean =>
  Math.abs(v - low) < 0.1 || Math.abs(v - high) < 0.1
