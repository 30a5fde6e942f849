import type { ReadCharacter } from './engine.js'
import { settledAs, UNSURE } from './settled.js'

const SEPARATOR = /^[.,，．。、·]$/
const DIGIT = /^\d$/
const ZERO = /^[0０〇]$/
/** Of numbers in words: 二〇二六年. */
const NUMERAL = /^[〇一二三四五六七八九十]$/
const OPENING = /^[(（]$/
const CLOSING = /^[)）]$/

/**
 * Characters as they can only be printed, where ink alone leaves them open: between two digits a speck is a point or
 * a comma, and which of both its place in the figure tells. What was read stays among the alternatives.
 */
export function settleForms(line: readonly ReadCharacter[]): ReadCharacter[] {
  const out = line.map((c, i) => asZero(c, line[i - 1], line[i + 1]))
  for (let from = 0; from < out.length; ) {
    let to = from
    while (to < out.length && isPart(out, to)) to++
    if (to > from) {
      settleFigure(out, from, to)
      settleEnd(out, from, to)
    }
    from = Math.max(to, from + 1)
  }
  return out
}

/** A 〇 that stands in no number written in words is a 0, half or wholly as wide as high: how sure is said of all three. */
function asZero(c: ReadCharacter, before?: ReadCharacter, after?: ReadCharacter): ReadCharacter {
  const isZero = ({ text }: { text: string }): boolean => ZERO.test(text)
  if (!isZero(c) || [before, after].some((beside) => beside && NUMERAL.test(beside.text))) return c
  const same = c.alternatives.filter(isZero)
  const confidence = same.reduce((sum, a) => sum + a.confidence, c.confidence)
  const alternatives = c.alternatives.filter((a) => !isZero(a))
  return { ...c, text: '0', confidence: Math.min(1, confidence), alternatives }
}

/** A digit, or a separator with a digit on both sides. */
const isPart = (line: readonly ReadCharacter[], i: number): boolean => {
  const at = (k: number) => line[k]?.text ?? ''
  return DIGIT.test(at(i)) || (SEPARATOR.test(at(i)) && DIGIT.test(at(i - 1)) && DIGIT.test(at(i + 1)))
}

function settleFigure(line: ReadCharacter[], from: number, to: number): void {
  const separators: number[] = []
  for (let i = from; i < to; i++) if (SEPARATOR.test((line[i] as ReadCharacter).text)) separators.push(i)
  const last = separators.at(-1)
  if (last === undefined) return
  const groups = separators.map((s, k) => (separators[k + 1] ?? to) - s - 1)
  // 2.106.66: only the last of several can be the point, the others part thousands.
  separators.slice(0, -1).forEach((s, k) => {
    if (groups[k] === 3) become(line, s, ',')
  })
  // 1,234,56: what is followed by one or two digits parts no thousands.
  const decimals = groups.at(-1) as number
  if (decimals <= 2) become(line, last, '.')
}

/**
 * A last digit that touches the border of its cell loses its edge with it: a C where the decimals are one short, or a
 * bracket behind them that no other opens. What was lost there stays in doubt.
 */
function settleEnd(line: ReadCharacter[], from: number, to: number): void {
  const next = line[to]
  const point = line.slice(from, to).findLastIndex((c) => c.text === '.')
  if (!next || point < 0) return
  const decimals = to - from - point - 1
  const digit = next.alternatives.find((a) => DIGIT.test(a.text))
  if (decimals === 1 && digit && !DIGIT.test(next.text)) {
    become(line, to, digit.text)
    line[to] = { ...(line[to] as ReadCharacter), confidence: Math.min(next.confidence, UNSURE) }
  } else if (
    decimals > 1 &&
    CLOSING.test(next.text) &&
    !line.slice(0, from).some((c) => OPENING.test(c.text))
  ) {
    const last = line[to - 1] as ReadCharacter
    line.splice(to - 1, 2, { ...last, x1: next.x1, confidence: Math.min(last.confidence, UNSURE) })
  }
}

function become(line: ReadCharacter[], i: number, text: string): void {
  line[i] = settledAs(line[i] as ReadCharacter, text)
}
