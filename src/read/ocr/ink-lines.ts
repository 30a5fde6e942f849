import { charactersOf } from './ink-characters.js'
import { InkGroups } from './ink-groups.js'
import { inkThreshold } from './ink-threshold.js'
import type { Gray, PixelBox } from './picture.js'
import { findBlobs } from './pixels/blobs.js'

/** Pieces of one character, or of neighbours, are no further apart than this part of their height. */
const NEAR = 0.55
/** Characters of one piece of text are no further apart: after `，` stands half an em, around `（` another half. */
const WITHIN_TEXT = 1.15
/** What stands in one line overlaps by this part of the lower of the two. */
const OVERLAP = 0.5
/** The same for points and commas beside something high. */
const HANGING = 0.25
/** Digits and commas together are this much higher than the digits alone; two rows are twice as high. */
const ONE_ROW = 1.4
/** A Chinese character is so much wider than the digits that set a page's measure; upper and lower part make it as high. */
const ONE_CHARACTER = 1.6
/** Smaller than this part of the text's height, and alone: a speck. */
const SPECK = 0.35
/** Fewer dark pixels than this are dust wherever they are; the point of small type has six at 200 dpi. */
const LEAST_INK = 4
/** Between two rows that touch here and there stands less than this part of the ink of a row of pixels. */
const VALLEY = 0.12

/** A connected piece of ink: a stroke, a digit, part of a Chinese character. */
interface InkPiece extends PixelBox {
  /** Number of dark pixels. */
  ink: number
}

/** A growing piece of text. */
interface Text extends PixelBox {
  /** Height of its highest piece: of its characters, unless they are all points and strokes. */
  tall: number
  /** Width of its widest piece: a flat stroke is as wide as its character is high. */
  wide: number
}

/**
 * Boxes of the pieces of text on a sheet of dark ink on white, straight and without ruling lines. Wide gaps part
 * neighbouring cells; the point and the comma stay with their figure.
 */
export function findInkLines(sheet: Gray): PixelBox[] {
  const threshold = inkThreshold(sheet)
  const all = inkPieces(sheet, threshold)
  const em = typicalHeight(all)
  if (em === 0) return []
  const pieces = all.filter((p) => !isDrawing(p, em))
  let texts = joined(pieces.map(textOf), em, NEAR)
  // What has neighbours keeps to its row; characters that stand alone are put together here.
  texts = charactersOf(texts, em, oneCharacter)
  texts = stacked(texts, em, 3 * em)
  texts = joined(texts, em, WITHIN_TEXT)
  // Once more: 一 and 、 do not overlap, but both belong to what follows them.
  texts = joined(texts, em, WITHIN_TEXT)
  texts = stacked(texts, em, sheet.width)
  return texts.filter((t) => !isSpeck(t, em)).flatMap((t) => parted(t, sheet, threshold, em))
}

function inkPieces(sheet: Gray, threshold: number): InkPiece[] {
  const { count, x0, y0, x1, y1, area } = findBlobs(sheet, threshold)
  const pieces: InkPiece[] = []
  for (let i = 0; i < count; i++)
    if (area[i]! >= LEAST_INK) pieces.push({ x0: x0[i]!, y0: y0[i]!, x1: x1[i]!, y1: y1[i]!, ink: area[i]! })
  return pieces
}

const textOf = ({ x0, y0, x1, y1 }: InkPiece): Text => ({ x0, y0, x1, y1, tall: y1 - y0, wide: x1 - x0 })

/** Height of most of the text: the median over pieces that may be characters, large ones counting more. */
function typicalHeight(pieces: readonly InkPiece[]): number {
  const heights = pieces
    .map((p) => ({ height: p.y1 - p.y0, width: p.x1 - p.x0 }))
    .filter(({ height, width }) => height >= 7 && height <= 150 && width <= 2 * height && height <= 4 * width)
    .sort((a, b) => a.height - b.height)
  const weight = heights.reduce((sum, p) => sum + p.height, 0)
  let below = 0
  for (const { height } of heights) {
    below += height
    if (below >= weight / 2) return height
  }
  return 0
}

/** Rests of ruling lines and frames, pictures, shadows of the book's fold. */
const isDrawing = ({ x0, y0, x1, y1, ink }: InkPiece, em: number): boolean => {
  const [width, height] = [x1 - x0, y1 - y0]
  if (height > 2.2 * em && width < 0.4 * em) return true
  if (width > 6 * em && height < 0.3 * em) return true
  if (height > 8 * em || (width > 12 * em && height > 3 * em)) return true
  return height > 3 * em && ink < 0.04 * width * height
}

