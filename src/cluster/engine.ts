// The jobs of a run, done by the workers of a cluster: what they wrote is put where a worker of this machine would have.
import { setTimeout as later } from 'node:timers/promises'
import PQueue from 'p-queue'
import { REPORT_FOLDER } from '../model/report.js'
import { placeFile } from '../publish/index.js'
import {
  type AnyJob,
  type FamiliesJob,
  type Job,
  type JobEnd,
  type JobEngine,
  program,
} from '../run/index.js'
import { ClusterError } from './cluster-error.js'
import type { Database } from './database.js'
import { type JobSpec, jobId, specOf } from './job-spec.js'
import type { Queue } from './queue.js'
import type { Store, StoredResult } from './store.js'

/** Milliseconds between two questions for what is done; one question is for all that wait. */
const POLL = 500
/** Questions to the store, and results that are being put down, at once. */
const AT_ONCE = 4

export class ClusterEngine implements JobEngine {
  private readonly waiting = new Map<string, (() => void)[]>()
  private asking = false
  private stopped = false
  private readonly turns = new PQueue({ concurrency: AT_ONCE })
  /** By filing id, the job that read it last. */
  private readonly readBy = new Map<string, string>()

  constructor(
    private readonly database: Database,
    private readonly store: Store,
    private readonly queue: Queue,
    /** Whether to wait for what is not done; else it is an error. */
    private readonly patient: boolean,
  ) {}

  async run<J extends AnyJob>(job: J): Promise<{ end: JobEnd<J>; seconds: number }> {
    const asked: AnyJob = job
    const done =
      'families' in asked
        ? await this.judged(asked)
        : 'engine' in asked
          ? await this.read(asked)
          : // Pictures and copies are made where the report is.
            undefined
    // Only whoever is stopped does not wait to the end.
    return (done ?? { end: { fault: 'crash' }, seconds: 0 }) as { end: JobEnd<J>; seconds: number }
  }

  stop(): void {
    this.stopped = true
    for (const all of this.waiting.values()) for (const done of all) done()
  }

  private async read(job: Job) {
    // Submitted once, published with and without a report.
    const spec = specOf({ ...job, report: true })
    const id = jobId(spec)
    await this.ended(id, spec)
    return this.turns.add(async () => {
      const result = await this.store.result(id)
      if (!result) return undefined
      for (const { path, content } of await this.store.files(id))
        if (job.report || !path.startsWith(`${REPORT_FOLDER}/`)) await placeFile(job.output, path, content)
      this.readBy.set(job.source.filingId, id)
      return endOf(result)
    })
  }

  /** Only where the cluster has read all of them; a filing of an earlier output is on this machine alone. */
  private async judged({ families, weighing }: FamiliesJob) {
    const readBy: Record<string, string> = {}
    for (const { filing_id } of families.flatMap((f) => f.members)) {
      const by = this.readBy.get(filing_id)
      if (by === undefined) return undefined
      readBy[filing_id] = by
    }
    const spec = { families, weighing, program: program(), readBy }
    const id = jobId(spec)
    await this.ended(id, spec)
    const result = await this.turns.add(() => this.store.result(id))
    return result && endOf(result)
  }

  /** Waits until a job has its result; puts it into the queue where it is not there. */
  private async ended(id: string, spec: JobSpec): Promise<void> {
    const isDone = await this.turns.add(async () => {
      if ((await this.store.done([id])).has(id)) return true
      if (!this.patient) throw new ClusterError('unfinished')
      await this.database.transaction(async (sql) => {
        await this.store.add(id, spec, sql)
        await this.queue.put([id], sql)
      })
      return false
    })
    if (!isDone) await this.doneOf(id)
  }

  private doneOf(id: string): Promise<void> {
    const promise = new Promise<void>((done) => {
      this.waiting.set(id, [...(this.waiting.get(id) ?? []), done])
    })
    if (!this.asking) void this.ask()
    return promise
  }

  private async ask(): Promise<void> {
    this.asking = true
    while (this.waiting.size > 0 && !this.stopped) {
      await later(POLL)
      for (const id of await this.store.done([...this.waiting.keys()])) {
        for (const done of this.waiting.get(id) ?? []) done()
        this.waiting.delete(id)
      }
    }
    this.asking = false
  }
}

const endOf = ({ ending, seconds }: StoredResult) => ({ end: ending, seconds })
