import type { Filing } from '../model/filing.js'
import {
  type Arranged,
  type FilingHead,
  type FindingRow,
  type GoneRow,
  headOf,
} from '../model/finding-row.js'
import type { Organization } from '../model/organization.js'
import type { NewPile } from '../model/pile.js'
import { compared, type EarlierOutput, ranked } from '../second-look/index.js'
import type { Finish } from './finished.js'
import { type Worst, WorstSoFar } from './worst.js'

/** The findings of a run, as they are put in order: all at once in memory only where something asks for all. */
export class RunFindings {
  private readonly sofar: WorstSoFar
  private readonly kept: FindingRow[] = []
  private readonly heads: FilingHead[] = []
  /** Those that only the earlier run had, once the others are in order. */
  gone: GoneRow[] | undefined
  private readonly against = { new: 0, persisting: 0 }

  constructor(
    private readonly newPile: NewPile,
    organizations: ReadonlyMap<string, Pick<Organization, 'name' | 'parent_id'>>,
    private readonly earlier: EarlierOutput | undefined,
    /** They are shown in a report or in lists. */
    private readonly keeps: boolean,
  ) {
    this.sofar = new WorstSoFar(newPile, organizations)
  }

  /** A comparison asks which papers were read. */
  about(filing: Filing): void {
    if (this.earlier) this.heads.push(headOf(filing))
  }

  async *arranged(rows: AsyncIterable<FindingRow>): AsyncGenerator<FindingRow> {
    for await (const row of this.marked(ranked(rows, this.newPile))) {
      await this.sofar.add(row)
      if (row.baseline !== '') this.against[row.baseline]++
      if (this.keeps) this.kept.push(row)
      yield row
    }
  }

  worst(): Promise<Worst> {
    return this.sofar.worst()
  }

  /** For a report and lists. */
  shown(): Arranged {
    return { rows: this.kept, ...(this.gone ? { gone: this.gone } : {}) }
  }

  againstEarlier(): Finish['baseline'] {
    const gone = this.gone ?? []
    const unseen = gone.filter((g) => g.because === 'filing-not-in-run').length
    return { ...this.against, gone: gone.length, unseen }
  }

  private async *marked(rows: AsyncIterable<FindingRow>): AsyncGenerator<FindingRow> {
    if (!this.earlier) return yield* rows
    const all: FindingRow[] = []
    for await (const row of rows) all.push(row)
    const found = compared(all, this.heads, this.earlier)
    this.gone = found.gone
    yield* found.rows
  }
}
