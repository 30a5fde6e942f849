import type { Figure } from './paper.js'

/** What goes wrong inside one paper. */
export type FaultKind =
  | 'class-sum'
  | 'row-part'
  | 'column-total'
  | 'unit-slip'
  | 'class-between'
  | 'grand-total'
  | 'income-part'
  | 'economy-total'
  | 'three-public'
  | 'prose-total'
  | 'prose-item'
  | 'operating-cost'
  | 'procurement'
  | 'change-amount'
  | 'change-pct'
  | 'direction'
  | 'title-year'
  | 'placeholder'
  | 'code-name'
  | 'part-left-out'

/** A fault as it stands in a paper; amounts in 元, percentages and words as printed. */
export interface PlantedFault {
  figure: string
  expected: string
  actual: string
}

/** Which fault a paper carries; the first figure it fits is printed wrong. */
export class Faults {
  /** What was planted; undefined while the paper has not come to it. */
  planted?: PlantedFault
  /** Override for the figure that is being made; empty where no fault is planted. */
  printed: Partial<Figure> = {}

  constructor(readonly kind?: FaultKind) {}

  has(kind: FaultKind): boolean {
    return this.kind === kind
  }

  /** Gives the true value, and sets `printed` to the wrong one where this paper's fault belongs here. */
  apply(kind: FaultKind, here: boolean, value: number, figure = ''): number {
    const hit = this.kind === kind && here && !this.planted
    // Two digits changed places is what hands do; 9 万元 is far above rounding.
    const wrong = kind === 'unit-slip' ? value * 10000 : value + 90000
    if (hit) this.plant(figure, value, wrong)
    this.printed = hit ? { printed: wrong } : {}
    return value
  }

  /** The word that belongs here, or the wrong one where this paper's fault is a word here. */
  word(kind: FaultKind, right: string, wrong: string, here = true): string {
    if (this.kind !== kind || !here || this.planted) return right
    this.plant(right, right, wrong)
    return wrong
  }

  /** Whether this paper's fault is that the part is not in it. */
  leavesOut(part: string): boolean {
    if (this.kind !== 'part-left-out' || this.planted) return false
    this.plant(part, part, '')
    return true
  }

  /** Writes down what was printed and what it should have been. */
  plant(figure: string, expected: number | string, actual: number | string): void {
    this.planted = { figure, expected: String(expected), actual: String(actual) }
  }
}
