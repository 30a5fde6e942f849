import type { RowCodes } from './row-codes.js'

/** Fewer rows repeated than this share are a misprint, not lists of several units. */
const REPEATED = 0.1
/** Lists of one row each are no lists of units. */
const SHORTEST_LIST = 2

/**
 * A table that lists the same codes once per unit without naming the units: `#1`, `#2`, … by the list a row stands
 * in. Codes rise within a unit's list; where they fall or repeat, the next unit's list begins. Empty for other tables.
 * Undefined for a row whose code stands several times where nothing shows which list it is in.
 */
export function unnamedUnits(codes: ReadonlyMap<number, RowCodes>): Map<number, string | undefined> {
  const rows = [...codes].flatMap(([row, c]) => {
    const key = [c.function, c.economy, c.government].map((part) => part ?? '').join(' ')
    return key.trim() === '' ? [] : [{ row, key }]
  })
  const repeated = rows.length - new Set(rows.map((r) => r.key)).size
  if (repeated === 0 || repeated < REPEATED * rows.length) return new Map()
  // Where the first list begins with a class, every unit's does: another code that repeats is printed twice.
  const begins = rows.filter(({ key }, i) => i === 0 || key <= (rows[i - 1]?.key ?? ''))
  const [first, ...others] = begins.map(({ key }) => isClass(key))
  if (first && !others.includes(true)) return new Map()
  const units = new Map<number, string | undefined>()
  let unit = 1
  let before = ''
  for (const { row, key } of rows) {
    if (key <= before) unit++
    before = key
    units.set(row, `#${unit}`)
  }
  if (unit * SHORTEST_LIST <= rows.length) return units
  const times = new Map<string, number>()
  for (const { key } of rows) times.set(key, (times.get(key) ?? 0) + 1)
  return new Map(rows.filter(({ key }) => (times.get(key) ?? 0) > 1).map(({ row }) => [row, undefined]))
}

const isClass = (key: string): boolean => key.trim().length === 3
