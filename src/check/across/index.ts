import type { CheckOutcome, Doubt, Fact, Finding } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { said } from '../../model/saying.js'
import { shortHash } from '../../model/short-hash.js'
import { follow, followOwn, leadOf } from '../causes/index.js'
import { isTelling } from '../digits.js'
import { doubtOf, inDoubt } from '../doubt.js'
import { evidenceOf, itemOf } from '../findings.js'
import { inDoubt as asDoubt, leftInDoubt } from '../misreadings/doubts.js'
import type { Misreading } from '../misreadings/misreading.js'
import { cellNamed } from '../naming.js'
import { inPrintOrder } from '../print-order.js'
import type { AcrossCheck, AcrossJudgement, AcrossResult, Paper, PaperFamily, PaperFile } from './across.js'
import { type AcrossTold, misreadingsAcross, toldOf } from './misread.js'
import { fileOf, placeOf, tableOf } from './sentences.js'
import { checkSet } from './sets.js'

/** Runs all checks between the papers of a family, and between the files of each paper; `own` is what each file shows alone. */
export function checkFamily(family: PaperFamily, own: readonly Finding[] = []): AcrossResult {
  const result: AcrossResult = { outcomes: [], findings: [], doubts: [], telling: new Set() }
  const taken = new Set<string>()
  for (const paper of family.papers) if (paper.filings.length > 1) checkSet(paper, result)
  const told = toldOf(family)
  const doubts = family.papers.flatMap((p) => p.filings.flatMap(ownDoubts))
  const misreadings = misreadingsAcross(family, told, [...doubts, ...result.doubts])
  for (const one of told) {
    const misreading = misreadings.find((m) => m.explains.includes(one))
    record(one, family, misreading, result, taken)
  }
  const factOf = new Map(family.papers.flatMap((p) => p.facts).map((f) => [f.fact_id, f]))
  followOwn(result.findings, own, factOf)
  ledByOneDifference(result.findings, factOf)
  return result
}

/** One unit's wrong figure shows in every total above it: findings of one filing that are as far apart are one cause. */
function ledByOneDifference(findings: readonly Finding[], factOf: ReadonlyMap<string, Fact>): void {
  const apart = findings.filter(
    (f) => f.follows_from === '' && f.unit === '元' && /^YS-(?:GROUP|SERIES)-/.test(f.check_id),
  )
  const keyOf = (f: Finding) => `${f.filing_id}|${f.check_id.split('-')[1]}|${f.difference.replace('-', '')}`
  for (const [key, group] of groupBy(apart, keyOf)) {
    const lead = leadOf(group, (f) => isWhole(factOf.get(f.facts[0] ?? ''))) as Finding
    // A difference of few digits comes twice by chance, but hardly in a whole and in its part.
    const own = group.filter((f) => f === lead || isTelling(f.difference) || isOfWhole(f, lead, factOf))
    if (own.length < 2) continue
    follow(lead, own, `${lead.filing_id}-r-${shortHash(key)}`)
    lead.said.push(said('root.one-difference', { count: own.length }))
  }
}

const isWhole = (fact: Fact | undefined): boolean =>
  fact?.function_code === '' && fact.economy_code === '' && fact.entity === ''

/** Income and spending of a paper are one sum. */
const BOTH_SIDES = /^(?:revenue|expenditure)$/

/** Whether a finding is about a part of what another is about, or about the same. */
function isOfWhole(part: Finding, whole: Finding, factOf: ReadonlyMap<string, Fact>): boolean {
  const [p, w] = [part, whole].map((f) => factOf.get(f.facts[0] ?? ''))
  if (!p || !w) return false
  const isBelow = (code: 'function_code' | 'economy_code') => p[code].startsWith(w[code])
  return (
    isBelow('function_code') &&
    isBelow('economy_code') &&
    (w.entity === '' || w.entity === p.entity) &&
    (`${p.concept}.`.startsWith(`${w.concept}.`) ||
      (BOTH_SIDES.test(p.concept) && BOTH_SIDES.test(w.concept)))
  )
}

