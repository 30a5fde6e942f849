import { InkGroups } from './ink-groups.js'
import type { PixelBox } from './picture.js'

/** No character is larger, in heights of the page's digits: in some type Chinese ones are nearly twice as high. */
const LARGEST = 1.85
/** No narrower than this, in the same measure: a digit and the comma of the row above it are no character. */
const NARROWEST = 0.75
/** Higher than wide by so much at most: 总 before its outer dots are joined. */
const HIGHEST = 1.5
/** Parts of a character stand no further apart, in the same measure; rows of text do. */
const APART = 0.3
/** Lower pieces, in the same measure, are strokes as 一 and 二 have them in the rows above and below, too. */
const STROKE = 0.2
/** Parts stand above each other over this share of the narrower. */
const ABOVE = 0.5

/**
 * Pieces of ink that together are one character: roof and foot, what overlaps, what stands close above what, as long as
 * all of it keeps within the square of one. Measured by what is joined, not by its widest stroke.
 * @param em height of most of the page's ink, pixels.
 */
export function charactersOf<T extends PixelBox>(
  pieces: readonly T[],
  em: number,
  grown: (a: T, b: T) => T,
): T[] {
  const groups = new InkGroups(pieces, grown)
  const fits = (a: T, b: T) => isOneCharacter(a, b, em)
  for (const { a, b } of neighbours(pieces, em)) groups.join(a, b, fits)
  return groups.all()
}

/** Pairs that stand above each other, nearest first. */
function neighbours(pieces: readonly PixelBox[], em: number): { a: number; b: number; gap: number }[] {
  const small = [...pieces.keys()].filter((i) => {
    const { x0, x1, y0, y1 } = pieces[i] as PixelBox
    return x1 - x0 <= LARGEST * em && y1 - y0 <= LARGEST * em && y1 - y0 >= STROKE * em
  })
  small.sort((i, j) => (pieces[i] as PixelBox).x0 - (pieces[j] as PixelBox).x0)
  const pairs: { a: number; b: number; gap: number }[] = []
  let open: number[] = []
  for (const b of small) {
    const right = pieces[b] as PixelBox
    open = open.filter((a) => (pieces[a] as PixelBox).x1 > right.x0)
    for (const a of open) {
      const left = pieces[a] as PixelBox
      const gap = Math.max(left.y0, right.y0) - Math.min(left.y1, right.y1)
      if (gap <= APART * em && isAbove(left, right)) pairs.push({ a, b, gap })
    }
    open.push(b)
  }
  return pairs.sort((p, q) => p.gap - q.gap)
}

const isAbove = (a: PixelBox, b: PixelBox): boolean =>
  Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) >= ABOVE * Math.min(a.x1 - a.x0, b.x1 - b.x0)

function isOneCharacter(a: PixelBox, b: PixelBox, em: number): boolean {
  const width = Math.max(a.x1, b.x1) - Math.min(a.x0, b.x0)
  const height = Math.max(a.y1, b.y1) - Math.min(a.y0, b.y0)
  return (
    width >= NARROWEST * em && width <= LARGEST * em && height <= LARGEST * em && height <= HIGHEST * width
  )
}
