// Connects the filings of an output with each other: one family in memory at a time, then one filing.
import PQueue from 'p-queue'
import type { Filing } from '../model/filing.js'
import type { Standing } from '../model/standing.js'
import {
  type Connections,
  connect,
  type Family,
  type FilingSummary,
  summaryOf,
} from '../organizations/index.js'
import { type FamilyPlan, judgeFamily } from './family.js'
import type { JobEngine } from './job-engine.js'
import type { FamilyJob } from './protocol.js'
import type { Weighing } from './reweigh.js'
import { keepStanding, readFiling, readStanding, removeOtherStandings, withStanding } from './standing.js'

/** Families that are planned and wait for a judge at once: a cluster has many. */
const FAMILIES_AT_ONCE = 64

export interface Connected {
  summaries: FilingSummary[]
  connections: Connections
  /** Every filing in the given order with all that is said of it but over a region, and what stood there of that. */
  filings: AsyncGenerator<{ filing: Filing; standing: Standing }>
}

/** Says of each filing who it is and what others show of it, and keeps that beside it. */
export async function connectFilings(
  output: string,
  filingIds: readonly string[],
  weighing: Weighing,
  judges?: JobEngine,
): Promise<Connected> {
  const summaries: FilingSummary[] = []
  for await (const filing of inOrder(filingIds, (id) => readFiling(output, id)))
    summaries.push(summaryOf(filing))
  const connections = connect(summaries)
  const together = new Set<string>()
  const turns = new PQueue({ concurrency: judges ? FAMILIES_AT_ONCE : 1 })
  await turns.addAll(
    connections.families
      .filter((f) => f.filings.length > 1)
      .map((family) => async () => {
        for (const standing of await judged(
          { family: planOf(family, connections), output, weighing },
          judges,
        )) {
          await keepStanding(output, standing, await readStanding(output, standing.filing_id))
          together.add(standing.filing_id)
        }
      }),
  )
  await removeOtherStandings(output, new Set(filingIds))
  return { summaries, connections, filings: connected() }

  async function* connected(): Connected['filings'] {
    const both = (id: string) => Promise.all([readFiling(output, id), readStanding(output, id)])
    for await (const [alone, stood] of inOrder(filingIds, both)) {
      const id = alone.filing_id
      const standing = together.has(id) && stood ? stood : await settled(alone, stood)
      yield { filing: withStanding(alone, standing), standing }
    }
  }

  async function settled(alone: Filing, before: Standing | undefined): Promise<Standing> {
    const id = alone.filing_id
    const plan = { members: [memberOf(id, connections)], units: [], levels: {} }
    const [standing] = await judgeFamily(plan, async () => alone, weighing)
    return keepStanding(output, standing as Standing, before)
  }
}

/** By whoever judges; here where nobody could: then a defect shows. */
async function judged(job: FamilyJob, judges?: JobEngine): Promise<Standing[]> {
  const end = judges && (await judges.run(job)).end
  if (end && 'result' in end && end.result.standings) return end.result.standings
  return judgeFamily(job.family, (id) => readFiling(job.output, id), job.weighing)
}

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
