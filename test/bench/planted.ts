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
  /** Told by more than one finding, of which none says that it follows from the other. */
  twice: Planted[]
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
  const result: Score = { found: [], byOthers: [], missed: [], unchecked: [], twice: [], unplanned: [] }
  const counted = told.filter((t) => t.severity !== 'info')
  for (const fault of planted) {
    if (counted.filter((t) => explains(fault, t) && isOfIt(fault, t)).length > 1) result.twice.push(fault)
    const own = told.filter((t) => explains(fault, t) && isNear(fault, t))
    const isTold = own.some((t) => t.severity !== 'info')
    if (isTold && own.some((t) => familyOf(t.check_id) === fault.family)) result.found.push(fault)
    else if (isTold) result.byOthers.push(fault)
    else if (families.has(fault.family)) result.missed.push(fault)
    else result.unchecked.push(fault)
  }
  result.unplanned = counted.filter((t) => !planted.some((f) => explains(f, t)))
  return result
}

/** The finding is about the figure or the words that were printed wrong. */
function explains(fault: Planted, told: Told): boolean {
  const family = familyOf(told.check_id)
  if (fault.department !== departmentOf(told.source)) return false
  if (!ACROSS.has(family) && !isIn(fault, told)) return false
  // The paper agrees with itself: only what stands in other filings contradicts it.
  if (ACROSS.has(fault.family)) return ACROSS.has(family)
  // What is not there has no figure: the finding names what it is.
  if (fault.family === 'STRUCTURE') return family === 'STRUCTURE' && told.message.includes(fault.expected)
  const { actual } = fault
  return /^-?[\d.]+$/.test(actual)
    ? [...told.values, told.actual, told.expected].includes(actual)
    : `${told.message} ${told.evidence} ${told.actual}`.includes(actual)
}

const isIn = (fault: Planted, told: Told): boolean => told.source.endsWith(`/${fault.filing}`)

const isNear = (fault: Planted, told: Told): boolean => ACROSS.has(fault.family) || isIn(fault, told)

/** Where two faults of a department show between its filings: the year before is held against a filing, units in a year. */
function isOfIt(fault: Planted, told: Told): boolean {
  if (fault.family === 'SERIES') return isIn(fault, told) && familyOf(told.check_id) === 'SERIES'
  const year = /20\d\d(?=\.pdf$)/.exec(fault.filing)?.[0] ?? ''
  return fault.family !== 'GROUP' || (told.source.includes(year) && familyOf(told.check_id) !== 'SERIES')
}

/** The score as Markdown, by family and kind. */
export function scoreText({ found, byOthers, missed, unchecked, twice, unplanned }: Score): string {
  const all = [...found, ...byOthers, ...missed, ...unchecked]
  const key = (p: Planted) => `${p.family} | ${p.kind}`
  const count = (list: Planted[], k: string) => list.filter((p) => key(p) === k).length
  const line = (name: string, of: (list: Planted[]) => number) =>
    `| ${[name, ...[all, found, byOthers, missed, unchecked, twice].map(of)].join(' | ')} |`
  return [
    '| family | fault | planted | found | found by another family | missed | not yet checked | told twice |',
    '|---|---|---|---|---|---|---|---|',
    ...[...new Set(all.map(key))].sort().map((k) => line(k, (list) => count(list, k))),
    line('**all** |', (list) => list.length),
    '',
    `findings that are not planted: ${unplanned.length}`,
    ...unplanned.slice(0, 20).map((t) => `- ${t.source} ${t.check_id} ${t.message}`),
    ...twice
      .slice(0, 20)
      .map((p) => `told twice: ${p.filing} ${p.kind} ${p.figure} ${p.expected} → ${p.actual}`),
    ...missed
      .slice(0, 20)
      .map((p) => `missed: ${p.filing} ${p.kind} ${p.figure} ${p.expected} → ${p.actual}`),
  ].join('\n')
}
