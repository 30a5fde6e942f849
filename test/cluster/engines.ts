// The two engines behind one handle, for the suite that both must pass.
import { readdirSync, readFileSync } from 'node:fs'
import {
  type Cluster,
  ClusterWorker,
  initialize,
  openCluster,
  publish,
  submit,
} from '../../src/cluster/index.js'
import type { JobEngine, RunSummary } from '../../src/run/index.js'
import { poolOf, processAll } from '../../src/run/index.js'

export interface RunAsked {
  /** Reads filings, in a process of its own. */
  worker: URL
  concurrency?: number
  /** Seconds that a filing may take. */
  timeLimit?: number
  /** Stops in the middle, when so many inputs are done. */
  stopAfter?: number
}

export interface Engine {
  name: string
  /** Reads what is below a folder and writes the output; nothing is published where it is stopped. */
  run(folder: string, output: string, asked: RunAsked): Promise<RunSummary | undefined>
  close(): Promise<void>
}

/** Networks differ in no way between engines and take minutes. */
const PLAIN = { report: false, lists: false, ocr: 'off' } as const

export const localEngine = (): Engine => ({
  name: 'processes of this machine',
  async run(folder, output, { worker, concurrency = 2, timeLimit, stopAfter = Number.POSITIVE_INFINITY }) {
    const stop = new AbortController()
    const summary = await processAll([folder], {
      ...PLAIN,
      output,
      worker,
      concurrency,
      timeLimit,
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done >= stopAfter) stop.abort()
      },
    })
    return summary.interrupted ? undefined : summary
  },
  close: async () => undefined,
})

/** Several workers over one database, each with processes of its own. */
export async function clusterEngine(url: string, workers = 2): Promise<Engine> {
  await initialize(url)
  let batch = 0
  return {
    name: 'a cluster',
    async run(folder, output, { worker, concurrency = 2, timeLimit, stopAfter = Number.POSITIVE_INFINITY }) {
      const cluster = await openCluster(url, { supervise: true, silence: 10, connections: 12 })
      const pools: JobEngine[] = []
      const crew = Array.from({ length: workers }, () => {
        const pool = poolOf({ worker, concurrency, timeLimit })
        pools.push(pool)
        return workerOf(cluster, pool, concurrency)
      })
      const name = `batch-${batch++}`
      await submit(cluster, name, [folder], { ocr: 'off' })
      const working = Promise.all(crew.map((one) => one.run()))
      try {
        if (Number.isFinite(stopAfter)) {
          while (crew.reduce((sum, one) => sum + one.state.done, 0) < stopAfter)
            await new Promise((resolve) => setTimeout(resolve, 50))
          return undefined
        }
        return await publish(cluster, name, { ...PLAIN, output, wait: true })
      } finally {
        for (const one of crew) one.drain()
        await working
        for (const pool of pools) pool.stop()
        await cluster.close()
      }
    },
    close: async () => undefined,
  }
}

export const workerOf = (
  { database, store, queue, places }: Cluster,
  jobs: JobEngine,
  concurrency = 1,
  beat = 1,
): ClusterWorker => new ClusterWorker(database, store, queue, places, jobs, { concurrency, beat })

/** Processes that read filings for this one. */
export function readersOf(worker: URL): number[] {
  const name = worker.pathname.split('/').at(-1) as string
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
        return parent === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(name)
      } catch {
        return false
      }
    })
}
