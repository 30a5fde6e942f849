// The schema of the store, step by step; a step that was released is never changed. pg-boss keeps its own beside it.
import { ClusterError } from './cluster-error.js'
import type { Database, Sql } from './database.js'

export const SCHEMA = 'yusuan'
/** Schema of pg-boss. */
export const QUEUE_SCHEMA = 'yusuan_queue'

const MIGRATIONS: readonly string[] = [
  `CREATE TABLE yusuan.batch (
     name text PRIMARY KEY,
     submitted_at timestamptz NOT NULL DEFAULT now(),
     -- Program that submitted it: only the same one reads and publishes it.
     program text NOT NULL,
     engine text NOT NULL,
     reading jsonb NOT NULL,
     roots jsonb NOT NULL,
     problems jsonb NOT NULL,
     outputs jsonb NOT NULL
   );
   -- One reading of one file; its id is made of what decides the result.
   CREATE TABLE yusuan.job (
     id uuid PRIMARY KEY,
     spec jsonb NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now()
   );
   CREATE TABLE yusuan.input (
     batch text NOT NULL REFERENCES yusuan.batch ON DELETE CASCADE,
     source text NOT NULL,
     description jsonb NOT NULL,
     place jsonb NOT NULL,
     -- Null where its bytes stand under a smaller path already.
     job_id uuid REFERENCES yusuan.job,
     -- Names the paper that it may be a page of, together with others.
     paper text,
     PRIMARY KEY (batch, source)
   );
   CREATE INDEX input_job ON yusuan.input (job_id);
   CREATE INDEX input_source ON yusuan.input (source);
   CREATE INDEX input_paper ON yusuan.input (batch, paper) WHERE paper IS NOT NULL;
   -- Pages that are read once more, told of their paper.
   CREATE TABLE yusuan.told (
     batch text NOT NULL REFERENCES yusuan.batch ON DELETE CASCADE,
     job_id uuid NOT NULL REFERENCES yusuan.job,
     PRIMARY KEY (batch, job_id)
   );
   CREATE TABLE yusuan.result (
     job_id uuid PRIMARY KEY REFERENCES yusuan.job,
     -- Not jsonb, which orders keys anew: what is published has the bytes that one machine writes.
     ending json NOT NULL,
     seconds real NOT NULL,
     worker text NOT NULL,
     attempt int NOT NULL,
     finished_at timestamptz NOT NULL DEFAULT now()
   );
   CREATE INDEX result_finished ON yusuan.result (finished_at);
   -- What the job wrote, below its output folder; deflated by us, which packs better than the server does.
   CREATE TABLE yusuan.file (
     job_id uuid NOT NULL REFERENCES yusuan.result ON DELETE CASCADE,
     path text NOT NULL,
     bytes int NOT NULL,
     content bytea NOT NULL,
     PRIMARY KEY (job_id, path)
   );
   ALTER TABLE yusuan.file ALTER COLUMN content SET STORAGE EXTERNAL;
   -- What became of every attempt, for whoever asks later.
   CREATE TABLE yusuan.attempt (
     job_id uuid NOT NULL REFERENCES yusuan.job,
     attempt int NOT NULL,
     worker text NOT NULL,
     started_at timestamptz NOT NULL DEFAULT now(),
     ended_at timestamptz,
     ending text
   );
   CREATE INDEX attempt_job ON yusuan.attempt (job_id);
   CREATE TABLE yusuan.worker (
     id text PRIMARY KEY,
     program text NOT NULL,
     host text NOT NULL,
     pid int NOT NULL,
     concurrency int NOT NULL,
     running int NOT NULL DEFAULT 0,
     done bigint NOT NULL DEFAULT 0,
     started_at timestamptz NOT NULL DEFAULT now(),
     seen_at timestamptz NOT NULL DEFAULT now(),
     stopped_at timestamptz
   );
   CREATE TABLE yusuan.setting (name text PRIMARY KEY, value text NOT NULL);`,
]

/** Brings the schema up to date; two that come at once do it one after the other. */
export async function migrate(database: Database): Promise<{ from: number; to: number }> {
  return database.transaction(async (sql) => {
    await sql.executeSql(`SELECT pg_advisory_xact_lock(hashtext('${SCHEMA}'))`)
    await sql.executeSql(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`)
    await sql.executeSql(
      `CREATE TABLE IF NOT EXISTS ${SCHEMA}.migration (
         version int PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`,
    )
    const from = await versionIn(sql)
    if (from > MIGRATIONS.length) throw new ClusterError('schema-newer', { version: from })
    for (let version = from; version < MIGRATIONS.length; version++) {
      await sql.executeSql(MIGRATIONS[version] as string)
      await sql.executeSql(`INSERT INTO ${SCHEMA}.migration (version) VALUES ($1)`, [version + 1])
    }
    return { from, to: MIGRATIONS.length }
  })
}

/** Throws unless the schema is the one this program knows. */
export async function refuseOtherSchema(database: Database): Promise<void> {
  const { rows } = await database.executeSql(`SELECT to_regclass('${SCHEMA}.migration') IS NOT NULL AS there`)
  if (!rows[0].there) throw new ClusterError('not-initialized')
  const version = await versionIn(database)
  if (version !== MIGRATIONS.length)
    throw new ClusterError(version < MIGRATIONS.length ? 'schema-older' : 'schema-newer', { version })
}

async function versionIn(sql: Sql): Promise<number> {
  const { rows } = await sql.executeSql(
    `SELECT coalesce(max(version), 0)::int AS version FROM ${SCHEMA}.migration`,
  )
  return rows[0].version
}
