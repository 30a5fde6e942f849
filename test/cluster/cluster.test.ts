// What only a cluster can go through: lost workers that come back, jobs told twice, a database that restarts.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  type Cluster,
  type ClusterError,
  initialize,
  openCluster,
  publish,
  redrive,
  rolesSql,
  statusOf,
  submit,
} from '../../src/cluster/index.js'
import type { AnyJob, JobEnd, JobEngine } from '../../src/run/index.js'
import { poolOf, program } from '../../src/run/index.js'
import { clusterEngine, workerOf } from './engines.js'
import { Postgres } from './postgres.js'

const faulty = new URL('../run/workers/faulty.mjs', import.meta.url)

let postgres: Postgres
let databases = 0
const open: Cluster[] = []
beforeAll(async () => {
  postgres = await Postgres.start()
})
afterEach(async () => {
  for (const cluster of open.splice(0)) await cluster.close()
})
afterAll(() => postgres?.remove())

async function freshCluster(options = {}): Promise<{ cluster: Cluster; url: string }> {
  const url = postgres.database(`own${databases++}`)
  await initialize(url)
  const cluster = await openCluster(url, { connections: 8, ...options })
  open.push(cluster)
  return { cluster, url }
}

function folderOf(names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), '部门 预算 '))
  for (const name of names) writeFileSync(join(folder, `${name}.pdf`), `%PDF- ${name}`)
  return folder
}

const newOutput = (): string => mkdtempSync(join(tmpdir(), 'out '))

/** An engine that ends jobs when the test says so. */
class Held implements JobEngine {
  readonly begun: (() => void)[] = []
  private readonly pool = poolOf({ worker: faulty, concurrency: 2 })

  async run<J extends AnyJob>(job: J): Promise<{ end: JobEnd<J>; seconds: number }> {
    await new Promise<void>((resolve) => this.begun.push(resolve))
    return this.pool.run(job)
  }

  stop(): void {
    this.pool.stop()
  }
}

const until = async (met: () => boolean | Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 600 && !(await met()); i++) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await met()).toBe(true)
}

/** As if the machines of all who hold a job had lost power long ago. */
async function silenced({ database, queue }: Cluster): Promise<void> {
  await database.executeSql(
    `UPDATE yusuan_queue.job SET heartbeat_on = now() - interval '1 hour' WHERE state = 'active'`,
  )
  await database.executeSql('UPDATE yusuan_queue.queue SET monitor_on = NULL, monitor_claim_on = NULL')
  await queue.supervise()
  await database.executeSql(`UPDATE yusuan_queue.job SET start_after = now() WHERE state = 'retry'`)
}

describe('a worker that was given up for dead', () => {
  it('has its result refused when it comes back, and the other one stands', async () => {
    const { cluster } = await freshCluster()
    await submit(cluster, 'b', [folderOf(['fine'])], {})
    const slow = new Held()
    const first = workerOf(cluster, slow, 1, 3600)
    const firstRun = first.run()
    await until(() => slow.begun.length === 1)
    await silenced(cluster)
    const quick = poolOf({ worker: faulty, concurrency: 1 })
    const second = workerOf(cluster, quick)
    const secondRun = second.run()
    await until(() => second.state.done === 1)
    slow.begun[0]?.()
    await until(() => first.state.stale === 1)
    for (const one of [first, second]) one.drain()
    await Promise.all([firstRun, secondRun])
    expect([first.state.done, second.state.stale]).toEqual([0, 0])
    const { rows } = await cluster.database.executeSql('SELECT worker, attempt FROM yusuan.result')
    expect(rows).toEqual([{ worker: second.state.id, attempt: 2 }])
    slow.stop()
    quick.stop()
  })
})

describe('a job that is told twice', () => {
  it('has one result', async () => {
    const { cluster } = await freshCluster()
    await submit(cluster, 'b', [folderOf(['fine'])], {})
    const held = new Held()
    const workers = [workerOf(cluster, held), workerOf(cluster, held)]
    await cluster.database.executeSql(
      `INSERT INTO yusuan_queue.job (id, name, data, state, retry_limit, expire_seconds, deletion_seconds, policy)
       SELECT gen_random_uuid(), name, data, state, retry_limit, expire_seconds, deletion_seconds, policy FROM yusuan_queue.job`,
    )
    const runs = workers.map((one) => one.run())
    await until(() => held.begun.length === 2)
    for (const go of held.begun) go()
    await until(async () => (await cluster.queue.open(cluster.database)) === 0)
    for (const one of workers) one.drain()
    await Promise.all(runs)
    const { rows } = await cluster.database.executeSql(
      'SELECT (SELECT count(*)::int FROM yusuan.result) AS results, (SELECT count(*)::int FROM yusuan.file) AS files',
    )
    expect(rows).toEqual([{ results: 1, files: 1 }])
    held.stop()
  })
})

describe('filings that belong together', () => {
  it('are judged by workers, each family once', async () => {
    const { url } = await freshCluster()
    const engine = await clusterEngine(url)
    const samples = fileURLToPath(new URL('../../samples/filings/云汀', import.meta.url))
    const worker = new URL('../../dist/run/worker.js', import.meta.url)
    const families = async () =>
      (
        await (open[0] as Cluster).database.executeSql(
          `SELECT json_array_length(ending->'result'->'standings') AS standings
           FROM yusuan.job LEFT JOIN yusuan.result ON job_id = id WHERE spec ? 'families'`,
        )
      ).rows
    const [first, again] = [newOutput(), newOutput()]
    await engine.run(samples, first, { worker })
    expect(await families()).toEqual([{ standings: 4 }])
    await engine.run(samples, again, { worker })
    expect(await families()).toHaveLength(1)
    const checks = (output: string) => readFileSync(join(output, 'checks.csv'), 'utf8')
    expect(checks(first)).toContain('YS-SERIES-')
    expect(checks(again)).toBe(checks(first))
  })
})

describe('an input that kills whoever touches it', () => {
  it('ends as failed after three attempts, is a dead letter with its reason, and is read once it was redriven', async () => {
    const { cluster } = await freshCluster()
    await submit(cluster, 'b', [folderOf(['poison'])], {})
    for (let attempt = 1; attempt <= 3; attempt++) {
      // A machine that dies with its worker: nobody settles anything.
      expect(await cluster.queue.claim(1, cluster.database)).toHaveLength(1)
      await silenced(cluster)
    }
    expect(await cluster.queue.claim(1, cluster.database)).toEqual([])
    const idle = poolOf({ worker: faulty, concurrency: 1 })
    const undertaker = workerOf(cluster, idle)
    const burying = undertaker.run()
    await until(async () => (await cluster.store.open('b')) === 0)
    const told = await statusOf(cluster.database, cluster.queue)
    expect(told.batches[0]).toMatchObject({ inputs: 1, done: 1, failed: 1, waiting: 0 })
    expect(told.dead).toMatchObject([{ reason: 'job heartbeat timeout' }])
    const first = await publish(cluster, 'b', {
      output: newOutput(),
      wait: false,
      report: false,
      lists: false,
    })
    expect(first.inputs).toMatchObject([{ outcome: 'failed', message: 'crash' }])

    expect(await redrive(cluster.database, cluster.store, cluster.queue)).toBe(1)
    await until(async () => (await cluster.store.open('b')) === 0)
    undertaker.drain()
    await burying
    const again = await publish(cluster, 'b', {
      output: newOutput(),
      wait: false,
      report: false,
      lists: false,
    })
    expect(again.inputs).toMatchObject([{ outcome: 'not-a-filing' }])
    expect((await statusOf(cluster.database, cluster.queue)).dead).toEqual([])
    idle.stop()
  })

  it('tells why it is a dead letter where its reader died and not its worker', async () => {
    const { cluster } = await freshCluster()
    await submit(cluster, 'b', [folderOf(['crash', 'fine'])], {})
    const pool = poolOf({ worker: faulty, concurrency: 2 })
    const worker = workerOf(cluster, pool, 2)
    const running = worker.run()
    await until(async () => (await cluster.store.open('b')) === 0)
    worker.drain()
    await running
    const { dead, batches } = await statusOf(cluster.database, cluster.queue)
    expect(dead).toMatchObject([{ reason: 'crash' }])
    expect(dead[0]?.source).toMatch(/crash\.pdf$/)
    expect(batches[0]).toMatchObject({ done: 2, failed: 1 })
    const { rows } = await cluster.database.executeSql(
      `SELECT ending, count(*)::int FROM yusuan.attempt GROUP BY ending ORDER BY ending`,
    )
    expect(rows).toEqual([
      { ending: 'crash', count: 3 },
      { ending: 'done', count: 1 },
    ])
    pool.stop()
  })
})

describe('a database that restarts', () => {
  it.each(['fast', 'immediate'] as const)('costs no result and doubles none (%s)', async (mode) => {
    const names = Array.from({ length: 24 }, (_, i) => `slow-${i}`)
    const engine = await clusterEngine(postgres.database(`restart-${mode}`))
    const restarts = new Promise<void>((resolve) =>
      setTimeout(() => {
        postgres.down(mode)
        setTimeout(() => {
          postgres.up()
          resolve()
        }, 1500)
      }, 3000),
    )
    const summary = await engine.run(folderOf(names), newOutput(), { worker: faulty })
    await restarts
    expect(summary?.totals).toMatchObject({ inputs: 24, not_a_filing: 24, failed: 0 })
  })
})

