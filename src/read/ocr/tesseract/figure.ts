import type { Reading } from './characters.js'

/** Figures as filings print them; which of point and comma a speck is does not matter yet. */
const FIGURE = /^-?(?:\d{1,3}(?:[.,]\d{3})*|\d+)(?:[.,]\d{1,2})?%?$/
/** What two readings do not agree on is at most as sure as a coin. */
const DISAGREED = 0.5
const MOST_ALTERNATIVES = 3

const textOf = (reading: Reading): string =>
  reading
    .map((c) => c.text)
    .join('')
    .normalize('NFKC')

export const isFigure = (reading: Reading): boolean => FIGURE.test(textOf(reading))

/** A line that holds a figure and hardly anything else: worth a second look. */
export function isMostlyDigits(reading: Reading): boolean {
  const text = textOf(reading)
  const digits = text.match(/\d/g)?.length ?? 0
  return digits > 0 && digits * 2 >= text.length
}

/** The reading that was chosen, in doubt where the other differs. */
export function settled(chosen: Reading, other: Reading): Reading {
  if (textOf(chosen) === textOf(other)) return chosen
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
