// A worker of a cluster: takes jobs in batches, has them done by processes of its own, and commits each result together
// with the end of its job. What it loads here is light: the loop that tells that it lives is never kept waiting.
//   a process dies      its job is given back, and is a dead letter after three times
//   SIGTERM             takes nothing more, finishes what it has
//   kill -9, power      its jobs are somebody else's after the silence
//   it comes back       its results are refused: the attempt is not its any more
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { OWN_FOLDER } from '../model/output.js'
import { placeFile } from '../publish/index.js'
import {
  type FamiliesJob,
  type FamiliesResult,
  type Fault,
  type Job,
  type JobEngine,
  type JobResult,
  type Log,
  program,
} from '../run/index.js'
import { type Database, isPassing, type Sql } from './database.js'
import type { JobSpec, Place, ReadSpec } from './job-spec.js'
import { tellPages } from './papers.js'
import type { Brought, Places } from './places.js'
import { ATTEMPTS, BEAT, type Claim, type Queue } from './queue.js'
import type { Ending, Store, WrittenFile } from './store.js'

export interface WorkerOptions {
  /** Jobs at once. */
  concurrency: number
  /** For PDFs that need one; they stay on this machine. */
  passwords?: readonly string[] | undefined
  /** Ends when nothing is left to do. */
  untilIdle?: boolean | undefined
  /** Seconds between two signs of life; default 10. */
  beat?: number | undefined
  log?: Log | undefined
}

/** What a worker tells of itself. */
export interface WorkerState {
  id: string
  running: number
  done: number
  failed: number
  stale: number
  draining: boolean
  /** When the database answered last, milliseconds since 1970. */
  heard: number
}

/** Milliseconds between two looks at an empty queue. */
const POLL = 1_000
/** Milliseconds before a worker asks a database again that was away. */
const AWAY = 2_000

export class ClusterWorker {
  readonly state: WorkerState
  private readonly held = new Map<Claim, Promise<void>>()
  private wake: () => void = () => undefined

