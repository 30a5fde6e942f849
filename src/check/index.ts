// Takes one filing, gives what its figures say of each other: outcomes, findings, and each figure's status.
// Figures are the intervals of their printed digits; what can not be checked is undecided, never a pass.
// Never changes a value and never says who is right when print alone cannot tell.
import type { CheckOutcome, Doubt, Extracted, Fact, FilingTable, Finding } from '../model/filing.js'
import type { Identity } from '../model/reading.js'
import { causesTold } from './causes/index.js'
import type { Check, Checkable } from './check.js'
import { structureRequired } from './checks/structure-required.js'
import { findingOf, mergedFindings, outcomeOf } from './findings.js'
import type { Judged } from './judged.js'
import { hasMeaning } from './meaning.js'
import { doubtOf, inDoubtOf } from './misreadings/doubts.js'
import { misreadingsOf } from './misreadings/index.js'
import { pointed } from './pointing.js'
import { printKey } from './print.js'
import { inPrintOrder } from './print-order.js'
import { CHECKS } from './registry.js'
import { withoutUnread } from './unread.js'

export type { AcrossResult } from './across/across.js'
export { checkFamily, papersOf } from './across/index.js'
export type { Check } from './check.js'
export { type AnyCheck, EVERY_CHECK } from './every-check.js'
export { Hints } from './hints/index.js'
export { checkRegion, type RegionRow } from './region/index.js'
export type { ControlCase, RegionCase, RegionFiling, RegionPrint } from './region/region.js'

export interface Checked {
  facts: Fact[]
  tables: FilingTable[]
  outcomes: CheckOutcome[]
  findings: Finding[]
  doubts: Doubt[]
}

/** Runs every check that is due for the filing. */
export function checkFiling(given: Checkable): Checked {
  const filing = inPrintOrder(given)
  const all = judgedBy(CHECKS, filing)
  const misreadings = misreadingsOf(filing, all, (other, isAsked) =>
    toldBy(
      CHECKS.filter((c) => isAsked(c.id)),
      other,
    ),
  )
  const doubted = new Set(misreadings.flatMap((m) => m.explains))
  const doubts = misreadings.flatMap((m) => m.explains.map((j) => doubtOf(filing, j, m)))
  const judged = all.filter((j) => !doubted.has(j))
  const outcomes = all.map((j) => (doubted.has(j) ? inDoubtOf(j, misreadings) : j.outcome))
  const findings = mergedFindings(
    pointed(judged)
      .filter((j) => j.judgement.outcome === 'fail')
      .map((j) => findingOf(filing, j)),
  )
  causesTold(filing, judged, findings)
  return {
    facts: withStatus(given, outcomes, doubts),
    tables: withTotals(filing, outcomes),
    outcomes,
    findings,
    doubts,
  }
}

/** Of a filing whose answers changed: what the check says that is about them. */
export function checkRequired(filing: Checkable): Pick<Checked, 'outcomes' | 'findings'> & { id: string } {
  const judged = judgedBy([structureRequired], filing)
  return {
    id: structureRequired.id,
    outcomes: judged.map((j) => j.outcome),
    findings: judged.filter((j) => j.judgement.outcome === 'fail').map((j) => findingOf(filing, j)),
  }
}

/** What the checks say that are about figures and words, before anybody judges how those were read. */
export const identitiesOf = (filing: Extracted): Identity[] =>
  judgedBy(
    CHECKS.filter((c) => !c.ofReading),
    inPrintOrder(filing),
  ).map(({ judgement, outcome }) => ({ outcome, isSum: judgement.sum === true }))

function judgedBy(checks: readonly Check[], filing: Checkable): Judged[] {
  const taken = new Set<string>()
  return [...toldBy(checks, filing)].map(({ check, judgement }) => ({
    check,
    judgement,
    outcome: outcomeOf(filing, check, judgement, taken),
  }))
}

/** One after the other: a trial of another reading asks no further once it is refuted. */
function* toldBy(checks: readonly Check[], filing: Checkable): Generator<Omit<Judged, 'outcome'>> {
  const year = Number(filing.fiscal_year)
  for (const check of checks) {
    const due =
      check.kinds.includes(filing.kind) && year >= (check.years.from ?? 0) && year <= (check.years.to ?? 9999)
    if (!due) continue
    for (const judgement of check.run(filing)) yield { check, judgement: withoutUnread(judgement, filing) }
  }
}

const OF_READING: ReadonlySet<string> = new Set(CHECKS.filter((c) => c.ofReading).map((c) => c.id))

/**
 * Proven by an identity that holds, disputed by one that fails; a dispute outweighs. Whatever adds up with a figure, it is
 * proven of nothing while its meaning is in doubt.
 */
export function withStatus(
  { facts, fiscal_year }: Pick<Extracted, 'facts' | 'fiscal_year'>,
  outcomes: readonly CheckOutcome[],
  doubts: readonly Doubt[],
): Fact[] {
  const status = new Map<string, Fact['status']>()
  for (const outcome of outcomes) {
    if (outcome.outcome === 'undecided' || OF_READING.has(outcome.check_id)) continue
    for (const id of outcome.facts)
      if (outcome.outcome === 'fail') status.set(id, 'disputed')
      else if (!status.has(id)) status.set(id, 'proven')
  }
  // 收入支出总计 is one printed figure and two facts: what disputes one disputes the print.
  const disputed = new Set(facts.filter((f) => status.get(f.fact_id) === 'disputed').map(printKey))
  const doubted = new Set(doubts.flatMap((d) => d.doubted))
  const stands = hasMeaning({ fiscal_year })
  const provable = (f: Fact) =>
    doubted.has(f.fact_id) || !stands(f) ? 'unproven' : (status.get(f.fact_id) ?? 'unproven')
  return facts.map((f) => ({ ...f, status: disputed.has(printKey(f)) ? 'disputed' : provable(f) }))
}

const TOTALS = new Set(['YS-TABLE-COLUMN-TOTAL', 'YS-TABLES-GRAND-TOTAL', 'YS-TABLE-TOTAL-WITH-CARRY'])

/** Whether a table's totals agree with its parts. */
function withTotals(filing: Extracted, outcomes: CheckOutcome[]): FilingTable[] {
  const tableOf = new Map(filing.facts.map((f) => [f.fact_id, f.table_id]))
  const totals = outcomes.filter((o) => TOTALS.has(o.check_id) && o.outcome !== 'undecided')
  return filing.tables.map((table) => {
    const own = totals.filter((o) => o.facts.some((id) => tableOf.get(id) === table.table_id))
    const total_status = own.some((o) => o.outcome === 'fail')
      ? 'disputed'
      : own.length > 0
        ? 'proven'
        : ('' as const)
    return { ...table, total_status }
  })
}
