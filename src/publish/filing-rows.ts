import type { CheckOutcome, Filing } from '../model/filing.js'
import type { RowFinding } from '../model/finding-row.js'
import { FILINGS, type Scalar } from './columns.js'

const OUTCOMES = { pass: 'checks_passed', fail: 'checks_failed', undecided: 'checks_undecided' } as const
const SEVERITIES = { error: 'errors', warning: 'warnings', info: undefined } as const
const at = (name: string): number => FILINGS.findIndex((c) => c.name === name)

/** A check over many filings and what it found; `filing_id` names the filing that carries it, or is empty. */
export interface RowOverAll {
  outcome: CheckOutcome
  finding?: RowFinding & Pick<Filing, 'source' | 'organization' | 'fiscal_year'>
}

/** Rows of filings.csv, kept until the checks over all filings are counted too: some hundred bytes a filing. */
export class FilingRows {
  private readonly rows = new Map<string, Scalar[]>()

  /** `sentence`: the words for a message. */
  constructor(private readonly sentence: (message: string) => string) {}

  add(filing: Filing): void {
    const row = FILINGS.map((c) => c.value(filing, filing))
    row[at('message_text')] = this.sentence(filing.message)
    this.rows.set(filing.filing_id, row)
  }

  /** Counts a check, and what it found, with the filing that carries it. */
  count({ outcome, finding }: RowOverAll): void {
    this.addOne(outcome.filing_id, OUTCOMES[outcome.outcome])
    if (finding) this.addOne(finding.filing_id, SEVERITIES[finding.severity])
  }

  cells(): Iterable<Scalar[]> {
    return this.rows.values()
  }

  private addOne(filingId: string, name: string | undefined): void {
    const row = this.rows.get(filingId)
    if (!row || name === undefined) return
    const column = at(name)
    row[column] = Number(row[column]) + 1
  }
}