  constructor(
    private readonly database: Database,
    private readonly store: Store,
    private readonly queue: Queue,
    private readonly places: Places,
    private readonly jobs: JobEngine,
    private readonly options: WorkerOptions,
  ) {
    const id = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`
    this.state = { id, running: 0, done: 0, failed: 0, stale: 0, draining: false, heard: Date.now() }
  }

  /** Works until it is told to drain, or until nothing is left where that was asked. */
  async run(): Promise<void> {
    const { concurrency, log } = this.options
    await this.enrol()
    const beating = setInterval(() => void this.beat(), (this.options.beat ?? BEAT) * 1000)
    log?.('worker', { id: this.state.id, concurrency })
    try {
      while (!this.state.draining) {
        const free = concurrency - this.held.size
        const claims = free > 0 ? await this.claim(free) : []
        for (const claim of claims) this.take(claim)
        if (claims.length === free && free > 0) continue
        if (this.options.untilIdle && this.held.size === 0 && claims.length === 0 && (await this.isIdle()))
          break
        await Promise.race([later(POLL), this.woken()])
      }
      await Promise.all(this.held.values())
    } finally {
      clearInterval(beating)
      await this.sign('stopped_at = now(),').catch(() => undefined)
      log?.('worker-ended', { ...this.state })
    }
  }

  /** Takes nothing more; what it has is finished. */
  drain(): void {
    this.state.draining = true
    this.wake()
  }

  private woken(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve
    })
  }

  private async claim(free: number): Promise<Claim[]> {
    try {
      if ((await this.store.setting('drain')) === 'on') {
        this.drain()
        return []
      }
      const claims = await this.queue.claim(free, this.database)
      this.state.heard = Date.now()
      return claims
    } catch (error) {
      if (!isPassing(error)) throw error
      this.options.log?.('database-away', {})
      await later(AWAY)
      return []
    }
  }

  private take(claim: Claim): void {
    const work = this.work(claim)
      .catch((error) => {
        // A defect of ours: the job comes back when its attempt has expired.
        this.options.log?.('defect', { job: claim.job, stack: (error as Error).stack })
      })
      .finally(() => {
        this.held.delete(claim)
        this.state.running = this.held.size
        this.wake()
      })
    this.held.set(claim, work)
    this.state.running = this.held.size
  }

  private async work(claim: Claim): Promise<void> {
    const { store, database, state } = this
    const attempt = claim.retryCount + 1
    // Told twice: it has its result.
    if ((await store.done([claim.job])).has(claim.job)) {
      await this.queue.complete(claim, database)
      return
    }
    const job = await store.job(claim.job)
    if (!job) {
      await this.queue.fail(claim, 'job-missing', database)
      return
    }
    await store.began(claim.job, attempt, state.id)
    const scratch = await mkdtemp(join(tmpdir(), 'yusuan-'))
    const output = join(scratch, 'output')
    try {
      const asked = await this.jobOf(job, scratch, output)
      const { end, seconds } =
        'fault' in asked ? { end: asked, seconds: 0 } : await this.jobs.run<Job | FamiliesJob>(asked)
      if ('result' in end && end.result.unwritten) {
        await this.giveBack(claim, attempt, `unwritten: ${end.result.unwritten.code}`)
        return
      }
      // A family's filings were brought, not written.
      const files = 'result' in end && !('families' in asked) ? await filesIn(output) : []
      await this.settle(claim, attempt, end, seconds, files)
    } finally {
      await rm(scratch, { recursive: true, force: true })
    }
  }

  /** What its processes are asked for, with its input brought to this machine; or why that is not there. */
  private async jobOf(
    { spec, places }: { spec: JobSpec; places: readonly Place[] },
    scratch: string,
    output: string,
  ): Promise<Job | FamiliesJob | { fault: Fault }> {
    if ('families' in spec) {
      for (const [filingId, by] of Object.entries(spec.readBy)) {
        const [file] = await this.store.files(by, `filings/${filingId}.json`)
        if (!file) return { fault: 'input-gone' }
        await placeFile(output, file.path, file.content)
      }
      return { families: spec.families, weighing: spec.weighing, output }
    }
    const { options, engine, report } = spec
    const source = await this.bring(spec, places, scratch)
    return 'path' in source
      ? { source, options: { ...options, passwords: this.options.passwords }, engine, report, output }
      : source
  }

  private async bring({ source }: ReadSpec, places: readonly Place[], scratch: string): Promise<Brought> {
    let brought: Brought = { fault: 'input-gone' }
    for (const place of places) {
      brought = await this.places.bring(source, place, scratch)
      if ('path' in brought) return brought
    }
    return brought
  }

  /** A fault is tried again; what stands after the last attempt, and every result, is kept with the end of its job. */
  private async settle(
    claim: Claim,
    attempt: number,
    end: Ending<JobResult | FamiliesResult>,
    seconds: number,
    files: readonly WrittenFile[],
  ): Promise<void> {
    const { store, state } = this
    const fault = faultOf(end)
    if (fault !== undefined && attempt < ATTEMPTS) return this.giveBack(claim, attempt, fault)
    const isOurs = await this.database.transaction(async (sql) => {
      const kept =
        fault === undefined ? await this.queue.complete(claim, sql) : await this.queue.fail(claim, fault, sql)
      // Whoever has the job by now will bring the result.
      if (!kept) return false
      await store.keep(claim.job, { ending: end, seconds, worker: state.id, attempt }, files, sql)
      await store.ended(claim.job, attempt, state.id, fault ?? 'done', sql)
      for (const paper of await store.papersOf(claim.job, sql)) await tellPages(store, this.queue, paper, sql)
      return true
    })
    if (!isOurs) return this.refused(claim, attempt)
    state.done++
    if (fault !== undefined) state.failed++
    this.options.log?.('job', { job: claim.job, attempt, seconds, ...(fault ? { fault } : {}) })
  }

  private async giveBack(claim: Claim, attempt: number, reason: string): Promise<void> {
    const isOurs = await this.database.transaction(async (sql) => {
      await this.store.ended(claim.job, attempt, this.state.id, reason, sql)
      return this.queue.fail(claim, reason, sql)
    })
    if (!isOurs) return this.refused(claim, attempt)
    this.options.log?.('job-again', { job: claim.job, attempt, reason })
  }

  private refused(claim: Claim, attempt: number): void {
    this.state.stale++
    this.options.log?.('stale', { job: claim.job, attempt })
  }

  private async beat(): Promise<void> {
    try {
      const lost = await this.queue.hold([...this.held.keys()], this.database)
      // Their results will be refused; what they cost is lost in any case.
      for (const { job } of lost) this.options.log?.('lost', { job })
      await this.sign('')
      await this.bury()
      this.state.heard = Date.now()
    } catch (error) {
      this.options.log?.('beat-missed', { code: (error as NodeJS.ErrnoException).code ?? '' })
    }
  }

  /** Jobs whose workers died with them have no result yet: they get the one that says so. */
  private async bury(): Promise<void> {
    await this.database.transaction((sql) => buryDead(this.queue, this.store, this.state.id, sql))
  }

  /** Nothing waits and nobody works: what is being tried again may come back. */
  private async isIdle(): Promise<boolean> {
    await this.bury()
    return (await this.queue.open(this.database)) === 0
  }

  private async enrol(): Promise<void> {
    await this.database.executeSql(
      'INSERT INTO yusuan.worker (id, program, host, pid, concurrency) VALUES ($1, $2, $3, $4, $5)',
      [this.state.id, program(), hostname(), process.pid, this.options.concurrency],
    )
  }

  private async sign(more: string): Promise<void> {
    const { id, running, done } = this.state
    await this.database.executeSql(
      `UPDATE yusuan.worker SET ${more} seen_at = now(), running = $2, done = $3 WHERE id = $1`,
      [id, running, done],
    )
  }
}

/** Gives dead letters without a result the one that says that they could not be read. */
export async function buryDead(queue: Queue, store: Store, by: string, sql: Sql): Promise<void> {
  // Two that bury at once would write one result twice.
  await sql.executeSql("SELECT pg_advisory_xact_lock(hashtext('yusuan.bury'))")
  const dead = await queue.dead(sql)
  if (dead.length === 0) return
  const done = await store.done(
    dead.map((d) => d.job),
    sql,
  )
  for (const job of new Set(dead.map((d) => d.job))) {
    if (done.has(job)) continue
    const result = { ending: { fault: 'crash' } as const, seconds: 0, worker: by, attempt: ATTEMPTS }
    await store.keep(job, result, [], sql)
    for (const paper of await store.papersOf(job, sql)) await tellPages(store, queue, paper, sql)
  }
}

/** A filing that broke its process says why; a family that did was met by a defect. */
const faultOf = (end: Ending<JobResult | FamiliesResult>): string | undefined =>
  'fault' in end
    ? end.fault
    : end.result.spent
      ? 'message' in end.result
        ? end.result.message
        : 'defect'
      : undefined

/** What a job wrote but for what every output has of its own. */
async function filesIn(output: string): Promise<WrittenFile[]> {
  const entries = await readdir(output, { recursive: true, withFileTypes: true })
  const files: WrittenFile[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const below = relative(output, path).split(sep)
    if (below[0] === OWN_FOLDER) continue
    files.push({ path: below.join('/'), content: await readFile(path) })
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}
