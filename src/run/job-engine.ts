import type { AnyJob, Fault, ResultOf } from './protocol.js'

export type JobEnd<J extends AnyJob> = { result: ResultOf<J> } | { fault: Fault }

/**
 * Who does the jobs of a run: worker processes of this machine, or those of a cluster. Each job has exactly one end,
 * whatever becomes of the processes that work on it, and what it wrote stands in its output folder by then.
 */
export interface JobEngine {
  /** Does one job; `seconds` is what it took, without waiting for its turn. Bad news is an end, never a rejection. */
  run<J extends AnyJob>(job: J): Promise<{ end: JobEnd<J>; seconds: number }>
  /** Gives up what is not done. */
  stop(): void
}
