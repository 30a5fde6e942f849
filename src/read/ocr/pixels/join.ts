// Pieces on one straight become lines again: broken by lost pixels, by text that touches, by dashes.
import type { Gray, PixelRuling } from '../picture.js'
import { type Direction, type Piece, type Walk, walk } from './trace.js'

const POINTS_PER_INCH = 72

/** Dashes and scratches: blank gaps up to this, points, between any pieces. */
const BLANK = 3.5
/** Blank gaps up to this, points, between pieces that are both at least LONG. */
const LONG_BLANK = 12
const LONG = 25
/** Where ink goes on (text touches, lines cross), up to this, points. */
const INKED = 90
/** Share of a gap that must be inked. */
const INKED_SHARE = 0.85
/** How far, points, a piece may lie beside the end of a line, and for each point of gap. */
const BESIDE = 0.7
const BESIDE_PER_GAP = 0.01
/** A line this long, points, says how it goes on; a shorter one goes on level. */
const TELLS_SLOPE = 60
/** A short last piece behind a blank is a stroke of some character: points. */
const STRAY = 10
const STRAY_GAP = 0.8

/** Pieces of one line in order. */
export interface Line {
  direction: Direction
  /** What is darker than this belongs to it. */
  ink: number
  pieces: Piece[]
  /** Whether the gap behind each piece but the last is inked. */
  inked: boolean[]
  from: number
  to: number
}

/** A ruling with the line it was found as: where exactly its ink runs. */
export interface FoundRuling extends PixelRuling {
  lines: Line[]
}

export const startHeight = (p: Piece): number => p.knots[1]!
export const endHeight = (p: Piece): number => p.knots[p.knots.length - 1]!

export function joinPieces(
  gray: Gray,
  pieces: readonly Piece[],
  direction: Direction,
  dpi: number,
  ink: number,
): Line[] {
  const point = dpi / POINTS_PER_INCH
  const way = walk(gray, direction)
  const lines: Line[] = []
  // Lines by the height of their end, in bands as high as the farthest a piece may lie beside it.
  const band = (BESIDE + BESIDE_PER_GAP * INKED) * point
  const ends = new Map<number, Line[]>()
  const bandOf = (line: Line) => Math.floor(endHeight(line.pieces.at(-1)!) / band)
  for (const piece of pieces) {
    let best: Line | undefined
    let bestInked = false
    let least = Infinity
    const near = Math.floor(startHeight(piece) / band)
    for (let b = near - 1; b <= near + 1; b++) {
      const list = ends.get(b)
      if (!list) continue
      for (let i = list.length - 1; i >= 0; i--) {
        const line = list[i]!
        const gap = piece.from - line.to
        if (gap > INKED * point) {
          list.splice(i, 1)
          continue
        }
        if (gap < -point) continue
        const beside = Math.abs(startHeight(piece) - heightBehind(line, gap, point))
        if (beside > (BESIDE + BESIDE_PER_GAP * Math.max(0, gap / point)) * point) continue
        const cost = Math.max(0, gap) + 4 * beside
        if (cost >= least) continue
        const inked = isInked(gray, way, line, piece)
        const blank =
          line.to - line.from >= LONG * point && piece.to - piece.from >= LONG * point ? LONG_BLANK : BLANK
        if (!inked && gap > blank * point) continue
        best = line
        bestInked = inked
        least = cost
      }
    }
    if (best) {
      const list = ends.get(bandOf(best))!
      list.splice(list.indexOf(best), 1)
      best.pieces.push(piece)
      best.inked.push(bestInked)
      best.to = Math.max(best.to, piece.to)
    } else {
      best = { direction, ink, pieces: [piece], inked: [], from: piece.from, to: piece.to }
      lines.push(best)
    }
    const key = bandOf(best)
    const list = ends.get(key)
    if (list) list.push(best)
    else ends.set(key, [best])
  }
  return lines.map((line) => withoutStrays(line, point))
}

/** Where a line will be after so much more of it. */
function heightBehind(line: Line, gap: number, point: number): number {
  const at = endHeight(line.pieces.at(-1)!)
  const length = line.to - line.from
  if (length < TELLS_SLOPE * point) return at
  return at + (gap * (at - startHeight(line.pieces[0]!))) / length
}

/** Is there ink all along between a line's end and the next piece? */
function isInked({ data }: Gray, { stepAlong, stepAcross, across }: Walk, line: Line, piece: Piece): boolean {
  const start = endHeight(line.pieces.at(-1)!)
  const gap = piece.from - line.to
  let blanks = (1 - INKED_SHARE) * gap
  for (let a = line.to; a < piece.from; a++) {
    const middle = Math.floor(start + ((startHeight(piece) - start) * (a - line.to + 0.5)) / gap)
    const p = a * stepAlong + middle * stepAcross
    if (data[p]! < line.ink) continue
    if (middle > 0 && data[p - stepAcross]! < line.ink) continue
    if (middle + 1 < across && data[p + stepAcross]! < line.ink) continue
    if (--blanks < 0) return false
  }
  return true
}

function withoutStrays(line: Line, point: number): Line {
  const pieces = [...line.pieces]
  const inked = [...line.inked]
  const longest = Math.max(...pieces.map((p) => p.to - p.from))
  const isStray = (piece: Piece, gap: number, isInkedGap: boolean) =>
    !isInkedGap &&
    gap > STRAY_GAP * point &&
    piece.to - piece.from < STRAY * point &&
    longest > 3 * (piece.to - piece.from)
  while (
    pieces.length > 1 &&
    isStray(pieces.at(-1)!, pieces.at(-1)!.from - pieces.at(-2)!.to, inked.at(-1)!)
  ) {
    pieces.pop()
    inked.pop()
  }
  while (pieces.length > 1 && isStray(pieces[0]!, pieces[1]!.from - pieces[0]!.to, inked[0]!)) {
    pieces.shift()
    inked.shift()
  }
  return { ...line, pieces, inked, from: pieces[0]!.from, to: Math.max(...pieces.map((p) => p.to)) }
}
