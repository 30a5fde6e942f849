// Takes sources, gives the output folder: each filing in a worker that can be killed, then the tables over all.
// Goes on where an interrupted run with the same program stopped; what was there before is replaced by what is whole.
// Never looks inside a filing: what is read and how is pipeline.ts's business.
import { rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type FoundSources, findSources, type InputProblem } from '../ingest/index.js'
import type { Outcome } from '../model/filing.js'
import { rangeName } from '../model/page-range.js'
import { settleHashes } from '../publish/index.js'
import { chosenOcr } from '../read/index.js'
import { engineName, type Reading } from './engine.js'
import { finishOutput } from './finish.js'
import { filingsIn, moveGone, stillThere } from './gone.js'
import type { JobEngine } from './job-engine.js'
import { closeOutput, openOutput, refuseInVain, refuseOutput, unpackedPath } from './open-output.js'
import { asOutputError, OutputError } from './output-error.js'
import { poolOf } from './pool.js'
import { inputOf, intact, readAll } from './read-all.js'
import { markOutput, realOf } from './roots.js'
import { readRunFile, writeRunFile } from './run-file.js'
import type { RunOptions } from './run-options.js'
import type { InputResult, RunSummary } from './run-summary.js'

export { engineName, engineTold, program, type Reading } from './engine.js'
export type { SecondLook } from './finished.js'
export type { JobEnd, JobEngine } from './job-engine.js'
export { OutputError, type WriteFault } from './output-error.js'
export { pageGroups, toldPages } from './page-groups.js'
export { poolOf } from './pool.js'
export type { AnyJob, FamiliesJob, FamiliesResult, Fault, Job, JobResult } from './protocol.js'
export { recheck } from './recheck.js'
export type { Supplied } from './region.js'
export type { Log, Progress, RunOptions } from './run-options.js'
export type { InputResult, RunSummary } from './run-summary.js'
export { filingsOf } from './standing.js'

/** What a run reads. */
export type Inputs = Pick<FoundSources, 'sources' | 'duplicates' | 'problems' | 'outputs'>

/**
 * Processes all files below the given paths and writes the output contract. Throws `OutputError` where the output is
 * not written, or not as a whole.
 */
export async function processAll(paths: string[], options: RunOptions): Promise<RunSummary> {
  const { output, force = false } = options
  await refuseInVain(output, paths, force)
  return intoOutput(output, (folder, unpackTo) =>
    runInto(paths, options, () => findSources(paths, unpackTo, folder)),
  )
}

/** The same over inputs that were found before; `roots` are what they were found below. */
export async function processInputs(
  roots: string[],
  inputs: Inputs,
  options: RunOptions,
): Promise<RunSummary> {
  await refuseOutput(options.output, roots, options.force ?? false)
  return intoOutput(options.output, () => runInto(roots, options, async () => inputs))
}

/** Works with the lock of an output held. */
async function intoOutput(
  output: string,
  work: (folder: string, unpackTo: string) => Promise<RunSummary>,
): Promise<RunSummary> {
  const hold = await openOutput(output)
  const unpackTo = unpackedPath(output)
  try {
    return await work(await realOf(output), unpackTo)
  } catch (error) {
    throw asOutputError(error, 'write-failed', output)
  } finally {
    await rm(unpackTo, { recursive: true, force: true })
    await closeOutput(output, hold)
  }
}

/** How the options of a run read a source. */
export async function readingOf(options: RunOptions): Promise<Reading> {
  return {
    pdfEngine: options.pdfEngine ?? 'pdfium',
    verify: options.verify ?? false,
    ocr: await chosenOcr(options.ocr ?? 'auto'),
    ocrModels: options.ocrModels,
    pageRange: options.pageRange,
    passwords: options.passwords,
  }
}

