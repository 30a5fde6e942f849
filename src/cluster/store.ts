// Batches, jobs, results and what became of every attempt, in PostgreSQL.
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import type { InputProblem } from '../ingest/index.js'
import type { FamiliesResult, Fault, JobResult, Reading } from '../run/index.js'
import type { Database, Sql } from './database.js'
import type { JobSpec, Place, ReadSpec, SourceOfJob } from './job-spec.js'

/** Inputs that are read together and published together. */
export interface Batch {
  name: string
  program: string
  engine: string
  reading: Reading & { maxPages?: number | undefined }
  roots: string[]
  problems: InputProblem[]
  outputs: string[]
}

export interface BatchInput {
  source: SourceOfJob
  place: Place
  /** None where its bytes stand under a smaller path already. */
  jobId?: string | undefined
  /** Of a source that may be a page: what all pages of its paper share. */
  paper?: string | undefined
}

/** A page of a paper that was read by itself. */
export interface PageRead {
  spec: ReadSpec
  ending: Ending
}

/** How a job ended, as a run is told. */
export type Ending<R = JobResult> = { result: R } | { fault: Fault }

/** A file that a job wrote, by its path below the output folder. */
export interface WrittenFile {
  path: string
  content: Buffer
}

export interface StoredResult {
  ending: Ending<JobResult | FamiliesResult>
  seconds: number
}

const rowOf = ({ source, place, jobId, paper }: BatchInput) => ({
  description: source,
  place,
  job_id: jobId,
  paper,
})

/** Rows that one statement writes. */
const AT_ONCE = 500

export class Store {
  constructor(private readonly database: Database) {}

