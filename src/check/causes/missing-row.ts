import type { Extracted, Finding } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { said } from '../../model/saying.js'
import { shortHash } from '../../model/short-hash.js'
import type { Judged } from '../judged.js'
import { ROW_MISSING } from '../sums.js'
import { follow, leadOf } from './consequences.js'

/** Findings of one table that one missing row explains share their id; the first says how many there are. */
export function ledByMissingRow(filing: Extracted, judged: readonly Judged[], findings: Finding[]): void {
  const short = judged.filter(
    ({ judgement }) => judgement.outcome === 'fail' && judgement.reason === ROW_MISSING,
  )
  for (const [key, group] of groupBy(short, (j) => `${j.check.id}|${j.judgement.facts[0]?.table_id}`)) {
    const ids = new Set(group.map((j) => j.outcome.outcome_id))
    const own = findings.filter((f) => f.outcome_ids.some((id) => ids.has(id)))
    const lead = leadOf(own, () => true)
    if (!lead) continue
    follow(lead, own, `${filing.filing_id}-r-${shortHash(key)}`)
    lead.said.push(said('root.row-missing', { count: own.length }))
  }
}
