import type { Extracted, Fact, FilingTable } from '../model/filing.js'
import { groupBy } from '../model/group-by.js'
import { oncePer } from '../model/once-per.js'

// Dozens of checks ask this of each fact or table: lists are walked once, or a long filing costs its square.
const byId = oncePer(
  (tables: readonly FilingTable[]) => new Map([...tables].reverse().map((t) => [t.table_id, t])),
)
const byTable = oncePer((facts: readonly Fact[]) => groupBy(facts, (f) => f.table_id))

/** The table of an id; the first where an id stands twice. Lists of a filing are not changed once they are asked. */
export const tableOfId = (
  { tables }: Pick<Extracted, 'tables'>,
  id: string | undefined,
): FilingTable | undefined => (id === undefined ? undefined : byId(tables).get(id))

/** The figures of a table in the order of the filing. */
export const factsOfTable = ({ facts }: Pick<Extracted, 'facts'>, id: string): readonly Fact[] =>
  byTable(facts).get(id) ?? []