describe('what was submitted', () => {
  it('is not read again where it has a result, and is replaced under its name', async () => {
    const { cluster } = await freshCluster()
    const folder = folderOf(['fine-1', 'fine-2'])
    expect(await submit(cluster, 'b', [folder], {})).toMatchObject({ inputs: 2, known: 0 })
    const pool = poolOf({ worker: faulty, concurrency: 2 })
    const worker = workerOf(cluster, pool, 2)
    const running = worker.run()
    await until(async () => (await cluster.store.open('b')) === 0)
    writeFileSync(join(folder, 'fine-3.pdf'), '%PDF- fine-3')
    expect(await submit(cluster, 'b', [folder], {})).toMatchObject({ inputs: 3, known: 2 })
    await until(async () => (await cluster.store.open('b')) === 0)
    worker.drain()
    await running
    expect(worker.state.done).toBe(3)
    pool.stop()
  })

  it('is published by the program that read it alone, and not before it is read', async () => {
    const { cluster } = await freshCluster()
    const refused = (error: unknown) => (error as ClusterError).code
    const options = { output: newOutput(), wait: false }
    expect(await publish(cluster, 'b', options).catch(refused)).toBe('unknown-batch')
    await submit(cluster, 'b', [folderOf(['fine'])], {})
    expect(await publish(cluster, 'b', options).catch(refused)).toBe('unfinished')
    await cluster.database.executeSql(`UPDATE yusuan.batch SET program = 'yusuan 0.0.1 aaaaaaaaaaaa'`)
    expect(await publish(cluster, 'b', options).catch(refused)).toBe('other-program')
    expect((await statusOf(cluster.database, cluster.queue)).without_worker).toEqual([
      'yusuan 0.0.1 aaaaaaaaaaaa',
    ])
    expect(program()).not.toBe('yusuan 0.0.1 aaaaaaaaaaaa')
  })

  it('says so where its file is gone or is another by then', async () => {
    const { cluster } = await freshCluster()
    const folder = folderOf(['fine-1', 'fine-2'])
    await submit(cluster, 'b', [folder], {})
    writeFileSync(join(folder, 'fine-1.pdf'), '%PDF- something else')
    rmSync(join(folder, 'fine-2.pdf'))
    const pool = poolOf({ worker: faulty, concurrency: 2 })
    const worker = workerOf(cluster, pool, 2)
    const running = worker.run()
    await until(async () => (await cluster.store.open('b')) === 0)
    worker.drain()
    await running
    const summary = await publish(cluster, 'b', {
      output: newOutput(),
      wait: false,
      report: false,
      lists: false,
    })
    expect(summary.inputs.map((i) => i.message)).toEqual(['input-changed', 'input-gone'])
    pool.stop()
  })

  it('keeps passwords out of the database', async () => {
    const { cluster } = await freshCluster()
    await submit(cluster, 'b', [folderOf(['fine'])], { passwords: ['geheim-7'] })
    const { rows } = await cluster.database.executeSql(
      `SELECT (SELECT json_agg(b) FROM yusuan.batch b)::text || (SELECT json_agg(j) FROM yusuan.job j)::text
           || (SELECT json_agg(q) FROM yusuan_queue.job q)::text AS told`,
    )
    expect(rows[0].told).toContain('fine')
    expect(rows[0].told).not.toContain('geheim-7')
  })
})

describe('who may do what', () => {
  it('lets a worker work and nothing more', async () => {
    const { cluster, url } = await freshCluster()
    await submit(cluster, 'b', [folderOf(['fine'])], {})
    await cluster.database.executeSql(rolesSql())
    await cluster.database.executeSql(rolesSql())
    await cluster.database.executeSql(
      `DO $$ BEGIN CREATE ROLE crew LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$; GRANT yusuan_worker TO crew`,
    )
    const crew = await openCluster(url.replace('yusuan@', 'crew@'), { supervise: true })
    open.push(crew)
    const pool = poolOf({ worker: faulty, concurrency: 1 })
    const worker = workerOf(crew, pool)
    const running = worker.run()
    await until(async () => (await cluster.store.open('b')) === 0)
    worker.drain()
    await running
    for (const forbidden of [
      'DELETE FROM yusuan.result',
      "UPDATE yusuan.file SET content = ''",
      'DELETE FROM yusuan.batch',
      'CREATE TABLE yusuan.mine (a int)',
    ])
      await expect(crew.database.executeSql(forbidden)).rejects.toMatchObject({ code: '42501' })
    pool.stop()
  })
})

describe('the schema', () => {
  it('is asked for, made once, and refused where another program made it', async () => {
    const url = postgres.database(`own${databases++}`)
    const refused = (error: unknown) => (error as ClusterError).code
    expect(await openCluster(url).catch(refused)).toBe('not-initialized')
    const both = await Promise.all([initialize(url), initialize(url)])
    expect(both.map((b) => b.to)).toEqual([both[0].to, both[0].to])
    const cluster = await openCluster(url)
    open.push(cluster)
    await cluster.database.executeSql('INSERT INTO yusuan.migration (version) VALUES (999)')
    expect(await openCluster(url).catch(refused)).toBe('schema-newer')
    expect(await initialize(url).catch(refused)).toBe('schema-newer')
  })
})

it('every code of a refusal has words', () => {
  const words = readFileSync(new URL('../../src/locales/cluster.en.ts', import.meta.url), 'utf8')
  const codes = readFileSync(new URL('../../src/cluster/cluster-error.ts', import.meta.url), 'utf8').match(
    /(?<=\| ')[a-z-]+(?=')/g,
  )
  for (const code of codes ?? []) expect(words).toContain(`'cluster.error.${code}'`)
})
