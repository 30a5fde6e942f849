import type { DatasetError } from '../dataset/index.js'
import type { EarlierOutput } from '../second-look/index.js'
import type { Weighing } from './reweigh.js'
import type { Worst } from './worst.js'

/** How a person wants the findings said, weighed and compared. */
export interface SecondLook extends Weighing {
  /** An earlier run's output that findings are compared with, as `readBaseline` gives it. */
  baseline?: EarlierOutput | undefined
}

/** Counts over all filings, and what went wrong with the dataset; the CSV files stand all the same. */
export interface Finish {
  facts: number
  /** Printed numbers, and those of them that are neither bound to a fact nor explained. */
  numbers: { printed: number; unbound: number }
  checks: Record<'pass' | 'fail' | 'undecided', number>
  findings: Record<'error' | 'warning' | 'info', number>
  /** Failures that a misreading of ours would explain. */
  doubts: number
  worst: Worst
  /** Against the earlier run; `unseen`: those of the gone ones whose paper this run did not read. */
  baseline?: { new: number; persisting: number; gone: number; unseen: number }
  /** Name of the report in the output, where one was made. */
  report?: string
  dataset_fault?: { code: DatasetError['code']; detail: string }
}
