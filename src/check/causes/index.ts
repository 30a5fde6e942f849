// Takes what failed, gives what went wrong in the making of the paper: one defect, what it explains, and the finding that
// tells it. Never decides whether something failed, and never changes a figure.
import type { Extracted, Finding } from '../../model/filing.js'
import type { Judged } from '../judged.js'
import { hinted } from './hints.js'
import { ledBy } from './led-by.js'
import { ledByMissingRow } from './missing-row.js'
import { ledByOneDifference } from './one-difference.js'
import { rootCauses } from './root-causes.js'

export { followOwn } from './between-filings.js'
export { follow, leadOf } from './consequences.js'

/** Says of the findings of a filing which tells a defect and which follow from it, the surest cause first. */
export function causesTold(filing: Extracted, judged: readonly Judged[], findings: Finding[]): void {
  for (const cause of rootCauses(judged, filing.facts)) ledBy(cause, filing, findings)
  ledByMissingRow(filing, judged, findings)
  ledByOneDifference(filing, judged, findings)
  hinted(filing, judged, findings)
}
