import { createHash } from 'node:crypto'
import { canonicalName, isOwnLevel, nameKey } from './names.js'
import { folderOf } from './sets.js'
import type { FilingSummary } from './summary.js'

/** An organization as filings name it, before ids. */
export interface Identity {
  id: string
  key: string
  region: string
  level: 'department' | 'unit'
  filings: FilingSummary[]
  /** Per filing id: why it belongs here, where its name is not simply the organization's. */
  why: Map<string, string[]>
}

/** A level that the print leaves open is the department's, unless the name says 本级. */
const levelOf = (s: FilingSummary): 'department' | 'unit' =>
  s.level === 'unit' || (s.level === '' && isOwnLevel(s.organization)) ? 'unit' : 'department'

/** Comes from place, name and level, so that it stays the same over years and runs. */
export function organizationId(region: string, key: string, level: string): string {
  return `o-${createHash('sha256').update(`${region}|${key}|${level}`).digest('hex').slice(0, 12)}`
}

/** Groups filings by organization; those whose name lacks the place join the one of that name in their folder. */
export function identitiesOf(summaries: readonly FilingSummary[]): Map<string, Identity> {
  const found = new Map<string, Identity>()
  const named = summaries.filter((s) => s.organization !== '')
  const join = (s: FilingSummary, region: string, why: string[]) => {
    const { key, why: ofName } = nameKey(s.organization, region)
    const level = levelOf(s)
    const id = organizationId(region, key, level)
    const identity: Identity = found.get(id) ?? { id, key, region, level, filings: [], why: new Map() }
    identity.filings.push(s)
    identity.why.set(s.filingId, [...ofName, ...why])
    found.set(id, identity)
  }
  for (const s of named) if (s.region !== '') join(s, s.region, [])
  const placed = [...found.values()]
  for (const s of named.filter((x) => x.region === '')) {
    const key = nameKey(s.organization, '').key
    const folder = folderOf(s.source)
    const same = placed.filter(
      (i) => i.level === levelOf(s) && i.key === key && i.filings.some((f) => folderOf(f.source) === folder),
    )
    const only = same.length === 1 ? same[0] : undefined
    join(s, only?.region ?? '', only ? [`place:${only.region}`] : [])
  }
  return found
}

/** The name that most filings print, editions left out; the newest where they are equal. */
export function nameOf(identity: Identity): string {
  const newestFirst = [...identity.filings].sort(
    (a, b) => b.year.localeCompare(a.year) || (a.source < b.source ? -1 : 1),
  )
  const names = newestFirst.map((s) => canonicalName(s.organization))
  const count = (name: string) => names.filter((n) => n === name).length
  return names.reduce((best, name) => (count(name) > count(best) ? name : best), names[0] as string)
}
