// `yusuan cluster …` and `yusuan worker`: many machines over one PostgreSQL.
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import pino from 'pino'
import {
  type Cluster,
  ClusterError,
  type ClusterOptions,
  type ClusterStatus,
  ClusterWorker,
  initialize,
  openCluster,
  publish as publishBatch,
  redrive as redriveDead,
  rolesSql,
  serveHealth,
  statusOf,
  submit as submitBatch,
} from '../cluster/index.js'
import { type Log, poolOf } from '../run/index.js'
import { EXIT, usage } from './exit.js'
import { speak } from './language.js'
import { ocrOf } from './ocr.js'
import type { CheckFlags, ReadFlags, RunFlags } from './options.js'
import { progressTo } from './progress.js'
import { refusable, report, suppliedBy, tell } from './run.js'
import { isQuiet, isVerbose, note } from './voice.js'

interface DatabaseFlags {
  databaseUrl?: string
}

export interface MountFlags {
  mount?: string[]
}

export async function init({
  databaseUrl,
  printRoles,
}: DatabaseFlags & { printRoles?: boolean }): Promise<void> {
  if (printRoles) {
    process.stdout.write(rolesSql())
    return
  }
  await clearly(async () => {
    const { from, to } = await initialize(urlOf(databaseUrl))
    note(speak(from === to ? 'cluster.init.same' : 'cluster.init.done', { from, to }))
  })
}

export async function submit(
  inputs: string[],
  flags: DatabaseFlags &
    Omit<ReadFlags, 'password' | 'ocrModels'> & { batch: string; maxPages?: number; json?: boolean },
): Promise<void> {
  const ocr = await ocrOf(flags)
  const { pdfEngine, verify, maxPages, pageRange, batch } = flags
  await withCluster(flags, {}, async (cluster) => {
    const done = await submitBatch(cluster, batch, inputs, { pdfEngine, verify, maxPages, pageRange, ocr })
    tell(done.problems)
    if (flags.json) process.stdout.write(`${JSON.stringify(done)}\n`)
    else note(speak('cluster.submitted', { ...done, problems: done.problems.length }))
    process.exitCode = done.inputs === 0 ? EXIT.usage : done.problems.length > 0 ? EXIT.failures : EXIT.done
  })
}

export async function status(flags: DatabaseFlags & { json?: boolean }): Promise<void> {
  await withCluster(flags, {}, async ({ database, queue }) => {
    const told = await statusOf(database, queue)
    process.stdout.write(flags.json ? `${JSON.stringify(told, null, 1)}\n` : statusText(told))
  })
}

export async function redrive(flags: DatabaseFlags): Promise<void> {
  await withCluster(flags, {}, async ({ database, store, queue }) => {
    const count = await redriveDead(database, store, queue)
    process.stdout.write(`${speak('cluster.redriven', { count })}\n`)
  })
}

export async function drain(flags: DatabaseFlags & { off?: boolean }): Promise<void> {
  await withCluster(flags, {}, async ({ store }) => {
    await store.set('drain', flags.off ? 'off' : 'on')
    note(speak(flags.off ? 'cluster.drain.off' : 'cluster.drain.on'))
  })
}

export async function publish(
  output: string,
  flags: DatabaseFlags &
    MountFlags &
    CheckFlags &
    Pick<RunFlags, 'concurrency' | 'force' | 'password'> & {
      batch: string
      wait?: boolean
    },
): Promise<void> {
  const supplied = await suppliedBy(flags)
  const progress = progressTo(process.stderr, speak, { only: isQuiet() ? 'bad' : 'all', bar: !isVerbose() })
  await withCluster(flags, { mounts: mountsOf(flags.mount) }, async (cluster) => {
    const summary = await refusable(() =>
      publishBatch(cluster, flags.batch, {
        output: resolve(output),
        wait: flags.wait ?? false,
        force: flags.force,
        concurrency: flags.concurrency,
        report: flags.report,
        lists: flags.lists,
        passwords: flags.password,
        ...supplied,
        onProgress: progress.show,
      }).finally(progress.end),
    )
    tell(summary.problems)
    report(summary, flags)
  })
}

export async function work(
  flags: DatabaseFlags &
    MountFlags &
    Pick<RunFlags, 'concurrency' | 'timeLimit' | 'totalTimeLimit' | 'memoryLimit' | 'password'> & {
      metricsPort?: number
      silence?: number
      untilIdle?: boolean
    },
): Promise<void> {
  const concurrency = flags.concurrency ?? Math.min(8, availableParallelism())
  const { timeLimit, totalTimeLimit, memoryLimit, silence } = flags
  const pool = poolOf({ concurrency, timeLimit, totalTimeLimit, memoryLimit })
  const options = { mounts: mountsOf(flags.mount), supervise: true, silence, connections: concurrency + 2 }
  await withCluster(flags, options, async ({ database, store, queue, places }) => {
    const worker = new ClusterWorker(database, store, queue, places, pool, {
      concurrency,
      passwords: flags.password,
      untilIdle: flags.untilIdle,
      beat: silence === undefined ? undefined : silence / 3,
      log: logOf(),
    })
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => worker.drain())
    const health =
      flags.metricsPort === undefined ? undefined : await serveHealth(worker.state, flags.metricsPort)
    try {
      await worker.run()
    } finally {
      health?.close()
      pool.stop()
    }
  })
}

async function withCluster(
  { databaseUrl }: DatabaseFlags,
  options: ClusterOptions,
  work: (cluster: Cluster) => Promise<void>,
): Promise<void> {
  await clearly(async () => {
    const cluster = await openCluster(urlOf(databaseUrl), options)
    try {
      await work(cluster)
    } finally {
      await cluster.close()
    }
  })
}

/** Says in one sentence what a person can do something about. */
async function clearly(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error
    usage(speak(`cluster.error.${error.code}`, error.parts))
  }
}

const urlOf = (url: string | undefined): string => url || usage(speak('cluster.error.no-url'))

/** `/mnt/a=/data/b`: what one machine calls the first, this one calls the second. */
const mountsOf = (mounts: readonly string[] = []) =>
  mounts.map((mount) => {
    const at = mount.indexOf('=')
    if (at < 1) usage(speak('cluster.error.mount', { value: mount }))
    return { from: resolve(mount.slice(0, at)), to: resolve(mount.slice(at + 1)) }
  })

/** A JSON line for everything that happens: nobody sits in front of a worker. */
function logOf(): Log | undefined {
  if (isQuiet()) return undefined
  const logger = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  )
  return (event, fields) => logger.info(fields, event)
}

function statusText(told: ClusterStatus): string {
  const lines = told.batches.map((b) => speak('cluster.status.batch', { ...b }))
  if (lines.length === 0) lines.push(speak('cluster.status.nothing'))
  lines.push(
    speak('cluster.status.workers', {
      workers: told.workers.length,
      running: told.workers.reduce((sum, w) => sum + w.running, 0),
      rate: told.per_minute ?? '–',
      left: told.minutes_left ?? '–',
      megabytes: Math.round(told.database_bytes / 2 ** 20),
    }),
  )
  for (const program of told.without_worker) lines.push(speak('cluster.status.without-worker', { program }))
  if (told.draining) lines.push(speak('cluster.status.draining'))
  for (const { source, reason } of told.dead) lines.push(speak('cluster.status.dead', { source, reason }))
  return `${lines.join('\n')}\n`
}
