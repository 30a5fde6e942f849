import type { Database } from './database.js'
import type { Queue } from './queue.js'

export interface BatchStatus {
  batch: string
  program: string
  inputs: number
  done: number
  /** Of these, what could not be read at all. */
  failed: number
  waiting: number
}

export interface ClusterStatus {
  batches: BatchStatus[]
  /** Programs with work that no living worker is of. */
  without_worker: string[]
  workers: {
    id: string
    program: string
    concurrency: number
    running: number
    done: number
    seen_seconds: number
  }[]
  dead: { job: string; source: string; reason: string }[]
  draining: boolean
  /** Results a minute over the last five; null where there are none. */
  per_minute: number | null
  /** Minutes until nothing waits, at that rate. */
  minutes_left: number | null
  database_bytes: number
}

/** Seconds of silence after which a worker is not counted. */
const ALIVE = 60
/** Dead letters that are shown. */
const SHOWN = 20

export async function statusOf(database: Database, queue: Queue): Promise<ClusterStatus> {
  const ask = async (text: string) => (await database.executeSql(text)).rows
  const batches: BatchStatus[] = await ask(`
    WITH asked AS (SELECT batch, job_id FROM yusuan.input WHERE job_id IS NOT NULL
                   UNION SELECT batch, job_id FROM yusuan.told)
    SELECT b.name AS batch, b.program, count(a.job_id)::int AS inputs, count(r.job_id)::int AS done,
           count(*) FILTER (WHERE r.ending->'fault' IS NOT NULL OR r.ending->'result'->>'status' = 'failed')::int AS failed,
           (count(a.job_id) - count(r.job_id))::int AS waiting
    FROM yusuan.batch b LEFT JOIN asked a ON a.batch = b.name LEFT JOIN yusuan.result r ON r.job_id = a.job_id
    GROUP BY b.name, b.program ORDER BY b.name`)
  const workers: ClusterStatus['workers'] = await ask(`
    SELECT id, program, concurrency, running, done::int, extract(epoch FROM now() - seen_at)::int AS seen_seconds
    FROM yusuan.worker WHERE stopped_at IS NULL AND seen_at > now() - interval '${ALIVE} seconds' ORDER BY id`)
  const [rate] = await ask(`
    SELECT count(*)::int AS results, extract(epoch FROM now() - min(finished_at))::float AS seconds
    FROM yusuan.result WHERE finished_at > now() - interval '5 minutes'`)
  const [size] = await ask('SELECT pg_database_size(current_database())::float AS bytes')
  const dead = await queue.dead(database)
  const { rows: named } = await database.executeSql(
    `SELECT id, coalesce(spec->'source'->>'source', spec->'families'->0->'members'->0->>'filing_id') AS source FROM yusuan.job WHERE id = ANY($1::uuid[])`,
    [dead.slice(0, SHOWN).map((d) => d.job)],
  )
  const [drain] = await ask(`SELECT value FROM yusuan.setting WHERE name = 'drain'`)
  const waiting = batches.reduce((sum, b) => sum + b.waiting, 0)
  const perMinute = rate.results > 1 && rate.seconds > 0 ? (rate.results / rate.seconds) * 60 : null
  return {
    batches,
    without_worker: [...new Set(batches.filter((b) => b.waiting > 0).map((b) => b.program))].filter(
      (p) => !workers.some((w) => w.program === p),
    ),
    workers,
    dead: dead
      .slice(0, SHOWN)
      .map((d) => ({ ...d, source: named.find((n) => n.id === d.job)?.source ?? '' })),
    draining: drain?.value === 'on',
    per_minute: perMinute === null ? null : Math.round(perMinute * 10) / 10,
    minutes_left: perMinute === null ? null : Math.ceil(waiting / perMinute),
    database_bytes: size.bytes,
  }
}
