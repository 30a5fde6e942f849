import { isFormHead } from '../../catalogue/index.js'
import type { Alternative, Glyph, Page } from '../../model/page.js'
import { aligned } from './alignment.js'
import { UNSURE } from './settled.js'

/** A layer with which fewer of our characters agree is of another page, shifted or garbage: it has no opinion. */
const AGREES = 0.75
/** What stands beside a line by no more than this share of its height belongs to it: layers are placed roughly. */
const BESIDE = 0.4
const MOST_RIVALS = 3
/** As likely as an unsure character that it takes the place of: the layer is read no better than the page. */
const RIVAL = UNSURE / 2

const DIGIT = /^\d$/
const MINUS = /^[-−–－]$/
/** What parts or begins a figure, and is lost in layers more often than on pages. */
const SEPARATOR = /^[.,]$/

/** A piece of text as it was read, and what a layer has in its place. */
interface Piece {
  ours: Glyph[]
  theirs: string[]
}

/**
 * A recognized page beside the invisible text that came with it. Where a figure or a head differs, its characters
 * become unsure and the other reading one of their alternatives; what agrees stays as it was.
 */
export function withSecondOpinion(page: Page, layer: readonly Glyph[]): Page {
  if (page.doubt || layer.length === 0) return page
  const pieces = piecesOf(page.glyphs).map((ours) => ({ ours, theirs: textAt(ours, layer) }))
  if (agreement(pieces, (text) => DIGIT.test(text)) >= AGREES)
    for (const p of pieces) p.ours = figuresWeighed(p)
  if (agreement(pieces, (text) => !DIGIT.test(text)) >= AGREES)
    for (const p of pieces) p.ours = headWeighed(p)
  return { ...page, glyphs: pieces.flatMap((p) => p.ours) }
}

/** Characters of one piece of text stand side by side and are equally high. */
function piecesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const pieces: Glyph[][] = []
  for (const g of glyphs) {
    const piece = pieces.at(-1)
    const last = piece?.at(-1)
    if (last && last.y0 === g.y0 && last.y1 === g.y1 && last.x0 <= g.x0) piece!.push(g)
    else pieces.push([g])
  }
  return pieces
}

/** Characters of the layer whose middle stands on a piece of text, from the left, in their plain forms. */
function textAt(piece: readonly Glyph[], layer: readonly Glyph[]): string[] {
  const [first, last] = [piece[0] as Glyph, piece.at(-1) as Glyph]
  const slack = BESIDE * (first.y1 - first.y0)
  return layer
    .filter((g) => {
      const [x, y] = [(g.x0 + g.x1) / 2, (g.y0 + g.y1) / 2]
      return y > first.y0 && y < first.y1 && x > first.x0 - slack && x < last.x1 + slack
    })
    .sort((a, b) => a.x0 - b.x0)
    .flatMap((g) => [...g.text.normalize('NFKC')])
}

/** Which share of our characters of a kind the layer has too. */
function agreement(pieces: readonly Piece[], isKind: (text: string) => boolean): number {
  let [agreed, all] = [0, 0]
  for (const { ours, theirs } of pieces) {
    all += ours.filter((g) => isKind(g.text)).length
    for (const { ours: i, theirs: j } of aligned(texts(ours), theirs))
      if (i !== undefined && j !== undefined && plain(ours[i]!.text) === theirs[j] && isKind(theirs[j]!))
        agreed++
  }
  return all === 0 ? 0 : agreed / all
}

const texts = (glyphs: readonly Glyph[]): string[] => glyphs.map((g) => plain(g.text))

/** A character in its plain form where that is one: （ and ( are printed for each other. */
const plain = (text: string): string => {
  const other = text.normalize('NFKC')
  return [...other].length === 1 ? other : text
}

/** Digits that are others in the layer, that it does not have, or beside which it has one more. */
function figuresWeighed({ ours, theirs }: Piece): Glyph[] {
  const out = [...ours]
  if (theirs.length === 0) return out
  const pairs = aligned(texts(ours), theirs)
  for (const [k, { ours: i, theirs: j }] of pairs.entries()) {
    const [mine, other] = [i === undefined ? '' : plain(ours[i]!.text), j === undefined ? '' : theirs[j]!]
    if (mine === other) continue
    if (i !== undefined && DIGIT.test(mine) && (DIGIT.test(other) || (other === '' && isWithin(pairs, k))))
      out[i] = doubted(out[i]!, other)
    else if (
      i === undefined &&
      (DIGIT.test(other) || isLostPoint(ours, theirs, j!) || isLostMinus(theirs, j!))
    ) {
      const [before, after] = [pairs[k - 1]?.ours, pairs[k + 1]?.ours]
      if (before !== undefined && DIGIT.test(ours[before]!.text))
        out[before] = doubted(out[before]!, ours[before]!.text + other)
      else if (after !== undefined && DIGIT.test(ours[after]!.text))
        out[after] = doubted(out[after]!, other + ours[after]!.text)
    }
  }
  return out
}

/** Whether what the layer does not have stands between what it has: at an end it may only stand aside. */
const isWithin = (pairs: readonly { theirs?: number }[], k: number): boolean =>
  pairs[k - 1]?.theirs !== undefined && pairs[k + 1]?.theirs !== undefined

/** A point before the last two digits of a figure that we read without any. */
const isLostPoint = (ours: readonly Glyph[], theirs: readonly string[], j: number): boolean =>
  theirs[j] === '.' &&
  DIGIT.test(theirs[j - 1] ?? '') &&
  DIGIT.test(theirs[j + 1] ?? '') &&
  !ours.some((g) => SEPARATOR.test(g.text))

const isLostMinus = (theirs: readonly string[], j: number): boolean =>
  MINUS.test(theirs[j]!) && j === 0 && DIGIT.test(theirs[j + 1] ?? '')

/** A piece of text that the layer has as another head of the forms. */
function headWeighed({ ours, theirs }: Piece): Glyph[] {
  const theirHead = theirs.join('')
  if (texts(ours).join('') === theirHead || !isFormHead(theirHead)) return ours
  return ours.map((g, i) => doubted(g, ours.length === theirs.length ? (theirs[i] as string) : g.text))
}

/** A character that is another in the layer. */
function doubted(g: Glyph, other: string): Glyph {
  const held = g.alternatives ?? []
  const likely = Math.max(RIVAL, held.find((a) => a.text === other)?.confidence ?? 0)
  const rivals: Alternative[] = [
    ...(g.text === other ? [] : [{ text: other, confidence: likely }]),
    ...held.filter((a) => a.text !== other),
  ]
  return {
    ...g,
    confidence: Math.min(g.confidence, UNSURE),
    alternatives: rivals.sort((a, b) => b.confidence - a.confidence).slice(0, MOST_RIVALS),
  }
}
