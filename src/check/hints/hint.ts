import type { Extracted, Fact } from '../../model/filing.js'
import type { Decimal } from '../../model/money.js'
import type { Sketch } from '../check.js'

/** What an indicator is for one filing, and the figures it comes from, the leading one first. */
export interface Indication {
  /** In the hint's unit. */
  value: Decimal
  facts: Fact[]
}

/** An indicator by which an auditor compares filings of a kind: one file, one code. It finds no error. */
export interface Hint {
  /** `YS-HINT-<NAME>` */
  id: string
  asserts: { zh: string; en: string }
  basis: string
  scope: 'region'
  severity: 'info'
  unit: '元/人' | '%'
  example: string
  /** An ordinary filing, and one that stands out among such. */
  passing: Sketch
  failing: Sketch
  /** Undefined where the filing does not print what it takes. */
  measure(filing: Extracted): Indication | undefined
}
