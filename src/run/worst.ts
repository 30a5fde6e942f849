import type { FindingRow } from '../model/finding-row.js'
import type { Organization } from '../model/organization.js'

/** So many are named: where to begin, not all there is. */
const MOST = 10

interface Counted {
  errors: number
  warnings: number
}

/** Where most was found, by errors and then warnings; only those with any. */
export interface Worst {
  filings: (Counted & { filing_id: string; source: string; organization: string; fiscal_year: string })[]
  /** With what was found in the filings of their units. */
  departments: (Counted & { organization_id: string; name: string })[]
}

/** Findings without a filing count for the organization that did not file. */
export function worstOf(rows: readonly FindingRow[], organizations: readonly Organization[]): Worst {
  const byId = new Map(organizations.map((o) => [o.organization_id, o]))
  const filings = new Map<string, Worst['filings'][number]>()
  const departments = new Map<string, Worst['departments'][number]>()
  for (const { finding, filing } of rows) {
    if (finding.severity === 'info') continue
    const { filing_id, source, organization, fiscal_year, organization_id } = filing
    if (filing_id !== '') count(filings, filing_id, finding, { filing_id, source, organization, fiscal_year })
    const own = byId.get(organization_id)
    const department = byId.get(own?.parent_id ?? '') ?? own
    const name = department?.name ?? organization
    const id = department?.organization_id ?? ''
    if (name !== '') count(departments, id || name, finding, { organization_id: id, name })
  }
  return {
    filings: mostOf(filings, (f) => f.source),
    departments: mostOf(departments, (d) => d.name + d.organization_id),
  }
}

function count<T>(
  into: Map<string, T & Counted>,
  key: string,
  { severity }: FindingRow['finding'],
  about: T,
): void {
  const counted = into.get(key) ?? { ...about, errors: 0, warnings: 0 }
  into.set(key, counted)
  if (severity === 'error') counted.errors++
  else counted.warnings++
}

const mostOf = <T extends Counted>(counted: Map<string, T>, nameOf: (one: T) => string): T[] =>
  [...counted.values()]
    .sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || (nameOf(a) < nameOf(b) ? -1 : 1))
    .slice(0, MOST)
