import { otherReadings } from '../model/alternatives.js'
import type { Text } from '../model/text.js'
import { type PrintedFigure, printedFigure } from './printed-figure.js'

/** Another reading of a printed figure. */
export interface Candidate extends PrintedFigure {
  text: string
}

/** The well-formed figures that a print may be besides the one it was taken for, likeliest first; one per value. */
export function candidatesOf(print: Text, taken: string): Candidate[] {
  const read = printedFigure(taken)
  const found = new Map<string, Candidate>()
  for (const { text } of otherReadings(print)) {
    const figure = printedFigure(text)
    if (!figure || (read && figure.value.eq(read.value))) continue
    const key = figure.value.toFixed()
    if (!found.has(key)) found.set(key, { ...figure, text })
  }
  return [...found.values()]
}
