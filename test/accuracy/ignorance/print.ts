// The words of a print, where they stand, and the same print with other words in their place.
import type { Document } from '../../../src/model/document.js'
import type { Glyph, Page } from '../../../src/model/page.js'
import { filterText, type Text } from '../../../src/model/text.js'

/** Where a word is made unknown. */
export const SPOTS = ['title', 'head', 'row', 'heading', 'prose'] as const
export type Spot = (typeof SPOTS)[number]

/** A printed text without spaces and quotes, half-width. */
export interface Printed {
  spot: Spot
  text: Text
}

/** Characters that stand in no word of the catalogue. */
const UNKNOWN = [...'鹭鹮鸬鹚獬豸貔貅麒麟鸳鸯鹧鸪獐麂狻猊']
const HAN = /\p{Script=Han}/u

/** Everything printed but the cover, the contents and page furniture. */
export function printedTexts(document: Document): Printed[] {
  return document.blocks
    .flatMap((block): Printed[] => {
      if (block.kind === 'heading') return [{ spot: 'heading', text: block.title }]
      if (block.kind === 'paragraph')
        return block.role === 'body' ? [{ spot: 'prose', text: block.text }] : []
      return [
        ...block.captionTexts.map((text) => ({ spot: 'title' as const, text })),
        ...block.repeatedHeader.map((text) => ({ spot: 'head' as const, text })),
        ...block.cells.map(
          ({ row, text }): Printed => ({
            spot: row < block.headerRows ? 'head' : 'row',
            text,
          }),
        ),
      ]
    })
    .map(({ spot, text }) => ({ spot, text: plain(text) }))
    .filter(({ text }) => HAN.test(text.text))
}

function plain(text: Text): Text {
  const kept = filterText(text, (char) => !/[\s“”"'‘’「」《》＂]/.test(char))
  const half = [...kept.text].map((char) =>
    char.normalize('NFKC').length === char.length ? char.normalize('NFKC') : char,
  )
  return { text: half.join(''), glyphs: kept.glyphs }
}

/** Gives each glyph of a word another character; `undefined` where the word does not stand there. */
export function unknownFor(
  word: string,
  printed: readonly Printed[],
  spot: Spot | 'all',
  isWhole: boolean,
): Map<Glyph, string> {
  const other = new Map<Glyph, string>()
  for (const { spot: own, text } of printed) {
    if (spot !== 'all' && own !== spot) continue
    if (isWhole && text.text !== word) continue
    for (let at = text.text.indexOf(word); at >= 0; at = text.text.indexOf(word, at + word.length))
      for (let i = 0; i < word.length; i++) {
        const glyph = text.glyphs[at + i]
        if (glyph && HAN.test(word[i] as string)) other.set(glyph, unknownSign(i))
      }
  }
  return other
}

const unknownSign = (i: number): string => UNKNOWN[i % UNKNOWN.length] as string

/** A text as it was printed before, where it was made unknown by one word. */
export const asPrinted = (text: string, word: string): string =>
  [...text].map((char) => (UNKNOWN.includes(char) ? (word[UNKNOWN.indexOf(char)] ?? char) : char)).join('')

export const withOther = (pages: readonly Page[], other: ReadonlyMap<Glyph, string>): Page[] =>
  pages.map((page) => ({
    ...page,
    glyphs: page.glyphs.map((glyph) => {
      const text = other.get(glyph)
      return text === undefined ? glyph : { ...glyph, text }
    }),
  }))
