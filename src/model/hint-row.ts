import type { Saying } from './saying.js'

/** One row of hints.csv: a filing that stands out among its like. Statistics, no money: two decimals. */
export interface HintRow {
  rank: number
  hint_id: string
  filing_id: string
  source: string
  organization: string
  fiscal_year: string
  kind: string
  value: string
  unit: string
  /** Distance from the median in robust standard deviations. */
  score: string
  median: string
  /** Quartiles of the peers. */
  low: string
  high: string
  /** How many filings it was compared with, itself among them. */
  peers: number
  /** Peers and their values, those nearest to it first. */
  peer_values: string
  /** `said` in words, in the language of the run. */
  message: string
  said: Saying[]
  evidence: string
  facts: string[]
}
