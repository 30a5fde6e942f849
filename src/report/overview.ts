import type { CheckOutcome, Filing } from '../model/filing.js'
import { filingOfId } from '../model/filing-of-id.js'
import type { FindingRow, GoneRow } from '../model/finding-row.js'
import { mattersOf, type SayFinding } from '../model/matters.js'
import type { Organization } from '../model/organization.js'
import type { PanelRow } from '../model/panel-row.js'
import { otherNumber } from '../model/printed-page.js'
import type { ControlSheet, Overview, ReportFiling, RosterAnswer, Words } from '../model/report.js'
import type { WantedPlaces } from './bands.js'
import { type ClassName, SpendingSums } from './spending.js'

/** Whoever knows words in both languages. */
export interface OverviewWords {
  finding: SayFinding
  /** What a filing's message says. */
  message: (message: string) => Words
  className: ClassName
  checks: Record<string, Words>
  requirements: Record<string, Words>
  concepts: Record<string, Words>
}

/** What the run says of itself and of all filings together. */
export interface OverAllFilings {
  tool: string
  language: Overview['language']
  rows: readonly FindingRow[]
  gone?: readonly GoneRow[]
  organizations: readonly Organization[]
  control: ControlSheet[]
  roster: RosterAnswer[]
  /** The way from the output folder to a source. */
  href: (source: string) => string
}

/** Gathers the first screen while filings and amounts pass; some hundred bytes of each filing stay. */
export class OverviewBuilder {
  /** By filing id, in the order they came. */
  private readonly filings = new Map<string, Omit<ReportFiling, 'href'>>()
  /** Printed page numbers that differ from the page's own. */
  private readonly printed = new Map<string, string>()
  private readonly spending: SpendingSums
  private readonly apart: Overview['checks_apart'] = { pass: 0, fail: 0, undecided: 0 }

  constructor(private readonly words: OverviewWords) {
    this.spending = new SpendingSums(words.className)
  }

  add(filing: Filing): void {
    this.filings.set(filing.filing_id, reportFiling(filing, this.words.message))
    const named = new Set(filing.findings.map((f) => f.page))
    for (const page of filing.pages)
      if (named.has(page.page) && otherNumber(page) !== '')
        this.printed.set(`${filing.filing_id}|${page.page}`, otherNumber(page))
  }

  /** A check over all filings: with the filing that it is about, or apart. */
  overAll({ filing_id, outcome }: Pick<CheckOutcome, 'filing_id' | 'outcome'>): void {
    const { checks } = this.filings.get(filing_id) ?? { checks: this.apart }
    checks[outcome]++
  }

  amount(row: PanelRow): void {
    this.spending.add(row)
  }

  sources(): string[] {
    return [...this.filings.values()].map((f) => f.source)
  }

  overview({ rows, gone, organizations, href, ...over }: OverAllFilings): Overview {
    return {
      ...over,
      filings: [...this.filings.values()].map((f) => ({ ...f, href: href(f.source) })),
      organizations: organizations.map(({ organization_id, name, region, parent_id }) => ({
        organization_id,
        name,
        region,
        parent_id,
      })),
      matters: mattersOf(rows, (id, page) => this.printed.get(`${id}|${page}`) ?? '', this.words.finding),
      gone: (gone ?? []).map(({ cells, because }) => ({
        severity: cells.severity ?? '',
        check_id: cells.check_id ?? '',
        source: cells.source ?? '',
        organization: cells.organization ?? '',
        fiscal_year: cells.fiscal_year ?? '',
        message: cells.message ?? '',
        because,
      })),
      compared: gone !== undefined,
      checks: this.words.checks,
      requirements: this.words.requirements,
      concepts: this.words.concepts,
      spending: this.spending.rows(),
      checks_apart: this.apart,
    }
  }
}

/** What findings are about, by filing. */
export function wantedPlaces(rows: readonly FindingRow[]): Map<string, WantedPlaces> {
  const wanted = new Map<string, { facts: string[]; places: { page: number; bbox: string }[] }>()
  const of = (id: string) => {
    const known = wanted.get(id) ?? { facts: [], places: [] }
    wanted.set(id, known)
    return known
  }
  for (const { finding } of rows) {
    if (finding.page !== null) of(finding.filing_id).places.push({ page: finding.page, bbox: finding.bbox })
    for (const fact of finding.facts) of(filingOfId(fact)).facts.push(fact)
  }
  return wanted
}

function reportFiling(filing: Filing, say: OverviewWords['message']): Omit<ReportFiling, 'href'> {
  const facts = (status: keyof ReportFiling['facts']) =>
    filing.facts.filter((f) => f.status === status).length
  const checks = (outcome: keyof ReportFiling['checks']) =>
    filing.outcomes.filter((o) => o.outcome === outcome).length
  return {
    filing_id: filing.filing_id,
    source: filing.source,
    status: filing.status,
    message: say(filing.message),
    kind: filing.kind,
    fiscal_year: filing.fiscal_year,
    region: filing.region,
    organization: filing.organization,
    organization_level: filing.organization_level,
    organization_id: filing.organization_id,
    set_id: filing.set_id,
    pages: filing.pages.length,
    pages_ocr: filing.pages.filter((p) => p.method === 'ocr').length,
    pages_unread: filing.pages.filter((p) => p.doubt !== '' && p.characters === 0).length,
    facts: { proven: facts('proven'), unproven: facts('unproven'), disputed: facts('disputed') },
    checks: { pass: checks('pass'), fail: checks('fail'), undecided: checks('undecided') },
    numbers_printed: filing.numbers_printed,
    numbers_unbound: filing.numbers_unbound,
    doubts: filing.doubts.length,
    score: filing.score,
  }
}
