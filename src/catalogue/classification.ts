import { lazy, readData } from './csv.js'
import { foldName } from './fold-name.js'

/** One code of a classification with one of its names and the span of years of that name. */
export interface CodeEntry {
  /** 3, 5 or 7 digits. */
  code: string
  /** Official name of those years. */
  name: string
  /** The years could not be settled: a mismatch may warn, never fail. */
  doubtful: boolean
  /** `general`, `fund`, `soe` or `social`; empty for economic codes. */
  budget: string
}

interface Span extends CodeEntry {
  folded: string
  /** First and last year of the name; ±Infinity where unknown or still valid. */
  from: number
  to: number
}

interface Classification {
  byCode: Map<string, Span[]>
  byFoldedName: Map<string, Span[]>
}

/** The reference tables know a first or last year only to within these many years. */
const BOUNDARY_SLACK = 2

function load(file: string, table: string): Classification {
  const doubts = new Set(
    readData('doubts.csv')
      .filter((row) => row.table === table)
      .map((row) => `${row.code} ${row.name}`),
  )
  const classification: Classification = { byCode: new Map(), byFoldedName: new Map() }
  for (const row of readData(file)) {
    const { code, name, valid_from, valid_to, budget } = row as Record<string, string> & {
      code: string
      name: string
    }
    const span: Span = {
      code,
      name,
      folded: foldName(name),
      from: valid_from ? Number(valid_from) : Number.NEGATIVE_INFINITY,
      to: valid_to ? Number(valid_to) : Number.POSITIVE_INFINITY,
      doubtful: doubts.has(`${code} ${name}`),
      budget: budget ?? '',
    }
    add(classification.byCode, code, span)
    add(classification.byFoldedName, span.folded, span)
  }
  return classification
}

function add(index: Map<string, Span[]>, key: string, span: Span): void {
  const spans = index.get(key)
  if (spans) spans.push(span)
  else index.set(key, [span])
}

const functions = lazy(() => load('functional.csv', 'functional'))
const economy = lazy(() => load('economic-department.csv', 'economic-department'))
const governmentEconomy = lazy(() => load('economic-government.csv', 'economic-government'))

/** What a code is called in a year. */
export interface OfficialName {
  /** Nearly always one; more where the tables can not tell which of two names the year had. */
  names: string[]
  /** The code's name or years are uncertain: a mismatch may warn, never fail. */
  doubtful: boolean
}

/** Spans of that year; where there are none, those that miss it by no more than the boundary slack, as doubtful. */
function inYear(spans: readonly Span[], year: number | undefined): CodeEntry[] {
  const within = (slack: number) =>
    spans.filter((s) => year === undefined || (year >= s.from - slack && year <= s.to + slack))
  const exact = within(0)
  const found = exact.length > 0 ? exact : within(BOUNDARY_SLACK).map((s) => ({ ...s, doubtful: true }))
  return found.map(({ code, name, doubtful, budget }) => ({ code, name, doubtful, budget }))
}

function officialName(c: Classification, code: string, year?: number): OfficialName | undefined {
  const found = inYear(c.byCode.get(code) ?? [], year)
  if (found.length === 0) return undefined
  return { names: found.map((e) => e.name), doubtful: found.some((e) => e.doubtful) }
}

export interface CodeQuery {
  /** Fiscal year; all years where it is left out. */
  year?: number
  /** Only codes below this 3- or 5-digit one. */
  parent?: string
  /** Digits of the code: 3 类, 5 款, 7 项. */
  level?: 3 | 5 | 7
  /** Also take a name that begins with this one, if only one does: cells cut long names off. */
  beginning?: boolean
  /** Also take a name that ends with this one, if only one does: texts leave out whose it is. */
  ending?: boolean
}

function codesNamed(c: Classification, name: string, query: CodeQuery): CodeEntry[] {
  const find = (folded: string) =>
    inYear(
      (c.byFoldedName.get(folded) ?? []).filter(
        (s) =>
          (query.level === undefined || s.code.length === query.level) &&
          (query.parent === undefined || (s.code !== query.parent && s.code.startsWith(query.parent))),
      ),
      query.year,
    )
  const folded = foldName(name)
  const found = find(folded)
  // Some budget systems append the office to the name: `行政运行（公安）`.
  const bare = found.length > 0 ? found : find(folded.replace(/(?<=..)\([^()]*\)$/, ''))
  if (bare.length > 0 || folded.length < SHORTEST_PART || !(query.beginning || query.ending)) return bare
  const isLonger = (name: string) =>
    (query.beginning && name.startsWith(folded)) ||
    (query.ending && name.endsWith(folded) && !OTHER_THAN.test(name))
  const longer = [...c.byFoldedName.keys()].filter(isLonger).flatMap(find)
  return new Set(longer.map((e) => e.code)).size === 1 ? longer : []
}

/** Shorter parts fit too many names. */
const SHORTEST_PART = 4
/** 其他… is what the name behind it is not. */
const OTHER_THAN = /^(?:其他|非|对)/

/** Name of a functional code (支出功能分类, 3, 5 or 7 digits) in a fiscal year, or in any; undefined if not known there. */
export const functionName = (code: string, year?: number) => officialName(functions(), code, year)

/** Name of an economic code of the department classification (30x…) in a fiscal year. */
export const economyName = (code: string, year?: number) => officialName(economy(), code, year)

/** Name of an economic code of the government classification (50x…) in a fiscal year. */
export const governmentEconomyName = (code: string, year?: number) =>
  officialName(governmentEconomy(), code, year)

/** Functional codes whose name, folded, is this one; several where the name alone does not decide. */
export const functionCodes = (name: string, query: CodeQuery = {}) => codesNamed(functions(), name, query)

/** Economic codes of the department classification with this name. */
export const economyCodes = (name: string, query: CodeQuery = {}) => codesNamed(economy(), name, query)

/** Economic codes of the government classification with this name. */
export const governmentEconomyCodes = (name: string, query: CodeQuery = {}) =>
  codesNamed(governmentEconomy(), name, query)

/** A 3-digit class (类) with the name of a year and all names that any year gave it. */
export interface FunctionClass {
  code: string
  name: string
  /** Every year's names, the year's own first: prose and templates keep old ones for years. */
  names: string[]
}

/** The classes of the functional classification in a fiscal year, by code. */
export function functionClasses(year: number): FunctionClass[] {
  const classes: FunctionClass[] = []
  for (const [code, spans] of functions().byCode) {
    const own = code.length === 3 ? inYear(spans, year) : []
    if (own[0] === undefined) continue
    const names = [...new Set([...own, ...spans].map((e) => e.name))]
    classes.push({ code, name: own[0].name, names })
  }
  return classes.sort((a, b) => a.code.localeCompare(b.code))
}
