import { KEY } from '../model/fact-key.js'
import type { Fact } from '../model/filing.js'

/** Points: engines differ in how high they draw a box, by half the height of a line at most. */
const NEAR = 6

/** For each fact of one engine, whether the other has it: same meaning, value and source at the same place. */
export function agreed(facts: Fact[], others: Fact[]): boolean[] {
  const places = new Map<string, Point[]>()
  for (const other of others) {
    const same = identityOf(other)
    const known = places.get(same)
    if (known) known.push(centreOf(other))
    else places.set(same, [centreOf(other)])
  }
  return facts.map((fact) => {
    const at = centreOf(fact)
    return (places.get(identityOf(fact)) ?? []).some((p) => Math.hypot(p.x - at.x, p.y - at.y) <= NEAR)
  })
}

interface Point {
  x: number
  y: number
}

const identityOf = (fact: Fact): string =>
  JSON.stringify([...KEY.map((field) => fact[field]), fact.value, fact.source, fact.page])

function centreOf({ bbox }: Fact): Point {
  const [x0, y0, x1, y1] = bbox.split(' ').map(Number) as [number, number, number, number]
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 }
}
