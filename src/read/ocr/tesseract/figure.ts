import type { Reading } from './characters.js'

/** Figures as filings print them; which of point and comma a speck is does not matter yet. */
const FIGURE = /^-?(?:\d{1,3}(?:[.,]\d{3})*|\d+)(?:[.,]\d{1,2})?%?$/
/** What two readings do not agree on is at most as sure as a coin. */
const DISAGREED = 0.5
/** Characters of clean print come at 0.94. */
const SURE = 0.85
const MOST_ALTERNATIVES = 3

const textOf = (reading: Reading): string =>
  reading
    .map((c) => c.text)
    .join('')
    .normalize('NFKC')

export const isFigure = (reading: Reading): boolean => FIGURE.test(textOf(reading))

/** A figure that leaves no doubt need not be looked at twice. */
export const isSureFigure = (reading: Reading): boolean =>
  isFigure(reading) && reading.every((c) => c.confidence >= SURE)

/** A line that holds a figure and hardly anything else: worth a second look. */
export const isMostlyDigits = (reading: Reading): boolean =>
  digitsIn(reading) > 0 && digitsIn(reading) * 2 >= reading.length

export const digitsIn = (reading: Reading): number => textOf(reading).match(/\d/g)?.length ?? 0

/** 4丨545,000.00: what stands between digits and is nothing of a figure was a comma. */
export const asFigure = (reading: Reading): Reading =>
  reading.map((c, i) => {
    const between = isDigit(reading[i - 1]?.text) && isDigit(reading[i + 1]?.text)
    if (!between || /[\d.,%]/.test(c.text.normalize('NFKC'))) return c
    return { text: ',', confidence: DISAGREED, alternatives: [{ text: c.text, confidence: DISAGREED }] }
  })

const isDigit = (text = ''): boolean => /^\d$/.test(text)

/** The reading that was chosen, in doubt where the other differs. */
export function settled(chosen: Reading, other: Reading): Reading {
  // Where only figures are allowed the network is less sure of each.
  if (textOf(chosen) === textOf(other) && chosen.length === other.length)
    return chosen.map((c, i) => (other[i]!.confidence > c.confidence ? other[i]! : c))
  // Something was lost or added, and nobody knows where.
  if (chosen.length !== other.length)
    return chosen.map((c) => ({ ...c, confidence: Math.min(c.confidence, DISAGREED) }))
  return chosen.map((c, i) => {
    const rival = other[i]!
    if (rival.text === c.text) return c
    const alternatives = [
      { text: rival.text, confidence: Math.min(rival.confidence, DISAGREED) },
      ...c.alternatives.filter((a) => a.text !== rival.text),
    ]
    return {
      ...c,
      confidence: Math.min(c.confidence, DISAGREED),
      alternatives: alternatives.slice(0, MOST_ALTERNATIVES),
    }
  })
}
