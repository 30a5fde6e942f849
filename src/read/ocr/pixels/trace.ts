// Thin strokes are followed along one direction: pieces of ruling lines, and straight strokes of characters.
import type { Gray, PixelRuling } from '../picture.js'

const POINTS_PER_INCH = 72

/**
 * What is darker than this is ruled: rulings may be paler than ink, a hair line at 150 dpi is half paper, and many
 * tables are ruled in light grey. Print has its rims at the paler of the two, so lines are looked for at both.
 */
export const RULING_INKS = [176, 224] as const
/** Double lines that run together and letterhead rules are no thicker, points. */
const THICKEST = 3.5
/** From one pixel to the next a line stays at this height, points, or a pixel and a bit: ragged edges. */
const STEADY = 0.4
const STEADY_PIXELS = 1.25
/** So much is lost within one piece without notice, points: a stroke that touches, a lost pixel. */
const SKIPPED = 1
/** How fast the traced height follows: one ragged pixel does not carry it away. */
const FOLLOWING = 0.25
/** Height is noted at this distance, points: bent paper bends slowly. */
const KNOT = 6
/** Steeper than this from knot to knot is an arc or a slanting stroke. */
const STEEPEST = 0.12
/** Shorter pieces, points, are dots. */
const SHORTEST_PIECE = 2

export type Direction = PixelRuling['direction']

/** How to walk a picture along a direction and across it. */
export interface Walk {
  along: number
  across: number
  stepAlong: number
  stepAcross: number
}

export const walk = ({ width, height }: Gray, direction: Direction): Walk =>
  direction === 'horizontal'
    ? { along: width, across: height, stepAlong: 1, stepAcross: width }
    : { along: height, across: width, stepAlong: width, stepAcross: 1 }

/** A thin straight stroke. `knots`: positions along and heights across, in turn, first and last included. */
export interface Piece {
  from: number
  to: number
  /** Sum of the thicknesses seen, and how often a thin cross section was seen. */
  thickness: number
  sections: number
  knots: number[]
}

interface Trace extends Piece {
  at: number
}

/** Pieces in order of their start. @param ink what is darker than this is drawn */
export function tracePieces(gray: Gray, direction: Direction, dpi: number, ink: number): Piece[] {
  const point = dpi / POINTS_PER_INCH
  const { along, across, stepAlong, stepAcross } = walk(gray, direction)
  const { data } = gray
  const thickest = Math.max(3, Math.round(THICKEST * point))
  const steady = Math.max(STEADY_PIXELS, STEADY * point)
  const skipped = Math.max(2, Math.round(SKIPPED * point))
  const knot = KNOT * point
  const pieces: Piece[] = []
  const finish = (t: Trace) => {
    if (t.to - t.from < SHORTEST_PIECE * point) return
    t.knots.push(t.to, t.at)
    pieces.push(t)
  }
  let open: Trace[] = []
  for (let a = 0; a < along; a++) {
    const next: Trace[] = []
    let k = 0
    const end = a * stepAlong + across * stepAcross
    for (let p = a * stepAlong, c = 0; p < end; p += stepAcross, c++) {
      if (data[p]! >= ink) continue
      const start = c
      do {
        p += stepAcross
        c++
      } while (p < end && data[p]! < ink)
      const thickness = c - start
      if (thickness > thickest) continue
      const middle = (start + c) / 2
      // Traces above that found nothing here stay open for a while.
      while (k < open.length && open[k]!.at < middle - steady) {
        if (a - open[k]!.to <= skipped) next.push(open[k]!)
        else finish(open[k]!)
        k++
      }
      if (k < open.length && open[k]!.at <= middle + steady) {
        const t = open[k++]!
        t.at += FOLLOWING * (middle - t.at)
        t.to = a + 1
        t.thickness += thickness
        t.sections++
        const sinceKnot = a - t.knots[t.knots.length - 2]!
        if (sinceKnot >= knot) {
          if (Math.abs(t.at - t.knots[t.knots.length - 1]!) > STEEPEST * sinceKnot) {
            finish(t)
            next.push({ from: a, to: a + 1, at: middle, thickness, sections: 1, knots: [a, middle] })
            continue
          }
          t.knots.push(a, t.at)
        }
        next.push(t)
      } else next.push({ from: a, to: a + 1, at: middle, thickness, sections: 1, knots: [a, middle] })
    }
    for (; k < open.length; k++) {
      if (a - open[k]!.to <= skipped) next.push(open[k]!)
      else finish(open[k]!)
    }
    open = next
  }
  open.forEach(finish)
  return pieces.sort((a, b) => a.from - b.from)
}
