import type { FilingStatus, PageSays } from '../model/filing.js'
import type { Source } from '../model/source.js'
import type { FilingOptions } from '../pipeline.js'
import type { Reading } from './engine.js'

/** What the main process asks of a worker. */
export interface Job {
  source: Source
  output: string
  options: Reading & Pick<FilingOptions, 'maxPages' | 'paper'>
  engine: string
}

/** A worker got further with what it was asked: recognizing a page takes seconds, a filing has a hundred. */
export interface Alive {
  alive: true
}

/** What a worker answers at last: the filing itself stands in the output folder. */
export interface JobResult {
  status: FilingStatus
  /** Stable code, with detail after a colon. */
  message: string
  /** What a file of one page prints of its paper. */
  says?: PageSays | undefined
  pages?: number
  /** Where a defect came from. */
  stack?: string | undefined
  /** Resident memory of the worker after the job, bytes. */
  rss: number
  /** The worker has networks for recognition in memory. */
  recognizer: boolean
  /** An engine stopped in it: nothing else can be read here. */
  spent?: boolean
  /** The system's error where the filing could not be written. */
  unwritten?: { code: string; path: string }
}

/** How a job ended when no worker answered: a closed list. */
export type Fault = 'timeout' | 'timeout-in-all' | 'crash' | 'memory' | 'defect'
