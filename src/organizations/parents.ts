import type { Identity } from './identity.js'
import { nameKey } from './names.js'
import type { FilingSummary, ListedUnit } from './summary.js'

export interface Parent {
  department: Identity
  why: string
}

/** Finds the department of each unit: its own 本级, a row or list of the department that names it, its name's beginning. */
export function parentsOf(identities: ReadonlyMap<string, Identity>): Map<string, Parent> {
  const parents = new Map<string, Parent>()
  const departments = [...identities.values()].filter((i) => i.level === 'department')
  const byKey = new Map(departments.map((d) => [`${d.region}|${d.key}`, d]))
  const listing = listedBy(departments)
  for (const unit of identities.values()) {
    if (unit.level !== 'unit') continue
    const own = byKey.get(`${unit.region}|${unit.key}`)
    if (own) {
      parents.set(unit.id, { department: own, why: 'own-level' })
      continue
    }
    const listed = listing.get(`${unit.region}|${unit.key}`)
    const only = listed?.length === 1 ? listed[0] : undefined
    if (only) {
      parents.set(unit.id, only)
      continue
    }
    // 福州市公安局巡特警支队 belongs to 福州市公安局: the longest beginning wins.
    const named = departments
      .filter((d) => d.region === unit.region && d.key.length >= 3 && unit.key.startsWith(d.key))
      .sort((a, b) => b.key.length - a.key.length)[0]
    if (named) parents.set(unit.id, { department: named, why: 'name-begins' })
  }
  return parents
}

/** Departments that list a unit, by the unit's place and key. */
function listedBy(departments: readonly Identity[]): Map<string, Parent[]> {
  const listing = new Map<string, Parent[]>()
  for (const department of departments)
    for (const unit of unitsOf(department)) {
      const place = `${department.region}|${unitKey(unit, department)}`
      const list = listing.get(place) ?? []
      if (!list.some((p) => p.department === department))
        listing.set(place, [...list, { department, why: `${unit.from}:${unit.code}${unit.name}` }])
    }
  return listing
}

const unitsOf = (department: Identity): ListedUnit[] =>
  department.filings.flatMap((f: FilingSummary) => f.units)

/** The key under which a listed unit's own filing would be known; 本级 is the department's own key. */
export const unitKey = (unit: { name: string }, department: { region: string; key: string }): string => {
  if (/^(?:部门|机关|局|委)?本级(?:[（(]机关[）)])?$/.test(unit.name)) return department.key
  return nameKey(unit.name, department.region).key
}
