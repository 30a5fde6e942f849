import type { Fact } from '../model/filing.js'
import { noted } from '../model/reading.js'

/** Stable code in the `note` of a figure whose unit was read otherwise on its own page; what was read follows. */
const UNIT_READ_AS = 'unit-read-as'
/** Names of one unit that differ in a larger share of their characters were not misread: two units share a code. */
const MISREAD = 0.25

const CODED = /^(\d+) (.+)$/

/**
 * Recognized figures with one name for each unit code: a code has one name in a filing, so of several that are nearly
 * alike the one that stands on most figures is printed, and the others are it misread.
 */
export function withUnitNames(facts: readonly Fact[]): Fact[] {
  const names = new Map<string, Map<string, number>>()
  for (const { entity, method } of facts) {
    const [, code, name] = CODED.exec(entity) ?? []
    if (!code || !name) continue
    const counts = names.get(code) ?? new Map<string, number>()
    // A text layer misreads nothing.
    counts.set(name, (counts.get(name) ?? 0) + (method === 'text' ? facts.length : 1))
    names.set(code, counts)
  }
  return facts.map((fact) => {
    const [, code, name] = CODED.exec(fact.entity) ?? []
    if (fact.method !== 'ocr' || !code || !name) return fact
    const printed = mostOften(names.get(code) as Map<string, number>)
    if (printed === name || distance(name, printed) > MISREAD * printed.length) return fact
    return { ...fact, entity: `${code} ${printed}`, note: noted(fact.note, `${UNIT_READ_AS} ${name}`) }
  })
}

/** Of names that stand equally often the first in order, so that the same pages give the same name. */
const mostOften = (counts: ReadonlyMap<string, number>): string =>
  ([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0] as [string, number])[0]

/** How many characters have to be put in, left out or exchanged (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length] as number
}
