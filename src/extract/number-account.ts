import type { Document } from '../model/document.js'
import type { LooseNumber, NumberReason } from '../model/filing.js'
import { bboxText } from '../model/geometry.js'
import type { Glyph } from '../model/page.js'
import { placeOf, slice, type Text } from '../model/text.js'
import { foldText } from './prose/fold.js'
import { numbersOf } from './prose/lexer.js'

/** A printed text whose numbers are understood to be no figures, and why. */
export interface Passed {
  text: Text
  reason: NumberReason
}

/** All printed numbers of a file, and those among them that no fact holds. */
export interface SettledNumbers {
  printed: number
  unbound: number
  loose: LooseNumber[]
}

/** A paper that is no filing owes no account. */
export const NO_NUMBERS: SettledNumbers = { printed: 0, unbound: 0, loose: [] }

/**
 * The account of every printed number: readers say which characters they bound to a fact and which they understood to
 * be none; what nobody answers for is unbound.
 */
export class NumberAccount {
  private readonly known = new Map<Glyph, NumberReason | 'fact'>()

  /** The characters of a figure that became a fact. */
  bind(raw: Text): void {
    for (const glyph of raw.glyphs) if (glyph) this.known.set(glyph, 'fact')
  }

  /** Characters that are no fact, and why; what a fact holds stays bound, the first reason stays. */
  explain(raw: Text, reason: NumberReason): void {
    for (const glyph of raw.glyphs) if (glyph && !this.known.has(glyph)) this.known.set(glyph, reason)
  }

  /** Goes through everything printed and asks of each number who answers for it. */
  settle(document: Document): SettledNumbers {
    const settled: SettledNumbers = { printed: 0, unbound: 0, loose: [] }
    for (const { text, reason } of printedTexts(document)) this.take(text, reason, settled)
    // Characters that layout lost are nobody's: each counts.
    for (const glyph of document.unplaced)
      if (/\d/.test(glyph.text)) this.take({ text: glyph.text, glyphs: [glyph] }, undefined, settled)
    return settled
  }

  private take(text: Text, everywhere: NumberReason | undefined, settled: SettledNumbers): void {
    // Most texts have no digit of any script.
    if (!/\p{N}/u.test(text.text)) return
    for (const token of numbersOf(foldText(text))) {
      const digits = slice(text, token.start, token.digitsEnd)
      const first = digits.glyphs.find((g, i) => g && /\d/.test(digits.text[i] as string))
      // A number that no character drew (a list number set by layout) is not printed.
      if (!first) continue
      settled.printed++
      const reason = this.known.get(first) ?? everywhere ?? token.form ?? ''
      if (reason === 'fact') continue
      if (reason === '') settled.unbound++
      const place = placeOf(digits)
      if (place)
        settled.loose.push({ page: place.page, bbox: bboxText(place.box), text: digits.text, reason })
    }
  }
}

/** Every text of a document with the reason that holds for all of it. */
function* printedTexts(document: Document): Generator<{ text: Text; reason?: NumberReason }> {
  for (const line of document.furniture) yield { text: line.text, reason: 'page-number' }
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      for (const text of block.captionTexts) yield { text, reason: 'caption' }
      for (const text of block.repeatedHeader) yield { text, reason: 'table-head' }
      for (const cell of block.cells) yield { text: cell.text }
    } else if (block.kind === 'heading') {
      yield { text: block.numberText, reason: 'list-number' }
      yield { text: block.title }
    } else if (block.role === 'body') yield { text: block.text }
    else yield { text: block.text, reason: block.role }
  }
}
