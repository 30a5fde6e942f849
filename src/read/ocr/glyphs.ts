import type { Glyph } from '../../model/page.js'
import type { ReadCharacter } from './engine.js'

/** Share of the type size that ink covers: a Chinese character nearly all of it, a digit or capital less. */
const IDEOGRAPH_INK = 0.9
const DIGIT_INK = 0.7
/** Where a digit stands in the type's square, from the top. */
const DIGIT_TOP = 0.17

const IDEOGRAPH = /\p{Script=Han}/u
/** Characters whose ink is lower than a line of type: a line of these alone tells no size. */
const LOW = /^[一—\-－_.,、，。·…~=:：;；]$/

/**
 * Characters of one recognized line as glyphs in points. All get the height of the line's type,
 * as in a text layer: a point is as high as the digits beside it.
 */
export function glyphsOf(
  line: readonly ReadCharacter[],
  page: number,
  pointsPerPixel: number,
  usual: number,
): Glyph[] {
  const first = line[0]
  if (!first) return []
  const telling = line.some((c) => !LOW.test(c.text))
  const ink = (first.y1 - first.y0) * pointsPerPixel
  const chinese = line.some((c) => IDEOGRAPH.test(c.text) && c.text !== '一')
  const size = telling ? ink / (chinese ? IDEOGRAPH_INK : DIGIT_INK) : Math.max(usual, ink)
  const middle = ((first.y0 + first.y1) / 2) * pointsPerPixel
  const top = chinese || !telling ? middle - size / 2 : first.y0 * pointsPerPixel - size * DIGIT_TOP
  return line.map((c) => ({
    text: c.text,
    page,
    x0: c.x0 * pointsPerPixel,
    y0: top,
    x1: c.x1 * pointsPerPixel,
    y1: top + size,
    size,
    bold: false,
    confidence: c.confidence,
    alternatives: c.alternatives,
  }))
}
