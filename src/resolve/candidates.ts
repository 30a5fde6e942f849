import type { Alternative } from '../model/page.js'
import type { Text } from '../model/text.js'
import { type PrintedFigure, printedFigure } from './printed-figure.js'

/** Another reading of a printed figure. */
export interface Candidate extends PrintedFigure {
  text: string
  /** How likely it is against what was read. */
  odds: number
}

/** The recognizer is hardly ever wrong from here on: such a character is printed, whatever the sums say. */
const SURE = 0.95
/** What it holds less likely is noise that would fit anything. */
const LEAST = 0.02
/** With more changed characters some reading fits any sum. */
const MOST_CHANGED = 2
const MOST_CANDIDATES = 64

interface Change {
  at: number
  to: string
  odds: number
}

/** The well-formed figures that a print may be besides what was read, likeliest first; one per value. */
export function candidatesOf(print: Text): Candidate[] {
  const read = printedFigure(print.text)
  const found = new Map<string, Candidate>()
  const combined = combinations(changesOf(print), MOST_CHANGED).sort((a, b) => oddsOf(b) - oddsOf(a))
  for (const changes of combined) {
    const text = changed(print.text, changes)
    const figure = printedFigure(text)
    if (!figure || (read && figure.value.eq(read.value))) continue
    const key = figure.value.toFixed()
    if (!found.has(key)) found.set(key, { ...figure, text, odds: oddsOf(changes) })
    if (found.size === MOST_CANDIDATES) break
  }
  return [...found.values()]
}

const changesOf = (print: Text): Change[] =>
  print.glyphs.flatMap((glyph, at) => {
    if (!glyph || glyph.confidence >= SURE) return []
    const possible = (a: Alternative) => a.confidence >= LEAST && a.text !== print.text[at]
    return (glyph.alternatives ?? [])
      .filter(possible)
      .map((a) => ({ at, to: a.text, odds: a.confidence / Math.max(glyph.confidence, LEAST) }))
  })

/** All choices of up to so many changes, each at another place. */
function combinations(changes: readonly Change[], most: number): Change[][] {
  if (most === 0) return []
  return changes.flatMap((change, i) => [
    [change],
    ...combinations(
      changes.slice(i + 1).filter((c) => c.at !== change.at),
      most - 1,
    ).map((rest) => [change, ...rest]),
  ])
}

const oddsOf = (changes: readonly Change[]): number => changes.reduce((odds, c) => odds * c.odds, 1)

/** From the last place to the first: a change may be longer or shorter than a character. */
const changed = (text: string, changes: readonly Change[]): string =>
  [...changes]
    .sort((a, b) => b.at - a.at)
    .reduce((out, { at, to }) => out.slice(0, at) + to + out.slice(at + 1), text)
