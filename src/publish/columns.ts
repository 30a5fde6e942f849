import { requirements } from '../catalogue/index.js'
import type {
  CheckOutcome,
  Doubt,
  Fact,
  Filing,
  FilingTable,
  Finding,
  RequirementAnswer,
  Section,
} from '../model/filing.js'
import type { FindingRow, GoneRow } from '../model/finding-row.js'
import type { HintRow } from '../model/hint-row.js'
import type { Organization } from '../model/organization.js'
import type { PanelRow } from '../model/panel-row.js'

export type Scalar = string | number | boolean | null
/** As a Table Schema names it; codes are text, whatever digits they have. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'year'
/** One CSV of the contract: its columns in order, with the type a Table Schema names. */
export interface Column<T> {
  name: string
  type: ColumnType
  value: (row: T, filing: Filing) => Scalar
}

const number = <T>(name: string, value: Column<T>['value']): Column<T> => ({ name, type: 'number', value })
const text = <T>(name: string, value: Column<T>['value']): Column<T> => ({ name, type: 'string', value })
const year = <T>(name: string, value: Column<T>['value']): Column<T> => ({ name, type: 'year', value })
const integer = <T>(name: string, value: Column<T>['value']): Column<T> => ({ name, type: 'integer', value })

const countOutcomes = (f: Filing, outcome: CheckOutcome['outcome']): number =>
  f.outcomes.filter((o) => o.outcome === outcome).length
const countFindings = (f: Filing, severity: Finding['severity']): number =>
  f.findings.filter((one) => one.severity === severity).length

export const FILINGS: Column<Filing>[] = [
  text('filing_id', (f) => f.filing_id),
  text('source', (f) => f.source),
  text('status', (f) => f.status),
  text('kind', (f) => f.kind),
  year('fiscal_year', (f) => f.fiscal_year),
  text('region', (f) => f.region),
  text('organization', (f) => f.organization),
  text('organization_level', (f) => f.organization_level),
  integer('pages', (f) => f.pages.length),
  integer('pages_ocr', (f) => f.pages.filter((p) => p.method === 'ocr').length),
  text('unit_default', (f) => f.unit_default),
  integer('facts', (f) => f.facts.length),
  integer('checks_passed', (f) => countOutcomes(f, 'pass')),
  integer('checks_failed', (f) => countOutcomes(f, 'fail')),
  integer('checks_undecided', (f) => countOutcomes(f, 'undecided')),
  integer('numbers_unbound', (f) => f.numbers_unbound),
  text('message', (f) => f.message),
  text('set_id', (f) => f.set_id),
  text('organization_id', (f) => f.organization_id),
  integer('numbers_printed', (f) => f.numbers_printed),
  number('score', (f) => f.score),
  integer('errors', (f) => countFindings(f, 'error')),
  integer('warnings', (f) => countFindings(f, 'warning')),
  text('message_text', (f) => f.message),
  text('sha256', (f) => f.sha256),
]

const filingId = <T>(): Column<T> => text('filing_id', (_, f) => f.filing_id)

export const SECTIONS: Column<Section>[] = [
  filingId(),
  text('section_id', (s) => s.section_id),
  text('parent_id', (s) => s.parent_id),
  integer('level', (s) => s.level),
  text('number', (s) => s.number),
  text('title', (s) => s.title),
  text('type', (s) => s.type),
  integer('page', (s) => s.page),
  text('bbox', (s) => s.bbox),
]

export const TABLES: Column<FilingTable>[] = [
  filingId(),
  text('table_id', (t) => t.table_id),
  text('title', (t) => t.title),
  text('type', (t) => t.type),
  text('unit', (t) => t.unit),
  integer('page_first', (t) => t.page_first),
  integer('page_last', (t) => t.page_last),
  integer('rows', (t) => t.rows),
  integer('columns', (t) => t.columns),
  { name: 'empty', type: 'boolean', value: (t) => t.empty },
  text('total_status', (t) => t.total_status),
]

/** `unit` is that of what is printed. */
const unitOfValue = ({ measure }: Fact): string =>
  measure === 'count' ? 'count' : measure.endsWith('-pct') ? '%' : '元'

