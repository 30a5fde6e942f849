import type { Alternative } from '../../../model/page.js'
import type { ReadCharacter } from '../engine.js'
import type { Gray, PixelBox } from '../picture.js'
import { inkSpans, type Span, spansAround, touching } from '../spans.js'
import type { TessSymbol } from './hocr.js'
import type { LinePicture } from './line-picture.js'

/** A rival so many points behind is e times less likely. */
const POINTS = 20
/** Tesseract's sureness of a symbol that is nothing, and of one that is as good as certain. */
const NOTHING = 88
const CERTAIN = 98.5
/** A rival without a score was looked at, and is not ruled out. */
const UNSCORED = 0.02
const MOST_ALTERNATIVES = 3

/** A reading of a line without its places. */
export type Reading = Pick<ReadCharacter, 'text' | 'confidence' | 'alternatives'>[]

/** Characters with their confidence: how sure the network is, less what speaks for rivals. */
export const readingOf = (symbols: readonly TessSymbol[]): Reading => symbols.map(characterOf)

function characterOf({ text, sureness, choices }: TessSymbol): Reading[number] {
  const own = choices.find((c) => c.text === text)?.score ?? 0
  const rivals = new Map<string, number>()
  for (const { text: other, score } of choices)
    if (other.trim() !== '' && other !== text && !rivals.has(other))
      rivals.set(other, score > 0 ? Math.exp((score - own) / POINTS) : UNSCORED)
  const all = 1 + [...rivals.values()].reduce((sum, r) => sum + r, 0)
  const sure = Math.min(1, Math.max(0, (sureness - NOTHING) / (CERTAIN - NOTHING)))
  return {
    text,
    confidence: sure / all,
    alternatives: [...rivals]
      .map(([rival, r]): Alternative => ({ text: rival, confidence: (sure * r) / all }))
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, MOST_ALTERNATIVES),
  }
}

/** Characters of a line in their places on the sheet. */
export function charactersOf(
  reading: Reading,
  symbols: readonly TessSymbol[],
  line: LinePicture,
  ink: Gray,
  box: PixelBox,
): ReadCharacter[] {
  const spans = spansOf(reading.length, symbols, line, ink, box)
  return reading.flatMap((character, i) => {
    const [x0, x1] = spans[i]!
    return split({ ...character, x0, x1, y0: box.y0, y1: box.y1 })
  })
}

/** Tesseract's own boxes are rough: where the ink falls into as many pieces as there are characters, each has its own. */
function spansOf(
  count: number,
  symbols: readonly TessSymbol[],
  line: LinePicture,
  ink: Gray,
  box: PixelBox,
): Span[] {
  const pieces = inkSpans(ink, box)
  if (pieces.length === count) return touching(pieces, box)
  if (symbols.length !== count) return spansAround(evenly(count, box), ink, box)
  let last = box.x0
  const middles = symbols.map(({ x0, x1 }) => {
    const middle = line.left + (x0 + x1) / 2 / line.scale
    last = Math.min(box.x1, Math.max(last, middle))
    return last
  })
  return spansAround(middles, ink, box)
}

const evenly = (count: number, { x0, x1 }: PixelBox): number[] =>
  Array.from({ length: count }, (_, i) => x0 + ((i + 0.5) * (x1 - x0)) / count)

/** A symbol of several characters shares its box among them. */
function split(character: ReadCharacter): ReadCharacter[] {
  const points = [...character.text]
  if (points.length === 1) return [character]
  const width = (character.x1 - character.x0) / points.length
  return points.map((text, i) => ({
    ...character,
    text,
    alternatives: [],
    x0: character.x0 + i * width,
    x1: character.x0 + (i + 1) * width,
  }))
}
