import { z } from 'zod'
import { CheckOutcome, Doubt, Fact, Filing, Finding } from './filing.js'

/**
 * What a run says of a filing that its pages alone do not: whose it is, which files are one filing, what filings show of
 * each other, and its findings in the words and weights of the run. `standing/<filing_id>.json`, beside the filing's own.
 */
export const Standing = z.strictObject({
  filing_id: Filing.shape.filing_id,
  set_id: Filing.shape.set_id,
  organization_id: Filing.shape.organization_id,
  /** Of a file that prints no year: that of its set; else empty. */
  year_of_set: z.string(),
  /** What the files of the set publish together. */
  completeness: Filing.shape.completeness,
  score: Filing.shape.score,
  /** By fact_id, where it is another than the filing alone gives. */
  status: z.record(z.string(), Fact.shape.status),
  /** Checks whose outcomes here stand instead of the filing's own. */
  judged_anew: z.array(z.string()),
  /** Beside the filing's own. */
  outcomes: z.array(CheckOutcome),
  /** All of the filing, but those over a region. */
  findings: z.array(Finding),
  doubts: z.array(Doubt),
  /** What checks over a region say with this filing. */
  region: z.strictObject({ outcomes: z.array(CheckOutcome), findings: z.array(Finding) }),
})
export type Standing = z.infer<typeof Standing>
