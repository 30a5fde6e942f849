import type { CheckOutcome } from '../../model/filing.js'
import { shortHash } from '../../model/short-hash.js'
import { evidenceOf } from '../findings.js'
import type { RegionCase, RegionCheck, RegionFiling, RegionFinding, RegionJudgement } from './region.js'
import { REGION_CHECKS } from './registry.js'

/** A row of checks.csv, with its finding where it fails; `filing_id` is empty where nothing was filed. */
export interface RegionRow {
  outcome: CheckOutcome
  /** Carries the row. */
  filing?: RegionFiling
  finding?: RegionFinding
}

/** Runs the checks of a region on one case. Sums over many filings say of no single figure that it is right or wrong. */
export const checkRegion = (about: RegionCase): RegionRow[] =>
  REGION_CHECKS.flatMap((check) => {
    const judgement = check.run(about)
    return judgement ? [rowOf(check, judgement)] : []
  })

function rowOf(check: RegionCheck, judgement: RegionJudgement): RegionRow {
  const { filing, facts } = judgement
  const outcome: CheckOutcome = {
    outcome_id: `${filing?.filingId ?? 'region'}-c-${shortHash(`${check.id}|${judgement.subject}`)}`,
    filing_id: filing?.filingId ?? '',
    check_id: check.id,
    scope: check.scope,
    subject: judgement.subject,
    outcome: judgement.outcome,
    expected: judgement.expected,
    actual: judgement.actual,
    difference: judgement.difference,
    tolerance: judgement.tolerance,
    facts: facts.map((f) => f.factId),
    reason: judgement.reason,
  }
  return judgement.outcome === 'fail' || judgement.isOpenFinding
    ? { outcome, ...(filing ? { filing } : {}), finding: findingOf(check, judgement, outcome) }
    : { outcome, ...(filing ? { filing } : {}) }
}

function findingOf(check: RegionCheck, judgement: RegionJudgement, outcome: CheckOutcome): RegionFinding {
  const { filing, facts } = judgement
  const lead = facts.find((f) => f.filing.filingId === filing?.filingId)
  return {
    finding_id: outcome.outcome_id.replace('-c-', '-x-'),
    filing_id: outcome.filing_id,
    check_id: check.id,
    severity: judgement.severity ?? check.severity,
    root_cause_id: '',
    page: lead?.page ?? (filing ? 1 : null),
    bbox: lead?.bbox ?? filing?.firstPage ?? '',
    message: '',
    said: [judgement.says],
    expected: judgement.expected,
    actual: judgement.actual,
    difference: judgement.difference,
    unit: judgement.unit ?? (facts.length > 0 ? '元' : ''),
    facts: outcome.facts,
    evidence: evidenceOf(
      facts.map((f) => ({ label: `${f.filing.organization} ${f.label}`, raw: f.raw })),
      facts.length,
    ),
    place: lead?.place ?? '',
    outcome_ids: [outcome.outcome_id],
    item: judgement.subject,
    lowered_from: '',
    follows_from: '',
    source: filing?.source ?? '',
    organization: judgement.organization || filing?.organization || '',
    fiscal_year: judgement.year,
  }
}
