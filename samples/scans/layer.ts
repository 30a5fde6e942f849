import type { Glyph } from '../../src/model/page.js'
import type { Random } from '../generator/random.js'
import type { LayerCharacter } from './picture-pdf.js'

/** How well a scanning program read what it lays beneath the picture; `` is no layer. */
export const LAYERS = ['', 'right', 'digit', 'garbage', 'shifted'] as const
export type Layer = (typeof LAYERS)[number]

/** Half the way to the next line, in heights of the type. */
const HALF_A_LINE = 0.8
const GARBAGE = '口曰丨乂士卜冂廿8B0Ol1I~·'

/** The invisible text of a page: as printed, with one digit wrong, with nothing right, or half a line too low. */
export function layerBeneath(glyphs: readonly Glyph[], layer: Layer, random: Random): LayerCharacter[] {
  const characters = glyphs.map((g) => ({
    text: g.text,
    x: g.x0,
    y: g.y0,
    size: g.y1 - g.y0,
    hidden: true,
  }))
  switch (layer) {
    case 'right':
      return characters
    case 'digit': {
      const digits = characters.filter((c, i) => isInAmount(glyphs, i) && /\d/.test(c.text))
      const wrong = random.pick(digits.length > 0 ? digits : characters)
      return characters.map((c) => (c === wrong ? { ...c, text: otherDigit(c.text, random) } : c))
    }
    case 'garbage':
      return characters.map((c) => ({ ...c, text: random.pick([...GARBAGE]) }))
    case 'shifted':
      return characters.map((c) => ({ ...c, y: c.y + HALF_A_LINE * c.size }))
    default:
      return []
  }
}

/** Whether the next point or comma is at most three characters away: page numbers and years have none. */
const isInAmount = (glyphs: readonly Glyph[], i: number): boolean =>
  /^\d{1,3}[.,]\d/.test(
    glyphs
      .slice(i, i + 5)
      .map((g) => g.text)
      .join(''),
  )

const otherDigit = (digit: string, random: Random): string =>
  String((Number(digit) + random.between(1, 9)) % 10)
