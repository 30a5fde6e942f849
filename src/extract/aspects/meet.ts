import type { Aspects } from '../../model/aspects.js'
import type { Fund, Nature } from '../../model/filing.js'

/** Whose money each fund is a part of. */
const WIDER_FUND: Partial<Record<Fund, Fund>> = {
  fiscal: 'all',
  general: 'fiscal',
  'government-fund': 'fiscal',
  'state-capital': 'fiscal',
}
const WIDER_NATURE: Partial<Record<Nature, Nature>> = { personnel: 'basic', public: 'basic' }

/**
 * What two prints about one figure say together: of two that agree the narrower counts, time and measure are those of
 * the inner print. Undefined where they contradict each other: nobody can say then what the figure is.
 */
export function meet(outer: Aspects, inner: Aspects): Aspects | undefined {
  const fund = narrower(outer.fund, inner.fund, WIDER_FUND)
  const nature = narrower(outer.nature, inner.nature, WIDER_NATURE)
  const concept = narrowerConcept(outer.concept, inner.concept)
  const side = outer.side === 'both' ? (inner.side ?? outer.side) : sameSide(outer.side, inner.side)
  if (fund === null || nature === null || concept === null || side === null) return undefined
  return {
    ...outer,
    ...inner,
    ...(fund === undefined ? {} : { fund }),
    ...(nature === undefined ? {} : { nature }),
    ...(concept === undefined ? {} : { concept }),
    ...(side === undefined ? {} : { side }),
    // 结转 below 年末结转和结余 is money carried out.
    ...(inner.carry === 'yes' && outer.carry ? { carry: outer.carry } : {}),
  }
}

/** The narrower of two values of a scale; null where neither is part of the other. */
function narrower<T extends string>(
  a: T | undefined,
  b: T | undefined,
  wider: Partial<Record<T, T>>,
): T | undefined | null {
  if (a === undefined || b === undefined || a === b) return a ?? b
  if (isWithin(a, b, wider)) return a
  return isWithin(b, a, wider) ? b : null
}

function isWithin<T extends string>(value: T, whole: T, wider: Partial<Record<T, T>>): boolean {
  for (let at: T | undefined = value; at !== undefined; at = wider[at]) if (at === whole) return true
  return false
}

/** `three-public` and `three-public.abroad` agree; `meetings` and `training` do not. */
function narrowerConcept(a: string | undefined, b: string | undefined): string | undefined | null {
  if (a === undefined || b === undefined || a === b) return a ?? b
  if (a.startsWith(b)) return a
  return b.startsWith(a) ? b : null
}

type Side = Aspects['side']
const sameSide = (a: Side, b: Side): Side | null =>
  a === undefined || b === undefined || a === b ? (a ?? b) : b === 'both' ? a : null