/** Dust: no character, and no dash in an empty cell. */
const isSpeck = ({ x0, y0, x1, y1 }: Text, em: number): boolean =>
  y1 - y0 < SPECK * em && (x1 - x0 < SPECK * em || x1 - x0 > 4 * em)

/** Joins what stands side by side in one line, nearest first, across gaps up to `reach` times the height. */
function joined(texts: readonly Text[], em: number, reach: number): Text[] {
  const groups = new InkGroups(texts, grown)
  const sorted = [...texts.keys()].sort((a, b) => texts[a]!.x0 - texts[b]!.x0)
  const bands = new Bands(texts, em)
  const pairs: { a: number; b: number; gap: number }[] = []
  for (const b of sorted) {
    const right = texts[b]!
    bands.visit(right, (a) => {
      const left = texts[a]!
      const gap = right.x0 - left.x1
      if (gap <= reach * sizeOf(left, right, em)) pairs.push({ a, b, gap })
      // What ended long ago reaches nothing that is still to come.
      return gap <= reach * Math.max(em * 1.2, left.tall) * 2
    })
    bands.add(b)
  }
  pairs.sort((p, q) => p.gap - q.gap)
  for (const { a, b, gap } of pairs) {
    const size = sizeOf(texts[a]!, texts[b]!, em)
    groups.join(
      a,
      b,
      // Small print beside a heading keeps to its own measure.
      (left, right) =>
        sameRow(left, right, em) && gap <= reach * Math.max(size, Math.min(left.tall, right.tall)),
    )
  }
  return groups.all()
}

/** What a gap is measured by: the higher of two, since points and strokes are low; all are at least of the page's type. */
const sizeOf = (a: Text, b: Text, em: number): number => {
  const tall = Math.max(a.tall, b.tall)
  return tall < 0.7 * em ? em * 0.9 : tall
}

/** Texts that have begun, by horizontal bands, to find the left neighbours of one that comes. */
class Bands {
  private readonly rows = new Map<number, number[]>()
  private readonly height: number
  private readonly seen: Uint32Array
  private turn = 0

  constructor(
    private readonly texts: readonly Text[],
    em: number,
  ) {
    this.height = em
    this.seen = new Uint32Array(texts.length)
  }

  add(index: number): void {
    const { y0, y1 } = this.texts[index]!
    for (let row = Math.floor(y0 / this.height); row <= Math.floor(y1 / this.height); row++) {
      const list = this.rows.get(row)
      if (list) list.push(index)
      else this.rows.set(row, [index])
    }
  }

  /** Calls for everything in the same bands; what answers false is forgotten. */
  visit({ y0, y1 }: PixelBox, call: (index: number) => boolean): void {
    this.turn++
    for (let row = Math.floor(y0 / this.height); row <= Math.floor(y1 / this.height); row++) {
      const list = this.rows.get(row)
      if (!list) continue
      let kept = 0
      for (const index of list) {
        if (this.seen[index] === this.turn || call(index)) list[kept++] = index
        this.seen[index] = this.turn
      }
      list.length = kept
    }
  }
}

/** Two pieces of text as one. */
const grown = (a: Text, b: Text): Text => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
  tall: Math.max(a.tall, b.tall),
  wide: Math.max(a.wide, b.wide),
})

/** Pieces of one character are as high and wide as it is. */
const oneCharacter = (a: Text, b: Text): Text => {
  const { x0, y0, x1, y1 } = grown(a, b)
  return { x0, y0, x1, y1, tall: y1 - y0, wide: x1 - x0 }
}

/** Whether two texts side by side are of one row: they overlap, and together are no higher than a row. */
function sameRow(a: Text, b: Text, em: number): boolean {
  const [ha, hb] = [a.y1 - a.y0, b.y1 - b.y0]
  const overlap = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)
  const together = Math.max(a.y1, b.y1) - Math.min(a.y0, b.y0)
  const row = Math.max(ha, hb, em)
  if (together > ONE_ROW * row) return false
  // A comma stands above the first strokes of the next row, not beside them.
  const across = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)
  if (across > 0 && overlap < OVERLAP * Math.min(ha, hb)) return false
  // Half of a comma hangs below its figure.
  const least = Math.min(ha, hb) < 0.5 * em && Math.max(ha, hb) > 0.6 * em ? HANGING : OVERLAP
  return overlap >= least * Math.min(ha, hb)
}

