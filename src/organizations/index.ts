// Takes summaries of filings, place by place, gives who they are: organizations with ids that stay the same over years
// and runs, which files are one filing, and which filings belong together because one may contradict the other.
// Pure functions of what is printed: two organizations are never joined by their figures.
import type { Organization } from '../model/organization.js'
import { type Identity, identitiesOf, nameOf, organizationId } from './identity.js'
import { canonicalName, nameKey } from './names.js'
import { type Parent, parentsOf, unitKey } from './parents.js'
import type { PlacedSummary } from './places.js'
import { setsOf } from './sets.js'
import type { FilingSummary } from './summary.js'
import { yearsOfSets } from './year-of-set.js'

export { abovePages } from './flow.js'
export { nameKey } from './names.js'
export { paperOfPages } from './pages.js'
export { folderAndName, type NameInFolder, nameInFolder, type PlacedSummary, placedByName } from './places.js'
export { type FilingSummary, summaryOf } from './summary.js'
export { withYearOfSet } from './year-of-set.js'

/** Filings of one department and its units over all years. */
export interface Family {
  /** Organization id of the department, or of a unit without one. */
  id: string
  filings: FilingSummary[]
  units: UnitOfFamily[]
}

/** A unit that a filing of the department lists, with its organization where the run has filings of it. */
export interface UnitOfFamily {
  filingId: string
  /** As the facts of the filing print it. */
  entity: string
  from: 'row' | 'list'
  organizationId: string
}

export interface Connections {
  organizations: Organization[]
  /** By filing id; empty where the filing names nobody. */
  organizationOf: Map<string, string>
  setOf: Map<string, string>
  /** Years of files that print none and whose set has one. */
  yearOf: Map<string, string>
  levelOf: Map<string, 'department' | 'unit'>
  /** Ids of filings that print a name from before a reform. */
  renamed: Set<string>
  families: Family[]
  /** Ids of the organizations that a name fits. */
  idsOf(name: string, level: 'department' | 'unit'): IdsOfName
}

/** 云汀市财政局 names its place; 财政局 alone fits that of every place. */
export interface IdsOfName {
  placed: string[]
  all: string[]
}

/** Connects the filings of one place, or of several at once. */
export function connect(summaries: readonly PlacedSummary[]): Connections {
  const read = summaries.filter((s) => s.status === 'ok' || s.status === 'partial')
  const identities = identitiesOf(read)
  const parents = parentsOf(identities)
  const organizationOf = new Map<string, string>(summaries.map((s) => [s.filingId, '']))
  for (const identity of identities.values())
    for (const s of identity.filings) organizationOf.set(s.filingId, identity.id)
  const setOf = setsOf(read, (s) => organizationOf.get(s.filingId) ?? '')
  for (const s of summaries) if (!setOf.has(s.filingId)) setOf.set(s.filingId, s.filingId)
  const regions = new Set([...identities.values()].map((i) => i.region))
  const ordered = [...identities.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    organizations: ordered.map((i) => organizationFrom(i, parents.get(i.id), setOf)),
    organizationOf,
    setOf,
    yearOf: yearsOfSets(read, setOf),
    levelOf: new Map(ordered.map((i) => [i.id, i.level])),
    renamed: new Set(
      ordered.flatMap((i) =>
        i.filings.map((s) => s.filingId).filter((id) => i.why.get(id)?.some((w) => w.startsWith('renamed:'))),
      ),
    ),
    families: familiesOf(ordered, parents),
    idsOf: (name, level) => idsOf(name, level, identities, regions),
  }
}

/** Every place is tried, for only with it the place is told from the rest of the name. */
function idsOf(
  name: string,
  level: 'department' | 'unit',
  identities: ReadonlyMap<string, Identity>,
  regions: ReadonlySet<string>,
): IdsOfName {
  const ids = [...regions].map((region) => organizationId(region, nameKey(name, region).key, level))
  const all = ids.filter((id) => identities.has(id))
  const placed = all.filter((id) => {
    const { region, key } = identities.get(id) as Identity
    return region !== '' && nameKey(name, '').key !== key && nameKey(name, region).key === key
  })
  return { placed, all }
}

function familiesOf(identities: readonly Identity[], parents: ReadonlyMap<string, Parent>): Family[] {
  const families = new Map<string, Family>()
  for (const identity of identities) {
    const id = parents.get(identity.id)?.department.id ?? identity.id
    const family = families.get(id) ?? { id, filings: [], units: [] }
    family.filings.push(...identity.filings)
    families.set(id, family)
  }
  const units = new Map(
    identities.filter((i) => i.level === 'unit').map((i) => [`${i.region}|${i.key}`, i.id]),
  )
  for (const department of identities.filter((i) => i.level === 'department'))
    families.get(department.id)?.units.push(...listedBy(department, units))
  return [...families.values()]
}

const listedBy = (department: Identity, units: ReadonlyMap<string, string>): UnitOfFamily[] =>
  department.filings.flatMap((s) =>
    s.units.map((unit) => ({
      filingId: s.filingId,
      entity: [unit.code, unit.name].filter(Boolean).join(' '),
      from: unit.from,
      organizationId: units.get(`${department.region}|${unitKey(unit, department)}`) ?? '',
    })),
  )

function organizationFrom(
  identity: Identity,
  parent: Parent | undefined,
  setOf: ReadonlyMap<string, string>,
): Organization {
  const name = nameOf(identity)
  const filings = [...identity.filings].sort((a, b) => (a.source < b.source ? -1 : 1))
  const years = filings
    .map((s) => s.year)
    .filter(Boolean)
    .sort()
  const printed = [...new Set(filings.map((s) => s.organization))].sort()
  return {
    organization_id: identity.id,
    name,
    aliases: printed.filter((n) => n !== name),
    region: identity.region,
    parent_id: parent?.department.id ?? '',
    first_year: years[0] ?? '',
    last_year: years.at(-1) ?? '',
    evidence: [
      ...filings.map((s) => evidenceOf(s, name, identity, setOf)),
      ...(parent ? [`parent ${nameOf(parent.department)} (${parent.why})`] : []),
    ].join('; '),
  }
}

/** `a/b.pdf: 西安市财政局（汇总） (edition)`: the file, the name it prints if another, and what made the two one. */
function evidenceOf(
  s: FilingSummary,
  name: string,
  identity: Identity,
  setOf: ReadonlyMap<string, string>,
): string {
  const why = [...(identity.why.get(s.filingId) ?? [])]
  if (canonicalName(s.organization) !== name && why.length === 0) why.push('spelling')
  if (setOf.get(s.filingId) !== s.filingId) why.push(`set:${setOf.get(s.filingId)}`)
  return `${s.source}${s.organization === name ? '' : `: ${s.organization}`}${why.length ? ` (${why.join(', ')})` : ''}`
}
