import type { CheckOutcome, Fact, Filing } from '../../model/filing.js'
import { decimal } from '../../model/money.js'
import { elementOf } from './elements.js'

/** A sum that a check asserts: the total is what its parts add up to. */
export interface Sum {
  outcome: CheckOutcome
  total: Fact
  parts: Fact[]
}

/** Sums that checks judged inside a filing, and those of them that links between items can say. */
export function sumsOf({ facts, outcomes }: Filing): { all: Sum[]; sayable: Sum[] } {
  const byId = new Map(facts.map((f) => [f.fact_id, f]))
  const all = outcomes.flatMap((outcome) => asSum(outcome, byId) ?? [])
  return { all, sayable: all.filter(isSayable) }
}

/** Known by its figures: what is expected of the first is what the others make together. */
function asSum(outcome: CheckOutcome, byId: ReadonlyMap<string, Fact>): Sum | undefined {
  if (outcome.outcome === 'undecided' || (outcome.scope !== 'table' && outcome.scope !== 'filing')) return
  const [total, ...parts] = outcome.facts.map((id) => byId.get(id))
  if (!total || parts.length < 2 || total.value !== outcome.actual) return
  let sum = decimal(0)
  for (const part of parts) {
    if (!part) return
    sum = sum.plus(part.value)
  }
  return outcome.expected !== '' && sum.eq(outcome.expected)
    ? { outcome, total, parts: parts as Fact[] }
    : undefined
}

/** What two facts have to share so that a calculation holds them together: all dimensions but the item. */
const SHARED = ['fund', 'entity', 'year', 'basis', 'measure'] as const

function isSayable({ total, parts }: Sum): boolean {
  const items = new Set([total, ...parts].map(elementOf))
  return (
    total.year !== '' &&
    items.size === parts.length + 1 &&
    parts.every((part) => SHARED.every((dimension) => part[dimension] === total[dimension]))
  )
}
