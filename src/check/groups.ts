import type { Fact } from '../model/filing.js'
import { groupBy } from '../model/group-by.js'

/** A person's name for a figure: its printed label, code and nature. */
export function nameOf(fact: Fact): string {
  const code = fact.function_code || fact.economy_code
  return [fact.entity, code, fact.label || fact.concept, fact.nature].filter(Boolean).join(' ')
}

/** Amounts of tables, per table. */
export const tableAmounts = (facts: readonly Fact[]): Map<string, Fact[]> =>
  groupBy(
    facts.filter((f) => f.source === 'table' && f.measure === 'amount'),
    (f) => f.table_id,
  )

/** The only figure of a list; undefined where there is none or they contradict each other. */
export function single(facts: Fact[]): Fact | undefined {
  const first = facts[0]
  return first && facts.every((f) => f.value === first.value) ? first : undefined
}
