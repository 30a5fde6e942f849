import { Dataset, DatasetError } from '../dataset/index.js'
import { worded } from '../locales/findings.js'
import { type Language, speaker, wordsOf } from '../locales/index.js'
import { Filing } from '../model/filing.js'
import type { Arranged, RowFinding } from '../model/finding-row.js'
import { checkRegion, Hints, ofRegion, type RegionRow, withRegion } from '../pipeline.js'
import {
  PANEL_TABLE,
  removePanel,
  TABLES_OF_OUTPUT,
  writeDataPackage,
  writeFiling,
  writePanel,
  writeTables,
} from '../publish/index.js'
import { type EarlierOutput, lookAgain, lowered } from '../second-look/index.js'
import { connectFilings, readFiling } from './connect.js'
import { VERSION } from './engine.js'
import { Region, type Supplied } from './region.js'
import { type Worst, worstOf } from './worst.js'

/** How a person wants the findings said, weighed and compared. */
export interface SecondLook {
  /** Findings whose figures are less than so many 元 apart are info; decimal text, default 0. */
  minDifference?: string | undefined
  /** Of the sentences of findings; default: zh-CN. */
  language?: Language | undefined
  /** An earlier run's output that findings are compared with, as `readBaseline` gives it. */
  baseline?: EarlierOutput | undefined
}

/** Counts over all filings, and what went wrong with the dataset; the CSV files stand all the same. */
export interface Finish {
  facts: number
  /** Printed numbers, and those of them that are neither bound to a fact nor explained. */
  numbers: { printed: number; unbound: number }
  checks: Record<'pass' | 'fail' | 'undecided', number>
  findings: Record<'error' | 'warning' | 'info', number>
  /** Failures that a misreading of ours would explain. */
  doubts: number
  worst: Worst
  /** Against the earlier run; `unseen`: those of the gone ones whose paper this run did not read. */
  baseline?: { new: number; persisting: number; gone: number; unseen: number }
  dataset_fault?: { code: DatasetError['code']; detail: string }
}

/** Tables whose rows the checks over all filings ask for; the others tell of these checks. */
const FIGURES = new Set(['facts', 'tables', 'sections', 'organizations'])

/** Connects the filings of an output, checks them against each other, and writes the tables and the dataset. */
export async function finishOutput(
  output: string,
  filingIds: readonly string[],
  { minDifference, language = 'zh-CN', baseline, ...supplied }: Supplied & SecondLook,
): Promise<Finish> {
  const finish: Finish = {
    facts: 0,
    numbers: { printed: 0, unbound: 0 },
    checks: { pass: 0, fail: 0, undecided: 0 },
    findings: { error: 0, warning: 0, info: 0 },
    doubts: 0,
    worst: { filings: [], departments: [] },
  }
  const told = <F extends RowFinding>(finding: F): F => worded(lowered(finding, minDifference), language)
  const connected = await connectFilings(output, filingIds, told)
  const region = new Region(connected, supplied)
  const hints = new Hints()
  const dataset = new Attempt(output)
  await removePanel(output)
  await dataset.open()
  /** What filings carried of a region before, and carry now; what did not change is not written again. */
  const before = new Map<string, string>()
  const now = new Map<string, RegionRow[]>()
  try {
    await writeTables(output, eachFiling(), connected.connections.organizations, {
      rows: overAll,
      hints: () => hints.rows().map((row) => worded(row, language)),
      sentence: (message) => wordsOf(speaker(language), message),
      arrange: (rows, heads) => {
        const arranged = lookAgain(rows, heads, baseline)
        finish.baseline = countAgainst(arranged)
        finish.worst = worstOf(arranged.rows, connected.connections.organizations)
        return arranged
      },
    })
    for (const id of new Set([...before.keys(), ...now.keys()])) {
      const filing = Filing.parse(withRegion(await readFiling(output, id), now.get(id)))
      if (JSON.stringify(ofRegion(filing)) !== before.get(id)) await writeFiling(output, filing)
    }
    await dataset.take((name) => !FIGURES.has(name) && name !== PANEL_TABLE.name)
    await dataset.panel()
  } finally {
    await dataset.close()
  }
  await writeDataPackage(output, VERSION, {
    parquet: dataset.fault === undefined,
    gone: baseline !== undefined,
  })
  if (dataset.fault) finish.dataset_fault = dataset.fault
  return finish

  async function* eachFiling(): AsyncGenerator<Filing> {
    for await (const filing of connected.filings) {
      const region = ofRegion(filing)
      if (region.outcomes.length > 0) before.set(filing.filing_id, JSON.stringify(region))
      const own = withRegion(filing)
      hints.add(own)
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
    for await (const about of dataset.cases(region))
      for (const judged of checkRegion(about)) {
        const row = judged.finding ? { ...judged, finding: told(judged.finding) } : judged
        if (taken.has(row.outcome.outcome_id)) continue
        taken.add(row.outcome.outcome_id)
        finish.checks[row.outcome.outcome]++
        if (row.finding) finish.findings[row.finding.severity]++
        const id = row.outcome.filing_id
        if (id !== '') now.set(id, [...(now.get(id) ?? []), row])
        yield row
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

  /** Amounts per organization and year; needs the other tables. */
  panel(): Promise<void> {
    return this.guard(async () => {
      if (!this.dataset) return
      await writePanel(this.output, this.dataset.panel())
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