/**
 * Joins what stands above each other within the height of one character: the strokes of 二, the dots of `：`, roofs and
 * feet of characters. Rows of text are higher than that together. `widest`: no text wider than this takes others in.
 */
function stacked(texts: readonly Text[], em: number, widest: number): Text[] {
  const result: Text[] = []
  const order = [...texts].sort((a, b) => b.y1 - b.y0 - (a.y1 - a.y0) || b.x1 - b.x0 - (a.x1 - a.x0))
  const bands = new Map<number, Text[]>()
  const rowsOf = ({ y0, y1 }: PixelBox) => [Math.floor(y0 / em) - 1, Math.floor(y1 / em) + 1] as const
  const register = (t: Text) => {
    const [from, to] = rowsOf(t)
    for (let row = from; row <= to; row++) {
      const list = bands.get(row)
      if (list) list.push(t)
      else bands.set(row, [t])
    }
  }
  for (const text of order) {
    const home = hostOf(text, bands.get(Math.floor((text.y0 + text.y1) / 2 / em)) ?? [], em)
    if (home) Object.assign(home, grown(home, text))
    else {
      const own = { ...text }
      result.push(own)
      if (own.x1 - own.x0 <= widest) register(own)
    }
  }
  return result
}

/** The text that a low piece above or below belongs to. */
function hostOf(low: Text, candidates: readonly Text[], em: number): Text | undefined {
  let best: Text | undefined
  let least = Number.POSITIVE_INFINITY
  for (const host of candidates) {
    const across = Math.min(low.x1, host.x1) - Math.max(low.x0, host.x0)
    if (across < 0.5 * Math.min(low.x1 - low.x0, host.x1 - host.x0)) continue
    const together = Math.max(low.y1, host.y1) - Math.min(low.y0, host.y0)
    const height = host.y1 - host.y0
    const width = Math.min(host.wide, 3 * em)
    const isPart = low.y1 - low.y0 > SPECK * em && width >= height && width <= ONE_CHARACTER * em
    const allowed = Math.max(
      1.15 * height,
      1.35 * em,
      height < 0.5 * width ? width : isPart ? 1.05 * width : 0,
    )
    if (together > allowed) continue
    // A row of low letters is no part of the row above it.
    if (low.y1 - low.y0 > 0.75 * em && together > 1.05 * height) continue
    const gap = Math.max(0, Math.max(low.y0, host.y0) - Math.min(low.y1, host.y1))
    if (gap < least) {
      least = gap
      best = host
    }
  }
  return best
}

/** Parts two rows that hang together by blurred ink: hardly anything stands in the middle of a box too high. */
function parted(box: PixelBox, sheet: Gray, threshold: number, em: number): PixelBox[] {
  const { x0, y0, x1, y1 } = box
  const height = y1 - y0
  if (height < 1.7 * em || x1 - x0 < 2 * height) return [{ x0, y0, x1, y1 }]
  const profile = new Uint32Array(height)
  for (let y = 0; y < height; y++)
    for (let x = x0, row = (y0 + y) * sheet.width; x < x1; x++)
      if (sheet.data[row + x]! < threshold) profile[y]!++
  let valley = Math.round(height * 0.3)
  for (let y = valley; y < height * 0.7; y++) if (profile[y]! < profile[valley]!) valley = y
  const mean = profile.reduce((sum, n) => sum + n, 0) / height
  if (profile[valley]! > VALLEY * mean) return [{ x0, y0, x1, y1 }]
  const upper = tight({ x0, y0, x1, y1: y0 + valley }, sheet, threshold)
  const lower = tight({ x0, y0: y0 + valley + 1, x1, y1 }, sheet, threshold)
  return [upper, lower].filter((b) => b.y1 - b.y0 > SPECK * em)
}

/** The box shrunk to its ink. */
function tight({ x0, y0, x1, y1 }: PixelBox, { width, data }: Gray, threshold: number): PixelBox {
  const box = { x0: x1, y0: y1, x1: x0, y1: y0 }
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++)
      if (data[y * width + x]! < threshold) {
        box.x0 = Math.min(box.x0, x)
        box.x1 = Math.max(box.x1, x + 1)
        box.y0 = Math.min(box.y0, y)
        box.y1 = Math.max(box.y1, y + 1)
      }
  return box
}
