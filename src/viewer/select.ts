import { type Decimal, decimal } from '../model/money.js'
import type { Matter, Overview, ReportFiling } from '../model/report.js'

/** What a person wants to see; empty: everything. */
export interface Choice {
  organization: string
  region: string
  kind: string
  year: string
  severity: string
  family: string
  baseline: string
  search: string
}

export const CHOICES = [
  'organization',
  'region',
  'kind',
  'year',
  'severity',
  'family',
  'baseline',
  'search',
] as const satisfies readonly (keyof Choice)[]

export const choiceOf = (query: URLSearchParams): Choice =>
  Object.fromEntries(CHOICES.map((name) => [name, query.get(name) ?? ''])) as unknown as Choice

const families = new Map<string, string>()

/** `YS-<FAMILY>-<NAME>`; asked of every matter at every change. */
export function familyOf(checkId: string): string {
  const known = families.get(checkId)
  if (known !== undefined) return known
  const family = checkId.split('-')[1] ?? ''
  families.set(checkId, family)
  return family
}

/** The overview with what is looked up again and again. */
export interface Index {
  overview: Overview
  filings: Map<string, ReportFiling>
  matters: Map<string, Matter>
  /** Department of each organization, itself where it is one. */
  departmentOf: Map<string, string>
  /** What can be chosen of each, in order. */
  values: Record<'region' | 'kind' | 'year' | 'family', string[]>
  /** Lower-case words of a matter. */
  words: (matter: Matter) => string
}

export function indexOf(overview: Overview): Index {
  const filings = new Map(overview.filings.map((f) => [f.filing_id, f]))
  const known = new Set(overview.organizations.map((o) => o.organization_id))
  return {
    overview,
    filings,
    matters: new Map(overview.matters.map((m) => [m.finding_id, m])),
    departmentOf: new Map(
      overview.organizations.map((o) => [
        o.organization_id,
        known.has(o.parent_id) ? o.parent_id : o.organization_id,
      ]),
    ),
    values: {
      region: distinct(overview.filings.map((f) => f.region)),
      kind: distinct(overview.filings.map((f) => f.kind)),
      year: distinct(overview.filings.map((f) => f.fiscal_year)).reverse(),
      family: distinct(overview.matters.map((m) => familyOf(m.check_id))),
    },
    words: remembered((m) =>
      [
        m.message.zh,
        m.message.en,
        m.organization,
        m.check_id,
        m.place,
        m.evidence,
        filings.get(m.filing_id)?.source,
      ]
        .join('\n')
        .toLowerCase(),
    ),
  }
}

const distinct = (all: Iterable<string>): string[] => [...new Set(all)].filter(Boolean).sort()

/** Of thousands of matters each is reckoned when it is first asked for, and once. */
function remembered<T extends object, R>(reckon: (of: T) => R): (of: T) => R {
  const known = new Map<T, R>()
  return (of) => {
    if (!known.has(of)) known.set(of, reckon(of))
    return known.get(of) as R
  }
}

const yuanOf = remembered(({ yuan }: Matter) => (yuan === '' ? undefined : decimal(yuan)))

/** Whether a filing is of the place, kind and year that are asked for. */
export const fitsFiling = (filing: ReportFiling, choice: Choice): boolean =>
  (choice.region === '' || filing.region === choice.region) &&
  (choice.kind === '' || filing.kind === choice.kind) &&
  (choice.year === '' || filing.fiscal_year === choice.year)

/** Matters that fit all but the organization, in their order. */
export function fittingMatters(index: Index, choice: Choice): Matter[] {
  const wanted = choice.search.toLowerCase().split(/\s+/).filter(Boolean)
  return index.overview.matters.filter((m) => {
    const filing = index.filings.get(m.filing_id)
    return (
      (choice.severity === '' || m.severity === choice.severity) &&
      (choice.family === '' || familyOf(m.check_id) === choice.family) &&
      (choice.baseline === '' || m.baseline === choice.baseline) &&
      (filing
        ? fitsFiling(filing, choice)
        : choice.region + choice.kind === '' && (choice.year === '' || m.fiscal_year === choice.year)) &&
      wanted.every((word) => index.words(m).includes(word))
    )
  })
}

/** Those of an organization; of a department with its units. */
export const ofOrganization = <T extends Of>(index: Index, rows: readonly T[], organization: string): T[] =>
  organization === ''
    ? [...rows]
    : rows.filter((row) => {
        const id = idOf(row)
        return id === organization || index.departmentOf.get(id) === organization
      })

/** Stands for all departments together: what is about the sum of them is nobody's. */
export const EVERYBODY = 'all'

/** Whoever has no id, for nobody filed or the filing names none, goes by the name. */
const idOf = ({ organization_id, organization, filing_id }: Of): string =>
  organization_id || (organization === '' && filing_id === '' ? EVERYBODY : `name:${organization}`)