export const FACTS: Column<Fact>[] = [
  filingId(),
  text('fact_id', (f) => f.fact_id),
  text('concept', (f) => f.concept),
  text('fund', (f) => f.fund),
  text('function_code', (f) => f.function_code),
  text('economy_code', (f) => f.economy_code),
  text('nature', (f) => f.nature),
  text('entity', (f) => f.entity),
  year('year', (f) => f.year),
  text('basis', (f) => f.basis),
  text('measure', (f) => f.measure),
  { name: 'value', type: 'number', value: (f) => f.value },
  text('unit', (f) => f.unit),
  text('raw', (f) => f.raw),
  integer('decimals', (f) => f.decimals),
  text('label', (f) => f.label),
  text('source', (f) => f.source),
  text('section_id', (f) => f.section_id),
  text('table_id', (f) => f.table_id),
  integer('row', (f) => f.row),
  integer('column', (f) => f.column),
  integer('page', (f) => f.page),
  text('bbox', (f) => f.bbox),
  text('method', (f) => f.method),
  { name: 'confidence', type: 'number', value: (f) => f.confidence },
  text('status', (f) => f.status),
  text('note', (f) => f.note.join('; ')),
  text('government_economy_code', (f) => f.government_economy_code),
  number('value_read', (f) => f.value_read),
  text('value_unit', unitOfValue),
]

export const CHECKS: Column<CheckOutcome>[] = [
  text('outcome_id', (o) => o.outcome_id),
  text('filing_id', (o) => o.filing_id),
  text('check_id', (o) => o.check_id),
  text('scope', (o) => o.scope),
  text('subject', (o) => o.subject),
  text('outcome', (o) => o.outcome),
  text('expected', (o) => o.expected),
  text('actual', (o) => o.actual),
  number('difference', (o) => o.difference),
  number('tolerance', (o) => o.tolerance),
  text('facts', (o) => o.facts.join(' ')),
  text('reason', (o) => o.reason),
]

export const FINDINGS: Column<FindingRow>[] = [
  text('finding_id', (r) => r.finding.finding_id),
  text('filing_id', (r) => r.finding.filing_id),
  text('check_id', (r) => r.finding.check_id),
  text('severity', (r) => r.finding.severity),
  text('root_cause_id', (r) => r.finding.root_cause_id),
  integer('page', (r) => r.finding.page),
  text('bbox', (r) => r.finding.bbox),
  text('message', (r) => r.finding.message),
  text('expected', (r) => r.finding.expected),
  text('actual', (r) => r.finding.actual),
  number('difference', (r) => r.finding.difference),
  text('unit', (r) => r.finding.unit),
  text('facts', (r) => r.finding.facts.join(' ')),
  text('evidence', (r) => r.finding.evidence),
  text('source', (r) => r.filing.source),
  text('organization', (r) => r.filing.organization),
  year('fiscal_year', (r) => r.filing.fiscal_year),
  text('place', (r) => r.finding.place),
  text('outcome_ids', (r) => r.finding.outcome_ids.join(' ')),
  text('item', (r) => r.finding.item),
  text('lowered_from', (r) => r.finding.lowered_from),
  text('follows_from', (r) => r.finding.follows_from),
  text('baseline', (r) => r.baseline),
]

/** What would be findings if we had not likely misread it: never faults of a filing. */
export const DOUBTS: Column<Doubt>[] = [
  text('doubt_id', (d) => d.finding_id),
  text('filing_id', (d) => d.filing_id),
  text('check_id', (d) => d.check_id),
  text('misreading', (d) => d.misreading),
  integer('page', (d) => d.page),
  text('bbox', (d) => d.bbox),
  text('message', (d) => d.message),
  text('expected', (d) => d.expected),
  text('actual', (d) => d.actual),
  number('difference', (d) => d.difference),
  text('unit', (d) => d.unit),
  text('facts', (d) => d.facts.join(' ')),
  text('doubted', (d) => d.doubted.join(' ')),
  text('agrees_with', (d) => d.agrees_with.join(' ')),
  text('evidence', (d) => d.evidence),
  text('source', (_, f) => f.source),
  text('organization', (_, f) => f.organization),
  year('fiscal_year', (_, f) => f.fiscal_year),
  text('place', (d) => d.place),
  text('outcome_ids', (d) => d.outcome_ids.join(' ')),
]

