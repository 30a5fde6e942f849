// Takes sources, gives the output folder: each filing in a worker that can be killed, then the tables over all.
// Goes on where an interrupted run with the same program stopped; counts per outcome add up to the inputs.
// Never looks inside a filing: what is read and how is pipeline.ts's business.
import { rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { findSources, type InputProblem } from '../ingest/index.js'
import { CONTRACT_VERSION, type Filing, type Outcome } from '../model/filing.js'
import type { Source } from '../model/source.js'
import { chosenOcr, type FilingOptions, unread, validated } from '../pipeline.js'
import { writeFiling, writeWhole } from '../publish/index.js'
import { readFiling } from './connect.js'
import { engineName, mayBeReadNow, type Reading, VERSION } from './engine.js'
import { finishOutput, type SecondLook } from './finish.js'
import { type JobEnd, Pool } from './pool.js'
import type { Supplied } from './region.js'
import type { InputResult, RunSummary } from './run-summary.js'

export type { SecondLook } from './finish.js'
export { OutputError, recheck } from './recheck.js'
export type { Supplied } from './region.js'
export type { InputResult, RunSummary } from './run-summary.js'

export interface RunOptions extends FilingOptions, Supplied, SecondLook {
  /** Output folder; made if it is not there. */
  output: string
  /** Worker processes at once; default: one per core, at most 8. */
  concurrency?: number
  /** Seconds a filing may take; default 300. Each recognized page begins them anew. */
  timeLimit?: number
  /** Seconds a filing may take in all, however far it gets; default 3600. */
  totalTimeLimit?: number
  /** Resident memory of a worker in MiB, WebAssembly and pictures too; default 2048. Only Linux tells it. */
  memoryLimit?: number
  /** Called whenever an input is done. */
  onProgress?: (progress: Progress) => void
  /** Resident memory of a worker after each job, bytes. */
  onWorkerMemory?: (bytes: number) => void
  /** Stops the run; what is finished stays. */
  signal?: AbortSignal
  /** Worker module, for tests that put in workers that fail. */
  worker?: URL
  /** JavaScript heap of a worker in MiB; default 1024. */
  heapMiB?: number
}

export interface Progress {
  done: number
  total: number
  input: InputResult
  /** Taken over from an earlier run. */
  reused: boolean
}

/** Folder in the output for archives inside archives, while a run reads from them. */
const UNPACKED = '.unpacked'

/** Processes all files below the given paths and writes the output contract. */
export async function processAll(paths: string[], options: RunOptions): Promise<RunSummary> {
  const started = new Date()
  const reading: Reading = {
    pdfEngine: options.pdfEngine ?? 'pdfium',
    verify: options.verify ?? false,
    ocr: await chosenOcr(options.ocr ?? 'auto'),
    ocrModels: options.ocrModels,
    passwords: options.passwords,
  }
  const engine = engineName(reading)
  const asked = { ...reading, maxPages: options.maxPages }
  const unpackTo = join(options.output, UNPACKED)
  // What a killed run left: its archives may be others.
  await rm(unpackTo, { recursive: true, force: true })
  const { sources, duplicates, problems } = await findSources(paths, unpackTo)
  const concurrency = options.concurrency ?? Math.min(8, availableParallelism())
  const timeLimit = options.timeLimit ?? 300
  const pool = new Pool({
    concurrency,
    timeLimit,
    totalTimeLimit: options.totalTimeLimit,
    memoryMiB: options.memoryLimit,
    worker: options.worker ?? new URL('./worker.js', import.meta.url),
    heapMiB: options.heapMiB,
  })
  const stop = () => pool.stop()
  options.signal?.addEventListener('abort', stop)
  const inputs: InputResult[] = []
  let done = 0
  const finish = (input: InputResult, reused: boolean) => {
    inputs.push(input)
    done++
    options.onProgress?.({ done, total: sources.length, input, reused })
  }
  await Promise.race([
    Promise.all(
      sources.map(async (source) => {
        const before = await finished(options.output, source, engine)
        if (before && !mayBeReadNow(before, reading))
          return finish(inputOf(source, before.status, 0, before.message), true)
        const { end, seconds } = await pool.run({ source, output: options.output, options: asked, engine })
        if ('result' in end) options.onWorkerMemory?.(end.result.rss)
        if (options.signal?.aborted) return
        finish(await settle(end, source, options.output, engine, seconds), false)
      }),
    ),
    aborted(options.signal),
  ])
  pool.stop()
  await rm(unpackTo, { recursive: true, force: true })
  options.signal?.removeEventListener('abort', stop)
  for (const source of duplicates) inputs.push(inputOf(source, 'duplicate', 0, ''))
  inputs.sort((a, b) => (a.source < b.source ? -1 : 1))
  const summary = emptySummary(options.output, inputs, problems, options.signal?.aborted ?? false)
  if (summary.interrupted) return summary
  const ids = sources.map((s) => s.filingId)
  Object.assign(summary, await finishOutput(options.output, ids, options))
  await writeWhole(
    join(options.output, 'run.json'),
    `${JSON.stringify(
      {
        contract_version: CONTRACT_VERSION,
        tool: 'yusuan',
        version: VERSION,
        started: started.toISOString(),
        finished: new Date().toISOString(),
        options: {
          concurrency,
          time_limit: timeLimit,
          total_time_limit: options.totalTimeLimit ?? 3600,
          memory_limit: options.memoryLimit ?? 2048,
          max_pages: options.maxPages ?? 5000,
          pdf_engine: reading.pdfEngine,
          verify: reading.verify,
          ocr: reading.ocr,
          ocr_models: reading.ocrModels?.fingerprint ?? '',
          language: options.language ?? 'zh-CN',
          min_difference: options.minDifference ?? '0',
          baseline: options.baseline?.name ?? '',
        },
        inputs,
        totals: summary.totals,
        problems: problems.map(({ source, code }) => ({ source, code })),
      },
      null,
      1,
    )}\n`,
  )
  return summary
}

const inputOf = (source: Source, outcome: Outcome, seconds: number, message: string): InputResult => ({
  source: source.source,
  sha256: source.sha256,
  filing_id: source.filingId,
  outcome,
  seconds,
  message,
})

/** A filing that the same program has already made from the same bytes at the same place. */
async function finished(output: string, source: Source, engine: string): Promise<Filing | undefined> {
  const filing = await readFiling(output, source.filingId).catch(() => undefined)
  // A fault of ours may have been the machine's: it is tried again.
  return filing?.engine === engine && filing.source === source.source && filing.status !== 'failed'
    ? filing
    : undefined
}

async function settle(
  end: JobEnd,
  source: Source,
  output: string,
  engine: string,
  seconds: number,
): Promise<InputResult> {
  if ('result' in end) return inputOf(source, end.result.status, seconds, end.result.message)
  // No worker is left to say so: the main process writes the filing that could not be made.
  await writeFiling(output, { ...validated(unread(source, 'failed', end.fault)), engine })
  return inputOf(source, 'failed', seconds, end.fault)
}

function aborted(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve()
    signal?.addEventListener('abort', () => resolve(), { once: true })
  })
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
    interrupted,
  }
}
