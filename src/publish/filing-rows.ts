import type { CheckOutcome, Filing } from '../model/filing.js'
import type { RowFinding } from '../model/finding-row.js'
import type { NewPile, Pile } from '../model/pile.js'
import { FILINGS, type Scalar } from './columns.js'

const OUTCOMES = { pass: 'checks_passed', fail: 'checks_failed', undecided: 'checks_undecided' } as const
const SEVERITIES = { error: 'errors', warning: 'warnings', info: undefined } as const
const at = (name: string): number => FILINGS.findIndex((c) => c.name === name)

/** A check over many filings and what it found; `filing_id` names the filing that carries it, or is empty. */
export interface RowOverAll {
  outcome: CheckOutcome
  finding?: RowFinding & Pick<Filing, 'source' | 'organization' | 'fiscal_year'>
  /** Of that filing. */
  about?: Pick<Filing, 'status' | 'kind' | 'organization_id'>
}

/** Rows of filings.csv, kept until the checks over all filings are counted too. */
export class FilingRows {
  private readonly rows: Pile<Scalar[]>
  /** What checks over all filings add to a column, by filing id. */
  private readonly added = new Map<string, Map<string, number>>()

  /** `sentence`: the words for a message. */
  constructor(
    newPile: NewPile,
    private readonly sentence: (message: string) => string,
  ) {
    this.rows = newPile()
  }

  add(filing: Filing): Promise<void> {
    const row = FILINGS.map((c) => c.value(filing, filing))
    row[at('message_text')] = this.sentence(filing.message)
    return this.rows.add(row)
  }

  /** Counts a check, and what it found, with the filing that carries it. */
  count({ outcome, finding }: RowOverAll): void {
    this.addOne(outcome.filing_id, OUTCOMES[outcome.outcome])
    if (finding) this.addOne(finding.filing_id, SEVERITIES[finding.severity])
  }

  async *cells(): AsyncGenerator<Scalar[]> {
    for await (const row of this.rows.rows()) {
      const cells = [...row]
      for (const [name, count] of this.added.get(String(row[at('filing_id')])) ?? [])
        cells[at(name)] = Number(row[at(name)]) + count
      yield cells
    }
  }

  private addOne(filingId: string, name: string | undefined): void {
    if (filingId === '' || name === undefined) return
    const added = this.added.get(filingId) ?? new Map<string, number>()
    this.added.set(filingId, added.set(name, (added.get(name) ?? 0) + 1))
  }
}
