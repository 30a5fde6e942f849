import { KEY } from '../../src/model/fact-key.js'
import type { Fact, Filing } from '../../src/model/filing.js'

/** What a spoiled file must never bring about. */
export type Lie =
  | 'proven-wrong' // a proven value that the whole file does not print with this meaning
  | 'ok-with-loss' // more than a tenth of the facts are gone, and nobody says so
  | 'no-filing' // a spoiled filing is said to be none

/** Share of the facts that may be gone from a file that is `ok`. */
const MOST_LOST = 0.1

export interface Judgement {
  lies: Lie[]
  /** Share of the whole file's facts that the spoiled one has not. */
  lost: number
  /** Proven values that the whole file does not print. */
  wrong: Fact[]
}

/** Holds what was read of a spoiled file against what was read of it whole. */
export function judged(whole: Filing, spoiled: Filing): Judgement {
  const printed = new Set(whole.facts.map(printOf))
  const found = new Set(spoiled.facts.map(printOf))
  const lost = whole.facts.filter((f) => !found.has(printOf(f))).length / Math.max(1, whole.facts.length)
  const wrong = spoiled.facts.filter((f) => f.status === 'proven' && !printed.has(printOf(f)))
  const lies: Lie[] = []
  if (wrong.length > 0) lies.push('proven-wrong')
  if (spoiled.status === 'ok' && lost > MOST_LOST) lies.push('ok-with-loss')
  if (spoiled.status === 'not-a-filing' && whole.status !== 'not-a-filing') lies.push('no-filing')
  return { lies, lost, wrong }
}

const printOf = (fact: Fact): string => JSON.stringify([...KEY.map((field) => fact[field]), fact.value])
