import type { PlaceNote } from '../lists/index.js'
import type { FilingStatus, PageSays } from '../model/filing.js'
import type { Source } from '../model/source.js'
import type { Standing } from '../model/standing.js'
import type { FilingOptions } from '../pipeline.js'
import type { WantedPlaces } from '../report/index.js'
import type { Reading } from './engine.js'
import type { FamilyPlan } from './family.js'
import type { Weighing } from './reweigh.js'

/** Reads one source. */
export interface Job {
  source: Source
  output: string
  options: Reading & Pick<FilingOptions, 'maxPages' | 'paper'>
  engine: string
  /** Writes its pages for the report too. */
  report: boolean
}

/** Makes what the report shows of one filing, when all are read and judged. */
export interface EvidenceJob {
  evidence: WantedPlaces
  filingId: string
  output: string
  /** Undefined where the file is not at hand: then nothing new is drawn. */
  source?: Source | undefined
  options: Pick<FilingOptions, 'pdfEngine' | 'maxPages' | 'pageRange' | 'passwords'>
}

/** Makes a copy of a filing in which the figures of its matters are framed. */
export interface NotesJob {
  notes: readonly PlaceNote[]
  source: Source
  output: string
}

/** Judges filings that belong together by each other, family by family, when all are read. */
export interface FamiliesJob {
  families: readonly FamilyPlan[]
  output: string
  weighing: Weighing
}

/** What the main process asks of a worker. */
export type AnyJob = Job | EvidenceJob | NotesJob | FamiliesJob
export type ResultOf<J extends AnyJob> = J extends NotesJob
  ? NotesResult
  : J extends EvidenceJob
    ? EvidenceResult
    : J extends FamiliesJob
      ? FamiliesResult
      : JobResult

/** A worker got further with what it was asked: recognizing a page takes seconds, a filing has a hundred. */
export interface Alive {
  alive: true
}

/** The state of a worker after a job. */
export interface Ended {
  /** Resident memory, bytes. */
  rss: number
  /** It has networks for recognition in memory. */
  recognizer: boolean
  /** An engine stopped in it: nothing else can be read here. */
  spent?: boolean
  /** The system's error where something could not be written. */
  unwritten?: { code: string; path: string }
}

/** What a worker answers of a report: its files below `report/`; none where a defect of ours met it. */
export interface EvidenceResult extends Ended {
  files?: string[]
  stack?: string | undefined
}

/** Where the copy was put down, or why there is none: a code of `lists/`. */
export interface NotesResult extends Ended {
  copy?: string
  fault?: string
  stack?: string | undefined
}

/** What is said of each filing of the families; nothing where a defect of ours met it. */
export interface FamiliesResult extends Ended {
  standings?: Standing[]
  stack?: string | undefined
}

/** What a worker answers at last: the filing itself stands in the output folder. */
export interface JobResult extends Ended {
  status: FilingStatus
  /** Stable code, with detail after a colon. */
  message: string
  /** What a file of one page prints of its paper. */
  says?: PageSays | undefined
  pages?: number
  /** Where a defect came from. */
  stack?: string | undefined
}

/** How a job ended when no worker answered, or had nothing to read: a closed list. */
export type Fault =
  | 'timeout'
  | 'timeout-in-all'
  | 'crash'
  | 'memory'
  | 'defect'
  /** In a cluster: the input is not where it was when it was submitted, or is another. */
  | 'input-gone'
  | 'input-changed'
