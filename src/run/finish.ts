import { checkRegion, Hints, type RegionRow } from '../check/index.js'
import { worded } from '../locales/findings.js'
import { speaker, wordsOf } from '../locales/index.js'
import type { Filing } from '../model/filing.js'
import type { Organization } from '../model/organization.js'
import { pilesPath } from '../model/output.js'
import type { NewPile, Pile } from '../model/pile.js'
import { REPORT_FILE } from '../model/report.js'
import type { Standing } from '../model/standing.js'
import {
  FirstSources,
  PANEL_TABLE,
  type RowOverAll,
  removePanel,
  writeDataPackage,
  writeTables,
} from '../publish/index.js'
import type { CopyMeans } from './annotated.js'
import { Attempt } from './attempt.js'
import { type ConnectedPlace, connectFilings } from './connect.js'
import { VERSION } from './engine.js'
import { RunFindings } from './findings.js'
import type { Finish, SecondLook } from './finished.js'
import type { JobEngine } from './job-engine.js'
import { RunLists, removeLists } from './lists.js'
import { Piles } from './piles.js'
import { Region, type Supplied } from './region.js'
import { type ReportMeans, RunReport, removeReport } from './report.js'
import { reweighed } from './reweigh.js'
import { ofRegion, readStanding, writeStanding } from './standing.js'

/** Tables whose rows the checks over all filings ask for; the others tell of these checks. */
const FIGURES = new Set(['facts', 'tables', 'sections', 'organizations'])

/** What is made for people beside the tables. */
export interface Shown {
  report?: ReportMeans | undefined
  lists?: boolean
  /** Copies of filings are made where there are means for it. */
  copies?: CopyMeans | undefined
}

/**
 * Connects the filings of an output, checks them against each other, and writes the tables, the dataset and
 * what is shown of them. Families of filings are judged by whoever is given. Memory does not grow with the number of
 * filings, but by what a report, lists or a comparison show.
 */
export async function finishOutput(
  output: string,
  filingIds: readonly string[],
  asked: Supplied & SecondLook,
  shown: Shown = {},
  judges?: JobEngine,
): Promise<Finish> {
  const piles = new Piles(pilesPath(output))
  try {
    return await finishWith(piles.of, output, filingIds, asked, shown, judges)
  } finally {
    await piles.remove()
  }
}

async function finishWith(
  newPile: NewPile,
  output: string,
  filingIds: readonly string[],
  { minDifference, language = 'zh-CN', baseline, ...supplied }: Supplied & SecondLook,
  { report: means, lists: listed = false, copies }: Shown,
  judges: JobEngine | undefined,
): Promise<Finish> {
  const finish: Finish = {
    facts: 0,
    numbers: { printed: 0, unbound: 0 },
    checks: { pass: 0, fail: 0, undecided: 0 },
    findings: { error: 0, warning: 0, info: 0 },
    doubts: 0,
    worst: { filings: [], departments: [] },
  }
  const weighing = { minDifference, language }
  const region = new Region(supplied, newPile)
  const onPlace = (place: ConnectedPlace) => region.add(place)
  const connected = await connectFilings(output, filingIds, { weighing, newPile, judges, onPlace })
  const hints = new Hints(newPile)
  const dataset = new Attempt(output)
  const report = means && new RunReport(output)
  const lists = listed ? new RunLists(output, language) : undefined
  const organizations = await namesOf(connected.organizations)
  const findings = new RunFindings(
    newPile,
    organizations,
    baseline,
    report !== undefined || lists !== undefined,
  )
  await removePanel(output)
  await removeReport(output, report !== undefined)
  if (!lists) await removeLists(output, language)
  await dataset.open()
  /** Of whom a region said something before, and what it says now; what did not change is not written again. */
  const before = new Set<string>()
  const now = new Map<string, RegionRow[]>()
  const sources = new FirstSources()
  try {
    await writeTables(output, eachFiling(), connected.organizations.rows(), {
      newPile,
      rows: overAll,
      hints: inWords,
      sentence: (message) => wordsOf(speaker(language), message),
      arrange: (rows) => findings.arranged(rows),
      gone: () => findings.gone,
    })
    for (const id of new Set([...before, ...now.keys()])) {
      const standing = (await readStanding(output, id)) as Standing
      const region = ofRegion(now.get(id) ?? [])
      if (JSON.stringify(region) !== JSON.stringify(standing.region))
        await writeStanding(output, { ...standing, region })
    }
    await dataset.take((name) => !FIGURES.has(name) && name !== PANEL_TABLE.name)
    await dataset.panel((rows) => report?.amounts(rows) ?? rows)
  } finally {
    await dataset.close()
  }
  await writeDataPackage(output, VERSION, {
    parquet: dataset.fault === undefined,
    gone: baseline !== undefined,
    sources,
  })
  if (dataset.fault) finish.dataset_fault = dataset.fault
  if (baseline) finish.baseline = findings.againstEarlier()
  finish.worst = await findings.worst()
  if (report || lists) {
    const all: Organization[] = []
    for await (const organization of connected.organizations.rows()) all.push(organization)
    if (report && means) {
      await report.write(findings.shown(), filingIds, all, { language, means })
      finish.report = REPORT_FILE
    }
    await lists?.write(findings.shown(), all, copies)
  }
  return finish

  async function* eachFiling(): AsyncGenerator<Filing> {
    for await (const { filing: own, standing } of connected.filings) {
      if (standing.region.outcomes.length > 0) before.add(own.filing_id)
      await hints.add(own)
      report?.add(own)
      lists?.add(own)
      sources.add(own)
      findings.about(own)
      finish.facts += own.facts.length
      finish.numbers.printed += own.numbers_printed
      finish.numbers.unbound += own.numbers_unbound
      for (const o of own.outcomes) finish.checks[o.outcome]++
      for (const f of own.findings) finish.findings[f.severity]++
      finish.doubts += own.doubts.length
      yield own
    }
  }

  async function* inWords() {
    for await (const row of hints.rows()) yield worded(row, language)
  }

  async function* overAll(): AsyncGenerator<RowOverAll> {
    await dataset.take((name) => FIGURES.has(name))
    const taken = new Set<string>()
    for await (const about of dataset.cases(region)) {
      const rows = checkRegion(about)
      report?.region(about, rows)
      lists?.region(about, rows)
      for (const judged of rows) {
        const row = judged.finding ? { ...judged, finding: reweighed(judged.finding, weighing) } : judged
        if (taken.has(row.outcome.outcome_id)) continue
        taken.add(row.outcome.outcome_id)
        finish.checks[row.outcome.outcome]++
        report?.overAll(row)
        if (row.finding) finish.findings[row.finding.severity]++
        const id = row.outcome.filing_id
        if (id !== '') now.set(id, [...(now.get(id) ?? []), row])
        yield rowOverAll(row)
      }
    }
  }
}

const rowOverAll = ({ outcome, finding, filing }: RegionRow): RowOverAll => ({
  outcome,
  ...(finding ? { finding } : {}),
  ...(filing
    ? { about: { status: filing.status, kind: filing.kind, organization_id: filing.organizationId } }
    : {}),
})

/** What findings are counted by: a hundred bytes an organization. */
async function namesOf(organizations: Pile<Organization>) {
  const names = new Map<string, Pick<Organization, 'name' | 'parent_id'>>()
  for await (const { organization_id, name, parent_id } of organizations.rows())
    names.set(organization_id, { name, parent_id })
  return names
}
