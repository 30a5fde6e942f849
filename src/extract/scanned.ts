import type { PageSummary } from '../model/document.js'
import type { Fact } from '../model/filing.js'
import type { KeptReadings } from '../model/reading.js'
import type { Text } from '../model/text.js'

/** How the pages of a file were read, and the characters of the facts on scanned ones with their alternatives. */
export class ScannedFigures {
  private readonly scanned: ReadonlySet<number>
  private readonly kept = new Map<string, Text>()

  constructor(pages: readonly Pick<PageSummary, 'number' | 'method'>[]) {
    this.scanned = new Set(pages.filter((p) => p.method === 'ocr').map((p) => p.number))
  }

  methodOn(page: number): Fact['method'] {
    return this.scanned.has(page) ? 'ocr' : 'text'
  }

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
