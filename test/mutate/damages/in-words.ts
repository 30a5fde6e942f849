import type { Random } from '../../../samples/generator/random.js'
import type { Glyph } from '../../../src/model/page.js'
import { isDigit, isHan, lookAlikes, piecesOf } from './characters.js'
import type { Place } from './places.js'

/** Of the recognizer where it is sure of what is wrong, and where it is not. */
const SURELY = 0.98
const UNSURELY = 0.6
/** How likely it holds what is printed then. */
const RIVAL = 0.3

/** What is read in place of some glyphs; undefined where this damage does not fit them. */
export type WordDamage = (glyphs: readonly Glyph[], random: Random, sure: boolean) => Glyph[] | undefined

const readAs = (printed: Glyph, text: string, sure: boolean): Glyph => ({
  ...printed,
  text,
  confidence: sure ? SURELY : UNSURELY,
  alternatives: sure ? [] : [{ text: printed.text, confidence: RIVAL }],
})

/** One of the glyphs that can be damaged so becomes others. */
const atOne =
  (fits: (g: Glyph) => boolean, become: (g: Glyph, random: Random, sure: boolean) => Glyph[]): WordDamage =>
  (glyphs, random, sure) => {
    const usable = glyphs.flatMap((g, i) => (fits(g) ? [i] : []))
    if (usable.length === 0) return undefined
    const at = random.pick(usable)
    return glyphs.flatMap((g, i) => (i === at ? become(g, random, sure) : [g]))
  }

const isWord = ({ text }: Glyph): boolean => isHan(text)
const isNumeral = ({ text }: Glyph): boolean => isDigit(text)
const middle = (g: Glyph): number => (g.x0 + g.x1) / 2

const cutOff = atOne(isWord, (g, random, sure) => {
  const [left, right] = piecesOf(g.text)
  return random.next() < 0.5
    ? [{ ...readAs(g, left, sure), x1: middle(g) }]
    : [{ ...readAs(g, right, sure), x0: middle(g) }]
})

const inPieces = atOne(isWord, (g, _, sure) => {
  const [left, right] = piecesOf(g.text)
  return [
    { ...readAs(g, left, sure), x1: middle(g) },
    { ...readAs(g, right, sure), x0: middle(g) },
  ]
})

/** Two boxes that overlap, each read as the whole. */
const doubled =
  (fits: (g: Glyph) => boolean): WordDamage =>
  (glyphs, random, sure) =>
    atOne(fits, (g) => {
      const width = g.x1 - g.x0
      return [
        { ...readAs(g, g.text, sure), x1: g.x1 - 0.3 * width },
        {
          ...readAs(g, g.text, sure),
          x0: g.x0 + 0.3 * width,
          alternatives: sure ? [] : [{ text: '', confidence: RIVAL }],
        },
      ]
    })(glyphs, random, sure)

const lost = (fits: (g: Glyph) => boolean) => atOne(fits, () => [])
const swapped = atOne(
  (g) => isWord(g) && lookAlikes(g.text).length > 0,
  (g, random, sure) => [readAs(g, random.pick(lookAlikes(g.text)), sure)],
)
const otherDigit = atOne(isNumeral, (g, random, sure) => [
  readAs(g, String((Number(g.text) + random.between(1, 9)) % 10), sure),
])
const wholeLost: WordDamage = () => []
const ofText =
  (printed: string, text: string): WordDamage =>
  (glyphs, random, sure) =>
    atOne(
      (g) => g.text === printed,
      (g) => (text === '' ? [] : [readAs(g, text, sure)]),
    )(glyphs, random, sure)

/** Two neighbours in each other's place. */
const turnedRound: WordDamage = (glyphs, random, sure) => {
  const usable = glyphs.flatMap((g, i) => (i > 0 && glyphs[i - 1]?.text !== g.text ? [i] : []))
  if (usable.length === 0) return undefined
  const at = random.pick(usable)
  return glyphs.map((g, i) => {
    const other = i === at ? glyphs[at - 1] : i === at - 1 ? glyphs[at] : undefined
    return other ? readAs(g, other.text, sure) : g
  })
}

/** A last digit of a year as a neighbouring year, or as a round one, has it. */
const otherYear: WordDamage = (glyphs, random, sure) => {
  const last = glyphs.at(-1)
  if (!last || !isNumeral(last)) return undefined
  const digits = [Number(last.text) + 1, Number(last.text) - 1, 0, 6].map((d) => String((d + 10) % 10))
  return [...glyphs.slice(0, -1), readAs(last, random.pick(digits.filter((d) => d !== last.text)), sure)]
}

/** `— 8 —` as `-1丨`. */
const asStrokes: WordDamage = (glyphs, _, sure) =>
  glyphs.map((g, i) => readAs(g, isNumeral(g) ? '1' : i === 0 ? '-' : '丨', sure))

/** A speck beside a number: one digit more. */
const oneMore: WordDamage = (glyphs, random, sure) =>
  atOne(isNumeral, (g) => [
    { ...readAs(g, String(random.between(1, 9)), sure), x0: 2 * g.x0 - g.x1, x1: g.x0 },
    g,
  ])(glyphs, random, sure)

const ANY_WORD = {
  'character cut off': cutOff,
  'character doubled': doubled(isWord),
  'character lost': lost(isWord),
  'character in two pieces': inPieces,
  'look-alike': swapped,
  'all lost': wholeLost,
}

/** What a recognizer does to each kind of words. */
export const WORD_DAMAGES: Readonly<Record<Place, Readonly<Record<string, WordDamage>>>> = {
  head: ANY_WORD,
  title: ANY_WORD,
  heading: ANY_WORD,
  owner: ANY_WORD,
  name: ANY_WORD,
  'unit line': {
    ...ANY_WORD,
    '万 lost': ofText('万', ''),
    '元 lost': ofText('元', ''),
    '万 as 方': ofText('万', '方'),
    '元 as 无': ofText('元', '无'),
    'turned round': turnedRound,
  },
  'page number': {
    'as strokes': asStrokes,
    'as a letter': atOne(isNumeral, (g, _, sure) => [readAs(g, 'B', sure)]),
    'one digit more': oneMore,
    'other digit': otherDigit,
    'all lost': wholeLost,
  },
  year: { 'other year': otherYear, 'digit lost': lost(isNumeral), 'digit doubled': doubled(isNumeral) },
  code: {
    'other digit': otherDigit,
    'digit lost': lost(isNumeral),
    'digit doubled': doubled(isNumeral),
    'all lost': wholeLost,
  },
}
