import type { Extracted, Fact, FilingTable } from '../model/filing.js'
import { groupBy } from '../model/group-by.js'

/** What only its lists are asked for: filings, and those of a trial. */
type Printed = Pick<Extracted, 'facts' | 'tables'>

// Dozens of checks ask this of each fact or table: lists are walked once, or a long filing costs its square.
const tablesById = new WeakMap<readonly FilingTable[], Map<string, FilingTable>>()
const factsByTable = new WeakMap<readonly Fact[], Map<string, Fact[]>>()

/** The table of an id; the first where an id stands twice. Lists of a filing are not changed once they are asked. */
export function tableOfId(
  { tables }: Pick<Printed, 'tables'>,
  id: string | undefined,
): FilingTable | undefined {
  let byId = tablesById.get(tables)
  if (!byId) {
    byId = new Map([...tables].reverse().map((t) => [t.table_id, t]))
    tablesById.set(tables, byId)
  }
  return id === undefined ? undefined : byId.get(id)
}

/** The figures of a table in the order of the filing. */
export function factsOfTable({ facts }: Pick<Printed, 'facts'>, id: string): readonly Fact[] {
  let byTable = factsByTable.get(facts)
  if (!byTable) {
    byTable = groupBy(facts, (f) => f.table_id)
    factsByTable.set(facts, byTable)
  }
  return byTable.get(id) ?? []
}
