import { decimal } from '../model/money.js'
import type { Organization } from '../model/organization.js'
import type { FilingLine } from './gather.js'
import type { Told } from './matter-rows.js'

/** A department with all that is said of its filings and of those of its units. */
export interface Department {
  /** The organization's id; of whom only a name is known, the name; empty for filings that name nobody. */
  key: string
  name: string
  region: string
  matters: Told[]
  filings: FilingLine[]
  errors: number
  warnings: number
  /** Decimal text in 元; empty where no matter is about money. */
  largest: string
}

/**
 * Departments, those with the gravest matters first. What is about no filing and nobody (the sum of all departments) is
 * no department's.
 */
export function departmentsOf(
  matters: readonly Told[],
  filings: readonly FilingLine[],
  organizations: readonly Organization[],
): Department[] {
  const byId = new Map(organizations.map((o) => [o.organization_id, o]))
  const departments = new Map<string, Department>()
  const of = (organizationId: string, name: string): Department => {
    const own = byId.get(organizationId)
    const whole = byId.get(own?.parent_id ?? '') ?? own
    const key = whole?.organization_id ?? name
    const known = departments.get(key) ?? emptyDepartment(key, whole?.name ?? name, whole?.region ?? '')
    departments.set(key, known)
    return known
  }
  for (const filing of filings) of(filing.organization_id, filing.organization).filings.push(filing)
  for (const matter of matters) {
    if (matter.filing_id === '' && matter.organization_id === '' && matter.organization === '') continue
    count(of(matter.organization_id, matter.organization), matter)
  }
  return [...departments.values()].sort(worstFirst)
}

const emptyDepartment = (key: string, name: string, region: string): Department => ({
  key,
  name,
  region,
  matters: [],
  filings: [],
  errors: 0,
  warnings: 0,
  largest: '',
})

function count(department: Department, matter: Told): void {
  department.matters.push(matter)
  if (matter.severity === 'info') return
  if (matter.severity === 'error') department.errors++
  else department.warnings++
  if (matter.yuan !== '' && decimal(matter.yuan).gt(department.largest || '0'))
    department.largest = matter.yuan
}

const worstFirst = (a: Department, b: Department): number =>
  b.errors - a.errors ||
  b.warnings - a.warnings ||
  decimal(b.largest || '0').cmp(a.largest || '0') ||
  (a.name + a.key < b.name + b.key ? -1 : 1)
