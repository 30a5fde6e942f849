import { keyOf } from '../model/fact-key.js'
import type { Extracted, Fact, FilingTable } from '../model/filing.js'
import { groupBy } from '../model/group-by.js'
import { decimal, intervalOf, overlaps, YUAN_PER } from '../model/money.js'
import { HEAD_DOUBTFUL, noted, TABLE_DOUBTFUL } from '../model/reading.js'
import { placeOfPrint } from './prints.js'

/** What other prints of the filing say of the figures of a table or of a column. */
interface Witnesses {
  /** Keys that another print bears with this value … */
  agree: number
  /** … with other values alone … */
  differ: number
  /** … and that nothing else bears. */
  alone: number
}

/**
 * Scanned figures of tables in doubt where nothing bears out what was read over them. Title, unit and heads give meaning
 * to many figures at once, and a recognizer is often sure of what it misread: the same figure elsewhere in the filing, in
 * another table or in the text, is the witness.
 */
export function withMeaningDoubts(filing: Extracted): Extracted {
  const scanned = filing.facts.filter((f) => f.method === 'ocr' && f.source === 'table')
  if (scanned.length === 0) return filing
  const prints = groupBy(filing.facts.filter(isTelling), keyOf)
  const tables = groupBy(scanned, (f) => f.table_id)
  const isUsuallyTitled =
    [...tables.keys()].filter((id) => tableOf(filing, id)?.title).length * 2 > tables.size
  const doubts = new Map<Fact, string>()
  for (const [id, facts] of tables) {
    const table = tableOf(filing, id)
    const whole = witnessesOf(facts, prints, (f) => f.table_id === id)
    const isDoubtful =
      whole.differ > whole.agree ||
      (whole.agree === 0 && !isUnitUsual(filing, facts)) ||
      (isUsuallyTitled && table?.title === '' && whole.alone + whole.differ > 0)
    for (const [, column] of groupBy(facts, (f) => `${f.column}`)) {
      const own = witnessesOf(column, prints, (f) => f.table_id === id && f.column === column[0]?.column)
      if (isDoubtful) for (const fact of column) doubts.set(fact, TABLE_DOUBTFUL)
      else if (own.differ > own.agree) for (const fact of column) doubts.set(fact, HEAD_DOUBTFUL)
    }
    for (const fact of facts) if (isContradictedBeside(fact, prints)) doubts.set(fact, HEAD_DOUBTFUL)
  }
  return {
    ...filing,
    facts: filing.facts.map((f) => {
      const code = doubts.get(f)
      return code === undefined ? f : { ...f, note: noted(f.note, code) }
    }),
  }
}

const tableOf = (filing: Extracted, id: string): FilingTable | undefined =>
  filing.tables.find((t) => t.table_id === id)

/** Several tables are counted in the unit of this one, each by a line of its own. */
function isUnitUsual(filing: Extracted, facts: readonly Fact[]): boolean {
  const [first] = facts.filter((f) => f.measure === 'amount')
  if (!first) return true
  return !first.note.includes('unit-inherited') && first.unit === filing.unit_default && first.unit !== ''
}

/** Zeros and words agree by chance, counts and shares have units of their own. */
const isTelling = (fact: Fact): boolean =>
  fact.measure === 'amount' && fact.value !== '0' && /\d/.test(fact.raw)

function witnessesOf(
  facts: readonly Fact[],
  prints: ReadonlyMap<string, Fact[]>,
  isOwn: (f: Fact) => boolean,
): Witnesses {
  const witnesses = { agree: 0, differ: 0, alone: 0 }
  for (const [key, own] of groupBy(facts.filter(isTelling), keyOf)) {
    const others = (prints.get(key) ?? []).filter((f) => !isOwn(f))
    if (others.length === 0) witnesses.alone++
    else if (own.some((f) => others.some((o) => agree(f, o)))) witnesses.agree++
    else witnesses.differ++
  }
  return witnesses
}

/** The same table has another figure of one meaning, and no other print agrees with this one. */
function isContradictedBeside(fact: Fact, prints: ReadonlyMap<string, Fact[]>): boolean {
  if (!isTelling(fact)) return false
  const others = (prints.get(keyOf(fact)) ?? []).filter((f) => placeOfPrint(f) !== placeOfPrint(fact))
  return (
    others.some((f) => f.table_id === fact.table_id && !agree(f, fact)) &&
    !others.some((f) => f.table_id !== fact.table_id && agree(f, fact))
  )
}

const agree = (a: Fact, b: Fact): boolean => overlaps(printedInterval(a), printedInterval(b))

const printedInterval = (fact: Fact) =>
  intervalOf(decimal(fact.value), fact.decimals, decimal(YUAN_PER[fact.unit] ?? '1'))
