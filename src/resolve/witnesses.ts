import type { CheckOutcome, Fact } from '../model/filing.js'
import { decimal } from '../model/money.js'
import { placeOfPrint } from './prints.js'

/**
 * The identities that are independent witnesses of prints: besides those, no two of them rest on the same printed
 * figure. Zeros are left out, for they bear witness to nothing, unless there is nothing else.
 */
export function independent(
  outcomes: readonly CheckOutcome[],
  prints: ReadonlySet<string>,
  facts: ReadonlyMap<string, Fact>,
): CheckOutcome[] {
  const used = new Set<string>()
  const witnesses: CheckOutcome[] = []
  // The fewer figures an identity has, the less it stands in the way of others.
  for (const outcome of [...outcomes].sort((a, b) => a.facts.length - b.facts.length)) {
    const others = outcome.facts
      .flatMap((id) => facts.get(id) ?? [])
      .filter((f) => !prints.has(placeOfPrint(f)))
    const telling = others.filter((f) => !decimal(f.value).eq(0))
    const places = (telling.length > 0 ? telling : others).map(placeOfPrint)
    if (places.length === 0 || places.some((p) => used.has(p))) continue
    for (const p of places) used.add(p)
    witnesses.push(outcome)
  }
  return witnesses
}
