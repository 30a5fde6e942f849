import type { Glyph } from '../../model/page.js'
import { numberingOf } from '../../model/printed/list-number.js'

/** Type size of running text on the virtual page, points. */
export const BODY = 12
/** Line to line, in type sizes. */
export const LEADING = 1.5
/** Numbers and Latin words stay whole at line ends, as layout expects. */
const WORDS = /[\dA-Za-z.,%]+|./gsu
const SENTENCE_END = /[。；！？：:;]$/

/** Width of a character in type sizes: Han characters and their punctuation as wide as high, others half. */
export const advance = (character: string): number =>
  (character.codePointAt(0) as number) < 0x2000 ? 0.5 : 1

/** Width of a text in type sizes. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += advance(character)
  return width
}

/** The largest of any number of values: a call with 100,000 arguments overflows the stack. */
export const largest = (values: Iterable<number>): number => {
  let most = 0
  for (const value of values) most = Math.max(most, value)
  return most
}

/** The widest part of a text that a line end does not cut, in type sizes. */
export function widestWord(text: string): number {
  let widest = 0
  for (const [word] of text.matchAll(WORDS)) widest = Math.max(widest, widthOf(word))
  return widest
}

/** Breaks a text into lines of a width (type sizes); the first line is set in. */
export function wrap(text: string, width: number, indent = 0): string[] {
  const lines: string[] = []
  let line = ''
  let used = indent
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    // A word wider than a whole line (an address of the web) is cut.
    const parts = widthOf(word) > width ? [...word] : [word]
    for (const part of parts) {
      if (line !== '' && used + widthOf(part) > width) {
        // A list number at the start of a line after the end of a sentence would read as a new paragraph.
        const carried = numberingOf(text.slice(index)) ? (SENTENCE_END.exec(line)?.[0] ?? '') : ''
        lines.push(line.slice(0, line.length - carried.length))
        line = carried
        used = widthOf(carried)
      }
      if (line === '' && part.trim() === '') continue
      line += part
      used += widthOf(part)
    }
  }
  if (line !== '') lines.push(line)
  return lines
}

/** Glyphs of one line of text from its left end; spaces are gaps. */
export function glyphsOf(text: string, x: number, y: number, size: number, bold: boolean): Glyph[] {
  const glyphs: Glyph[] = []
  let at = x
  for (const character of text) {
    const next = at + advance(character) * size
    if (character.trim() !== '')
      // The page is known when its blocks are placed.
      glyphs.push({
        text: character,
        page: 0,
        x0: at,
        y0: y,
        x1: next,
        y1: y + size,
        size,
        bold,
        confidence: 1,
      })
    at = next
  }
  return glyphs
}
