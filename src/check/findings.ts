import type { CheckOutcome, Extracted, Fact, Finding } from '../model/filing.js'
import { groupBy } from '../model/group-by.js'
import { said } from '../model/saying.js'
import { shortHash } from '../model/short-hash.js'
import type { Check, Judgement, PrintedPlace } from './check.js'
import { doubtOf, doubtOfPage, gapOf, inDoubt } from './doubt.js'
import type { Judged } from './judged.js'
import { columnBeside, columnWanted, labelOf } from './naming.js'
import { placeOfFact } from './print.js'
import { countedOf, sentenceOf } from './sentences.js'

/** A judgement as a row of checks.csv; its id comes from check, subject and place, not from the order of work. */
export function outcomeOf(
  filing: Extracted,
  check: Check,
  judgement: Judgement,
  taken: Set<string>,
): CheckOutcome {
  const words = judgement.at
  const place = [...judgement.facts.map((f) => f.fact_id), words ? `${words.page} ${words.bbox}` : ''].join(
    ' ',
  )
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
  const place = judgement.at ?? (lead && printedPlace(filing, lead, judgement))
  if (!place) throw new Error(`${check.id} judged nothing: ${judgement.subject}`)
  const doubt = check.ofReading
    ? undefined
    : (doubtOf(filing, judgement.facts) ?? gapOf(filing, judgement.facts) ?? doubtOfPage(filing, place.page))
  return {
    finding_id: outcome.outcome_id.replace('-c-', '-x-'),
    filing_id: filing.filing_id,
    check_id: check.id,
    severity: inDoubt(judgement.severity ?? check.severity, doubt),
    root_cause_id: '',
    page: place.page,
    bbox: place.bbox,
    message: '',
    said: [
      judgement.says ??
        (lead ? sentenceOf(filing, lead, judgement) : said('subject', { subject: judgement.subject })),
      ...(judgement.because ? [judgement.because] : []),
      ...(doubt ? [doubt] : []),
    ],
    expected: judgement.expected,
    actual: judgement.actual,
    difference: judgement.difference,
    unit: judgement.unit ?? (lead ? unitOf(lead) : ''),
    facts: judgement.facts.map((f) => f.fact_id),
    evidence: place.evidence,
    place: place.place,
    outcome_ids: [outcome.outcome_id],
    item: itemOf(outcome),
    lowered_from: '',
    follows_from: '',
  }
}

/** The subject without the pages it names: a print that moved is still the same thing to look at. */
export const itemOf = (outcome: CheckOutcome): string => outcome.subject.replace(/ p\d+\/p\d+(?= |$)/, '')

/** One figure printed in two columns of a row, or held against one print of two totals, is one thing to look at. */
const withoutColumns = (sayings: Finding['said']): string =>
  JSON.stringify(sayings, (name, part) => (name === 'column' || name === 'otherName' ? undefined : part))

/** Findings that say the same of one place are one: 总计 and 合计 side by side, one print of two totals. */
export function mergedFindings(findings: readonly Finding[]): Finding[] {
  // Words at two places are two things to mend, however alike the sentence.
  const alike = groupBy(
    findings,
    (f) =>
      `${f.check_id}|${f.page}|${withoutColumns(f.said)}|${f.facts.length === 0 ? f.bbox + f.evidence : ''}`,
  )
  return [...alike.values()].map(([first, ...rest]) => {
    const all = [first as Finding, ...rest]
    return {
      ...(first as Finding),
      facts: [...new Set(all.flatMap((f) => f.facts))],
      outcome_ids: all.flatMap((f) => f.outcome_ids),
    }
  })
}

const unitOf = (fact: Fact): string =>
  fact.measure.endsWith('-pct') ? '%' : fact.measure === 'count' ? fact.unit : '元'

function printedPlace(filing: Extracted, lead: Fact, { facts, beside = [] }: Judgement): PrintedPlace {
  const named = [lead, ...countedOf(facts, beside.length)].map((f) => ({
    raw: f.raw,
    label: labelBeside(filing, facts, f),
  }))
  return {
    page: lead.page,
    bbox: lead.bbox,
    place: placeOfFact(filing, lead),
    evidence: evidenceOf([
      ...named,
      ...beside.map((f) => ({ raw: f.printed, label: columnBeside(filing, lead, f) })),
    ]),
  }
}

/** Figures of one row share its name: their columns tell the first, and those beside it, apart. */
function labelBeside(filing: Extracted, [lead]: readonly Fact[], fact: Fact): string {
  const isBeside = fact.row === lead?.row && fact.table_id === lead?.table_id
  const head = isBeside ? columnWanted(filing, fact) : ''
  return head === '' ? labelOf(fact) : `${labelOf(fact)}（${head}）`
}

/** More figures are counted. */
const MOST_SHOWN = 6

/** The printed names and digits of a finding's figures; where they are many, what the first is held against is counted. */
export function evidenceOf(facts: readonly Pick<Fact, 'label' | 'raw'>[], count = facts.length - 1): string {
  const shown = facts.slice(0, MOST_SHOWN).map((f) => `${f.label} ${f.raw}`.trim())
  return [...shown, ...(facts.length > MOST_SHOWN ? [`…等${count}项`] : [])].join('；')
}
