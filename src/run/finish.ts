import { checkRegion, Hints, type RegionRow } from '../check/index.js'
import { Dataset, DatasetError } from '../dataset/index.js'
import { worded } from '../locales/findings.js'
import { speaker, wordsOf } from '../locales/index.js'
import type { Filing } from '../model/filing.js'
import type { Arranged, RowFinding } from '../model/finding-row.js'
import type { PanelRow } from '../model/panel-row.js'
import { REPORT_FILE } from '../model/report.js'
import type { Standing } from '../model/standing.js'
import {
  PANEL_TABLE,
  removePanel,
  TABLES_OF_OUTPUT,
  writeDataPackage,
  writePanel,
  writeTables,
} from '../publish/index.js'
import { lookAgain } from '../second-look/index.js'
import type { CopyMeans } from './annotated.js'
import { connectFilings } from './connect.js'
import { VERSION } from './engine.js'
import type { Finish, SecondLook } from './finished.js'
import type { JobEngine } from './job-engine.js'
import { RunLists, removeLists } from './lists.js'
import { Region, type Supplied } from './region.js'
import { type ReportMeans, RunReport, removeReport } from './report.js'
import { reweighed } from './reweigh.js'
import { ofRegion, readStanding, writeStanding } from './standing.js'
import { worstOf } from './worst.js'

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
 * what is shown of them. Families of filings are judged by whoever is given.
 */
export async function finishOutput(
  output: string,
  filingIds: readonly string[],
  { minDifference, language = 'zh-CN', baseline, ...supplied }: Supplied & SecondLook,
  { report: means, lists: listed = false, copies }: Shown = {},
  judges?: JobEngine,
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
  const told = <F extends RowFinding>(finding: F): F => reweighed(finding, weighing)
  const connected = await connectFilings(output, filingIds, weighing, judges)
  const region = new Region(connected, supplied)
  const hints = new Hints()
  const dataset = new Attempt(output)
  const report = means && new RunReport(output)
  const lists = listed ? new RunLists(output, language) : undefined
  let arranged: Arranged | undefined
  await removePanel(output)
  await removeReport(output, report !== undefined)
  if (!lists) await removeLists(output, language)
  await dataset.open()
  /** Of whom a region said something before, and what it says now; what did not change is not written again. */
  const before = new Set<string>()
  const now = new Map<string, RegionRow[]>()
  const sources: { source: string; sha256: string }[] = []
  try {
    await writeTables(output, eachFiling(), connected.connections.organizations, {
      rows: overAll,
      hints: () => hints.rows().map((row) => worded(row, language)),
      sentence: (message) => wordsOf(speaker(language), message),
      arrange: (rows, heads) => {
        arranged = lookAgain(rows, heads, baseline)
        finish.baseline = countAgainst(arranged)
        finish.worst = worstOf(arranged.rows, connected.connections.organizations)
        return arranged
      },
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
  if (report && means && arranged) {
    await report.write(arranged, filingIds, connected.connections.organizations, { language, means })
    finish.report = REPORT_FILE
  }
  if (arranged) await lists?.write(arranged, connected.connections.organizations, copies)
  return finish

  async function* eachFiling(): AsyncGenerator<Filing> {
    for await (const { filing: own, standing } of connected.filings) {
      if (standing.region.outcomes.length > 0) before.add(own.filing_id)
      hints.add(own)
      report?.add(own)
      lists?.add(own)
      sources.push({ source: own.source, sha256: own.sha256 })
      finish.facts += own.facts.length
      finish.numbers.printed += own.numbers_printed
      finish.numbers.unbound += own.numbers_unbound
      for (const o of own.outcomes) finish.checks[o.outcome]++
      for (const f of own.findings) finish.findings[f.severity]++
      finish.doubts += own.doubts.length
      yield own
    }
  }

  async function* overAll(): AsyncGenerator<RegionRow> {
    await dataset.take((name) => FIGURES.has(name))
    const taken = new Set<string>()
    for await (const about of dataset.cases(region)) {
      const rows = checkRegion(about)
      report?.region(about, rows)
      lists?.region(about, rows)
      for (const judged of rows) {
        const row = judged.finding ? { ...judged, finding: told(judged.finding) } : judged
        if (taken.has(row.outcome.outcome_id)) continue
        taken.add(row.outcome.outcome_id)
        finish.checks[row.outcome.outcome]++
        report?.overAll(row)
        if (row.finding) finish.findings[row.finding.severity]++
        const id = row.outcome.filing_id
        if (id !== '') now.set(id, [...(now.get(id) ?? []), row])
        yield row
      }
    }
  }
}

function countAgainst({ rows, gone }: Arranged): Finish['baseline'] {
  if (gone === undefined) return undefined
  return {
    new: rows.filter((r) => r.baseline === 'new').length,
    persisting: rows.filter((r) => r.baseline === 'persisting').length,
    gone: gone.length,
    unseen: gone.filter((g) => g.because === 'filing-not-in-run').length,
  }
}

/** The dataset, as long as it can be made: its first fault ends it and nothing else. */
class Attempt {
  private dataset: Dataset | undefined
  fault: Finish['dataset_fault']

  constructor(private readonly output: string) {}

  open(): Promise<void> {
    return this.guard(async () => {
      this.dataset = await Dataset.open(this.output, TABLES_OF_OUTPUT)
    })
  }

  take(which: (name: string) => boolean): Promise<void> {
    return this.guard(async () => {
      for (const table of TABLES_OF_OUTPUT) if (which(table.name)) await this.dataset?.take(table)
    })
  }

  /** Amounts per organization and year, handed through `seen`; needs the other tables. */
  panel(seen: (rows: AsyncIterable<PanelRow>) => AsyncIterable<PanelRow>): Promise<void> {
    return this.guard(async () => {
      if (!this.dataset) return
      await writePanel(this.output, seen(this.dataset.panel()))
      await this.dataset.take(PANEL_TABLE)
    })
  }

  async *cases(region: Region) {
    yield* region.rosterCases()
    if (!this.dataset) return
    try {
      yield* region.datasetCases(this.dataset)
    } catch (error) {
      await this.end(error)
    }
  }

  async close(): Promise<void> {
    await this.dataset?.close()
  }

  private async guard(work: () => Promise<void>): Promise<void> {
    if (this.fault) return
    await work().catch((error) => this.end(error))
  }

  /** Part of a dataset would answer wrongly: it goes as a whole. */
  private async end(error: unknown): Promise<void> {
    if (!(error instanceof DatasetError)) throw error
    this.fault = { code: error.code, detail: error.message }
    await this.dataset?.close()
    this.dataset = undefined
    await Dataset.remove(this.output, TABLES_OF_OUTPUT)
    await removePanel(this.output)
  }
}
