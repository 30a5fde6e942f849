// Connects the filings of an output with each other: the summaries of one place in memory at a time, then one filing.

import type { Filing } from '../model/filing.js'
import { consecutive } from '../model/group-by.js'
import type { Organization } from '../model/organization.js'
import type { NewPile, Pile } from '../model/pile.js'
import type { Standing } from '../model/standing.js'
import {
  type Connections,
  connect,
  type Family,
  type FilingSummary,
  folderAndName,
  type NameInFolder,
  nameInFolder,
  type PlacedSummary,
  placedByName,
  summaryOf,
} from '../organizations/index.js'
import type { FamilyPlan } from './family.js'
import type { JobEngine } from './job-engine.js'
import { Judging } from './judging.js'
import type { Weighing } from './reweigh.js'
import { readFiling, readStanding, removeOtherStandings, withStanding } from './standing.js'

/** The filings of one place, and who they are. */
export interface ConnectedPlace {
  filings: readonly FilingSummary[]
  connections: Connections
}

export interface Connected {
  /** Of all places, by id. */
  organizations: Pile<Organization>
  /** Every filing in the given order with all that is said of it but over a region, and what stood there of that. */
  filings: AsyncGenerator<{ filing: Filing; standing: Standing }>
}

interface Connecting {
  weighing: Weighing
  newPile: NewPile
  judges?: JobEngine | undefined
  /** Is told of each place. */
  onPlace: (place: ConnectedPlace) => Promise<void>
}

/** Says of each filing who it is and what others show of it, and keeps that beside it. */
export async function connectFilings(
  output: string,
  filingIds: readonly string[],
  { weighing, newPile, judges, onPlace }: Connecting,
): Promise<Connected> {
  const names = newPile<NameInFolder>((a, b) => ordered(folderAndName(a), folderAndName(b)))
  const places = newPile<PlacedSummary>((a, b) => ordered(a.place, b.place) || ordered(a.source, b.source))
  const organizations = newPile<Organization>((a, b) => ordered(a.organization_id, b.organization_id))
  const judging = new Judging(output, weighing, judges)
  for await (const filing of inOrder(filingIds, (id) => readFiling(output, id))) {
    const summary = summaryOf(filing)
    if (isNamed(summary)) {
      await names.add(nameInFolder(summary))
      if (summary.region !== '') await places.add({ ...summary, place: summary.region })
    } else await connectPlace([{ ...summary, place: summary.region }])
  }
  for await (const alike of consecutive(names.rows(), folderAndName))
    for (const summary of placedByName(alike)) await places.add(summary)
  for await (const filings of consecutive(places.rows(), (s) => s.place)) await connectPlace(filings)
  await judging.done()
  await removeOtherStandings(output, new Set(filingIds))
  return { organizations, filings: connected() }

  async function connectPlace(filings: readonly PlacedSummary[]): Promise<void> {
    const connections = connect(filings)
    await onPlace({ filings, connections })
    for (const organization of connections.organizations) await organizations.add(organization)
    const alone = new Set(filings.map((f) => f.filingId))
    for (const family of connections.families) {
      for (const { filingId } of family.filings) alone.delete(filingId)
      await judging.add(planOf(family, connections))
    }
    for (const id of alone) await judging.add({ members: [memberOf(id, connections)], units: [], levels: {} })
  }

  async function* connected(): Connected['filings'] {
    const both = (id: string) => Promise.all([readFiling(output, id), readStanding(output, id)])
    for await (const [alone, standing] of inOrder(filingIds, both)) {
      if (!standing) throw new Error(`${alone.filing_id} was not judged`)
      yield { filing: withStanding(alone, standing), standing }
    }
  }
}

/** Whoever is named may belong to others. */
const isNamed = ({ status, organization }: FilingSummary): boolean =>
  (status === 'ok' || status === 'partial') && organization !== ''

const ordered = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** One after the other; the next is read from disk while one is worked on. */
async function* inOrder<T>(ids: readonly string[], read: (id: string) => Promise<T>): AsyncGenerator<T> {
  let next = ids[0] === undefined ? undefined : read(ids[0])
  for (let i = 1; next; i++) {
    const one = await next
    const id = ids[i]
    next = id === undefined ? undefined : read(id)
    // Whoever stops before it is not told that it could not be read.
    next?.catch(() => undefined)
    yield one
  }
}

function planOf(family: Family, connections: Connections): FamilyPlan {
  const members = family.filings.map((s) => memberOf(s.filingId, connections))
  const organizations = new Set(members.map((m) => m.organization_id))
  return {
    // In the order of their ids: the same family is judged alike wherever its files lie.
    members: members.sort((a, b) => (a.filing_id < b.filing_id ? -1 : 1)),
    units: family.units,
    levels: Object.fromEntries(
      [...organizations].map((id) => [id, connections.levelOf.get(id) ?? 'department']),
    ),
  }
}

const memberOf = (
  id: string,
  { setOf, organizationOf, yearOf, renamed }: Connections,
): FamilyPlan['members'][0] => ({
  filing_id: id,
  set_id: setOf.get(id) ?? id,
  organization_id: organizationOf.get(id) ?? '',
  year_of_set: yearOf.get(id) ?? '',
  renamed: renamed.has(id),
})
