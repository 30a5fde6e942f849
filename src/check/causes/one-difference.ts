import type { Extracted, Finding } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { decimal } from '../../model/money.js'
import { said } from '../../model/saying.js'
import { shortHash } from '../../model/short-hash.js'
import { isTelling } from '../digits.js'
import type { Judged } from '../judged.js'
import { follow, leadOf } from './consequences.js'

/** Sums that no slip explains, and that are all as far apart, have one cause. */
export function ledByOneDifference(
  filing: Extracted,
  judged: readonly Judged[],
  findings: readonly Finding[],
): void {
  const sums = new Map(judged.filter(isDistinctive).map((j) => [j.outcome.outcome_id, j]))
  const loose = findings.filter((f) => f.root_cause_id === '' && sums.has(f.outcome_ids[0] ?? ''))
  for (const [key, own] of groupBy(loose, (f) => f.difference.replace('-', ''))) {
    const lead = own.length > 1 ? leadOf(own, () => true) : undefined
    if (!lead) continue
    follow(lead, own, `${filing.filing_id}-r-${shortHash(key)}`)
    const isWithheld = areRowsWithheld(own.flatMap((f) => sums.get(f.outcome_ids[0] ?? '') ?? []))
    lead.said.push(said(isWithheld ? 'root.row-withheld' : 'root.same-difference', { count: own.length }))
    if (isWithheld && lead.severity === 'error') lead.severity = 'warning'
  }
}

/** Totals of several tables agree with each other, and all exceed their rows by the same: a row is not published. */
function areRowsWithheld(own: readonly Judged[]): boolean {
  const totals = own.map((j) => j.judgement.facts[0])
  return (
    own.every((j) => OF_ROWS.has(j.check.id) && decimal(j.judgement.difference).gt(0)) &&
    new Set(totals.map((f) => f?.table_id)).size > 1 &&
    new Set(totals.map((f) => f?.value)).size === 1
  )
}

const OF_ROWS: ReadonlySet<string> = new Set(['YS-TABLE-COLUMN-TOTAL', 'YS-TABLE-CODE-HIERARCHY'])

const isDistinctive = ({ judgement }: Judged): boolean =>
  (judgement.sum === true || judgement.sumOfAll === true) && isTelling(judgement.difference)
