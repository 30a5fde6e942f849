import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { initialize, openCluster, statusOf } from '../../../src/cluster/index.js'
import type { Postgres } from '../../cluster/postgres.js'
import { ended, powerCut, startWorker, yusuan } from './processes.js'

const WORKERS = 4
/** Seconds until a silent worker has lost its jobs: short, for they die often. */
const SILENCE = 10

/** Kills workers while they read, restarts the database once, and holds what is published against a local run. */
export async function chaos(
  postgres: Postgres,
  folder: string,
  filings: string,
  killEvery: number,
): Promise<void> {
  console.log(`\n## ${WORKERS} workers, one killed every ${killEvery} s, the database restarted once`)
  const url = postgres.database('chaos')
  await initialize(url)
  yusuan(url, ['cluster', 'submit', filings, '--ocr', 'off'], [3])
  const start = () => startWorker(url, '--silence', `${SILENCE}`)
  const crew = Array.from({ length: WORKERS }, start)
  const cluster = await openCluster(url, { connections: 2 })
  const began = performance.now()
  let kills = 0
  let restarts = 0
  try {
    for (;;) {
      await later(killEvery * 1000)
      const { batches } = await statusOf(cluster.database, cluster.queue)
      const { done, waiting, inputs } = batches[0] as { done: number; waiting: number; inputs: number }
      if (waiting === 0) break
      if (restarts === 0 && done > inputs / 2) {
        postgres.down('immediate')
        await later(2000)
        postgres.up()
        restarts++
      }
      if (crew.some((worker) => worker.exitCode !== null)) throw new Error('a worker ended by itself')
      const victim = kills % WORKERS
      powerCut(crew[victim] as (typeof crew)[0])
      crew[victim] = start()
      kills++
    }
  } finally {
    for (const worker of crew) worker.kill('SIGTERM')
    await Promise.all(crew.map(ended))
  }
  const seconds = (performance.now() - began) / 1000
  const count = async (sql: string) =>
    (await cluster.database.executeSql(`SELECT (${sql})::int AS n`)).rows[0].n
  const attempts = await count('SELECT count(*) FROM yusuan.attempt')
  const results = await count('SELECT count(*) FROM yusuan.result')
  const failed = await count(`SELECT count(*) FROM yusuan.result WHERE ending ? 'fault'`)
  const asked = await count('SELECT count(DISTINCT job_id) FROM yusuan.input WHERE job_id IS NOT NULL')
  const unended = await count('SELECT count(*) FROM yusuan.attempt WHERE ended_at IS NULL')
  const dead = (await statusOf(cluster.database, cluster.queue)).dead.length
  await cluster.close()
  const [published, local] = [join(folder, 'published'), join(folder, 'local')]
  const plain = ['--no-report', '--no-lists']
  yusuan(url, ['cluster', 'publish', published, ...plain], [1, 3])
  yusuan(url, ['run', filings, '-o', local, '--ocr', 'off', ...plain], [1, 3])
  const [ours, theirs] = [bytesOf(published), bytesOf(local)]
  const differing = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
    (f) => ours.get(f) !== theirs.get(f),
  )
  const rows = Object.entries({
    seconds: Math.round(seconds),
    'workers killed': kills,
    'database restarted': restarts,
    'jobs asked for': asked,
    results,
    lost: asked - results,
    'failed, dead letters': `${failed}, ${dead}`,
    attempts,
    'attempts that a kill ended': unended,
    'files published': ours.size,
    'files that differ from the local run': differing.length,
  })
  console.log('| what | count |\n|---|---|')
  for (const [what, n] of rows) console.log(`| ${what} | ${n} |`)
  if (differing.length > 0) console.log(differing.slice(0, 20).join('\n'))
}

/** Hash of every file but for the ones that tell times and places. */
const bytesOf = (output: string): Map<string, string> =>
  new Map(
    readdirSync(output, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile() && e.name !== 'run.json' && e.name !== 'output.json')
      .map((e) => join(e.parentPath, e.name))
      .map((path) => [relative(output, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )
