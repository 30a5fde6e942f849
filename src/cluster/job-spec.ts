// What a job is: everything that decides its result, and nothing of where that is worked out.
import { createHash } from 'node:crypto'
import type { Source } from '../model/source.js'
import type { FamiliesJob, Job } from '../run/index.js'

/** A source without its place on some machine. */
export type SourceOfJob = Omit<Source, 'path' | 'packed' | 'outer'>

/** Reads one file. */
export interface ReadSpec {
  source: SourceOfJob
  options: Job['options']
  /** Program, and the options that it reads with. */
  engine: string
  report: boolean
}

/** Judges filings that belong together by each other. */
export interface FamiliesSpec extends Pick<FamiliesJob, 'families' | 'weighing'> {
  program: string
  /** By filing id, the job that read it. */
  readBy: Record<string, string>
}

export type JobSpec = ReadSpec | FamiliesSpec

/** Where the bytes of an input are: a file of a folder that all machines see, or an object in a store. */
export type Place = ({ file: string } | { bucket: string; key: string }) & {
  /** In an archive at this place. */
  packed?: Source['packed']
  /** In an archive inside the archive. */
  nested?: boolean
}

/** Never a password: it stays on the machine where it was typed. */
export function specOf({ source, options, engine, report }: Omit<Job, 'output'>): ReadSpec {
  const { passwords: _, ...reading } = options
  return { source: withoutPlace(source), options: reading, engine, report }
}

export function withoutPlace({ path: _, packed: __, outer: ___, ...told }: Source): SourceOfJob {
  return told
}

/** A UUID made of the content of a job: the same work on the same input by the same program is the same job. */
export function jobId(spec: JobSpec): string {
  const hex = createHash('sha256')
    .update(JSON.stringify('families' in spec ? spec : contentOf(spec)))
    .digest('hex')
  const variant = ((Number.parseInt(hex[16] as string, 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}

const contentOf = ({ source, options, engine, report }: ReadSpec) => {
  const { source: name, sha256, kind, fault } = source
  return [name, sha256, kind, fault ?? '', options.maxPages ?? '', options.paper ?? '', engine, report]
}
