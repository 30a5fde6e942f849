import type { CheckOutcome, Filing } from '../model/filing.js'
import { FILINGS, type Scalar } from './columns.js'

const COUNTED = { pass: 'checks_passed', fail: 'checks_failed', undecided: 'checks_undecided' } as const
const at = (name: string): number => FILINGS.findIndex((c) => c.name === name)

/** Rows of filings.csv, kept until the checks over all filings are counted too: some hundred bytes a filing. */
export class FilingRows {
  private readonly rows = new Map<string, Scalar[]>()

  add(filing: Filing): void {
    this.rows.set(
      filing.filing_id,
      FILINGS.map((c) => c.value(filing, filing)),
    )
  }

  /** Counts a check with the filing that carries it. */
  count(outcome: CheckOutcome): void {
    const row = this.rows.get(outcome.filing_id)
    const column = at(COUNTED[outcome.outcome])
    if (row) row[column] = Number(row[column]) + 1
  }

  cells(): Iterable<Scalar[]> {
    return this.rows.values()
  }
}
