import { concepts } from '../catalogue/index.js'
import type { CheckOutcome, Extracted, Fact, Finding } from '../model/filing.js'
import { decimal } from '../model/money.js'
import { shortHash } from '../model/short-hash.js'
import type { Check, Judgement, PrintedPlace } from './check.js'
import { doubtOf, gapOf, inDoubt } from './doubt.js'
import { groupBy } from './groups.js'
import type { Judged } from './judged.js'
import { amountLike, placeOfFact } from './print.js'
import type { RootCause } from './root-causes.js'

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
  const doubt = check.ofReading ? '' : doubtOf(judgement.facts) || gapOf(filing, judgement.facts)
  return {
    finding_id: outcome.outcome_id.replace('-c-', '-x-'),
    filing_id: filing.filing_id,
    check_id: check.id,
    severity: inDoubt(judgement.severity ?? check.severity, doubt),
    root_cause_id: '',
    page: at.page,
    bbox: at.bbox,
    message: '',
    said: [
      judgement.says ?? (lead ? sentenceOf(filing, lead, judgement) : judgement.subject),
      ...(doubt ? [doubt] : []),
    ],
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

/** Findings that say the same of one place are one: 总计 and 合计 side by side, one print of two totals. */
export function mergedFindings(findings: readonly Finding[]): Finding[] {
  // Words at two places are two things to mend, however alike the sentence.
  const said = groupBy(
    findings,
    (f) =>
      `${f.check_id}|${f.page}|${JSON.stringify(f.said)}|${f.facts.length === 0 ? f.bbox + f.evidence : ''}`,
  )
  return [...said.values()].map(([first, ...rest]) => {
    const all = [first as Finding, ...rest]
    return {
      ...(first as Finding),
      facts: [...new Set(all.flatMap((f) => f.facts))],
      outcome_ids: all.flatMap((f) => f.outcome_ids),
    }
  })
}

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
  lead.said.push(
    `若${placeOfFact(filing, fact)}（第${fact.page}页）“${name}”为${expectedOf(balances.toFixed(), fact)}，${own.length}处核对同时相符。`,
  )
  const first = findings.findIndex((f) => own.includes(f))
  findings.splice(findings.indexOf(lead), 1)
  findings.splice(first, 0, lead)
}

const unitOf = (fact: Fact): string =>
  fact.measure.endsWith('-pct') ? '%' : fact.measure === 'count' ? fact.unit : '元'

const printedPlace = (filing: Extracted, lead: Fact, facts: Fact[]): PrintedPlace => ({
  page: lead.page,
  bbox: lead.bbox,
  place: placeOfFact(filing, lead),
  evidence: facts
    .slice(0, 6)
    .map((f) => `${f.label} ${f.raw}`.trim())
    .join('；'),
})

/** 《表》（第3页）“项目”印为…，…印为…，相差…。 */
function sentenceOf(
  filing: Extracted,
  lead: Fact,
  { facts, subject, expected, difference, reason }: Judgement,
): string {
  const nameIn = namesOf(facts)
  const against =
    reason === 'with-unbound-columns'
      ? `按该行其余各栏应为${expectedOf(expected, lead)}`
      : againstOf(filing, lead, facts.slice(1), expected, nameIn)
  const name = `“${nameIn(lead) || subject}”${CHANGE_OF[lead.measure] ?? ''}`
  return `${placeOfFact(filing, lead)}（第${lead.page}页）${name}印为${printed(lead)}，${against}，相差${amountLike(decimal(difference).abs(), lead)}。`
}

/** Names that tell the figures of one sentence apart: those of one row share its label and differ in their concept. */
function namesOf(facts: readonly Fact[]): (fact: Fact) => string {
  const labels = groupBy(facts, (f) => f.label)
  return (fact) => {
    const alike = labels.get(fact.label) ?? []
    const isShared = alike.some((f) => f.concept !== fact.concept)
    return isShared ? `${fact.label} ${concepts().get(fact.concept)?.label ?? fact.concept}` : fact.label
  }
}

/** What is printed of an item, where it is not its amount. */
const CHANGE_OF: Partial<Record<Fact['measure'], string>> = { change: '的增减额', 'change-pct': '的增减幅度' }

/** The digits of a change carry no sign: the words beside them do. */
const printed = (fact: Fact): string =>
  CHANGE_OF[fact.measure] && /\d/.test(fact.raw)
    ? `${direction(fact.value)}${fact.raw.replace(/^[-－−]|[%％]$/g, '')}${fact.unit}`
    : `${fact.raw.replace(/[%％]$/, '')}${fact.unit}`

const direction = (value: string): string => (value.startsWith('-') ? '减少' : '增加')

/** A value that a figure should have had, said as the figure is. */
const expectedOf = (value: string, fact: Fact): string =>
  CHANGE_OF[fact.measure]
    ? `${direction(value)}${amountLike(decimal(value).abs(), fact)}`
    : amountLike(decimal(value), fact)

/** What the figure stands against: another place that prints another figure, or what its parts add up to. */
function againstOf(
  filing: Extracted,
  lead: Fact,
  others: Fact[],
  expected: string,
  nameIn: (fact: Fact) => string,
): string {
  const other = others[0]
  if (other && others.length === 1 && other.table_id !== lead.table_id)
    return `${placeOfFact(filing, other)}（第${other.page}页）印为${printed(other)}`
  const parts =
    others.length > 0 && others.length <= 4
      ? others.map((f) => `${nameIn(f) || f.concept}${printed(f)}`).join('、')
      : `其余${others.length}项`
  return `按${parts}应为${expectedOf(expected, lead)}`
}
