// A ruling ends where it meets another; strokes of the text behind that lie on its straight by chance.
import type { Gray } from '../picture.js'
import { endHeight, type FoundRuling, type Line, startHeight } from './join.js'
import { RULING_INKS, walk } from './trace.js'

/** Share of a ruling's last cell in which a bare line is seen: a drawn one shows all along, but for what touches it. */
const SEEN = 0.75
/** Paper beside a line is looked for so far from its edge, points. */
const BESIDE = 1.2
/** An end no further behind the ruling that it meets, points, is met exactly. */
const MEETING = 2.5

/** The rulings without what lies behind the last ruling that they meet and is no line. */
export const trimRulings = (gray: Gray, rulings: readonly FoundRuling[], point: number): FoundRuling[] =>
  rulings.map((ruling) => {
    const crossing = rulings
      .filter((o) => o.direction !== ruling.direction)
      .filter((o) => o.from <= ruling.at + MEETING * point && o.to >= ruling.at - MEETING * point)
      .map((o) => o.at)
      .sort((a, b) => a - b)
    const first = crossing.find((at) => at > ruling.from + MEETING * point) ?? ruling.to
    const last = crossing.findLast((at) => at < ruling.to - MEETING * point) ?? ruling.from
    // A drawn line goes on to the next ruling; where there is none it ends as it pleases.
    const before = crossing.findLast((at) => at <= ruling.from + MEETING * point) ?? ruling.from
    const behind = crossing.find((at) => at >= ruling.to - MEETING * point) ?? ruling.to
    const start =
      first < ruling.to && seen(gray, ruling, heightAtStart(ruling), before, first, point) < SEEN
        ? first
        : ruling.from
    const end =
      last > start && seen(gray, ruling, heightAtEnd(ruling), last, behind, point) < SEEN ? last : ruling.to
    if (start === ruling.from && end === ruling.to) return ruling
    return {
      ...ruling,
      from: start,
      to: end,
      lines: ruling.lines.flatMap((line) => part(line, start, end) ?? []),
    }
  })

// On bent or crooked paper a line's ends are not as high as its middle.
const heightAtStart = ({ lines }: FoundRuling): number =>
  startHeight(lines.reduce((a, b) => (b.from < a.from ? b : a)).pieces[0] as Line['pieces'][0])

const heightAtEnd = ({ lines }: FoundRuling): number =>
  endHeight(lines.reduce((a, b) => (b.to > a.to ? b : a)).pieces.at(-1) as Line['pieces'][0])

/** Share of a stretch in which a line at a height is dark with paper on one side at least. */
function seen(
  gray: Gray,
  ruling: FoundRuling,
  height: number,
  from: number,
  to: number,
  point: number,
): number {
  const { across, stepAlong, stepAcross } = walk(gray, ruling.direction)
  const ink = RULING_INKS[1]
  const half = ruling.thickness / 2
  const far = half + Math.max(1.5, BESIDE * point)
  const isDark = (a: number, c: number) =>
    c >= 0 && c < across && (gray.data[a * stepAlong + Math.floor(c) * stepAcross] as number) < ink
  let bare = 0
  const first = Math.ceil(from)
  const last = Math.floor(to)
  for (let a = first; a < last; a++) {
    const isLine = isDark(a, height) || isDark(a, height - half) || isDark(a, height + half)
    if (isLine && !(isDark(a, height - far) && isDark(a, height + far))) bare++
  }
  return last > first ? bare / (last - first) : 1
}

/** The part of a line between two positions along it. */
function part(line: Line, from: number, to: number): Line | undefined {
  const kept = line.pieces.flatMap((piece, i) =>
    piece.from < to && piece.to > from ? [{ piece, inked: line.inked[i] ?? false }] : [],
  )
  const [first, last] = [kept[0]?.piece, kept.at(-1)?.piece]
  if (!first || !last) return undefined
  return {
    ...line,
    pieces: kept.map(({ piece }) => piece),
    inked: kept.slice(0, -1).map(({ inked }) => inked),
    from: Math.max(line.from, Math.round(from), first.from),
    to: Math.min(line.to, Math.round(to)),
  }
}