function record(
  { check, judgement }: AcrossTold,
  family: PaperFamily,
  misreading: Misreading<AcrossTold> | undefined,
  result: AcrossResult,
  taken: Set<string>,
): void {
  const outcome = outcomeOf(check, judgement)
  // Two prints at one place judged alike are one row.
  if (taken.has(outcome.outcome_id)) return
  taken.add(outcome.outcome_id)
  if (misreading) {
    result.outcomes.push(leftInDoubt(outcome, misreading))
    result.doubts.push(
      asDoubt(findingOf(check, judgement, outcome), misreading, (fact) => placeIn(family, fact)),
    )
    return
  }
  result.outcomes.push(outcome)
  if (outcome.outcome === 'pass' && check.proves) result.telling.add(outcome.outcome_id)
  if (outcome.outcome !== 'fail') return
  const finding = findingOf(check, judgement, outcome)
  result.findings.push(finding)
  if (finding.severity !== 'info') result.telling.add(outcome.outcome_id)
}

/** Those of the file alone: what was in doubt between files is judged again. */
const ownDoubts = (file: PaperFile): readonly Doubt[] =>
  (file.doubts ?? []).filter((d) => d.facts.every((id) => id.startsWith(file.filing_id)))

function placeIn({ papers }: PaperFamily, fact: Fact) {
  const paper = papers.find((p) => p.facts.some((f) => f.fact_id === fact.fact_id)) as Paper
  return { at: tableOf(paper, fact), name: cellNamed(fileOf(paper, fact), fact) }
}

function outcomeOf(check: AcrossCheck, judgement: AcrossJudgement): CheckOutcome {
  const { paper, facts, subject } = judgement
  const filing_id = fileOf(paper, facts[0] as Fact).filing_id
  const ids = facts.map((f) => f.fact_id)
  return {
    outcome_id: `${filing_id}-c-${shortHash(`${check.id}|${subject}|${ids.join(' ')}`)}`,
    filing_id,
    check_id: check.id,
    scope: check.scope,
    subject,
    outcome: judgement.outcome,
    expected: judgement.expected,
    actual: judgement.actual,
    difference: judgement.difference,
    tolerance: judgement.tolerance,
    facts: ids,
    reason: judgement.reason,
  }
}

function findingOf(check: AcrossCheck, judgement: AcrossJudgement, outcome: CheckOutcome): Finding {
  const { paper, facts } = judgement
  const lead = facts[0] as Fact
  const doubt = doubtOf(fileOf(paper, lead), facts)
  return {
    finding_id: outcome.outcome_id.replace('-c-', '-x-'),
    filing_id: outcome.filing_id,
    check_id: check.id,
    severity: inDoubt(judgement.severity ?? check.severity, doubt),
    root_cause_id: '',
    page: lead.page,
    bbox: lead.bbox,
    message: '',
    said: [judgement.says ?? said('subject', { subject: judgement.subject }), ...(doubt ? [doubt] : [])],
    expected: judgement.expected,
    actual: judgement.actual,
    difference: judgement.difference,
    unit: lead.measure === 'count' ? lead.unit : '元',
    facts: outcome.facts,
    evidence: evidenceOf(facts),
    place: placeOf(paper, lead),
    outcome_ids: [outcome.outcome_id],
    item: itemOf(outcome),
    lowered_from: '',
    follows_from: '',
  }
}

/** Papers of a family from its files: those of one set are one paper. */
export function papersOf(
  filings: readonly (PaperFile & { set_id: string; organization_id: string; renamed: boolean })[],
  levelOf: (organizationId: string) => Paper['level'],
): Paper[] {
  const sets = groupBy(filings, (f) => f.set_id)
  return [...sets.values()].flatMap((files) => {
    const first = files[0]
    if (!first || first.kind === '' || first.fiscal_year === '') return []
    return [
      {
        kind: first.kind,
        year: Number(first.fiscal_year),
        level: levelOf(first.organization_id),
        organizationId: first.organization_id,
        renamed: first.renamed,
        filings: files,
        facts: files.flatMap((f) => inPrintOrder(f).facts),
      },
    ]
  })
}
