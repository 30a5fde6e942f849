// Which lines are rulings of a table, a form or a letterhead, and which are strokes of characters.
import type { Gray } from '../picture.js'
import { endHeight, type FoundRuling, joinPieces, type Line, startHeight } from './join.js'
import { RULING_INKS, tracePieces, walk } from './trace.js'
import { trimRulings } from './trim.js'

const POINTS_PER_INCH = 72

/** An unbroken stretch is longer than any stroke of running text: text heights, or a row. */
const SOLID_TEXT_HEIGHTS = 1.6
/** Share of a short line that is unbroken. */
const WHOLE = 0.9
/** Dashed lines have no such stretch but are long and stand free on both sides; points. */
const DASHED = 60
/** Longer dashes, points, are a row of 一 or of signs for "nothing". */
const LONGEST_DASH = 6
const DASHED_FREE = 0.85
/** Rulings are seen thin for this share of their length; elsewhere text touches or lines cross. */
const THIN = 0.45
/** Text that stands closely above and below touches a line in few places; it is part of a stroke nearly everywhere. */
const APART = 0.9
/** Bent paper bends a line by so much, points and share of its length; the rim of a seal bends far more. */
const BOW = 0.7
const BOW_SHARE = 0.01
/** Paper lies on one side at least for this share of the thin part. */
const FREE = 0.6
/** Paper beside a line is looked for so far from its edge, points. */
const FREE_DISTANCE = 1.2
/** Longer than any character, points: a ruling that needs no other beside it. */
const ALONE = 90
/** The height of a row, points: shorter rulings go from line to line. */
const ROW = 18
const SHORTEST = 7
/** No type of a table is taller, points. */
const TALL = 24
/** Ends meet a line within this distance, points. */
const MEETING = 2.5
/** Shorter lines touch, or nearly: characters of a narrow row leave more paper; points. */
const TOUCHING = 1
/** One end of a line of a row's height may have faded by this much, points. */
const FADED = 6
/** Share of a short line that lies between the rulings it meets. */
const SPANNED = 0.8
/** Rulings of one table are at most so many times as thick as others. */
const THICKER = 2.5
/** So much of a line, points, may be too pale to be seen with its darker parts. */
const UNSEEN = 6
/** Lines side by side within this distance, points, are one double line. */
const DOUBLE = 2.5

export function findRulings(gray: Gray, textHeight: number, dpi: number): FoundRuling[] {
  const point = dpi / POINTS_PER_INCH
  const [dark, pale] = RULING_INKS.map((ink) =>
    (['horizontal', 'vertical'] as const).flatMap((direction) =>
      joinPieces(gray, tracePieces(gray, direction, dpi, ink), direction, dpi, ink)
        .filter((line) => isDrawn(gray, line, textHeight, point))
        .map(asRuling),
    ),
  ) as [FoundRuling[], FoundRuling[]]
  const seen = pale.map((ruling) => ({ ruling, as: dark.filter((d) => isSame(d, ruling, point)) }))
  // A line in light grey is dark in places: whole only where it is seen pale.
  const added = seen.filter(
    ({ ruling, as }) => as.length > 1 || inkedLength(as) < length(ruling) - UNSEEN * point,
  )
  const parts = new Set(added.flatMap(({ as }) => as))
  const candidates = [...dark.filter((d) => !parts.has(d)), ...added.map(({ ruling }) => ruling)]
  const found = trimRulings(gray, mergeDoubles(connected(candidates, point), point), point)
  // A stroke of tall type spans a low row as well; a line drawn there goes on elsewhere, or parts a framed row.
  return found.filter(
    (r) =>
      length(r) >= TALL * point ||
      found.some((other) => isInLine(other, r, point)) ||
      partsFramedRow(r, found, point),
  )
}

const length = (ruling: FoundRuling): number => ruling.to - ruling.from

const inkedLength = (rulings: readonly FoundRuling[]): number =>
  rulings.reduce((sum, ruling) => sum + length(ruling), 0)

/** The darker line, or a part of it, that is seen again with its rims. */
const isSame = (dark: FoundRuling, pale: FoundRuling, point: number): boolean =>
  dark.direction === pale.direction &&
  Math.abs(dark.at - pale.at) <= (dark.thickness + pale.thickness) / 2 + BOW * point &&
  dark.from >= pale.from - MEETING * point &&
  dark.to <= pale.to + MEETING * point

