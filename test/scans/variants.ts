import { PLAIN, type Treatment } from '../../samples/scans/treatment.js'
import type { Target } from './tally.js'

/** A way in which all gold filings are scanned, and what has to be reached on it. */
export interface Variant {
  name: string
  treatment: Treatment
  target: Target
}

export const VARIANTS: readonly Variant[] = [
  { name: 'grey200', treatment: PLAIN, target: { recall: 98.5, silent: 0, unsure: 3 } },
  {
    name: 'jpeg150',
    treatment: { ...PLAIN, dpi: 150, jpeg: 50, skew: 1 },
    target: { recall: 98, silent: 0, unsure: 4 },
  },
  {
    name: 'bilevel200',
    treatment: { ...PLAIN, bilevel: true },
    target: { recall: 95, silent: 0.1, unsure: 10 },
  },
]
