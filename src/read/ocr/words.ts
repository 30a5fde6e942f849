import { headMeant, standsInNames } from '../../catalogue/index.js'
import type { ReadCharacter } from './engine.js'
import { settledAs } from './settled.js'

/** Characters that print alike: what is read, and what may be printed. The recognizer is often sure of the wrong one. */
const LOOKALIKE: Readonly<Record<string, string>> = {
  人: '入',
  白: '自',
  山: '出',
  T: '工',
  I: '工',
  续: '绩',
  日: '目',
  月: '目',
  币: '市',
  文: '支',
  利: '和',
}
/** A stroke that is printed nowhere as a character of its own, and the mark that looks like it: 一、 opens a section. */
const STROKE: Readonly<Record<string, string>> = { 丶: '、' }
/** Less likely rivals name anything. */
const THINKABLE = 0.05
const DIGIT = /\d/
/** Characters read more surely are what is printed. */
const SURE = 0.8
/** Two characters set apart over a head, `收　入`, are no further apart than so many of them. */
const SPREAD = 8

/**
 * Lines with the characters that the field's names hold: one that stands beside its neighbours in no name becomes the
 * one that looks alike and does. Digits are never touched; what was read stays among the alternatives.
 */
export function settleWords(lines: readonly (readonly ReadCharacter[])[]): ReadCharacter[][] {
  const settled = lines.map((line) => asHead(line.map((c, i) => inWord(line[i - 1], c, line[i + 1]))))
  const alone = settled.flatMap((line, at) =>
    line.length === 1 ? [{ at, c: line[0] as ReadCharacter }] : [],
  )
  for (const { at, c } of alone) {
    const beside = alone.filter(({ c: o }) => o !== c && sameRow(c, o) && gap(c, o) < SPREAD * (c.y1 - c.y0))
    const before = beside.filter(({ c: o }) => o.x0 < c.x0).at(-1)?.c
    const after = beside.find(({ c: o }) => o.x0 > c.x0)?.c
    settled[at] = [inWord(before, c, after)]
  }
  return settled
}

function inWord(
  before: ReadCharacter | undefined,
  c: ReadCharacter,
  after: ReadCharacter | undefined,
): ReadCharacter {
  if (DIGIT.test(c.text)) return c
  const mark = STROKE[c.text]
  if (mark) return settledAs(c, mark)
  const pairsWith = (text: string): boolean =>
    standsInNames(`${before?.text}${text}`) || standsInNames(`${text}${after?.text}`)
  if (pairsWith(c.text)) return c
  const rivals = c.alternatives.filter((a) => a.confidence >= THINKABLE).map((a) => a.text)
  const meant = [...rivals, LOOKALIKE[c.text] ?? ''].find(
    (text) => text.length === 1 && !DIGIT.test(text) && pairsWith(text),
  )
  return meant ? settledAs(c, meant) : c
}

/** A line as the one head of a form that it may be, where characters read surely leave one: those changed stay unsure. */
function asHead(line: ReadCharacter[]): ReadCharacter[] {
  const head = headMeant(
    line.map((c) => c.text),
    (i) => (line[i] as ReadCharacter).confidence >= SURE || DIGIT.test((line[i] as ReadCharacter).text),
  )
  const printed = [...(head ?? '')]
  return head ? line.map((c, i) => settledAs(c, printed[i] as string)) : line
}

const sameRow = (a: ReadCharacter, b: ReadCharacter): boolean =>
  Math.abs(a.y0 + a.y1 - b.y0 - b.y1) / 2 < (a.y1 - a.y0) / 2

const gap = (a: ReadCharacter, b: ReadCharacter): number => Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1)
