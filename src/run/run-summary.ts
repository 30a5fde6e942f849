import type { InputProblem } from '../ingest/index.js'
import type { Outcome } from '../model/filing.js'
import type { Finish } from './finished.js'

export interface InputResult {
  source: string
  sha256: string
  filing_id: string
  outcome: Outcome
  seconds: number
  message: string
}

export interface RunSummary extends Finish {
  output: string
  totals: Record<
    'inputs' | 'ok' | 'partial' | 'not_a_filing' | 'unreadable' | 'failed' | 'duplicates',
    number
  >
  inputs: InputResult[]
  problems: InputProblem[]
  interrupted: boolean
  /** Folders below the inputs that are outputs of runs; not read. */
  outputs: string[]
  /** Results of inputs that are gone, moved to `removed/`. */
  removed: number
  /** Results of inputs that were not found this time and stay as they were. */
  kept: number
}
