import type { Identity } from '../model/reading.js'
import type { Print } from './prints.js'

/**
 * Prints of the same characters that an identity which holds ties together: a total and its only part, one figure in two
 * tables. The same ink is misread alike, and to change one of them alone would break what holds between them; so they
 * are weighed as one print.
 */
export function twinsAmong(prints: readonly Print[], identities: readonly Identity[]): Print[] {
  const printOf = new Map(prints.flatMap((print) => print.facts.map((f) => [f.fact_id, print] as const)))
  const groups = new Map<Print, Set<Print>>()
  for (const { outcome, isSum } of identities) {
    if (!isSum || outcome.outcome !== 'pass') continue
    const here = outcome.facts.flatMap((id) => printOf.get(id) ?? [])
    for (const a of here)
      for (const b of here) if (a !== b && charactersOf(a) === charactersOf(b)) join(groups, a, b)
  }
  return [...new Set(groups.values())].map((group) => asOne([...group]))
}

const charactersOf = (print: Print): string | undefined => print.facts[0]?.raw

function join(groups: Map<Print, Set<Print>>, a: Print, b: Print): void {
  const all = new Set([...(groups.get(a) ?? [a]), ...(groups.get(b) ?? [b])])
  for (const print of all) groups.set(print, all)
}

/** What every one of them may be. */
const asOne = (prints: readonly Print[]): Print => ({
  facts: prints.flatMap((p) => p.facts),
  candidates: (prints[0]?.candidates ?? []).filter((c) =>
    prints.every((p) => p.candidates.some((other) => other.text === c.text)),
  ),
})
