import type { Fact, Filing, Finding } from '../model/filing.js'
import { decimal } from '../model/money.js'
import { otherNumber } from '../model/printed-page.js'
import { printed } from './printed.js'

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

/** A figure as its page prints it, and what it is worth. */
type Print = Pick<Fact, 'value' | 'raw' | 'unit'>

/** Takes filings while they pass. */
export class FilingLines {
  private readonly lines = new Map<string, FilingLine>()
  /** Printed page numbers that differ from the page's own. */
  private readonly printed = new Map<string, string>()

  /** By fact id; of figures that findings speak of alone. */
  private readonly prints = new Map<string, Print>()

  add(filing: Filing): void {
    this.lines.set(filing.filing_id, lineOf(filing))
    const spoken = new Set(filing.findings.flatMap((f) => f.facts))
    for (const fact of filing.facts) if (spoken.has(fact.fact_id)) this.addPrint(fact.fact_id, fact)
    const named = new Set(filing.findings.map((f) => f.page))
    for (const page of filing.pages)
      if (named.has(page.page) && otherNumber(page) !== '')
        this.printed.set(`${filing.filing_id}|${page.page}`, otherNumber(page))
  }

  addPrint(factId: string, { value, raw, unit }: Print): void {
    this.prints.set(factId, { value, raw, unit })
  }

  /** What is wrong as it is printed, with its printed unit; empty where it is a sum that no page prints. */
  printOf({ actual, facts }: Pick<Finding, 'actual' | 'facts'>): string {
    if (!/^-?\d+(\.\d+)?$/.test(actual)) return ''
    const print = facts.flatMap((id) => this.prints.get(id) ?? []).find((p) => decimal(p.value).eq(actual))
    return print ? printed(print) : ''
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
