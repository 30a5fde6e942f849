import type { Fact, Finding } from '../../model/filing.js'
import { decimal } from '../../model/money.js'
import { follow } from './consequences.js'
import { holdsWith } from './quotients.js'

/** What a figure that its own filing shows to be wrong makes fail between filings follows from what is told there. */
export function followOwn(
  between: readonly Finding[],
  own: readonly Finding[],
  facts: ReadonlyMap<string, Fact>,
): void {
  const byFact = new Map<string, Finding[]>()
  for (const finding of own.filter(isTold))
    for (const id of finding.facts) byFact.set(id, [...(byFact.get(id) ?? []), finding])
  for (const finding of between) {
    const shown = finding.facts
      .flatMap((id) => byFact.get(id) ?? [])
      .find((f) => isAsFar(f, finding) || isMendedAlike(f, finding, facts))
    const lead = shown && (own.find((f) => f.finding_id === shown.follows_from) ?? shown)
    // A root cause is one of its filing: in another the finding that it follows from says enough.
    if (lead) follow(lead, [finding], lead.filing_id === finding.filing_id ? lead.root_cause_id : '')
  }
}

/** To be mended, or what follows from that; a hint explains no error. */
const isTold = ({ severity, lowered_from }: Finding): boolean => severity !== 'info' || lowered_from !== ''

const distance = ({ difference }: Finding): string => difference.replace('-', '')

const isAsFar = (a: Finding, b: Finding): boolean => a.unit === b.unit && distance(a) === distance(b)

/** The figure that makes hold what fails between filings makes the percentage hold that fails in its own. */
function isMendedAlike(percentage: Finding, finding: Finding, facts: ReadonlyMap<string, Fact>): boolean {
  if (percentage.unit !== '%' || finding.unit !== '元') return false
  const members = percentage.facts.flatMap((id) => facts.get(id) ?? [])
  const by = decimal(finding.difference)
  return members
    .filter((f) => finding.facts.includes(f.fact_id))
    .some((f) => [by, by.times(-1)].some((d) => holdsWith(members, f, decimal(f.value).plus(d))))
}
