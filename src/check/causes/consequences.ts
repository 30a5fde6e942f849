import type { Finding } from '../../model/filing.js'

const GRAVITY: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 }

/** Of findings of one cause the one to tell it: among the gravest the one about that figure, else the first. */
export function leadOf(own: readonly Finding[], isAbout: (finding: Finding) => boolean): Finding | undefined {
  const gravest = Math.min(...own.map((f) => GRAVITY[f.severity]))
  const grave = own.filter((f) => GRAVITY[f.severity] === gravest)
  return grave.find(isAbout) ?? grave[0]
}

/** One defect is one thing to mend: what else fails because of it is said below the finding that tells it, as info. */
export function follow(lead: Finding, own: readonly Finding[], root: string): void {
  for (const finding of own) {
    finding.root_cause_id = root
    if (finding === lead) continue
    finding.follows_from = lead.finding_id
    if (finding.severity === 'info') continue
    finding.lowered_from = finding.severity
    finding.severity = 'info'
  }
}