/** Long enough without a break, or dashed; thin, with paper beside it. */
function isDrawn(gray: Gray, line: Line, textHeight: number, point: number): boolean {
  const length = line.to - line.from
  if (length < SHORTEST * point) return false
  if (bow(line) > BOW * point + BOW_SHARE * length) return false
  const thin = line.pieces.reduce((sum, p) => sum + p.sections, 0)
  if (thin < THIN * length) return false
  const solid = longestStretch(line, point)
  const isLong = solid >= Math.min(ROW * point, SOLID_TEXT_HEIGHTS * textHeight)
  const isDashed = length >= DASHED * point && thin <= LONGEST_DASH * point * line.pieces.length
  // What joins rulings within a row is in one piece, or a stroke of something else.
  const isShort = length < ROW * point && solid >= WHOLE * length
  if (!isLong && !isDashed && !isShort) return false
  if (isLong && thin >= APART * length) return true
  const free = freeSides(gray, line, point)
  if (isLong) return Math.max(...free) >= FREE
  return Math.min(...free) >= (isDashed ? DASHED_FREE : FREE)
}

/** How far a line leaves the straight one between its ends. */
function bow(line: Line): number {
  const start = startHeight(line.pieces[0]!)
  const slope = (endHeight(line.pieces.at(-1)!) - start) / (line.to - line.from)
  let most = 0
  for (const { knots } of line.pieces)
    for (let k = 0; k < knots.length; k += 2)
      most = Math.max(most, Math.abs(knots[k + 1]! - start - slope * (knots[k]! - line.from)))
  return most
}

/** Length of the longest part without a blank of more than a point. */
function longestStretch(line: Line, point: number): number {
  let longest = 0
  let start = line.from
  line.pieces.forEach((piece, i) => {
    longest = Math.max(longest, piece.to - start)
    const next = line.pieces[i + 1]
    if (next && !line.inked[i] && next.from - piece.to > point) start = next.from
  })
  return longest
}

/** Share of the thin part that has paper above (or left), and below (or right). */
function freeSides(gray: Gray, line: Line, point: number): [number, number] {
  const { across, stepAlong, stepAcross } = walk(gray, line.direction)
  let looked = 0
  let before = 0
  let behind = 0
  for (const piece of line.pieces) {
    const far = piece.thickness / piece.sections / 2 + Math.max(1.5, FREE_DISTANCE * point)
    const middle = (startHeight(piece) + endHeight(piece)) / 2
    const bend = endHeight(piece) - startHeight(piece)
    const length = Math.max(1, piece.to - piece.from)
    for (let a = piece.from; a < piece.to; a += 2) {
      const at = middle + bend * ((a - piece.from) / length - 0.5)
      looked++
      const isPaper = (c: number) =>
        c < 0 || c >= across || gray.data[a * stepAlong + Math.floor(c) * stepAcross]! >= line.ink
      if (isPaper(at - far)) before++
      if (isPaper(at + far)) behind++
    }
  }
  return [before / looked, behind / looked]
}

function asRuling(line: Line): FoundRuling {
  let area = 0
  let moment = 0
  let sections = 0
  for (const p of line.pieces) {
    area += p.thickness
    sections += p.sections
    moment += (p.sections * (startHeight(p) + endHeight(p))) / 2
  }
  return {
    direction: line.direction,
    at: moment / sections,
    from: line.from,
    to: line.to,
    thickness: area / sections,
    lines: [line],
  }
}

/** Long lines, and whatever hangs together with them. */
function connected(candidates: readonly FoundRuling[], point: number): FoundRuling[] {
  const kept = candidates.filter((r) => r.to - r.from >= ALONE * point)
  let waiting = candidates.filter((r) => r.to - r.from < ALONE * point)
  for (let grows = true; grows; ) {
    const joined = waiting.filter((r) => hangsTogether(r, kept, point))
    kept.push(...joined)
    waiting = waiting.filter((r) => !joined.includes(r))
    grows = joined.length > 0
  }
  return kept
}

