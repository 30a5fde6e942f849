import { createHash } from 'node:crypto'
import { canonicalName, nameKey } from './names.js'
import { levelOf, type PlacedSummary } from './places.js'
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

/** Comes from place, name and level, so that it stays the same over years and runs. */
export function organizationId(region: string, key: string, level: string): string {
  return `o-${createHash('sha256').update(`${region}|${key}|${level}`).digest('hex').slice(0, 12)}`
}

/** Groups the filings of places by organization. */
export function identitiesOf(filings: readonly PlacedSummary[]): Map<string, Identity> {
  const found = new Map<string, Identity>()
  for (const s of filings) {
    if (s.organization === '') continue
    const { key, why } = nameKey(s.organization, s.place)
    const level = levelOf(s)
    const id = organizationId(s.place, key, level)
    const identity: Identity = found.get(id) ?? {
      id,
      key,
      region: s.place,
      level,
      filings: [],
      why: new Map(),
    }
    identity.filings.push(s)
    identity.why.set(s.filingId, s.place === s.region ? why : [...why, `place:${s.place}`])
    found.set(id, identity)
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
