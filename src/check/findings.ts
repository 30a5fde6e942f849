import { createHash } from 'node:crypto'
import type { CheckOutcome, Extracted, Fact, Finding } from '../model/filing.js'
import { decimal, YUAN_PER } from '../model/money.js'
import type { Check, Judgement, PrintedPlace } from './check.js'
import type { Judged } from './judged.js'
import type { RootCause } from './root-causes.js'

export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 10)

/** A judgement as a row of checks.csv; its id comes from check, subject and place, not from the order of work. */
export function outcomeOf(
  filing: Extracted,
  check: Check,
  judgement: Judgement,
  taken: Set<string>,
): CheckOutcome {
  const { at } = judgement
  const place = [...judgement.facts.map((f) => f.fact_id), at ? `${at.page} ${at.bbox}` : ''].join(' ')
  const base = `${filing.filing_id}-c-${shortHash(`${check.id}|${judgement.subject}|${place}`)}`
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
  taken.add(id)
  return {
    outcome_id: id,
    filing_id: filing.filing_id,
    check_id: check.id,
    scope: check.scope,
    subject: judgement.subject,
    outcome: judgement.outcome,
    expected: judgement.expected,
    actual: judgement.actual,
    difference: judgement.difference,
    tolerance: judgement.tolerance,
    facts: judgement.facts.map((f) => f.fact_id),
    reason: judgement.reason,
  }
}

/** A check that failed as one thing to look at, in a sentence a clerk understands. */
export function findingOf(filing: Extracted, { check, judgement, outcome }: Judged): Finding {
  const lead = judgement.facts[0]
  const at = judgement.at ?? (lead && printedPlace(filing, lead, judgement.facts))
  if (!at) throw new Error(`${check.id} judged nothing: ${judgement.subject}`)
  return {
    finding_id: outcome.outcome_id.replace('-c-', '-x-'),
    filing_id: filing.filing_id,
    check_id: check.id,
    severity: judgement.severity ?? check.severity,
    root_cause_id: '',
    page: at.page,
    bbox: at.bbox,
    message: judgement.says ?? (lead ? sentenceOf(filing, lead, judgement) : judgement.subject),
    expected: judgement.expected,
    actual: judgement.actual,
    difference: judgement.difference,
    unit: lead ? unitOf(lead) : '',
    facts: outcome.facts,
    evidence: at.evidence,
    place: at.place,
    outcome_ids: [outcome.outcome_id],
    item: itemOf(outcome),
    lowered_from: '',
  }
}

/** The subject without the pages it names: a print that moved is still the same thing to look at. */
export const itemOf = (outcome: CheckOutcome): string => outcome.subject.replace(/ p\d+\/p\d+(?= |$)/, '')

/**
 * Findings that one figure explains share its id; one of them names it and the value that would balance, and is put
 * before the others.
 */
export function ledBy(cause: RootCause, filing: Extracted, findings: Finding[]): void {
  const { fact, balances, explained } = cause
  const ids = new Set(explained.map((j) => j.outcome.outcome_id))
  const own = findings.filter((f) => f.outcome_ids.some((id) => ids.has(id)))
  const root = `${filing.filing_id}-r-${shortHash(fact.fact_id)}`
  for (const finding of own) finding.root_cause_id = root
  const lead = own.find((f) => f.facts[0] === fact.fact_id) ?? own[0]
  if (!lead) return
  const name = fact.label || fact.concept
  lead.message += `若${placeOf(filing, fact)}（第${fact.page}页）“${name}”为${amount(balances.toFixed(), fact)}，${own.length}处核对同时相符。`
  const first = findings.findIndex((f) => own.includes(f))
  findings.splice(findings.indexOf(lead), 1)
  findings.splice(first, 0, lead)
}

const unitOf = (fact: Fact): string =>
  fact.measure.endsWith('-pct') ? '%' : fact.measure === 'count' ? fact.unit : '元'

const printedPlace = (filing: Extracted, lead: Fact, facts: Fact[]): PrintedPlace => ({
  page: lead.page,
  bbox: lead.bbox,
  place: placeOf(filing, lead),
  evidence: facts
    .slice(0, 6)
    .map((f) => `${f.label} ${f.raw}`.trim())
    .join('；'),
})

/** 《表》（第3页）“项目”印为…，…印为…，相差…。 */
function sentenceOf(
  filing: Extracted,
  lead: Fact,
  { facts, subject, expected, difference }: Judgement,
): string {
  const against = againstOf(filing, lead, facts.slice(1), expected)
  return `${placeOf(filing, lead)}（第${lead.page}页）“${lead.label || subject}”印为${printed(lead)}，${against}，相差${amount(difference, lead).replace('-', '')}。`
}

const printed = (fact: Fact): string => `${fact.raw.replace(/[%％]$/, '')}${fact.unit}`

/** A value in the unit that the fact was printed in, with thousands separators as a clerk writes it. */
function amount(value: string, fact: Fact): string {
  if (fact.measure.endsWith('-pct')) return `${value}%`
  const perUnit = fact.measure === 'count' ? undefined : YUAN_PER[fact.unit]
  const inUnit = perUnit ? decimal(value).div(perUnit).toFixed() : value
  const unit = fact.unit || (fact.measure === 'count' ? '' : '元')
  return `${inUnit.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')}${unit}`
}

/** What the figure stands against: another place that prints another figure, or what its parts add up to. */
function againstOf(filing: Extracted, lead: Fact, others: Fact[], expected: string): string {
  const other = others[0]
  if (other && others.length === 1 && other.table_id !== lead.table_id)
    return `${placeOf(filing, other)}（第${other.page}页）印为${printed(other)}`
  const parts =
    others.length > 0 && others.length <= 4
      ? others.map((f) => `${f.label || f.concept}${printed(f)}`).join('、')
      : `其余${others.length}项`
  return `按${parts}应为${amount(expected, lead)}`
}

/** Table or section by its printed title. */
function placeOf(filing: Extracted, fact: Fact): string {
  const table = filing.tables.find((t) => t.table_id === fact.table_id)
  if (table) return `《${table.title || table.marker || table.type}》`
  const section = filing.sections.find((s) => s.section_id === fact.section_id)
  return section ? `“${section.number}${section.title}”` : '正文'
}
