// What filings say of each other, beside what each says alone: `standing/<id>.json`. A filing's own JSON stays as its
// reading made it.
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AcrossResult, RegionRow } from '../check/index.js'
import { withStatus } from '../check/index.js'
import type { Filing, Finding } from '../model/filing.js'
import { Standing } from '../model/standing.js'
import { withYearOfSet } from '../organizations/index.js'
import { withCompleteness } from '../pipeline.js'
import { filingPath, STANDING_FOLDER, standingPath, writeWhole } from '../publish/index.js'
import type { Completeness } from '../requirements/index.js'
import { reweighed, type Weighing } from './reweigh.js'

/** Who a filing is among the others of a run. */
export interface Place {
  set_id: string
  organization_id: string
  /** Year of its set where it prints none. */
  year_of_set: string
}

const NOWHERE: Standing['region'] = { outcomes: [], findings: [] }

/** A filing at its place, with what its set publishes: what checks between filings look at. */
export function placed(filing: Filing, { set_id, organization_id, year_of_set }: Place, set?: Completeness) {
  const dated = withYearOfSet({ ...filing, set_id, organization_id }, year_of_set)
  return set ? withCompleteness(dated, set) : dated
}

/** What is said of a filing, from the filing alone, at its place, and what checks between filings found. */
export function standingOf(
  alone: Filing,
  at: Filing,
  place: Place,
  { outcomes, findings, doubts, telling }: AcrossResult,
  weighing: Weighing,
): Standing {
  const reweigh = (finding: Finding) => reweighed(finding, weighing)
  const ofThis = <T extends { filing_id: string }>(all: readonly T[]): T[] =>
    all.filter((one) => one.filing_id === at.filing_id)
  const told = outcomes.filter((o) => telling.has(o.outcome_id))
  const facts = withStatus(at, [...at.outcomes, ...told], [...at.doubts, ...doubts])
  const own = new Set(alone.outcomes)
  const anew = at.outcomes.filter((o) => !own.has(o))
  const dropped = alone.outcomes.filter((o) => !at.outcomes.includes(o))
  return {
    filing_id: at.filing_id,
    ...place,
    completeness: at.completeness,
    score: at.score,
    status: Object.fromEntries(
      facts.flatMap((f, i) => (f.status === alone.facts[i]?.status ? [] : [[f.fact_id, f.status]])),
    ),
    judged_anew: [...new Set([...anew, ...dropped].map((o) => o.check_id))].sort(),
    outcomes: [...anew, ...ofThis(outcomes)],
    findings: [...at.findings, ...ofThis(findings)].map(reweigh),
    doubts: [...at.doubts, ...ofThis(doubts)].map((d) => ({ ...d, message: reweigh(d).message })),
    region: NOWHERE,
  }
}

/** A filing with all that is said of it, but by checks over a region. */
export function withStanding(alone: Filing, standing: Standing): Filing {
  const { set_id, organization_id, year_of_set, completeness, score, findings, doubts } = standing
  const anew = new Set(standing.judged_anew)
  const dated = withYearOfSet(alone, year_of_set)
  return {
    ...dated,
    set_id,
    organization_id,
    completeness,
    score,
    facts: dated.facts.map((f) => ({ ...f, status: standing.status[f.fact_id] ?? f.status })),
    outcomes: [...dated.outcomes.filter((o) => !anew.has(o.check_id)), ...standing.outcomes],
    findings,
    doubts,
  }
}

/** What checks over a region say with a filing, as it stands beside it; a finding with a filing has a page. */
export const ofRegion = (rows: readonly RegionRow[]): Standing['region'] => ({
  outcomes: rows.map((r) => r.outcome),
  findings: rows.flatMap((r) => (r.finding ? [r.finding as Finding] : [])),
})

/** A filing as it was read. Throws where there is none. */
export async function readFiling(output: string, filingId: string): Promise<Filing> {
  return JSON.parse(await readFile(filingPath(output, filingId), 'utf8')) as Filing
}

/** A filing with all that is said of it. */
export async function readWhole(output: string, filingId: string): Promise<Filing> {
  const [alone, standing] = await Promise.all([readFiling(output, filingId), readStanding(output, filingId)])
  if (!standing) return alone
  const whole = withStanding(alone, standing)
  const { outcomes, findings } = standing.region
  return {
    ...whole,
    outcomes: [...whole.outcomes, ...outcomes],
    findings: [...whole.findings, ...findings],
  }
}

/** What stands there; nothing where it was cut off or is of another version: it is made anew by every run. */
export async function readStanding(output: string, filingId: string): Promise<Standing | undefined> {
  try {
    return Standing.safeParse(JSON.parse(await readFile(standingPath(output, filingId), 'utf8'))).data
  } catch {
    return undefined
  }
}

/** Writes what is said of a filing where something else stands; what a region says stays until that is known. */
export async function keepStanding(
  output: string,
  next: Standing,
  before: Standing | undefined,
): Promise<Standing> {
  const standing = Standing.parse({ ...next, region: before?.region ?? NOWHERE })
  if (JSON.stringify(standing) !== JSON.stringify(before)) await writeStanding(output, standing)
  return standing
}

export const writeStanding = (output: string, standing: Standing): Promise<void> =>
  writeWhole(standingPath(output, standing.filing_id), `${JSON.stringify(standing, null, 1)}\n`)

/** Of filings that are gone nothing is said any more. */
export async function removeOtherStandings(output: string, filingIds: ReadonlySet<string>): Promise<void> {
  const names = await readdir(join(output, STANDING_FOLDER)).catch(() => [])
  for (const name of names) {
    const id = /^([0-9a-f]{16})\.json$/.exec(name)?.[1]
    if (id !== undefined && !filingIds.has(id)) await rm(standingPath(output, id), { force: true })
  }
}

/** Filings of an output with all that is said of them, in the order of their ids; one in memory at a time. */
export async function* filingsOf(output: string): AsyncGenerator<Filing> {
  const names = await readdir(join(output, 'filings'))
  for (const name of names.sort()) {
    const id = /^([0-9a-f]{16})\.json$/.exec(name)?.[1]
    if (id !== undefined) yield await readWhole(output, id)
  }
}
