import { UNSURE } from '../settled.js'
import type { Decoded } from './ctc.js'

/** All that a figure is printed with; the first is the blank. */
const FIGURE_CHARACTERS = ['', ...'0123456789.,-']
/** An amount as it is printed, whichever of point and comma its specks are. */
const AMOUNT = /^-?\d{1,3}(?:[.,]\d{3})*[.,]\d{1,2}$/
/** A letter that is read more surely stands there. */
const SURE_LETTER = 0.8
/** Fewer digits make no amount. */
const FEWEST = 3

/** The classes of a network's dictionary that figures are printed with. */
export const figureClasses = (keys: readonly string[]): number[] =>
  FIGURE_CHARACTERS.map((character) => keys.indexOf(character)).filter((at) => at >= 0)

/**
 * An amount in small or blurred type, where some strokes were taken for letters (582,836.UC), is read once more with
 * nothing but figures allowed. Where both readings differ it stays in doubt.
 * @param again reads the same line, figures alone.
 */
export function secondLook(line: Decoded[], again: () => Decoded[]): Decoded[] {
  if (!isSpoiltAmount(line)) return line
  const second = again()
  if (!AMOUNT.test(textOf(second))) return line
  return second.map((c, i) => {
    const isAgreed = second.length === line.length && c.text === line[i]?.text
    return isAgreed ? c : { ...c, confidence: Math.min(c.confidence, UNSURE) }
  })
}

/** Hardly anything but digits, and letters that nobody is sure of. */
function isSpoiltAmount(line: readonly Decoded[]): boolean {
  const digits = line.filter((c) => /^\d$/.test(c.text)).length
  const letters = line.filter((c) => !FIGURE_CHARACTERS.includes(c.text))
  if (digits < FEWEST || 2 * digits < line.length || AMOUNT.test(textOf(line))) return false
  return letters.length > 0 && letters.every((c) => c.confidence < SURE_LETTER)
}

const textOf = (line: readonly Decoded[]): string => line.map((c) => c.text).join('')
