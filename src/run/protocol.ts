import type { FilingStatus } from '../model/filing.js'
import type { Source } from '../model/source.js'
import type { FilingOptions } from '../pipeline.js'

/** What the main process asks of a worker. */
export interface Job {
  source: Source
  output: string
  options: FilingOptions
  engine: string
}

/** What a worker answers: the filing itself stands in the output folder. */
export interface JobResult {
  status: FilingStatus
  /** Stable code, with detail after a colon. */
  message: string
  /** Resident memory of the worker after the job, bytes. */
  rss: number
}

/** How a job ended when no worker answered: a closed list. */
export type Fault = 'timeout' | 'crash' | 'memory' | 'defect'
