import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { initialize, openCluster, submit } from '../../../src/cluster/index.js'
import type { AnyJob, Job, JobEnd, JobEngine } from '../../../src/run/index.js'
import { workerOf } from '../../cluster/engines.js'
import type { Postgres } from '../../cluster/postgres.js'
import { cpuSeconds } from '../cpu-seconds.js'

/** Ends every job at once, with a file of the given content where there is one. */
class Stub implements JobEngine {
  constructor(private readonly content: string) {}

  async run<J extends AnyJob>(job: J): Promise<{ end: JobEnd<J>; seconds: number }> {
    const { output, source } = job as unknown as Job
    mkdirSync(join(output, 'filings'), { recursive: true })
    if (this.content !== '') writeFileSync(join(output, 'filings', `${source.filingId}.json`), this.content)
    const result = { status: 'ok', message: '', pages: 1, rss: 0, recognizer: false }
    return { end: { result } as unknown as JobEnd<J>, seconds: 0 }
  }

  stop(): void {}
}

/** Milliseconds of processor (this process, the server) and bytes that a job costs beside the reading. */
export async function queueCost(postgres: Postgres, folder: string, jobs: number): Promise<void> {
  const inputs = join(folder, 'inputs')
  mkdirSync(inputs, { recursive: true })
  for (let i = 0; i < jobs; i++)
    writeFileSync(join(inputs, `${i}.pdf`), `%PDF- ${createHash('sha256').update(`${i}`).digest('hex')}`)
  console.log(`\n## The queue alone: ${jobs} jobs, one worker with four at once`)
  console.log('| result | seconds | ms a job | CPU ms a job: worker | server | bytes a job: queue | store |')
  console.log('|---|---|---|---|---|---|---|')
  for (const [what, content] of [
    ['none', ''],
    ['a JSON', sampleFiling()],
  ] as const) {
    const url = postgres.database(`cost_${what.length}`)
    await initialize(url)
    const cluster = await openCluster(url, { connections: 8 })
    await submit(cluster, 'cost', [inputs], { ocr: 'off' })
    const [own, server, began] = [await cpuSeconds(), postgres.cpuSeconds(), performance.now()]
    const { database, store, queue, places } = cluster
    const worker = workerOf({ database, store, queue, places, close: cluster.close }, new Stub(content), 4)
    const working = worker.run()
    while (worker.state.done < jobs) await new Promise((resolve) => setTimeout(resolve, 20))
    const seconds = (performance.now() - began) / 1000
    const [ownAfter, serverAfter] = [await cpuSeconds(), postgres.cpuSeconds()]
    worker.drain()
    await working
    const { rows } = await database.executeSql(
      `SELECT n.nspname AS name, sum(pg_total_relation_size(c.oid))::float AS bytes FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('yusuan', 'yusuan_queue') AND c.relkind = 'r' GROUP BY 1`,
    )
    const bytes = new Map(rows.map((r) => [r.name, r.bytes]))
    const perJob = (n: number) => ((n * 1000) / jobs).toFixed(2)
    const cells = [
      content === '' ? what : `${(content.length / 1024).toFixed(0)} KiB`,
      seconds.toFixed(1),
      perJob(seconds),
      perJob(ownAfter - own),
      perJob(serverAfter - server),
      Math.round((bytes.get('yusuan_queue') ?? 0) / jobs),
      Math.round((bytes.get('yusuan') ?? 0) / jobs),
    ]
    console.log(`| ${cells.join(' | ')} |`)
    await cluster.close()
  }
}

/** A filing's JSON as a run of the samples left it. */
function sampleFiling(): string {
  const folder = new URL('../../../output/sample/filings/', import.meta.url)
  const [name] = readdirSync(folder).filter((n) => n.endsWith('.json'))
  return readFileSync(new URL(name as string, folder), 'utf8')
}
