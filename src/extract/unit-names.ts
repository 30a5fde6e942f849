import type { Fact } from '../model/filing.js'
import { distance, distances } from '../model/printed/edit-distance.js'
import { CODE_DOUBTFUL, noted, UNIT_READ_AS } from '../model/reading.js'

/** A name that differs from the code's in a larger share of its characters may be another's: two units share a code. */
const MISREAD = 0.25
/** So much may differ where no other unit's name comes near: by at least so many characters less. */
const MISREAD_APART = 1 / 3
const APART = 2
/** Less of a name, cut off by the border of its cell, tells no unit. */
const SHORTEST_PART = 0.6

const CODED = /^(\d+) (.+)$/
/** A recognized row of which only the code was read. */
const CODE_ALONE = /^\d+$/

interface Unit {
  code: string
  name: string
}

/**
 * Figures with one code and one name for each unit of a filing: of names under one code that are nearly alike the one
 * that stands on most pages is printed, and the others are it misread. A row whose code or name is cut off or
 * misread is the one unit's that it nearly names. What a text layer prints stays, but for a code that is cut off.
 */
export function withUnitNames(facts: readonly Fact[]): Fact[] {
  const units = unitsOf(facts)
  const printed = new Map<string, Fact[]>()
  for (const fact of facts) {
    const alike = printed.get(asPrinted(fact))
    if (alike) alike.push(fact)
    else printed.set(asPrinted(fact), [fact])
  }
  const meant = new Map([...printed].map(([key, named]) => [key, entityOf(named, units)]))
  return facts.map((fact) => {
    const entity = meant.get(asPrinted(fact)) as string
    if (entity === fact.entity)
      return isLost(fact, units) ? { ...fact, note: noted(fact.note, CODE_DOUBTFUL) } : fact
    const [, code, name] = CODED.exec(fact.entity) ?? []
    const same = code !== undefined && entity.startsWith(`${code} `)
    return { ...fact, entity, note: noted(fact.note, `${UNIT_READ_AS} ${same ? name : fact.entity}`) }
  })
}

/** A recognized row with the first digits of several units' codes, and the name of none of them. */
const isLost = ({ entity, method }: Fact, units: readonly Unit[]): boolean => {
  const code = CODED.exec(entity)?.[1]
  return (
    method === 'ocr' && units.some((u) => code !== undefined && u.code !== code && u.code.startsWith(code))
  )
}

const asPrinted = ({ method, entity }: Fact): string => `${method} ${entity}`

/** A name under a code: where it stands, and on how many figures. */
interface Standing {
  pages: Set<number>
  figures: number
  /** A text layer misreads nothing. */
  isPrinted: boolean
}

/** The units that are named with their code, each with the name that stands on most pages. */
function unitsOf(facts: readonly Fact[]): Unit[] {
  const names = new Map<string, Map<string, Standing>>()
  for (const { entity, method, page } of facts) {
    const [, code, name] = CODED.exec(entity) ?? []
    if (!code || !name) continue
    const standing = names.get(code) ?? new Map<string, Standing>()
    const own = standing.get(name) ?? { pages: new Set(), figures: 0, isPrinted: false }
    own.pages.add(page)
    own.figures++
    own.isPrinted ||= method === 'text'
    standing.set(name, own)
    names.set(code, standing)
  }
  return (
    [...names]
      .map(([code, standing]) => ({ code, name: believed(standing) }))
      // What begins a unit's code is its department's, or cut off.
      .filter(({ code, name }) =>
        [...names.entries()].every(
          ([other, standing]) =>
            other === code ||
            !other.startsWith(code) ||
            isMisreadOf(standing.get(name), names.get(code)?.get(name)),
        ),
      )
  )
}

/** The same name stands under a longer code, recognized, on fewer pages: a digit too many was read there. */
const isMisreadOf = (longer: Standing | undefined, own: Standing | undefined): boolean =>
  longer !== undefined && own !== undefined && !longer.isPrinted && longer.pages.size < own.pages.size

/**
 * The name that stands on most pages: a page misreads a name alike on all its figures, and one in small type holds most
 * of them. Of names that stand equally often the first in order, so that the same pages give the same name.
 */
function believed(standing: ReadonlyMap<string, Standing>): string {
  const order = [...standing].sort(
    ([a, n], [b, m]) =>
      Number(m.isPrinted) - Number(n.isPrinted) ||
      m.pages.size - n.pages.size ||
      m.figures - n.figures ||
      (a < b ? -1 : 1),
  )
  return (order[0] as [string, Standing])[0]
}

/** Whom the figures of one printed unit are about. */
function entityOf(named: readonly Fact[], units: readonly Unit[]): string {
  const { entity, method } = named[0] as Fact
  if (entity === '') return entity
  if (method === 'ocr' && CODE_ALONE.test(entity)) {
    const unit = units.find((u) => u.code === entity)
    return unit ? `${unit.code} ${unit.name}` : entity
  }
  const [, code = '', name = entity] = CODED.exec(entity) ?? []
  // A name without a code that stands alike on several pages is no misread one.
  if (code === '' && named.some((f) => f.page !== named[0]?.page)) return entity
  const own = units.find((u) => u.code === code)
  const unit =
    method === 'text' ? cutOff(code, name, units) : (misread(name, own) ?? nearest(code, name, units))
  return unit ? `${unit.code} ${unit.name}` : entity
}

/** The unit of a whole name beside the first digits of its code. */
const cutOff = (code: string, name: string, units: readonly Unit[]): Unit | undefined =>
  code === '' ? undefined : units.find((u) => u.name === name && u.code !== code && u.code.startsWith(code))

const misread = (name: string, own: Unit | undefined): Unit | undefined =>
  own && distance(name, own.name) <= MISREAD * own.name.length ? own : undefined

/** The unit whose name is far nearer than any other's, among those whose code begins so. */
function nearest(code: string, name: string, units: readonly Unit[]): Unit | undefined {
  const [first, second] = units
    .map((unit) => ({ unit, away: distanceToPart(name, unit.name) }))
    .sort((a, b) => a.away - b.away)
  if (!first?.unit.code.startsWith(code) || first.away > MISREAD_APART * name.length) return undefined
  return second && second.away < first.away + APART ? undefined : first.unit
}

/** The distance to the part of a name that is nearest, which may end before the name does. */
const distanceToPart = (part: string, name: string): number =>
  Math.min(...distances(part, name).slice(Math.ceil(SHORTEST_PART * name.length)))
