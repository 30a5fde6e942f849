import { columnWords, concepts } from '../catalogue/index.js'
import { MisreadingCode } from '../model/doubt.js'
import {
  Basis,
  CheckOutcome,
  Fact,
  FactStatus,
  FilingKind,
  FilingStatus,
  Fund,
  Measure,
  Nature,
  OrganizationLevel,
  RequirementAnswer,
  SectionType,
  Severity,
  TableType,
} from '../model/filing.js'

/** What a Table Schema asks of a column besides its type. */
interface Constraints {
  required?: true
  unique?: true
  enum?: readonly string[]
  pattern?: string
}

const REQUIRED: Constraints = { required: true }
/** An empty cell is a missing value: the empty word of an enum is no word of the column. */
const oneOf = ({ options }: { options: readonly string[] }, required = false): Constraints => ({
  ...(required ? REQUIRED : {}),
  enum: options.filter((o) => o !== ''),
})
/** With anchors: some validators search where others match the whole value. */
const like = (pattern: string, required = false): Constraints => ({
  ...(required ? REQUIRED : {}),
  pattern: `^${pattern}$`,
})

const CODE = like('(\\d{3}|\\d{5}|\\d{7})')
const FILING_ID = like('[0-9a-f]{16}', true)
const SHA256 = like('[0-9a-f]{64}', true)
const NUMBER = '-?\\d+\\.\\d'
/** What begins with a minus and is no number has a mark before it, as any formula would. */
const BBOX = `'?${NUMBER} ${NUMBER} ${NUMBER} ${NUMBER}`

/** What a figure means; its year and measure are said where it stands. */
const OF_MEANING: Record<string, Constraints> = {
  concept: { ...REQUIRED, enum: [...concepts().keys()] },
  fund: oneOf(Fund),
  function_code: CODE,
  economy_code: CODE,
  government_economy_code: CODE,
  nature: oneOf(Nature),
  basis: oneOf(Basis),
}

const CONSTRAINTS: Record<string, Record<string, Constraints>> = {
  filings: {
    filing_id: { ...FILING_ID, unique: true },
    source: REQUIRED,
    status: oneOf(FilingStatus, true),
    kind: oneOf(FilingKind),
    organization_level: oneOf(OrganizationLevel),
    set_id: FILING_ID,
    errors: REQUIRED,
    warnings: REQUIRED,
    sha256: { ...SHA256, unique: true },
  },
  sections: {
    filing_id: FILING_ID,
    section_id: { required: true, unique: true },
    level: REQUIRED,
    title: REQUIRED,
    type: oneOf(SectionType, true),
    page: REQUIRED,
    bbox: like(BBOX, true),
  },
  tables: {
    filing_id: FILING_ID,
    table_id: { required: true, unique: true },
    type: oneOf(TableType, true),
    page_first: REQUIRED,
    page_last: REQUIRED,
    rows: REQUIRED,
    columns: REQUIRED,
    empty: REQUIRED,
    total_status: { enum: ['proven', 'disputed', 'unproven'] },
  },
  facts: {
    filing_id: FILING_ID,
    fact_id: { required: true, unique: true },
    ...OF_MEANING,
    measure: oneOf(Measure, true),
    value_unit: { ...REQUIRED, enum: ['元', '%', 'count'] },
    value: REQUIRED,
    decimals: REQUIRED,
    source: oneOf(Fact.shape.source, true),
    page: REQUIRED,
    bbox: like(BBOX, true),
    method: oneOf(Fact.shape.method, true),
    confidence: REQUIRED,
    status: oneOf(FactStatus, true),
  },
  checks: {
    outcome_id: { required: true, unique: true },
    filing_id: like('[0-9a-f]{16}'),
    check_id: like('YS-[A-Z]+-[A-Z0-9-]+', true),
    scope: oneOf(CheckOutcome.shape.scope, true),
    outcome: oneOf(CheckOutcome.shape.outcome, true),
  },
  doubts: {
    doubt_id: { required: true, unique: true },
    filing_id: FILING_ID,
    check_id: like('YS-[A-Z]+-[A-Z0-9-]+', true),
    misreading: oneOf(MisreadingCode, true),
    page: REQUIRED,
    bbox: like(BBOX),
    message: REQUIRED,
    outcome_ids: REQUIRED,
  },
  findings: {
    finding_id: { required: true, unique: true },
    filing_id: like('[0-9a-f]{16}'),
    check_id: like('YS-[A-Z]+-[A-Z0-9-]+', true),
    severity: oneOf(Severity, true),
    bbox: like(BBOX),
    message: REQUIRED,
    outcome_ids: REQUIRED,
  },
  organizations: {
    organization_id: { required: true, unique: true },
    name: REQUIRED,
  },
  panel: {
    organization_id: REQUIRED,
    organization: REQUIRED,
    organization_level: oneOf(OrganizationLevel),
    kind: oneOf(FilingKind),
    year: REQUIRED,
    ...OF_MEANING,
    value_yuan: REQUIRED,
    prints: REQUIRED,
    conflict: REQUIRED,
    status: oneOf(FactStatus, true),
    confidence: REQUIRED,
    fact_id: { required: true, unique: true },
    filing_id: FILING_ID,
    page: REQUIRED,
    bbox: like(BBOX, true),
    printed_in: oneOf(Fact.shape.source, true),
    filing_sha256: SHA256,
  },
  completeness: {
    filing_id: FILING_ID,
    requirement: REQUIRED,
    outcome: oneOf(RequirementAnswer.shape.outcome, true),
    basis: REQUIRED,
    what: REQUIRED,
    shown_in: like('[0-9a-f]{16}'),
  },
}

