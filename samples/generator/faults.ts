import type { Figure } from './paper.js'

export type FaultKind = 'class-sum' | 'prose-total' | 'title-year' | 'direction' | 'unit-slip'

/** Which fault a paper carries; the first figure it fits is printed wrong. */
export class Faults {
  private planted = false
  /** Override for the figure that is being made; empty where no fault is planted. */
  printed: Partial<Figure> = {}

  constructor(readonly kind?: FaultKind) {}

  has(kind: FaultKind): boolean {
    return this.kind === kind
  }

  /** Gives the true value, and sets `printed` to the wrong one where this paper's fault belongs here. */
  apply(kind: FaultKind, here: boolean, value: number): number {
    const hit = this.kind === kind && here && !this.planted
    this.planted ||= hit
    // Two digits changed places is what hands do; 9 万元 is far above rounding.
    this.printed = hit ? { printed: kind === 'unit-slip' ? value * 10000 : value + 90000 } : {}
    return value
  }
}
