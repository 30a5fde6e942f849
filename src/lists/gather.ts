import type { Filing } from '../model/filing.js'
import { otherNumber } from '../model/printed-page.js'

/** What lists say of a filing beside its matters; small, for those of all filings are in memory at once. */
export interface FilingLine {
  filing_id: string
  set_id: string
  source: string
  organization: string
  organization_id: string
  region: string
  kind: Filing['kind']
  fiscal_year: string
  undecided: number
  doubts: number
  pages_unread: number
  score: number | null
  /** Ids of requirements. */
  missing: string[]
  undecidable: string[]
}

/** Takes filings while they pass. */
export class FilingLines {
  private readonly lines = new Map<string, FilingLine>()
  /** Printed page numbers that differ from the page's own. */
  private readonly printed = new Map<string, string>()

  add(filing: Filing): void {
    this.lines.set(filing.filing_id, lineOf(filing))
    const named = new Set(filing.findings.map((f) => f.page))
    for (const page of filing.pages)
      if (named.has(page.page) && otherNumber(page) !== '')
        this.printed.set(`${filing.filing_id}|${page.page}`, otherNumber(page))
  }

  all(): FilingLine[] {
    return [...this.lines.values()].sort((a, b) => (a.source < b.source ? -1 : 1))
  }

  sourceOf = (filingId: string): string => this.lines.get(filingId)?.source ?? ''

  printedPage = (filingId: string, page: number): string => this.printed.get(`${filingId}|${page}`) ?? ''
}

function lineOf(filing: Filing): FilingLine {
  const answered = (outcome: Filing['completeness'][number]['outcome']) =>
    filing.completeness.filter((a) => a.outcome === outcome).map((a) => a.requirement)
  return {
    filing_id: filing.filing_id,
    set_id: filing.set_id,
    source: filing.source,
    organization: filing.organization,
    organization_id: filing.organization_id,
    region: filing.region,
    kind: filing.kind,
    fiscal_year: filing.fiscal_year,
    undecided: filing.outcomes.filter((o) => o.outcome === 'undecided').length,
    doubts: filing.doubts.length,
    pages_unread: filing.pages.filter((p) => p.doubt !== '' && p.characters === 0).length,
    score: filing.score,
    missing: answered('no'),
    undecidable: answered('undecidable'),
  }
}