export const PRIMARY_KEYS: Readonly<Record<string, string | readonly string[]>> = {
  filings: 'filing_id',
  sections: 'section_id',
  tables: 'table_id',
  facts: 'fact_id',
  checks: 'outcome_id',
  findings: 'finding_id',
  doubts: 'doubt_id',
  organizations: 'organization_id',
  hints: 'rank',
  completeness: ['filing_id', 'requirement'],
  panel: 'fact_id',
}

const to = (fields: string, resource: string, key: string) => ({
  fields,
  reference: { resource, fields: key },
})
const ofFiling = to('filing_id', 'filings', 'filing_id')
const ofOrganization = to('organization_id', 'organizations', 'organization_id')

/** An empty cell refers to nothing: a check over all filings may have no filing. A table refers to itself by ''. */
export const FOREIGN_KEYS: Readonly<Record<string, ReturnType<typeof to>[]>> = {
  filings: [ofOrganization, to('set_id', '', 'filing_id')],
  sections: [ofFiling, to('parent_id', '', 'section_id')],
  tables: [ofFiling],
  facts: [ofFiling, to('section_id', 'sections', 'section_id'), to('table_id', 'tables', 'table_id')],
  checks: [ofFiling],
  findings: [ofFiling, to('follows_from', '', 'finding_id')],
  doubts: [ofFiling],
  organizations: [to('parent_id', '', 'organization_id')],
  hints: [ofFiling],
  completeness: [ofFiling, to('shown_in', 'filings', 'filing_id')],
  panel: [ofFiling, ofOrganization, to('fact_id', 'facts', 'fact_id')],
}

/** What the Table Schema asks of a column: that no cell is empty where the codebook has no words for an empty one. */
export function constraintsOf(table: string, column: string): { constraints?: Constraints } {
  const own = CONSTRAINTS[table]?.[column] ?? {}
  const never = table !== 'findings-gone' && columnWords(table, column).empty === undefined
  const constraints: Constraints = { ...(never ? REQUIRED : {}), ...own }
  return Object.keys(constraints).length > 0 ? { constraints } : {}
}