  /** Makes a batch of these inputs, in place of what was submitted under its name; gives the jobs it consists of. */
  async submit(batch: Batch, inputs: readonly (BatchInput & { spec?: ReadSpec })[], sql: Sql): Promise<void> {
    const { name, program, engine, reading, roots, problems, outputs } = batch
    await sql.executeSql('DELETE FROM yusuan.batch WHERE name = $1', [name])
    await sql.executeSql(
      `INSERT INTO yusuan.batch (name, program, engine, reading, roots, problems, outputs)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [name, program, engine, ...[reading, roots, problems, outputs].map((v) => JSON.stringify(v))],
    )
    for (let i = 0; i < inputs.length; i += AT_ONCE) {
      const some = inputs.slice(i, i + AT_ONCE)
      const jobs = some.flatMap(({ jobId, spec }) => (jobId && spec ? [{ id: jobId, spec }] : []))
      await sql.executeSql(
        `INSERT INTO yusuan.job (id, spec)
         SELECT id, spec FROM jsonb_to_recordset($1) AS t (id uuid, spec jsonb) ON CONFLICT DO NOTHING`,
        [JSON.stringify(jobs)],
      )
      await sql.executeSql(
        `INSERT INTO yusuan.input (batch, source, description, place, job_id, paper)
         SELECT $1, description->>'source', description, place, job_id, paper
         FROM jsonb_to_recordset($2) AS t (description jsonb, place jsonb, job_id uuid, paper text)`,
        [name, JSON.stringify(some.map(rowOf))],
      )
    }
  }

  /** Adds one job, as a run asks for it. */
  async add(id: string, spec: JobSpec, sql: Sql): Promise<void> {
    await sql.executeSql('INSERT INTO yusuan.job (id, spec) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      id,
      JSON.stringify(spec),
    ])
  }

  async batch(name: string): Promise<Batch | undefined> {
    const { rows } = await this.database.executeSql(
      'SELECT name, program, engine, reading, roots, problems, outputs FROM yusuan.batch WHERE name = $1',
      [name],
    )
    return rows[0]
  }

  /** The inputs of a batch in the order of their sources. */
  async inputs(name: string): Promise<BatchInput[]> {
    const { rows } = await this.database.executeSql(
      'SELECT description, place, job_id FROM yusuan.input WHERE batch = $1 ORDER BY source COLLATE "C"',
      [name],
    )
    return rows.map((r) => ({ source: r.description, place: r.place, jobId: r.job_id ?? undefined }))
  }

  /** What a job is, and where its input stands: several places may have the same bytes. */
  async job(id: string): Promise<{ spec: JobSpec; places: Place[] } | undefined> {
    const { rows } = await this.database.executeSql(
      `SELECT spec, (SELECT coalesce(jsonb_agg(place), '[]') FROM yusuan.input
                     WHERE description->>'sha256' = job.spec->'source'->>'sha256'
                       AND source = job.spec->'source'->>'source') AS places
       FROM yusuan.job WHERE id = $1`,
      [id],
    )
    return rows[0]
  }

  async began(jobId: string, attempt: number, worker: string): Promise<void> {
    await this.database.executeSql(
      'INSERT INTO yusuan.attempt (job_id, attempt, worker) VALUES ($1, $2, $3)',
      [jobId, attempt, worker],
    )
  }

  async ended(jobId: string, attempt: number, worker: string, ending: string, sql: Sql): Promise<void> {
    await sql.executeSql(
      `UPDATE yusuan.attempt SET ended_at = now(), ending = $4
       WHERE job_id = $1 AND attempt = $2 AND worker = $3 AND ended_at IS NULL`,
      [jobId, attempt, worker, ending],
    )
  }

  /** Keeps the one result of a job; false where it has one already, which stays. */
  async keep(
    jobId: string,
    { ending, seconds, worker, attempt }: StoredResult & { worker: string; attempt: number },
    files: readonly WrittenFile[],
    sql: Sql,
  ): Promise<boolean> {
    const { rows } = await sql.executeSql(
      `INSERT INTO yusuan.result (job_id, ending, seconds, worker, attempt) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING job_id`,
      [jobId, JSON.stringify(ending), seconds, worker, attempt],
    )
    if (rows.length === 0) return false
    for (const { path, content } of files)
      await sql.executeSql('INSERT INTO yusuan.file (job_id, path, bytes, content) VALUES ($1, $2, $3, $4)', [
        jobId,
        path,
        content.length,
        await promisify(deflateRaw)(content),
      ])
    return true
  }

  /** Which of these have a result. */
  async done(jobIds: readonly string[], sql: Sql = this.database): Promise<Set<string>> {
    const { rows } = await sql.executeSql('SELECT job_id FROM yusuan.result WHERE job_id = ANY($1::uuid[])', [
      jobIds,
    ])
    return new Set(rows.map((r) => r.job_id))
  }

  async result(jobId: string): Promise<StoredResult | undefined> {
    const { rows } = await this.database.executeSql(
      'SELECT ending, seconds FROM yusuan.result WHERE job_id = $1',
      [jobId],
    )
    return rows[0]
  }

  /** What a job wrote: all of it, or what stands at one path. */
  async files(jobId: string, path?: string): Promise<WrittenFile[]> {
    const { rows } = await this.database.executeSql(
      'SELECT path, bytes, content FROM yusuan.file WHERE job_id = $1 AND ($2::text IS NULL OR path = $2) ORDER BY path',
      [jobId, path ?? null],
    )
    const files: WrittenFile[] = []
    for (const { path: at, bytes, content } of rows)
      files.push({
        path: at,
        content: await promisify(inflateRaw)(content, { maxOutputLength: Math.max(1, bytes) }),
      })
    return files
  }

  /** Forgets results, so that their jobs may have others. */
  async forget(jobIds: readonly string[], sql: Sql): Promise<void> {
    await sql.executeSql('DELETE FROM yusuan.result WHERE job_id = ANY($1::uuid[])', [jobIds])
  }

  async setting(name: string): Promise<string | undefined> {
    const { rows } = await this.database.executeSql('SELECT value FROM yusuan.setting WHERE name = $1', [
      name,
    ])
    return rows[0]?.value
  }

  async set(name: string, value: string): Promise<void> {
    await this.database.executeSql(
      'INSERT INTO yusuan.setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2',
      [name, value],
    )
  }

  /** The papers, batch by batch, that a job reads a page of. */
  async papersOf(jobId: string, sql: Sql): Promise<{ batch: string; paper: string }[]> {
    const { rows } = await sql.executeSql(
      'SELECT batch, paper FROM yusuan.input WHERE job_id = $1 AND paper IS NOT NULL ORDER BY batch, paper',
      [jobId],
    )
    return rows
  }

  /** The pages of a paper, if all are read; held until the transaction ends. */
  async pagesOf(batch: string, paper: string, sql: Sql): Promise<PageRead[] | undefined> {
    // Two pages that are read at once would each miss the other.
    await sql.executeSql('SELECT pg_advisory_xact_lock(hashtext($1))', [`${batch} ${paper}`])
    const { rows } = await sql.executeSql(
      `SELECT job.spec, result.ending FROM yusuan.input
       JOIN yusuan.job ON job.id = input.job_id LEFT JOIN yusuan.result ON result.job_id = input.job_id
       WHERE input.batch = $1 AND input.paper = $2`,
      [batch, paper],
    )
    return rows.every((r) => r.ending) ? rows : undefined
  }

  /** Notes that a batch needs a page that is told of its paper. */
  async tell(batch: string, id: string, spec: JobSpec, sql: Sql): Promise<void> {
    await this.add(id, spec, sql)
    await sql.executeSql('INSERT INTO yusuan.told (batch, job_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      batch,
      id,
    ])
  }

  /** Inputs of a batch that have no result yet. */
  async open(name: string): Promise<number> {
    const { rows } = await this.database.executeSql(
      `SELECT count(*)::int AS open
       FROM (SELECT job_id FROM yusuan.input WHERE batch = $1 AND job_id IS NOT NULL
             UNION SELECT job_id FROM yusuan.told WHERE batch = $1) AS asked
       WHERE NOT EXISTS (SELECT 1 FROM yusuan.result WHERE result.job_id = asked.job_id)`,
      [name],
    )
    return rows[0].open
  }
}
