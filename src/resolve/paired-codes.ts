import type { Extracted, Fact } from '../model/filing.js'
import { CODE_DOUBTFUL, noted } from '../model/reading.js'

/** So many rows of a table, and this share of them, bear the codes of both classifications where all do. */
const FEWEST_PAIRED = 4
const PAIRED = 0.7
/** Classes stand above the pairs with one code alone. */
const PAIRED_LENGTH = 5

/** Scanned figures in doubt whose row has one code in a table where each row has two: the other one was not read. */
export function withPairDoubts(filing: Extracted): Extracted {
  const rows = new Map<string, { paired: Set<number>; single: Set<number> }>()
  for (const fact of filing.facts.filter(isCoded)) {
    const table = rows.get(fact.table_id) ?? { paired: new Set(), single: new Set() }
    const side = fact.government_economy_code === '' ? table.single : table.paired
    side.add(fact.row as number)
    rows.set(fact.table_id, table)
  }
  const isLost = (fact: Fact): boolean => {
    const { paired, single } = rows.get(fact.table_id) ?? { paired: new Set(), single: new Set() }
    return (
      isCoded(fact) &&
      single.has(fact.row as number) &&
      paired.size >= Math.max(FEWEST_PAIRED, PAIRED * (paired.size + single.size))
    )
  }
  return {
    ...filing,
    facts: filing.facts.map((f) => (isLost(f) ? { ...f, note: noted(f.note, CODE_DOUBTFUL) } : f)),
  }
}

const isCoded = (fact: Fact): boolean =>
  fact.method === 'ocr' && fact.source === 'table' && fact.economy_code.length === PAIRED_LENGTH
