import type { FilingOptions } from '../pipeline.js'
import type { SecondLook } from './finished.js'
import type { JobEngine } from './job-engine.js'
import type { Supplied } from './region.js'
import type { InputResult } from './run-summary.js'

export interface RunOptions extends FilingOptions, Supplied, SecondLook {
  /** Output folder; made if it is not there. */
  output: string
  /** Writes to it although it holds files that are not ours, or results of other inputs, which are moved away. */
  force?: boolean
  /** Writes report.html and what it shows; default: true. */
  report?: boolean
  /** Writes the lists for departments; default: true. */
  lists?: boolean
  /** Worker processes at once; default: one per core, at most 8. */
  concurrency?: number
  /** Seconds a filing may take; default 300. Each recognized page begins them anew. */
  timeLimit?: number
  /** Seconds a filing may take in all, however far it gets; default 3600. */
  totalTimeLimit?: number
  /** Resident memory of a worker in MiB, WebAssembly and pictures too; default 2048. Only Linux tells it. */
  memoryLimit?: number
  /** Told what happens, for whoever looks for a fault; never what a filing says. */
  log?: Log | undefined
  /** Called whenever an input is done. */
  onProgress?: (progress: Progress) => void
  /** Resident memory of a worker after each job, bytes. */
  onWorkerMemory?: (bytes: number) => void
  /** Stops the run; what is finished stays. */
  signal?: AbortSignal
  /** Who reads the sources; default: worker processes of this machine. */
  jobs?: JobEngine
  /** Who judges filings by each other; default: the same processes. */
  judges?: JobEngine | undefined
  /** Worker module, for tests that put in workers that fail. */
  worker?: URL
  /** JavaScript heap of a worker in MiB; default 1024. */
  heapMiB?: number
}

/** Takes an event by its code, and its parts. */
export type Log = (event: string, fields: Readonly<Record<string, unknown>>) => void

export interface Progress {
  done: number
  total: number
  input: InputResult
  /** Pages of this input. */
  pages: number
  /** Taken over from an earlier run. */
  reused: boolean
}
