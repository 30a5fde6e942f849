// Reads the sources of a run, each in a worker that can be killed; what an earlier run read is taken over.
import { readFile } from 'node:fs/promises'
import PQueue from 'p-queue'
import type { Filing, Outcome, PageOfPaper, PageSays } from '../model/filing.js'
import type { Source } from '../model/source.js'
import { unread, validated } from '../pipeline.js'
import { filingPath, type Hashes, isAsWritten, readHashes, writeFiling } from '../publish/index.js'
import { engineTold, isMadeBy, mayBeReadNow, type Reading } from './engine.js'
import type { JobEnd, JobEngine } from './job-engine.js'
import { pageGroups, toldPages } from './page-groups.js'
import type { Job } from './protocol.js'
import type { RunOptions } from './run-options.js'
import type { InputResult } from './run-summary.js'

/** Filings of an earlier run in memory at once. */
const LOOKUPS = 8

/** One outcome per source, in the order they are done; fewer where the run is stopped. */
export async function readAll(
  sources: readonly Source[],
  engine: string,
  reading: Reading,
  options: RunOptions,
  jobs: JobEngine,
): Promise<InputResult[]> {
  const { output, signal } = options
  const hashes = await readHashes(output)
  const asked = { ...reading, maxPages: options.maxPages }
  const inputs: InputResult[] = []
  /** Read, but what the other pages of their paper say may change what they are. */
  const held = new Map<Source, Done>()
  let over = false
  const stop = () => jobs.stop()
  const finish = (source: Source, { input, reused, pages }: Done) => {
    held.delete(source)
    inputs.push(input)
    options.onProgress?.({ done: inputs.length, total: sources.length, input, reused, pages })
    options.log?.('input', { ...input, reused, pages })
  }
  const queue = new PQueue({ concurrency: LOOKUPS })
  const groups = pageGroups(sources)
  const mates = new Map(groups.flatMap((group) => group.map((source) => [source, group.length - 1])))
  /** Finishes a source unless its group may make another filing of it. */
  const take = (source: Source, done: Done): Done => {
    const isSettled = done.engine === engine && (mates.get(source) === 0 || done.says?.alone !== 'too-little')
    if (isSettled) finish(source, done)
    else held.set(source, done)
    return done
  }
  const lookUp = async (source: Source): Promise<Done | undefined> => {
    const before = await finished(output, source, engine, hashes)
    return before && !mayBeReadNow(before, reading) ? take(source, doneBefore(source, before)) : undefined
  }
  /** The next in line is looked up no sooner than those before it: files are read in their order. */
  let line: Promise<unknown> = Promise.resolve()
  const lookups = new Map(
    sources.map((source) => {
      const inLine = Promise.all([queue.add(() => lookUp(source)), line]).then(([done]) => done)
      line = inLine
      return [source, inLine]
    }),
  )
  const readAs = async (source: Source, paper?: PageOfPaper): Promise<Done | undefined> => {
    if (signal?.aborted || over) return undefined
    const by = engineTold(engine, paper)
    const report = options.report ?? true
    const { end, seconds } = await jobs.run<Job>({
      source,
      output,
      options: { ...asked, paper },
      engine: by,
      report,
    })
    if (signal?.aborted || over) return undefined
    if ('result' in end) options.onWorkerMemory?.(end.result.rss)
    const result = 'result' in end ? end.result : undefined
    if (result?.stack) options.log?.('defect', { source: source.source, stack: result.stack })
    options.log?.('read', {
      source: source.source,
      seconds,
      rss: result?.rss,
      ...('fault' in end ? end : {}),
    })
    const input = await settle(end, source, output, by, seconds)
    return { input, engine: by, says: result?.says, pages: result?.pages ?? 0, reused: false }
  }
  const readAlone = async (source: Source): Promise<Done | undefined> => {
    const before = await lookups.get(source)
    if (before) return before
    const done = await readAs(source)
    return done && take(source, done)
  }
  const readGroup = async (group: readonly Source[]): Promise<void> => {
    const alone = await Promise.all(group.map(readAlone))
    const read = alone.flatMap((done) => (done ? { outcome: done.input.outcome, says: done.says } : []))
    // Else the run was stopped.
    if (read.length < group.length) return
    const told = toldPages(group, read)
    const again = async (source: Source): Promise<void> => {
      const before = held.get(source)
      if (!before) return
      const paper = told.get(source)
      const done = before.engine === engineTold(engine, paper) ? before : await readAs(source, paper)
      if (done) finish(source, done)
    }
    await Promise.all(group.map(again))
  }
  signal?.addEventListener('abort', stop)
  try {
    await Promise.race([Promise.all(groups.map(readGroup)), aborted(signal)])
    // A stopped run loses nothing that is there already.
    await Promise.all(lookups.values())
    for (const [source, done] of held) finish(source, done)
  } finally {
    over = true
    signal?.removeEventListener('abort', stop)
  }
  return inputs
}

/** A source that has its outcome, and what told it. */
interface Done {
  input: InputResult
  engine: string
  says: PageSays | undefined
  pages: number
  /** Taken over from an earlier run. */
  reused: boolean
}

const doneBefore = (source: Source, { status, message, engine, page_says, pages }: Filing): Done => ({
  input: inputOf(source, status, 0, message),
  engine,
  says: page_says,
  pages: pages.length,
  reused: true,
})

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
    if (filing && isMadeBy(engine, filing)) kept.push(input)
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
  return filing && isMadeBy(engine, filing) && filing.source === source.source && filing.status !== 'failed'
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
  end: JobEnd<Job>,
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
