import { PLAIN, type Treatment } from '../../samples/scans/treatment.js'
import type { Target } from './tally.js'

/** A way in which all gold filings are scanned, and what has to be reached on it. */
export interface Variant {
  name: string
  treatment: Treatment
  target: Target
}

export const VARIANTS: readonly Variant[] = [
  { name: 'grey200', treatment: PLAIN, target: { recall: 99.4, silent: 0, unsure: 3 } },
  {
    name: 'jpeg150',
    treatment: { ...PLAIN, dpi: 150, jpeg: 50, skew: 1 },
    target: { recall: 98.5, silent: 0, unsure: 4 },
  },
  {
    name: 'bilevel200',
    treatment: { ...PLAIN, bilevel: true },
    target: { recall: 98.5, silent: 0, unsure: 10 },
  },
]

/** What offices do besides: looked at by name alone, for all filings would take hours; nothing may be silently wrong. */
const ODD: Target = { recall: 0, silent: 0, unsure: 100 }
export const ODDITIES: readonly Variant[] = [
  { name: 'photo', treatment: { ...PLAIN, photo: true, colour: true, jpeg: 80, noise: 2 }, target: ODD },
  { name: 'colour', treatment: { ...PLAIN, colour: true, marks: true, jpeg: 75 }, target: ODD },
  { name: 'stamp-red', treatment: { ...PLAIN, stamp: 'red', jpeg: 75 }, target: ODD },
  { name: 'stamp-black', treatment: { ...PLAIN, stamp: 'black', jpeg: 75 }, target: ODD },
  { name: 'handwriting', treatment: { ...PLAIN, handwriting: true, jpeg: 75 }, target: ODD },
  { name: 'fax', treatment: { ...PLAIN, fax: true }, target: ODD },
  { name: 'dpi100', treatment: { ...PLAIN, dpi: 100, jpeg: 75 }, target: ODD },
]
