import type { Fact, Filing } from '../model/filing.js'
import { isNoted } from '../model/reading.js'

/** A unit as a department lists it. */
export interface ListedUnit {
  code: string
  name: string
  /** Row of a money table, or a list of the units. */
  from: 'row' | 'list'
}

/** Stable code in the `note` of a figure of a file that prints no year: its year is that of the paper it belongs to. */
export const YEAR_OF_SET = 'year-of-set'

/** The year that a file itself prints. */
export const printedYear = (filing: Filing): string =>
  filing.facts.some((f) => isNoted(f, YEAR_OF_SET)) ? '' : filing.fiscal_year

/** What filings are connected by: plain data, for those of all places wait on disk. */
export interface FilingSummary {
  filingId: string
  source: string
  status: Filing['status']
  kind: Filing['kind']
  /** As it prints it. */
  year: string
  region: string
  organization: string
  level: Filing['organization_level']
  hasTables: boolean
  hasProse: boolean
  /** It has one page: it may be a page of a paper whose pages are files. */
  isPage: boolean
  /** Tables of targets alone. */
  isAnnex: boolean
  /**
   * What its prose states: year, measure and value of each figure but zeros, which are alike everywhere. As hashes,
   * for those of all filings of a place are in memory together.
   */
  statements: readonly number[]
  units: ListedUnit[]
  /** Box of its first page; empty without pages. */
  firstPage: string
}

export function summaryOf(filing: Filing): FilingSummary {
  return {
    filingId: filing.filing_id,
    source: filing.source,
    status: filing.status,
    kind: filing.kind,
    year: printedYear(filing),
    region: filing.region,
    organization: filing.organization,
    level: filing.organization_level,
    hasTables: filing.facts.some((f) => f.source === 'table'),
    isPage: filing.page_says !== undefined,
    isAnnex: filing.facts.length === 0 && filing.tables.some((t) => t.type.startsWith('performance-')),
    hasProse: filing.sections.some((s) => s.text.length > 0),
    statements: hashesOf(filing.facts.filter((f) => f.source === 'prose').flatMap(statementOf)),
    units: [...unitRows(filing.facts), ...listedUnits(filing)],
    firstPage: boxOf(filing.pages[0]),
  }
}

/** Without the concept: the tables of a complete file tell it more exactly than the same prose alone can. */
const statementOf = (fact: Fact): string[] =>
  Number(fact.value) === 0 ? [] : [`${fact.year} ${fact.measure} ${fact.value}`]

/** FNV-1a: two statements of some hundred have the same hash once in a hundred thousand filings. */
export const hashesOf = (statements: readonly string[]): number[] => [
  ...new Set(
    statements.map((text) => {
      let hash = 0x811c9dc5
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
      return hash >>> 0
    }),
  ),
]

const boxOf = (page: Filing['pages'][0] | undefined): string =>
  page ? `0.0 0.0 ${page.width.toFixed(1)} ${page.height.toFixed(1)}` : ''

/** `114001 苏州市…局` → code and name. */
export function unitOf(entity: string): { code: string; name: string } {
  const [, code = '', name = ''] = /^(\d{3,9})?\s*(.*)$/.exec(entity) ?? []
  return { code, name }
}

/** Rows that a table prints per unit; `#1` are blocks without a name. */
function unitRows(facts: readonly Fact[]): ListedUnit[] {
  const tables = facts.filter((f) => f.source === 'table' && f.entity !== '' && !f.entity.startsWith('#'))
  return [...new Set(tables.map((f) => f.entity))].map((entity) => ({ ...unitOf(entity), from: 'row' }))
}

/** A unit's name ends with what it is; remarks (无变动, 预算不单列) do not. */
const IS_NAME = /^[\p{Script=Han}（）()、]{5,50}$/u
const NO_NAME = /变动|不单列|并入|划转|合计|名称|^本?(?:部门|单位)|[，。；：]/

function listedUnits(filing: Filing): ListedUnit[] {
  const names = filing.tables
    .filter((t) => t.type === 'entities')
    .flatMap((t) => t.cells.filter((c) => c.row >= t.header_rows).map((c) => c.text.replace(/\s/g, '')))
    .filter((text) => IS_NAME.test(text) && !NO_NAME.test(text))
  return [...new Set(names)].map((name) => ({ code: '', name, from: 'list' }))
}
