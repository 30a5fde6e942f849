import type { Filing, Finding } from './filing.js'

/** What a row of findings.csv says of the filing it is about; small, for those of all filings are in memory at once. */
export type FilingHead = Pick<
  Filing,
  'filing_id' | 'source' | 'status' | 'kind' | 'fiscal_year' | 'organization' | 'organization_id'
>

export const headOf = (filing: Filing): FilingHead => ({
  filing_id: filing.filing_id,
  source: filing.source,
  status: filing.status,
  kind: filing.kind,
  fiscal_year: filing.fiscal_year,
  organization: filing.organization,
  organization_id: filing.organization_id,
})

/** A finding as a row; what is about a filing that is not there has no page. */
export type RowFinding = Omit<Finding, 'page'> & { page: number | null }

/** One row of findings.csv. */
export interface FindingRow {
  finding: RowFinding
  filing: FilingHead
  /** Against an earlier run's output; empty where there is none to compare with. */
  baseline: 'new' | 'persisting' | ''
}

/** One row of findings-gone.csv: a row of the earlier output, column by column as it stood there. */
export interface GoneRow {
  cells: Readonly<Record<string, string>>
  /** Whether its paper was read again: otherwise nobody knows whether it is gone. */
  because: 'no-longer-found' | 'filing-not-in-run'
}

/** The findings of a run as they are written, and those that an earlier run had. */
export interface Arranged {
  rows: FindingRow[]
  /** Only where there is an earlier run to compare with. */
  gone?: GoneRow[]
}