/** Findings that only an earlier run had: its own row, and why it is no finding of this run. */
export const FINDINGS_GONE: Column<GoneRow>[] = [
  ...FINDINGS.map(
    ({ name, type }): Column<GoneRow> => ({
      name,
      type,
      value: (row) => (name === 'baseline' ? 'gone' : (row.cells[name] ?? '')),
    }),
  ),
  text('gone_because', (row) => row.because),
]

/** An organization with the mean score of its filings in the run; null where none has one. */
export interface ScoredOrganization extends Organization {
  score: number | null
}

export const ORGANIZATIONS: Column<ScoredOrganization>[] = [
  text('organization_id', (o) => o.organization_id),
  text('name', (o) => o.name),
  text('aliases', (o) => o.aliases.join('; ')),
  text('region', (o) => o.region),
  text('parent_id', (o) => o.parent_id),
  year('first_year', (o) => o.first_year),
  year('last_year', (o) => o.last_year),
  text('evidence', (o) => o.evidence),
  number('score', (o) => o.score),
]

const requirementOf = (answer: RequirementAnswer) => requirements().find((r) => r.id === answer.requirement)

/** What of all that has to be published a filing publishes. */
export const COMPLETENESS: Column<RequirementAnswer>[] = [
  filingId(),
  text('requirement', (a) => a.requirement),
  text('outcome', (a) => a.outcome),
  integer('page', (a) => a.page),
  text('evidence', (a) => a.evidence),
  text('basis', (a) => requirementOf(a)?.basis ?? ''),
  text('what', (a) => requirementOf(a)?.what.zh ?? ''),
  text('reason', (a) => a.reason),
  text('shown_in', (a) => a.shown_in),
]

export const HINTS: Column<HintRow>[] = [
  integer('rank', (h) => h.rank),
  text('hint_id', (h) => h.hint_id),
  text('filing_id', (h) => h.filing_id),
  text('source', (h) => h.source),
  text('organization', (h) => h.organization),
  year('fiscal_year', (h) => h.fiscal_year),
  text('kind', (h) => h.kind),
  number('value', (h) => h.value),
  text('unit', (h) => h.unit),
  number('score', (h) => h.score),
  number('median', (h) => h.median),
  number('low', (h) => h.low),
  number('high', (h) => h.high),
  integer('peers', (h) => h.peers),
  text('peer_values', (h) => h.peer_values),
  text('message', (h) => h.message),
  text('evidence', (h) => h.evidence),
  text('facts', (h) => h.facts.join(' ')),
]

/** One row per amount of an organization and year. */
export const PANEL: Column<PanelRow>[] = [
  text('organization_id', (p) => p.organization_id),
  text('organization', (p) => p.organization),
  text('organization_level', (p) => p.organization_level),
  text('region', (p) => p.region),
  text('kind', (p) => p.kind),
  text('basis', (p) => p.basis),
  year('year', (p) => p.year),
  text('concept', (p) => p.concept),
  text('fund', (p) => p.fund),
  text('function_code', (p) => p.function_code),
  text('economy_code', (p) => p.economy_code),
  text('government_economy_code', (p) => p.government_economy_code),
  text('nature', (p) => p.nature),
  number('value_yuan', (p) => p.value_yuan),
  integer('prints', (p) => p.prints),
  { name: 'conflict', type: 'boolean', value: (p) => p.conflict },
  text('conflict_facts', (p) => p.conflict_facts),
  text('status', (p) => p.status),
  number('confidence', (p) => p.confidence),
  text('fact_id', (p) => p.fact_id),
  text('filing_id', (p) => p.filing_id),
  text('source', (p) => p.source),
  integer('page', (p) => p.page),
  text('bbox', (p) => p.bbox),
  text('printed_in', (p) => p.printed_in),
  text('raw', (p) => p.raw),
  text('raw_unit', (p) => p.raw_unit),
  text('filing_sha256', (p) => p.filing_sha256),
]

/** Made from the others where there is a dataset. */
export const PANEL_FILE = 'panel.csv'

/** File name of each CSV that is always there, and its columns. */
export const CSV_FILES = {
  'filings.csv': FILINGS,
  'sections.csv': SECTIONS,
  'tables.csv': TABLES,
  'facts.csv': FACTS,
  'checks.csv': CHECKS,
  'findings.csv': FINDINGS,
  'doubts.csv': DOUBTS,
  'organizations.csv': ORGANIZATIONS,
  'completeness.csv': COMPLETENESS,
  'hints.csv': HINTS,
} as const
