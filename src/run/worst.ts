import type { FindingRow } from '../model/finding-row.js'
import { consecutive } from '../model/group-by.js'
import type { Organization } from '../model/organization.js'
import type { NewPile, Pile } from '../model/pile.js'

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

/** One finding of something that is counted by its key; what is told of it is that of its first. */
interface One<T> {
  key: string
  severity: 'error' | 'warning'
  about: T
}

type AboutFiling = Omit<Worst['filings'][number], keyof Counted>
type AboutDepartment = Omit<Worst['departments'][number], keyof Counted>

/** Counts findings as they pass. */
export class WorstSoFar {
  private readonly filings: Pile<One<AboutFiling>>
  private readonly departments: Pile<One<AboutDepartment>>

  /** `organizations`: by id, with their department. */
  constructor(
    newPile: NewPile,
    private readonly organizations: ReadonlyMap<string, Pick<Organization, 'name' | 'parent_id'>>,
  ) {
    this.filings = newPile<One<AboutFiling>>(byKey)
    this.departments = newPile<One<AboutDepartment>>(byKey)
  }

  /** Findings without a filing count for the organization that did not file. */
  async add({ finding: { severity }, filing }: FindingRow): Promise<void> {
    if (severity === 'info') return
    const { filing_id, source, organization, fiscal_year, organization_id } = filing
    if (filing_id !== '') {
      const about = { filing_id, source, organization, fiscal_year }
      await this.filings.add({ key: filing_id, severity, about })
    }
    const own = this.organizations.get(organization_id)
    const parent = this.organizations.get(own?.parent_id ?? '')
    const name = (parent ?? own)?.name ?? organization
    const id = parent ? (own?.parent_id ?? '') : own ? organization_id : ''
    if (name !== '')
      await this.departments.add({ key: id || name, severity, about: { organization_id: id, name } })
  }

  async worst(): Promise<Worst> {
    return {
      filings: await mostOf(this.filings, (f) => f.source),
      departments: await mostOf(this.departments, (d) => d.name + d.organization_id),
    }
  }
}

const byKey = (a: One<unknown>, b: One<unknown>): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

async function mostOf<T>(pile: Pile<One<T>>, nameOf: (about: T) => string): Promise<(T & Counted)[]> {
  let most: (T & Counted)[] = []
  for await (const ones of consecutive(pile.rows(), (one) => one.key)) {
    const errors = ones.filter((one) => one.severity === 'error').length
    most = [...most, { ...(ones[0] as One<T>).about, errors, warnings: ones.length - errors }]
      .sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || (nameOf(a) < nameOf(b) ? -1 : 1))
      .slice(0, MOST)
  }
  return most
}