async function runInto(
  paths: string[],
  options: RunOptions,
  find: () => Promise<Inputs>,
): Promise<RunSummary> {
  const started = new Date()
  const { output } = options
  const reading = await readingOf(options)
  const engine = engineName(reading)
  const { sources, duplicates, problems, outputs } = await find()
  if (sources.length === 0) throw new OutputError('no-input', output, {}, problems)
  const earlier = await readRunFile(output)
  await markOutput(output, paths)
  const concurrency = options.concurrency ?? Math.min(8, availableParallelism())
  const timeLimit = options.timeLimit ?? 300
  options.log?.('run', {
    engine,
    sources: sources.length,
    duplicates: duplicates.length,
    concurrency,
    timeLimit,
  })
  const pool = poolOf({ ...options, concurrency, timeLimit })
  try {
    return await runWith(pool)
  } finally {
    pool.stop()
  }

  async function runWith(pool: JobEngine): Promise<RunSummary> {
    const inputs = await readAll(sources, engine, reading, options, options.jobs ?? pool)
    options.log?.('all-read', { inputs: inputs.length, seconds: (Date.now() - started.getTime()) / 1000 })
    const interrupted = options.signal?.aborted ?? false
    const places = problems.map((p) => p.source)
    const ids = new Set(sources.map((s) => s.filingId))
    const done = new Set(inputs.map((i) => i.filing_id))
    for (const source of duplicates)
      if (done.has(source.filingId)) inputs.push(inputOf(source, 'duplicate', 0, ''))
    const kept = await intact(output, engine, stillThere(earlier?.inputs ?? [], places, ids))
    inputs.push(...kept)
    inputs.sort((a, b) => (a.source < b.source ? -1 : 1))
    const summary = emptySummary(output, inputs, problems, interrupted)
    Object.assign(summary, { outputs: outputs.sort(), kept: kept.length })
    // What was there before is worth more than tables of nothing.
    if (done.size === 0) return summary
    if (!interrupted) summary.removed = await moveGone(output, ids, places)
    const finished = inputs.filter((i) => i.outcome !== 'duplicate').map((i) => i.filing_id)
    const means = {
      pool,
      // Whoever stops a run does not wait for pictures.
      sources: new Map(interrupted ? [] : sources.map((s) => [s.filingId, s])),
      options: { ...reading, maxPages: options.maxPages },
    }
    Object.assign(
      summary,
      await finishOutput(
        output,
        finished,
        options,
        {
          report: (options.report ?? true) ? means : undefined,
          lists: options.lists ?? true,
          copies: { ...means, log: options.log },
        },
        options.judges ?? pool,
      ),
    )
    const told = {
      concurrency,
      time_limit: timeLimit,
      total_time_limit: options.totalTimeLimit ?? 3600,
      memory_limit: options.memoryLimit ?? 2048,
      max_pages: options.maxPages ?? 5000,
      pdf_engine: reading.pdfEngine,
      verify: reading.verify,
      ocr: reading.ocr,
      ocr_models: reading.ocrModels?.fingerprint ?? '',
      page_range: rangeName(reading.pageRange ?? []),
      language: options.language ?? 'zh-CN',
      min_difference: options.minDifference ?? '0',
      baseline: options.baseline?.name ?? '',
    }
    await writeRunFile(started, told, summary)
    await settleHashes(output, await filingsIn(join(output, 'filings')))
    options.log?.('written', {
      output,
      totals: summary.totals,
      seconds: (Date.now() - started.getTime()) / 1000,
    })
    return summary
  }
}

function emptySummary(
  output: string,
  inputs: InputResult[],
  problems: InputProblem[],
  interrupted: boolean,
): RunSummary {
  const of = (outcome: Outcome) => inputs.filter((i) => i.outcome === outcome).length
  return {
    output,
    totals: {
      inputs: inputs.length,
      ok: of('ok'),
      partial: of('partial'),
      not_a_filing: of('not-a-filing'),
      unreadable: of('unreadable'),
      failed: of('failed'),
      duplicates: of('duplicate'),
    },
    inputs,
    problems,
    facts: 0,
    numbers: { printed: 0, unbound: 0 },
    checks: { pass: 0, fail: 0, undecided: 0 },
    findings: { error: 0, warning: 0, info: 0 },
    doubts: 0,
    worst: { filings: [], departments: [] },
    interrupted,
    outputs: [],
    removed: 0,
    kept: 0,
  }
}
