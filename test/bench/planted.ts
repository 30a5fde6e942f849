import type { Planted } from '../../samples/generator/truth.js'

/** A row of findings.csv with the values of its figures beside it. */
export interface Told {
  check_id: string
  severity: string
  source: string
  message: string
  evidence: string
  expected: string
  actual: string
  /** Values of the facts it uses. */
  values: string[]
}

/** What a run found of what was planted. */
export interface Score {
  found: Planted[]
  /** Found, but by no check of the family that should. */
  byOthers: Planted[]
  missed: Planted[]
  /** Of families that have no check yet. */
  unchecked: Planted[]
  /** Findings that no planted fault explains; hints are not counted. */
  unplanned: Told[]
}

/** What holds between filings shows in any filing of the department. */
const ACROSS = new Set(['SERIES', 'GROUP', 'REGION'])

export const familyOf = (checkId: string): string => checkId.split('-')[1] ?? ''
const departmentOf = (source: string): string => (source.split('/').at(-1) as string).slice(0, 4)

/** Holds the findings of a run against what was planted. */
export function score(
  planted: readonly Planted[],
  told: readonly Told[],
  families: ReadonlySet<string>,
): Score {
  const result: Score = { found: [], byOthers: [], missed: [], unchecked: [], unplanned: [] }
  for (const fault of planted) {
    const own = told.filter((t) => explains(fault, t) && isNear(fault, t))
    if (own.some((t) => familyOf(t.check_id) === fault.family)) result.found.push(fault)
    else if (own.length > 0) result.byOthers.push(fault)
    else if (families.has(fault.family)) result.missed.push(fault)
    else result.unchecked.push(fault)
  }
  const counted = told.filter((t) => t.severity !== 'info')
  result.unplanned = counted.filter((t) => !planted.some((f) => explains(f, t)))
  return result
}

/** The finding is about the figure or the words that were printed wrong. */
function explains(fault: Planted, told: Told): boolean {
  const family = familyOf(told.check_id)
  if (fault.department !== departmentOf(told.source)) return false
  if (!ACROSS.has(family) && !told.source.endsWith(`/${fault.filing}`)) return false
  // The paper agrees with itself: only what stands in other filings contradicts it.
  if (ACROSS.has(fault.family)) return ACROSS.has(family)
  // What is not there has no figure: the finding names what it is.
  if (fault.family === 'STRUCTURE') return family === 'STRUCTURE' && told.message.includes(fault.expected)
  const { actual } = fault
  return /^-?[\d.]+$/.test(actual)
    ? [...told.values, told.actual, told.expected].includes(actual)
    : `${told.message} ${told.evidence} ${told.actual}`.includes(actual)
}

const isNear = (fault: Planted, told: Told): boolean =>
  ACROSS.has(fault.family) || told.source.endsWith(`/${fault.filing}`)

/** The score as Markdown, by family and kind. */
export function scoreText({ found, byOthers, missed, unchecked, unplanned }: Score): string {
  const all = [...found, ...byOthers, ...missed, ...unchecked]
  const key = (p: Planted) => `${p.family} | ${p.kind}`
  const count = (list: Planted[], k: string) => list.filter((p) => key(p) === k).length
  const line = (name: string, of: (list: Planted[]) => number) =>
    `| ${[name, ...[all, found, byOthers, missed, unchecked].map(of)].join(' | ')} |`
  return [
    '| family | fault | planted | found | found by another family | missed | not yet checked |',
    '|---|---|---|---|---|---|---|',
    ...[...new Set(all.map(key))].sort().map((k) => line(k, (list) => count(list, k))),
    line('**all** |', (list) => list.length),
    '',
    `findings that are not planted: ${unplanned.length}`,
    ...unplanned.slice(0, 20).map((t) => `- ${t.source} ${t.check_id} ${t.message}`),
    ...missed
      .slice(0, 20)
      .map((p) => `missed: ${p.filing} ${p.kind} ${p.figure} ${p.expected} → ${p.actual}`),
  ].join('\n')
}
