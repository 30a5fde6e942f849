// What became of the figures of a filing where the program knows less than before.
import { keyOf } from '../../../src/model/fact-key.js'
import type { Fact, Finding } from '../../../src/model/filing.js'
import type { Understanding } from './sample.js'

/** `changed`: a printed figure got another key or value · `new`: one that was no fact became one · `error`: a finding
 * that was none. Each is silently wrong: ignorance may take facts away and nothing else. */
export interface Silent {
  kind: 'changed' | 'new' | 'error'
  page: number
  bbox: string
  raw: string
  source: string
  label: string
  before: string
  after: string
  /** Which parts of the key differ. */
  aspects: string
}

export interface Outcome {
  /** Facts that are no longer stated. */
  gone: number
  silent: Silent[]
}

const place = (f: { page: number; bbox: string }): string => `${f.page}|${f.bbox}`

/** `asPrinted` undoes what was made unknown in a name. */
export function compared(
  known: Understanding,
  less: Understanding,
  asPrinted: (text: string) => string,
): Outcome {
  const before = byPlace(known.filing.facts)
  const after = byPlace(less.filing.facts)
  const silent: Silent[] = []
  let gone = 0
  for (const [at, facts] of before) {
    const stated = new Set((after.get(at) ?? []).map((f) => keyWithValue(f, asPrinted)))
    gone += facts.filter((f) => !stated.has(keyWithValue(f, (t) => t))).length
  }
  for (const [at, facts] of after) {
    const own = before.get(at) ?? []
    const keys = new Set(own.map((f) => keyWithValue(f, (t) => t)))
    for (const fact of facts) {
      const key = keyWithValue(fact, asPrinted)
      if (keys.has(key)) continue
      silent.push({
        kind: own.length > 0 ? 'changed' : 'new',
        page: fact.page,
        bbox: fact.bbox,
        raw: fact.raw,
        source: fact.source,
        label: fact.label,
        before: [...keys].join(' & '),
        after: key,
        aspects: own.length > 0 ? differing([...keys], key) : '',
      })
    }
  }
  const errors = new Set(known.errors.map(findingId))
  for (const finding of less.errors.filter((f) => !errors.has(findingId(f))))
    silent.push({
      kind: 'error',
      page: finding.page,
      bbox: finding.bbox,
      raw: '',
      source: '',
      label: finding.check_id,
      before: '',
      after: finding.message,
      aspects: finding.check_id,
    })
  return { gone, silent }
}

const findingId = (f: Finding): string => `${f.check_id}|${place(f)}`

function byPlace(facts: readonly Fact[]): Map<string, Fact[]> {
  const found = new Map<string, Fact[]>()
  for (const fact of facts) found.set(place(fact), [...(found.get(place(fact)) ?? []), fact])
  return found
}

const keyWithValue = (fact: Fact, asPrinted: (text: string) => string): string =>
  `${keyOf({ ...fact, entity: asPrinted(fact.entity) })}|${fact.value}`

const NAMES = [
  'concept',
  'fund',
  'function',
  'economy',
  'government',
  'nature',
  'entity',
  'year',
  'basis',
  'measure',
  'value',
]

/** The parts in which a key differs from the nearest of those it had. */
function differing(keys: readonly string[], key: string): string {
  const own = key.split('|')
  const differences = keys.map((k) => k.split('|').flatMap((part, i) => (part === own[i] ? [] : [NAMES[i]])))
  return (differences.sort((a, b) => a.length - b.length)[0] ?? []).join('+')
}
