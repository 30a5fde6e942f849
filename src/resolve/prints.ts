import type { Fact } from '../model/filing.js'
import { canonical, type Decimal, decimal, YUAN_PER } from '../model/money.js'
import type { KeptReadings } from '../model/reading.js'
import { type Text, withoutSpaces } from '../model/text.js'
import { type Candidate, candidatesOf } from './candidates.js'
import { printedFigure } from './printed-figure.js'

/** The characters of one printed figure of a scanned page, and the facts that they are: 收入支出总计 is two. */
export interface Print {
  facts: Fact[]
  /** Other figures that may be printed there. */
  candidates: Candidate[]
}

/** Where the figure of a fact is printed: two facts of one print are no two witnesses. */
export const placeOfPrint = (fact: Fact): string => `${fact.page} ${fact.bbox}`

/** The scanned figures that may be something else than what was read. */
export function doubtfulPrints(facts: readonly Fact[], readings: KeptReadings): Print[] {
  const prints = new Map<string, { facts: Fact[]; text: Text }>()
  for (const fact of facts) {
    const text = readings.get(fact.fact_id)
    // Settled once is settled: its characters are no longer what was read.
    if (!text || fact.value_read !== '') continue
    const print = prints.get(placeOfPrint(fact))
    if (print) print.facts.push(fact)
    else prints.set(placeOfPrint(fact), { facts: [fact], text })
  }
  return [...prints.values()].flatMap(({ facts: same, text }) => {
    const candidates = candidatesOf(withoutSpaces(text), same[0]?.raw ?? '')
    return candidates.length > 0 && same.every((f) => factorOf(f)) ? [{ facts: same, candidates }] : []
  })
}

const FACTORS: ReadonlySet<string> = new Set(['1', ...Object.values(YUAN_PER)])

/** What one printed unit of a fact is worth, negative where words say 减少; undefined where its print tells not. */
function factorOf(fact: Fact): Decimal | undefined {
  const read = printedFigure(fact.raw)
  if (!read) return undefined
  // Zero shows no sign: of a change nobody knows whether it would be one more or one less.
  if (read.value.eq(0)) return fact.measure === 'change' ? undefined : decimal(YUAN_PER[fact.unit] ?? '1')
  const factor = decimal(fact.value).div(read.value)
  return FACTORS.has(canonical(factor.abs())) ? factor : undefined
}

/** A fact as another reading of its print has it; what was read stays in `value_read`. */
export function withCandidate(fact: Fact, candidate: Candidate): Fact {
  const factor = factorOf(fact)
  if (!factor) throw new Error(`no print to read otherwise: ${fact.fact_id}`)
  return {
    ...fact,
    value: canonical(candidate.value.times(factor)),
    raw: candidate.text,
    decimals: candidate.decimals,
    value_read: fact.value,
  }
}
