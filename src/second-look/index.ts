// Takes the findings of a whole run, gives them as a person goes through them: those too small to matter made milder,
// ranked by weight, held against an earlier run's output.
// Never adds or drops a finding, and never touches what was checked: outcomes and the status of figures stay.
import type { Arranged, FilingHead, FindingRow } from '../model/finding-row.js'
import { compared } from './compare.js'
import type { EarlierOutput } from './earlier-output.js'
import { ranked } from './rank.js'

export { type EarlierOutput, type NoBaseline, readBaseline } from './earlier-output.js'
export { asMinDifference, lowered } from './min-difference.js'

/** All findings of a run in the order of findings.csv, marked against an earlier run where there is one. */
export function lookAgain(
  rows: readonly FindingRow[],
  filings: readonly FilingHead[],
  earlier?: EarlierOutput,
): Arranged {
  const order = ranked(rows)
  return earlier ? compared(order, filings, earlier) : { rows: order }
}
