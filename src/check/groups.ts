import type { Fact, FactKey } from '../model/filing.js'

export const groupBy = <T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const k = key(item)
    const group = groups.get(k)
    if (group) group.push(item)
    else groups.set(k, [item])
  }
  return groups
}

const KEY: readonly (keyof FactKey)[] = [
  'concept',
  'fund',
  'function_code',
  'economy_code',
  'government_economy_code',
  'nature',
  'entity',
  'year',
  'basis',
  'measure',
]

/** The key of a figure, some dimensions left out. */
export const keyOf = (fact: Fact, without: readonly (keyof FactKey)[] = []): string =>
  KEY.map((k) => (without.includes(k) ? '*' : fact[k])).join('|')

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
