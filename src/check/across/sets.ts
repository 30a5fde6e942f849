import { pageNameOf } from '../../catalogue/page-names.js'
import { keyOf } from '../../model/fact-key.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { filingOfId } from '../../model/filing-of-id.js'
import { overlaps } from '../../model/money.js'
import { findingOf, outcomeOf } from '../findings.js'
import type { Judged } from '../judged.js'
import { doubtOf, leftInDoubt } from '../misreadings/doubts.js'
import { isFault } from '../misreadings/hearing.js'
import { misreadingsOf } from '../misreadings/index.js'
import { CHECKS } from '../registry.js'
import type { AcrossResult, Paper } from './across.js'
import { spanOf } from './prints.js'

/** Checks that hold figures of prose and tables against each other; others need no second file. */
const BETWEEN_PLACES = /^YS-(?:PROSE|TEXT|TABLES)-/
/** Checks that a list is complete. */
const OF_LISTS = /-PARTS$/

/** Runs the checks of one filing over the files of a set; what one file says alone is not said again. */
export function checkSet(paper: Paper, result: AcrossResult): void {
  const whole = wholeOf(paper)
  const isComplete = !lacksPages(paper)
  const isAsked = (id: string) => BETWEEN_PLACES.test(id) && (isComplete || !OF_LISTS.test(id))
  const between = judgedIn(whole, paper, isAsked).filter(isBetweenFiles)
  // What the files say inside tells a misreading from a fault between them.
  const judged = between.some(isFault) ? judgedIn(whole, paper) : []
  const misreadings = misreadingsOf(whole, judged, (other, isTried) => judgedIn(other, paper, isTried))
  for (const one of between) {
    const misreading = misreadings.find((m) =>
      m.explains.some((j) => j.outcome.outcome_id === one.outcome.outcome_id),
    )
    const outcome = misreading ? leftInDoubt(one.outcome, misreading) : one.outcome
    result.outcomes.push(outcome)
    if (outcome.outcome !== 'undecided') result.telling.add(outcome.outcome_id)
    if (misreading) result.doubts.push(doubtOf(one.carrier, one, misreading))
    else if (outcome.outcome === 'fail') result.findings.push(findingOf(one.carrier, one))
  }
}

/** The files of a set as one filing. */
export const wholeOf = (paper: Paper): Extracted => ({
  ...(paper.filings[0] as Extracted),
  pages: [],
  sections: paper.filings.flatMap((f) => f.sections),
  tables: paper.filings.flatMap((f) => f.tables),
  facts: paper.filings.length > 1 ? asTotals(paper.facts) : paper.facts,
  loose_numbers: [],
})

type JudgedOfSet = Judged & { carrier: Extracted }

/** What the checks of one filing say of a paper. */
export const judgedIn = (
  whole: Extracted,
  paper: Paper,
  isAsked = (_checkId: string) => true,
): JudgedOfSet[] => [...judgedOneByOne(whole, paper, isAsked)]

export function* judgedOneByOne(
  whole: Extracted,
  paper: Paper,
  isAsked: (checkId: string) => boolean,
): Generator<JudgedOfSet> {
  const first = paper.filings[0] as Extracted
  const taken = new Set<string>()
  for (const check of CHECKS) {
    const { from = 0, to = 9999 } = check.years
    const due = isAsked(check.id) && check.kinds.includes(paper.kind)
    if (!due || paper.year < from || paper.year > to) continue
    for (const judgement of check.run(whole)) {
      // The page that a finding points at is one of the file that carries it.
      const lead = judgement.facts[0]
      const own = paper.filings.find((f) => lead?.fact_id.startsWith(f.filing_id)) ?? first
      const carrier = { ...whole, filing_id: own.filing_id }
      yield { check, judgement, outcome: outcomeOf(carrier, check, judgement, taken), carrier }
    }
  }
}

/** The page files of a paper do not count from its first page on: an item of a list may stand on one that is missing. */
function lacksPages({ filings }: Paper): boolean {
  const numbers = filings.flatMap((f) => (f.page_says ? (pageNameOf(f.source)?.page ?? []) : []))
  return numbers.length > 1 && numbers.sort((a, b) => a - b).some((n, i) => n !== i + 1)
}

const isBetweenFiles = ({ judgement: { facts } }: Judged): boolean =>
  new Set(facts.map((f) => filingOfId(f.fact_id))).size > 1

/**
 * 收入预算 in prose is the year's income or the total with carry-over, and only the tables of the other file tell:
 * where it is no print of the one and a print of the other, it is that.
 */
function asTotals(facts: readonly Fact[]): Fact[] {
  const printed = new Map<string, Fact[]>()
  for (const f of facts)
    if (f.source === 'table') printed.set(keyOf(f), [...(printed.get(keyOf(f)) ?? []), f])
  const agrees = (fact: Fact, as: Fact) =>
    printed.get(keyOf(as))?.some((p) => overlaps(spanOf(fact), spanOf(p)))
  return facts.map((f) => {
    if (f.source !== 'prose' || !/^(?:revenue|expenditure)$/.test(f.concept) || f.measure !== 'amount')
      return f
    const total = { ...f, concept: `${f.concept}.grand-total` }
    return printed.has(keyOf(f)) && !agrees(f, f) && agrees(f, total) ? total : f
  })
}
