import { readFile } from 'node:fs/promises'
import { Filing, type Finding } from '../model/filing.js'
import {
  type Connections,
  connect,
  type Family,
  type FilingSummary,
  summaryOf,
  withYearOfSet,
} from '../organizations/index.js'
import { checkAcross, completenessOfSet, familyFile, withAcross, withCompleteness } from '../pipeline.js'
import { filingPath, writeFiling } from '../publish/index.js'

export interface Connected {
  summaries: FilingSummary[]
  connections: Connections
  /** Every filing in the given order, with its set, organization and what other filings say of it. */
  filings: AsyncGenerator<Filing>
}

export async function readFiling(output: string, filingId: string): Promise<Filing> {
  return JSON.parse(await readFile(filingPath(output, filingId), 'utf8')) as Filing
}

/** What a run makes of a finding beside what its check says; the same finding always gives the same. */
export type Reweigh = (finding: Finding) => Finding

/** One after the other; the next is read from disk while one is worked on. */
async function* readFilings(output: string, ids: readonly string[]): AsyncGenerator<Filing> {
  let next = ids[0] === undefined ? undefined : readFiling(output, ids[0])
  for (let i = 1; next; i++) {
    const filing = await next
    const id = ids[i]
    next = id === undefined ? undefined : readFiling(output, id)
    // Whoever stops before it is not told that it could not be read.
    next?.catch(() => undefined)
    yield filing
  }
}

/** Connects the filings of an output with each other: one family in memory at a time, then one filing. */
export async function connectFilings(
  output: string,
  filingIds: readonly string[],
  reweigh: Reweigh,
): Promise<Connected> {
  const summaries: FilingSummary[] = []
  for await (const filing of readFilings(output, filingIds)) summaries.push(summaryOf(filing))
  const connections = connect(summaries)
  const checked = new Set<string>()
  for (const family of connections.families.filter((f) => f.filings.length > 1)) {
    await checkTogether(output, family, connections, reweigh)
    for (const s of family.filings) checked.add(s.filingId)
  }
  return { summaries, connections, filings: connected() }

  async function* connected(): AsyncGenerator<Filing> {
    for await (const filing of readFilings(output, filingIds))
      yield checked.has(filing.filing_id) ? filing : await settled(output, filing, connections, reweigh)
  }
}

const NOTHING: ReturnType<typeof checkAcross> = {
  outcomes: [],
  findings: [],
  doubts: [],
  telling: new Set(),
}

async function checkTogether(
  output: string,
  family: Family,
  connections: Connections,
  reweigh: Reweigh,
): Promise<void> {
  const ids = family.filings.map((s) => s.filingId).sort()
  const files = []
  const moved = new Set<string>()
  const published = await completenessOfAll(output, ids, connections)
  for (const id of ids) {
    const stored = await readFiling(output, id)
    const filing = completed(stored, connections, published)
    const parts = partsOf(id, connections)
    if (filing !== stored || isMoved(filing, parts)) moved.add(id)
    files.push(familyFile(filing, { ...parts, renamed: connections.renamed.has(id) }))
  }
  const result = checkAcross(files, family.units, (id) => connections.levelOf.get(id) ?? 'department')
  for (const file of files) {
    const id = file.filing_id
    // Without its cells it tells whether anything changed; the whole is read again only to be written.
    if (!moved.has(id) && saysTheSame(file, weighed(withAcross(file, result), reweigh))) continue
    await rewritten(output, await readFiling(output, id), connections, result, reweigh, published)
  }
}

type Published = ReturnType<typeof completenessOfSet>

/** What the files of each set publish together: those of one set in memory at a time. */
async function completenessOfAll(
  output: string,
  ids: readonly string[],
  connections: Connections,
): Promise<Published> {
  const sets = new Map<string, string[]>()
  for (const id of ids) {
    const { set_id } = partsOf(id, connections)
    sets.set(set_id, [...(sets.get(set_id) ?? []), id])
  }
  const published: Published = new Map()
  for (const members of sets.values()) {
    const files = []
    for (const id of members) {
      const filing = withYearOfSet(await readFiling(output, id), yearOf(id, connections))
      files.push({ ...filing, ...partsOf(id, connections) })
    }
    for (const [id, own] of completenessOfSet(files)) published.set(id, own)
  }
  return published
}

/** A file with the year of its set and with what the set publishes. */
function completed(filing: Filing, connections: Connections, published: Published): Filing {
  const dated = withYearOfSet(filing, yearOf(filing.filing_id, connections))
  const own = published.get(filing.filing_id)
  return own ? withCompleteness(dated, own) : dated
}

const partsOf = (id: string, { setOf, organizationOf }: Connections) => ({
  set_id: setOf.get(id) ?? id,
  organization_id: organizationOf.get(id) ?? '',
})

const yearOf = (id: string, connections: Connections): string => connections.yearOf.get(id) ?? ''

const isMoved = (filing: Filing, parts: ReturnType<typeof partsOf>): boolean =>
  filing.set_id !== parts.set_id || filing.organization_id !== parts.organization_id

const saysTheSame = (a: Filing, b: Filing): boolean =>
  a.facts.every((fact, i) => fact.status === b.facts[i]?.status) &&
  JSON.stringify([a.outcomes, a.findings, a.doubts]) === JSON.stringify([b.outcomes, b.findings, b.doubts])

const weighed = <F extends Filing>(filing: F, reweigh: Reweigh): F => ({
  ...filing,
  findings: filing.findings.map(reweigh),
  doubts: filing.doubts.map((doubt) => ({ ...doubt, message: reweigh(doubt).message })),
})

/** A filing without others, written again where it was connected or weighed otherwise before. */
async function settled(
  output: string,
  filing: Filing,
  connections: Connections,
  reweigh: Reweigh,
): Promise<Filing> {
  const id = filing.filing_id
  const published = completenessOfSet([filing])
  return isMoved(filing, partsOf(id, connections)) ||
    completed(filing, connections, published) !== filing ||
    !saysTheSame(filing, weighed(withAcross(filing, NOTHING), reweigh))
    ? rewritten(output, filing, connections, NOTHING, reweigh, published)
    : filing
}

async function rewritten(
  output: string,
  filing: Filing,
  connections: Connections,
  result: ReturnType<typeof checkAcross>,
  reweigh: Reweigh,
  published: Published,
): Promise<Filing> {
  const whole = Filing.parse({
    ...weighed(withAcross(completed(filing, connections, published), result), reweigh),
    ...partsOf(filing.filing_id, connections),
  })
  await writeFiling(output, whole)
  return whole
}
