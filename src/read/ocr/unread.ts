import type { ReadCharacter } from './engine.js'
import { UNSURE } from './settled.js'

/** Digits of one figure are set equally wide: one that takes so much more room stands where two are printed. */
const TWO_IN_ONE = 1.4
/** Fewer digits do not tell how wide a digit is. */
const FEWEST = 4

const DIGIT = /^\d$/

/** Characters with the confidence of those lowered that take the room of two: a digit between them went unread. */
export function doubtUnread(line: readonly ReadCharacter[]): ReadCharacter[] {
  const widths = line.filter((c) => DIGIT.test(c.text)).map((c) => c.x1 - c.x0)
  if (widths.length < FEWEST) return [...line]
  const usual = widths.sort((a, b) => a - b)[widths.length >> 1] as number
  return line.map((c, i) => {
    const inFigure =
      DIGIT.test(c.text) || (DIGIT.test(line[i - 1]?.text ?? '') && DIGIT.test(line[i + 1]?.text ?? ''))
    return inFigure && c.x1 - c.x0 > TWO_IN_ONE * usual && c.confidence > UNSURE
      ? { ...c, confidence: UNSURE }
      : c
  })
}
