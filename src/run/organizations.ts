import { createHash } from 'node:crypto'
import type { Fact, Filing } from '../model/filing.js'
import type { Organization } from '../publish/index.js'

/** What a run keeps of each filing in memory to connect filings with each other. */
export interface FilingSummary {
  filingId: string
  source: string
  status: Filing['status']
  kind: Filing['kind']
  year: string
  region: string
  organization: string
  level: Filing['organization_level']
  hasTables: boolean
  hasProse: boolean
  /** What its prose states: year, measure and value of each figure but zeros, which are alike everywhere. */
  statements: string[]
}

/** Prose of two files is the same if so many of the statements of the one (share, at least) stand in the other. */
const SAME_PROSE = 0.9
const FEWEST_STATEMENTS = 5

export function summaryOf(filing: Filing): FilingSummary {
  const money = filing.facts.filter((f) => f.source === 'table').length
  return {
    filingId: filing.filing_id,
    source: filing.source,
    status: filing.status,
    kind: filing.kind,
    year: filing.fiscal_year,
    region: filing.region,
    organization: filing.organization,
    level: filing.organization_level,
    hasTables: money > 0,
    hasProse: filing.sections.some((s) => s.text.length > 0),
    statements: [...new Set(filing.facts.filter((f) => f.source === 'prose').flatMap(statementOf))],
  }
}

/** Without the concept: the tables of a complete file tell it more exactly than the same prose alone can. */
const statementOf = (fact: Fact): string[] =>
  Number(fact.value) === 0 ? [] : [`${fact.year} ${fact.measure} ${fact.value}`]

/** Editions and spellings of one name: 本级, 汇总, （部门） and white space do not make another organization. */
export const canonicalName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\((?:汇总|本级|部门|单位|机关)\)/g, '')

/** Comes from the name and the place, so that it stays the same over years and runs. */
export function organizationId(summary: FilingSummary): string {
  if (summary.organization === '') return ''
  const key = `${summary.region}|${canonicalName(summary.organization)}|${summary.level}`
  return `o-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`
}

/** All organizations of a run in the order of their ids. */
export function organizationsOf(summaries: FilingSummary[]): Organization[] {
  const byId = new Map<string, FilingSummary[]>()
  for (const s of summaries) {
    const id = organizationId(s)
    if (id !== '' && (s.status === 'ok' || s.status === 'partial')) byId.set(id, [...(byId.get(id) ?? []), s])
  }
  return [...byId]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, list]) => {
      const names = [...new Set(list.map((s) => s.organization))].sort()
      const years = list
        .map((s) => s.year)
        .filter(Boolean)
        .sort()
      return {
        organization_id: id,
        name: canonicalName(names[0] as string),
        aliases: names.filter((n) => n !== canonicalName(names[0] as string)),
        region: (list[0] as FilingSummary).region,
        parent_id: '',
        first_year: years[0] ?? '',
        last_year: years.at(-1) ?? '',
        evidence: list.map((s) => s.source).join('; '),
      }
    })
}

/**
 * Files that together are one filing, of the same organization, year and kind: the prose in one and the tables in
 * another, or prose alone (a page of the web) that a complete file repeats figure by figure. A set has the id of its
 * prose file in the first case, of the complete file in the second.
 */
export function setsOf(summaries: FilingSummary[]): Map<string, string> {
  const sets = new Map<string, string>()
  const groups = new Map<string, FilingSummary[]>()
  for (const s of summaries) {
    sets.set(s.filingId, s.filingId)
    if (s.organization === '' || s.year === '' || s.kind === '') continue
    const key = [folderOf(s.source), canonicalName(s.organization), s.year, s.kind].join('|')
    groups.set(key, [...(groups.get(key) ?? []), s])
  }
  for (const group of groups.values()) {
    const prose = group.filter((s) => s.hasProse && !s.hasTables)
    const tables = group.filter((s) => s.hasTables && !s.hasProse)
    if (prose.length === 1 && tables.length === 1)
      for (const s of [...prose, ...tables]) sets.set(s.filingId, (prose[0] as FilingSummary).filingId)
    else
      for (const page of prose) {
        const whole = group.filter((s) => s.hasTables && s.hasProse && repeats(s, page))
        if (whole.length === 1) sets.set(page.filingId, (whole[0] as FilingSummary).filingId)
      }
  }
  return sets
}

/** Figures tell editions apart that share a name: those of a department and of its own bureau differ. */
function repeats(whole: FilingSummary, page: FilingSummary): boolean {
  if (whole.level !== page.level || page.statements.length < FEWEST_STATEMENTS) return false
  const stated = new Set(whole.statements)
  return page.statements.filter((s) => stated.has(s)).length >= SAME_PROSE * page.statements.length
}

const folderOf = (source: string): string => source.split('/').slice(0, -1).join('/')
