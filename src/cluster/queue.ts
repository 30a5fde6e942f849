// The queue: pg-boss on the same PostgreSQL as the store. A job in it is an id; what it is about stands in the store.
import type { PgBoss } from 'pg-boss'
import type { Sql } from './database.js'
import { QUEUE_SCHEMA } from './migrations.js'
import { pgBoss } from './packages.js'

/** Attempts that a job has in all: whoever kills its worker three times is at fault itself. */
export const ATTEMPTS = 3
/** Seconds between two signs of life of a worker, and until a silent one has lost its jobs. */
export const BEAT = 10
const SILENCE = 30
/** Seconds between two looks for workers that fell silent. */
const SUPERVISE = 10
/** Seconds: a job waits as long as a province takes, and is forgotten soon after it is done. */
const KEEP_WAITING = 180 * 24 * 3600
const KEEP_DONE = 24 * 3600
/** Seconds that a job may be worked on in all: above every limit of a worker. */
const EXPIRES = 23 * 3600
const DEAD = 'dead'
/** Jobs that one statement takes. */
const AT_ONCE = 1000

/** A job that a worker holds; settled by nobody who does not hold this attempt. */
export interface Claim {
  id: string
  retryCount: number
  /** In the store. */
  job: string
}

export class Queue {
  private constructor(
    private readonly boss: PgBoss,
    private readonly name: string,
  ) {}

  /** Makes the queue's schema, or brings it up to date. */
  static async install(url: string): Promise<void> {
    const boss = await bossOf(url, { migrate: true, createSchema: true, supervise: false })
    await boss.createQueue(DEAD, { deleteAfterSeconds: KEEP_WAITING, retentionSeconds: KEEP_WAITING })
    await boss.stop({ graceful: false })
  }

  /** The queue of one program: another version would read otherwise. `silence`: seconds until a silent worker is dead. */
  static async of(
    url: string,
    program: string,
    { supervise = false, silence = SILENCE }: { supervise?: boolean; silence?: number | undefined } = {},
  ): Promise<Queue> {
    const boss = await bossOf(url, { migrate: false, createSchema: false, supervise })
    const name = `read-${program.replace(/[^\w.-]+/g, '-')}`
    await boss.createQueue(name, {
      deadLetter: DEAD,
      retryLimit: ATTEMPTS - 1,
      retryDelay: 1,
      heartbeatSeconds: silence,
      expireInSeconds: EXPIRES,
      retentionSeconds: KEEP_WAITING,
      deleteAfterSeconds: KEEP_DONE,
    })
    return new Queue(boss, name)
  }

  /** Puts jobs in; those that are in it already are not put in again. */
  async put(jobs: readonly string[], db: Sql): Promise<void> {
    for (let i = 0; i < jobs.length; i += AT_ONCE)
      await this.boss.insert(
        this.name,
        jobs.slice(i, i + AT_ONCE).map((job) => ({ id: job, data: { job } })),
        { db },
      )
  }

  /** Takes up to `count` jobs. */
  async claim(count: number, db: Sql): Promise<Claim[]> {
    const jobs = await this.boss.fetch<{ job: string }>(this.name, { batchSize: count, db })
    return jobs.map(({ id, retryCount, data }) => ({ id, retryCount, job: data.job }))
  }

  /** Says that these are worked on; gives those that are not this worker's any more. */
  async hold(claims: readonly Claim[], db: Sql): Promise<Claim[]> {
    if (claims.length === 0) return []
    const response = await this.boss.touch(this.name, claims.map(attempt), { db })
    const held = new Set(settled(response))
    return claims.filter((claim) => !held.has(claim.id))
  }

  /** Ends a job; false where somebody else has it by now. */
  async complete(claim: Claim, db: Sql): Promise<boolean> {
    return reached(await this.boss.complete(this.name, attempt(claim), null, { db }))
  }

  /** Gives a job back with a reason: it is tried again, or is a dead letter after the last attempt. */
  async fail(claim: Claim, reason: string, db: Sql): Promise<boolean> {
    return reached(await this.boss.fail(this.name, attempt(claim), { reason }, { db }))
  }

  /** How many are waiting or being worked on. */
  async open(db: Sql): Promise<number> {
    const { rows } = await db.executeSql(
      `SELECT count(*)::int AS open FROM ${QUEUE_SCHEMA}.job WHERE name = $1 AND state <= 'active'`,
      [this.name],
    )
    return rows[0].open
  }

  /** Jobs, in the store, that killed their workers too often. */
  async dead(db: Sql): Promise<{ job: string; reason: string }[]> {
    const { rows } = await db.executeSql(
      `SELECT data->>'job' AS job, coalesce(source_output->>'reason', source_output->'value'->>'message', '') AS reason
         FROM ${QUEUE_SCHEMA}.job WHERE name = $1 AND state < 'active' ORDER BY created_on`,
      [DEAD],
    )
    return rows
  }

  /** Puts dead letters back to be tried again, and says how many. */
  redrive(db: Sql): Promise<number> {
    return this.boss.redrive(DEAD, { destination: this.name, limit: AT_ONCE, db })
  }

  /** Looks for workers that fell silent, now. */
  supervise(): Promise<void> {
    return this.boss.supervise(this.name)
  }

  close(): Promise<void> {
    return this.boss.stop({ graceful: false })
  }
}

const attempt = ({ id, retryCount }: Claim) => ({ id, retryCount })

/** The ids that a statement reached, of those it was asked for. */
const settled = (response: object): string[] => (response as { settled?: string[] }).settled ?? []
const reached = (response: object): boolean => settled(response).length === 1

async function bossOf(
  url: string,
  options: { migrate: boolean; createSchema: boolean; supervise: boolean },
): Promise<PgBoss> {
  const { PgBoss } = await pgBoss()
  const boss = new PgBoss({
    connectionString: url,
    schema: QUEUE_SCHEMA,
    application_name: 'yusuan-queue',
    max: 2,
    schedule: false,
    superviseIntervalSeconds: SUPERVISE,
    monitorIntervalSeconds: SUPERVISE,
    // Rebuilding an index needs its owner.
    reindex: false,
    ...options,
  })
  // A server that is away: whoever needs it asks again.
  boss.on('error', () => undefined)
  await boss.start()
  return boss
}
