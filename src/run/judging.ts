// Families wait for their judges in batches: as many as there are judges, whatever their number in all.
import PQueue from 'p-queue'
import type { Standing } from '../model/standing.js'
import { type FamilyPlan, judgeFamilies } from './family.js'
import type { JobEngine } from './job-engine.js'
import type { FamiliesJob } from './protocol.js'
import type { Weighing } from './reweigh.js'
import { keepStanding, readFiling, readStanding } from './standing.js'

/** Jobs that are out at once: a cluster has many judges. */
const JOBS_AT_ONCE = 64
/** Filings of a job, at least, as long as there are more. */
const FILINGS_A_JOB = 8

export class Judging {
  private batch: FamilyPlan[] = []
  private filings = 0
  private readonly turns: PQueue
  private readonly faults: unknown[] = []

  constructor(
    private readonly output: string,
    private readonly weighing: Weighing,
    /** This process where there are none. */
    private readonly judges: JobEngine | undefined,
  ) {
    this.turns = new PQueue({ concurrency: judges ? JOBS_AT_ONCE : 1 })
  }

  /** Waits while too many wait. */
  async add(plan: FamilyPlan): Promise<void> {
    this.batch.push(plan)
    this.filings += plan.members.length
    if (this.filings >= FILINGS_A_JOB) await this.send()
  }

  /** All are judged and kept; throws what kept one from it. */
  async done(): Promise<void> {
    await this.send()
    await this.turns.onIdle()
    if (this.faults.length > 0) throw this.faults[0]
  }

  private async send(): Promise<void> {
    const families = this.batch
    this.batch = []
    this.filings = 0
    if (families.length > 0 && this.faults.length === 0)
      this.turns.add(() => this.judge(families)).catch((error) => this.faults.push(error))
    await this.turns.onSizeLessThan(1)
  }

  private async judge(families: readonly FamilyPlan[]): Promise<void> {
    const { output, weighing } = this
    for (const standing of await this.judged({ families, output, weighing }))
      await keepStanding(output, standing, await readStanding(output, standing.filing_id))
  }

  /** By whoever judges; here where nobody could: then a defect shows. */
  private async judged(job: FamiliesJob): Promise<Standing[]> {
    const end = this.judges && (await this.judges.run(job)).end
    if (end && 'result' in end && end.result.standings) return end.result.standings
    return judgeFamilies(job.families, (id) => readFiling(job.output, id), job.weighing)
  }
}
