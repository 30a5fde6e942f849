import type { Basis, FilingKind, Fund } from './filing.js'

/** A total over all departments that a finance bureau supplies (`--control`), to hold their sum against. */
export interface ControlLine {
  /** Line in the file, the header is 1. */
  line: number
  kind: Exclude<FilingKind, ''>
  year: string
  basis: Basis
  concept: string
  fund: Fund
  /** Empty: the figure that is not split by function. */
  function_code: string
  /** Exact decimal in 元. */
  amount: string
}

/** An organization that has to file (`--roster`). */
export interface RosterLine {
  /** Line in the file, the header is 1. */
  line: number
  organization: string
  level: 'department' | 'unit'
  /** Name of the department of a unit; may be empty. */
  parent: string
  year: string
  kind: Exclude<FilingKind, ''>
  /** Last day on which it has to be published, and the day on which it was (ISO 8601), where the roster says so. */
  due?: string
  published?: string
}
