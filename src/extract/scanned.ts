import type { Fact } from '../model/filing.js'
import type { KeptReadings } from '../model/reading.js'
import type { Text } from '../model/text.js'

/** A page may have a text layer and a picture with figures: each character knows who read it. */
export const methodOf = (raw: Text): Fact['method'] =>
  raw.glyphs.some((g) => g?.alternatives) ? 'ocr' : 'text'

/** The characters of the facts that were recognized, with their alternatives. */
export class ScannedFigures {
  private readonly kept = new Map<string, Text>()

  /** A fact with the characters that it was read from; those of a text layer have no alternatives. */
  keep(fact: Fact, raw: Text): void {
    if (fact.method === 'ocr') this.kept.set(fact.fact_id, raw)
  }

  get readings(): KeptReadings {
    return this.kept
  }
}

/** A figure is as sure as its least sure character; three decimals are more than an engine means. */
export const confidenceOf = (raw: Text): number =>
  Math.round(Math.max(0, Math.min(1, ...raw.glyphs.map((g) => g?.confidence ?? 1))) * 1000) / 1000

/** Words that are misread have characters that the recognizer is unsure of, rightly read ones hardly ever on the whole. */
const LEGIBLE = 0.75

/** Words that may be others: unsure on the whole, for one unsure character is often right. */
export function isIllegible(text: Text): boolean {
  const sure = text.glyphs.flatMap((g) => g?.confidence ?? [])
  return sure.length > 0 && sure.reduce((sum, c) => sum + c, 0) / sure.length < LEGIBLE
}
