import { keyOf } from '../model/fact-key.js'
import type { Extracted, Fact, Fund } from '../model/filing.js'

const OTHERS: readonly Fund[] = ['government-fund', 'state-capital']

/** All money from the treasury that is printed by fund is of the general budget. */
export const printsOneFund = ({ facts }: Extracted): boolean =>
  facts.some((f) => f.fund === 'general' && f.source === 'table') &&
  !facts.some((f) => OTHERS.includes(f.fund) && f.value !== '0')

/** The filing itself says so: 财政拨款 and the general budget are one money. */
const hasOneFund = (filing: Extracted): boolean =>
  printsOneFund(filing) &&
  (filing.facts.some((f) => f.fund === 'government-fund') ||
    filing.tables.some((t) => t.type === 'government-fund' && t.empty))

/** The fund under which a figure is compared: there the text's 财政拨款 is what only tables of the general budget print. */
export function fundCompared(filing: Extracted): (fact: Fact) => Fund {
  if (!hasOneFund(filing)) return (fact) => fact.fund
  const inTables = new Set(filing.facts.flatMap((f) => (f.source === 'table' ? [keyOf(f)] : [])))
  return (fact) =>
    fact.source === 'prose' && fact.fund === 'fiscal' && !inTables.has(keyOf(fact)) ? 'general' : fact.fund
}
