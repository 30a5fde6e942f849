import { concat, slice, type Text } from './text.js'

/** Another text that may be printed where a recognizer read one. */
export interface OtherReading extends Text {
  /** How likely it is against what was read. */
  odds: number
}

/** The recognizer is hardly ever wrong from here on: such a character is printed, whatever anything else says. */
const SURE = 0.95
/** What it holds less likely is noise that would fit anything. */
const LEAST = 0.02
/** With more changed characters some reading fits any sum. */
const MOST_CHANGED = 2
const MOST_READINGS = 64

interface Change {
  at: number
  to: string
  odds: number
}

/** What else may be printed, likeliest first; nothing where every character is sure, as in a text layer. */
export function otherReadings(print: Text): OtherReading[] {
  const readings = combinations(changesOf(print), MOST_CHANGED).map((changes) => ({
    ...changed(print, changes),
    odds: changes.reduce((odds, c) => odds * c.odds, 1),
  }))
  return readings.sort((a, b) => b.odds - a.odds).slice(0, MOST_READINGS)
}

const changesOf = (print: Text): Change[] =>
  print.glyphs.flatMap((glyph, at) => {
    if (!glyph || glyph.confidence >= SURE) return []
    return (glyph.alternatives ?? [])
      .filter((a) => a.confidence >= LEAST && a.text !== print.text[at])
      .map((a) => ({ at, to: a.text, odds: a.confidence / Math.max(glyph.confidence, LEAST) }))
  })

/** All choices of up to so many changes, each at another place. */
const combinations = (changes: readonly Change[], most: number): Change[][] =>
  most === 0
    ? []
    : changes.flatMap((change, i) => {
        const behind = changes.slice(i + 1).filter((c) => c.at !== change.at)
        return [[change], ...combinations(behind, most - 1).map((rest) => [change, ...rest])]
      })

/** From the last place to the first: a change may be longer or shorter than a character. */
const changed = (print: Text, changes: readonly Change[]): Text =>
  [...changes]
    .sort((a, b) => b.at - a.at)
    .reduce((out, { at, to }) => {
      const glyph = out.glyphs[at] ?? null
      return concat([
        slice(out, 0, at),
        { text: to, glyphs: new Array(to.length).fill(glyph) },
        slice(out, at + 1),
      ])
    }, print)