type Of = Pick<Matter, 'organization_id' | 'organization' | 'filing_id'>

/** One line of the ranking. */
export interface Ranked {
  id: string
  /** Empty: filings that name nobody. */
  name: string
  region: string
  errors: number
  warnings: number
  infos: number
  /** The most 元 that figures of an error or a warning are apart. */
  largest: Decimal | undefined
  undecided: number
  unread: number
  doubts: number
  /** Mean of its filings; undefined where none could be scored. */
  score: number | undefined
  missing: number
  years: string[]
  filings: number
  units: Ranked[]
}

/** Departments with their units, those with most errors first. */
export function ranking(index: Index, matters: readonly Matter[], choice: Choice): Ranked[] {
  const lines = new Map<string, Tally>()
  const { organizations, roster } = index.overview
  const named = new Map(organizations.map((o) => [o.organization_id, o]))
  const lineOf = (id: string, name: string): Tally => {
    const known = lines.get(id) ?? new Tally(id, named.get(id)?.name ?? name, named.get(id)?.region ?? '')
    lines.set(id, known)
    return known
  }
  for (const filing of index.overview.filings)
    if (fitsFiling(filing, choice)) lineOf(idOf(filing), filing.organization).file(filing)
  for (const matter of matters) lineOf(idOf(matter), matter.organization).matter(matter)
  for (const { answer, organization, year, kind } of roster)
    if (
      answer === 'missing' &&
      (choice.year === '' || choice.year === year) &&
      (choice.kind === '' || choice.kind === kind)
    )
      lineOf(`name:${organization}`, organization).missing++
  const departments = new Map<string, Tally>()
  for (const line of lines.values()) {
    const department = index.departmentOf.get(line.id) ?? line.id
    const whole =
      departments.get(department) ??
      new Tally(
        department,
        named.get(department)?.name ?? line.name,
        named.get(department)?.region ?? line.region,
      )
    departments.set(department, whole)
    whole.take(line)
    if (line.id !== department) whole.units.push(line)
  }
  return [...departments.values()].map(rankedOf).sort(worstFirst)
}

const rankedOf = (line: Tally): Ranked => ({
  ...line.counts(),
  units: line.units.map((unit) => ({ ...unit.counts(), units: [] })).sort(worstFirst),
})

const worstFirst = (a: Ranked, b: Ranked): number =>
  b.errors - a.errors ||
  b.warnings - a.warnings ||
  (b.largest ?? NOTHING).cmp(a.largest ?? NOTHING) ||
  b.missing - a.missing ||
  b.infos - a.infos ||
  (a.name < b.name ? -1 : 1)

const NOTHING = decimal(-1)

class Tally {
  readonly units: Tally[] = []
  missing = 0
  private errors = 0
  private warnings = 0
  private infos = 0
  private largest: Decimal | undefined
  private undecided = 0
  private unread = 0
  private doubts = 0
  private filings = 0
  private readonly scores: number[] = []
  private readonly years = new Set<string>()

  constructor(
    readonly id: string,
    readonly name: string,
    readonly region: string,
  ) {}

  file(filing: ReportFiling): void {
    this.filings++
    this.undecided += filing.checks.undecided
    this.unread += filing.pages_unread
    this.doubts += filing.doubts
    if (filing.score !== null) this.scores.push(filing.score)
    if (filing.fiscal_year !== '') this.years.add(filing.fiscal_year)
  }

  matter(matter: Matter): void {
    const { severity } = matter
    if (severity === 'error') this.errors++
    else if (severity === 'warning') this.warnings++
    else this.infos++
    const yuan = severity === 'info' ? undefined : yuanOf(matter)
    if (yuan) this.apart(yuan)
  }

  take(other: Tally): void {
    this.errors += other.errors
    this.warnings += other.warnings
    this.infos += other.infos
    this.undecided += other.undecided
    this.unread += other.unread
    this.doubts += other.doubts
    this.filings += other.filings
    this.missing += other.missing
    this.scores.push(...other.scores)
    for (const year of other.years) this.years.add(year)
    if (other.largest) this.apart(other.largest)
  }

  counts(): Omit<Ranked, 'units'> {
    const {
      id,
      name,
      region,
      errors,
      warnings,
      infos,
      largest,
      undecided,
      unread,
      doubts,
      missing,
      filings,
      scores,
    } = this
    const score = scores.length === 0 ? undefined : scores.reduce((a, b) => a + b, 0) / scores.length
    const years = [...this.years].sort()
    return {
      id,
      name,
      region,
      errors,
      warnings,
      infos,
      largest,
      undecided,
      unread,
      doubts,
      score,
      missing,
      years,
      filings,
    }
  }

  private apart(yuan: Decimal): void {
    if (this.largest === undefined || yuan.gt(this.largest)) this.largest = yuan
  }
}
