// Reads the sources of a run, each in a worker that can be killed; what an earlier run read is taken over.
import { readFile } from 'node:fs/promises'
import PQueue from 'p-queue'
import type { Filing, Outcome } from '../model/filing.js'
import type { Source } from '../model/source.js'
import { unread, validated } from '../pipeline.js'
import { filingPath, type Hashes, isAsWritten, readHashes, writeFiling } from '../publish/index.js'
import { mayBeReadNow, type Reading } from './engine.js'
import { type JobEnd, Pool } from './pool.js'
import type { RunOptions } from './run-options.js'
import type { InputResult } from './run-summary.js'

/** Filings of an earlier run in memory at once. */
const LOOKUPS = 8

/** One outcome per source, in the order they are done; fewer where the run is stopped. */
export async function readAll(
  sources: readonly Source[],
  engine: string,
  reading: Reading,
  options: RunOptions & { concurrency: number; timeLimit: number },
): Promise<InputResult[]> {
  const { output, signal } = options
  const hashes = await readHashes(output)
  const pool = new Pool({
    concurrency: options.concurrency,
    timeLimit: options.timeLimit,
    totalTimeLimit: options.totalTimeLimit,
    memoryMiB: options.memoryLimit,
    worker: options.worker ?? new URL('./worker.js', import.meta.url),
    heapMiB: options.heapMiB,
  })
  const asked = { ...reading, maxPages: options.maxPages }
  const inputs: InputResult[] = []
  let over = false
  const stop = () => pool.stop()
  const finish = (input: InputResult, reused: boolean) => {
    inputs.push(input)
    options.onProgress?.({ done: inputs.length, total: sources.length, input, reused })
  }
  const queue = new PQueue({ concurrency: LOOKUPS })
  const lookups = sources.map((source) =>
    queue.add(async () => {
      const before = await finished(output, source, engine, hashes)
      if (!before || mayBeReadNow(before, reading)) return false
      finish(inputOf(source, before.status, 0, before.message), true)
      return true
    }),
  )
  const read = async (source: Source, i: number): Promise<void> => {
    if ((await lookups[i]) || signal?.aborted || over) return
    const { end, seconds } = await pool.run({ source, output, options: asked, engine })
    if (signal?.aborted || over) return
    if ('result' in end) options.onWorkerMemory?.(end.result.rss)
    finish(await settle(end, source, output, engine, seconds), false)
  }
  signal?.addEventListener('abort', stop)
  try {
    await Promise.race([Promise.all(sources.map(read)), aborted(signal)])
    // A stopped run loses nothing that is there already.
    await Promise.all(lookups)
  } finally {
    over = true
    pool.stop()
    signal?.removeEventListener('abort', stop)
  }
  return inputs
}

export const inputOf = (source: Source, outcome: Outcome, seconds: number, message: string): InputResult => ({
  source: source.source,
  sha256: source.sha256,
  filing_id: source.filingId,
  outcome,
  seconds,
  message,
})

/** Those of an earlier run's results whose filings are as the same program wrote them. */
export async function intact(
  output: string,
  engine: string,
  earlier: readonly InputResult[],
): Promise<InputResult[]> {
  const hashes = await readHashes(output)
  const kept: InputResult[] = []
  for (const input of earlier) {
    const filing = await written(output, input.filing_id, hashes)
    if (filing?.engine === engine) kept.push(input)
  }
  return kept
}

/** A filing that the same program has already made from the same bytes at the same place. */
async function finished(
  output: string,
  source: Source,
  engine: string,
  hashes: Hashes,
): Promise<Filing | undefined> {
  const filing = await written(output, source.filingId, hashes)
  // A fault of ours may have been the machine's: it is tried again.
  return filing?.engine === engine && filing.source === source.source && filing.status !== 'failed'
    ? filing
    : undefined
}

/** A filing that nobody has changed or cut off since it was written. */
async function written(output: string, filingId: string, hashes: Hashes): Promise<Filing | undefined> {
  const content = await readFile(filingPath(output, filingId)).catch(() => undefined)
  if (content === undefined || !isAsWritten(hashes, filingId, content)) return undefined
  return JSON.parse(content.toString()) as Filing
}

async function settle(
  end: JobEnd,
  source: Source,
  output: string,
  engine: string,
  seconds: number,
): Promise<InputResult> {
  if ('result' in end) {
    const { status, message, unwritten } = end.result
    // The next filing would not be written either.
    if (unwritten) throw Object.assign(new Error(unwritten.code), unwritten)
    return inputOf(source, status, seconds, message)
  }
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
