import type { CheckOutcome } from '../model/filing.js'
import type { Check, Judgement } from './check.js'

/** A judgement with the check that made it and its row of checks.csv. */
export interface Judged {
  check: Check
  judgement: Judgement
  outcome: CheckOutcome
}
