// The jobs of a run, done by the workers of a cluster: what they wrote is put where a worker of this machine would have.
import { setTimeout as later } from 'node:timers/promises'
import PQueue from 'p-queue'
import { REPORT_FOLDER } from '../model/report.js'
import { placeFile } from '../publish/index.js'
import type { AnyJob, Job, JobEnd, JobEngine } from '../run/index.js'
import { ClusterError } from './cluster-error.js'
import type { Database } from './database.js'
import { jobId, specOf } from './job-spec.js'
import type { Queue } from './queue.js'
import type { Store } from './store.js'

/** Milliseconds between two questions for what is done; one question is for all that wait. */
const POLL = 500
/** Questions to the store, and results that are being put down, at once. */
const AT_ONCE = 4

export class ClusterEngine implements JobEngine {
  private readonly waiting = new Map<string, (() => void)[]>()
  private asking = false
  private stopped = false
  private readonly turns = new PQueue({ concurrency: AT_ONCE })

  constructor(
    private readonly database: Database,
    private readonly store: Store,
    private readonly queue: Queue,
    /** Whether to wait for what is not done; else it is an error. */
    private readonly patient: boolean,
  ) {}

  async run<J extends AnyJob>(job: J): Promise<{ end: JobEnd<J>; seconds: number }> {
    const asked = job as unknown as Job
    // Submitted once, published with and without a report.
    const spec = specOf({ ...asked, report: true })
    const id = jobId(spec)
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
    return this.turns.add(() => this.take<J>(id, asked))
  }

  stop(): void {
    this.stopped = true
    for (const all of this.waiting.values()) for (const done of all) done()
  }

  private async take<J extends AnyJob>(id: string, { output, report }: Job) {
    const result = await this.store.result(id)
    // Only whoever is stopped does not wait to the end.
    if (!result) return { end: { fault: 'crash' } as JobEnd<J>, seconds: 0 }
    for (const { path, content } of await this.store.files(id))
      if (report || !path.startsWith(`${REPORT_FOLDER}/`)) await placeFile(output, path, content)
    return { end: result.ending as JobEnd<J>, seconds: result.seconds }
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
