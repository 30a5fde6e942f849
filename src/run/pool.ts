import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import PQueue from 'p-queue'
import type { JobEnd, JobEngine } from './job-engine.js'
import type { Alive, AnyJob, Ended, ResultOf } from './protocol.js'
import { residentMiB } from './resident.js'
import type { RunOptions } from './run-options.js'

export interface PoolOptions {
  /** Worker processes at once. */
  concurrency: number
  /** Seconds a filing may take; seconds without getting further where pages are recognized. */
  timeLimit: number
  /** Seconds a filing may take in all, however far it gets; default 3600. */
  totalTimeLimit?: number | undefined
  /** Resident memory of a worker in MiB, WebAssembly and pictures too; default 2048. */
  memoryMiB?: number | undefined
  /** Compiled worker module; tests put in workers that hang, crash or eat memory. */
  worker: URL
  /** JavaScript heap of a worker in MiB. */
  heapMiB?: number | undefined
}

/** A worker above this is replaced before its next job: fragments of freed memory stay with the process. */
const RECYCLE_BYTES = 320 * 1024 * 1024
/** The same where networks are loaded, which stay for the next scan. */
const RECYCLE_RECOGNIZER_BYTES = 800 * 1024 * 1024
/** JavaScript heap of a worker in MiB: a filing that needs more is one of ours gone wrong. */
const HEAP_MIB = 1024
const TIME_LIMIT = 300
const TOTAL_TIME_LIMIT = 3600
const MEMORY_MIB = 2048
/** Milliseconds between two looks at a worker's memory: a bomb fills some hundred megabytes a second. */
const LOOK = 250
/** How V8 reports that the heap limit was reached. */
const ABORTED = 134

/** A small pool of worker processes; a filing that hangs, crashes or eats memory costs itself. */
export class Pool implements JobEngine {
  private readonly queue: PQueue
  private readonly idle: ChildProcess[] = []
  private readonly busy = new Set<ChildProcess>()

  constructor(private readonly options: PoolOptions) {
    this.queue = new PQueue({ concurrency: options.concurrency })
  }

  /** Runs one job in a worker of its own for as long as it takes; never rejects. */
  run<J extends AnyJob>(job: J): Promise<{ end: JobEnd<J>; seconds: number }> {
    return this.queue.add(async () => {
      // From here on it has a worker: waiting for one is no time of its own.
      const from = performance.now()
      return { end: await this.work(job), seconds: Math.round(performance.now() - from) / 1000 }
    })
  }

  /** Drops what waits and kills what runs. */
  stop(): void {
    this.queue.clear()
    for (const worker of [...this.idle, ...this.busy]) worker.kill('SIGKILL')
    this.idle.length = 0
    this.busy.clear()
  }

  private async work<J extends AnyJob>(job: J): Promise<JobEnd<J>> {
    const worker = this.idle.pop() ?? this.start()
    this.busy.add(worker)
    const end = await converse(worker, job, this.options)
    this.busy.delete(worker)
    if ('result' in end && worker.connected && !outgrown(end.result)) this.idle.push(worker)
    else worker.kill('SIGKILL')
    return end
  }

  private start(): ChildProcess {
    return fork(this.options.worker, {
      execArgv: [...process.execArgv, `--max-old-space-size=${this.options.heapMiB ?? HEAP_MIB}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
  }
}

const outgrown = ({ rss, recognizer, spent }: Ended): boolean =>
  spent === true || rss > (recognizer ? RECYCLE_RECOGNIZER_BYTES : RECYCLE_BYTES)

/** The pool that the options of a run ask for. */
export const poolOf = (options: Partial<RunOptions>): Pool =>
  new Pool({
    concurrency: options.concurrency ?? Math.min(8, availableParallelism()),
    timeLimit: options.timeLimit ?? TIME_LIMIT,
    totalTimeLimit: options.totalTimeLimit,
    memoryMiB: options.memoryLimit,
    worker: options.worker ?? new URL('../run/worker.js', import.meta.url),
    heapMiB: options.heapMiB,
  })

/** Sends a job and waits for the first of answer, exit and limit. */
function converse<J extends AnyJob>(
  worker: ChildProcess,
  job: J,
  { timeLimit, totalTimeLimit = TOTAL_TIME_LIMIT, memoryMiB = MEMORY_MIB }: PoolOptions,
): Promise<JobEnd<J>> {
  return new Promise((done) => {
    const finish = (end: JobEnd<J>) => {
      clearTimeout(timer)
      clearTimeout(whole)
      clearInterval(look)
      worker.off('message', onMessage)
      worker.off('exit', onExit)
      worker.off('error', onError)
      done(end)
    }
    const onMessage = (message: unknown) => {
      const said = message as Alive | ResultOf<J>
      if ('alive' in said) timer.refresh()
      else finish({ result: said })
    }
    const onExit = (code: number | null, signal: string | null) =>
      finish({ fault: code === ABORTED || signal === 'SIGABRT' ? 'memory' : 'crash' })
    const onError = () => finish({ fault: 'crash' })
    const timer = setTimeout(() => finish({ fault: 'timeout' }), timeLimit * 1000)
    const whole = setTimeout(() => finish({ fault: 'timeout-in-all' }), totalTimeLimit * 1000)
    const look = setInterval(() => {
      if (residentMiB(worker.pid) > memoryMiB) finish({ fault: 'memory' })
    }, LOOK)
    worker.on('message', onMessage)
    worker.on('exit', onExit)
    worker.on('error', onError)
    worker.send(job, (error) => error && finish({ fault: 'crash' }))
  })
}