/** Goes from ruling to ruling and is as thin as they are: a stroke of a seal seldom does, a character's never. */
function hangsTogether(r: FoundRuling, kept: readonly FoundRuling[], point: number): boolean {
  const length = r.to - r.from
  const isRow = length >= ROW * point
  const near = (isRow ? MEETING : TOUCHING) * point
  // The foot of a line of text goes nearly from ruling to ruling: what lies along the text meets both.
  const slack = isRow && r.direction === 'vertical' ? FADED * point : near
  const met = kept.filter(
    (k) =>
      k.direction !== r.direction &&
      k.from - near <= r.at &&
      r.at <= k.to + near &&
      r.from - slack <= k.at + k.thickness / 2 &&
      k.at - k.thickness / 2 <= r.to + slack &&
      r.thickness <= THICKER * k.thickness + 1,
  )
  if (met.length < 2) return false
  const first = met.reduce((a, b) => (b.at < a.at ? b : a))
  const last = met.reduce((a, b) => (b.at > a.at ? b : a))
  const gaps = [r.from - first.at - first.thickness / 2, last.at - last.thickness / 2 - r.to]
  // Behind the last ruling a stroke of some character may go on from it: it is cut off later.
  const isCell =
    last.at - first.at >= SHORTEST * point && gaps.some((gap) => Math.abs(gap) <= TOUCHING * point)
  return (isCell || last.at - first.at >= SPANNED * length) && Math.min(...gaps) <= near
}

/** Another part of the same line, in other rows. */
const isInLine = (other: FoundRuling, r: FoundRuling, point: number): boolean =>
  other.direction === r.direction &&
  length(other) >= TALL * point &&
  Math.abs(other.at - r.at) <= (other.thickness + r.thickness) / 2 + BOW * point

/** The rest of a table on another page may be one low row: two lines whose ends are joined, and others between them. */
function partsFramedRow(r: FoundRuling, found: readonly FoundRuling[], point: number): boolean {
  const [upper, lower] = [r.from, r.to].map((end) =>
    found.find(
      (k) => k.direction !== r.direction && length(k) >= ALONE * point && meets(k, end, r.at, point),
    ),
  )
  if (!upper || !lower) return false
  const isJoinedAt = (at: number): boolean =>
    found.some(
      (k) =>
        k.direction === r.direction &&
        Math.abs(k.at - at) <= MEETING * point &&
        meets(upper, k.from, k.at, point) &&
        meets(lower, k.to, k.at, point),
    )
  return (
    [upper.from - lower.from, upper.to - lower.to].every((d) => Math.abs(d) <= MEETING * point) &&
    isJoinedAt(upper.from) &&
    isJoinedAt(upper.to)
  )
}

/** Whether a line has another's end on it. */
const meets = (line: FoundRuling, end: number, at: number, point: number): boolean =>
  Math.abs(line.at - end) <= TOUCHING * point + line.thickness / 2 &&
  at >= line.from - MEETING * point &&
  at <= line.to + MEETING * point

/** Lines drawn side by side become one. */
function mergeDoubles(rulings: readonly FoundRuling[], point: number): FoundRuling[] {
  const merged: FoundRuling[] = []
  for (const r of [...rulings].sort((a, b) => a.at - b.at)) {
    const other = merged.find(
      (m) =>
        m.direction === r.direction &&
        Math.abs(m.at - r.at) <= DOUBLE * point + (m.thickness + r.thickness) / 2 &&
        m.from <= r.to + MEETING * point &&
        r.from <= m.to + MEETING * point,
    )
    if (!other) {
      merged.push({ ...r })
      continue
    }
    const overlap = Math.min(other.to, r.to) - Math.max(other.from, r.from)
    const lengths = other.to - other.from + r.to - r.from
    const low = Math.min(other.at - other.thickness / 2, r.at - r.thickness / 2)
    const high = Math.max(other.at + other.thickness / 2, r.at + r.thickness / 2)
    // Side by side they are as thick as both; end to end they only follow a bend.
    if (overlap > lengths / 4) {
      other.at = (low + high) / 2
      other.thickness = high - low
    } else other.at = (other.at * (other.to - other.from) + r.at * (r.to - r.from)) / lengths
    other.from = Math.min(other.from, r.from)
    other.to = Math.max(other.to, r.to)
    other.lines.push(...r.lines)
  }
  return merged
}
