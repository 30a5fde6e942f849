import { z } from 'zod'
import { MisreadingCode } from './doubt.js'
import { Saying } from './saying.js'

export const CONTRACT_VERSION = '1'

export const Outcome = z.enum(['ok', 'partial', 'not-a-filing', 'unreadable', 'failed', 'duplicate'])
export type Outcome = z.infer<typeof Outcome>

export const FilingStatus = Outcome.exclude(['duplicate'])
export type FilingStatus = z.infer<typeof FilingStatus>

export const FilingKind = z.enum(['budget', 'final', ''])
export type FilingKind = z.infer<typeof FilingKind>

export const OrganizationLevel = z.enum(['department', 'unit', ''])
export type OrganizationLevel = z.infer<typeof OrganizationLevel>

export const SectionType = z.enum([
  'duties',
  'organization',
  'tasks',
  'entities',
  'staff',
  'assets',
  'performance',
  'revenue-expenditure',
  'fiscal-appropriation',
  'general-budget',
  'by-function',
  'by-economy',
  'government-fund',
  'state-capital',
  'three-public',
  'operating-cost',
  'procurement',
  'projects',
  'glossary',
  'tables',
  'other',
])
export type SectionType = z.infer<typeof SectionType>

export const TableType = z.enum([
  'income-expenditure-summary',
  'income-summary',
  'expenditure-summary',
  'fiscal-summary',
  'fiscal-by-function',
  'fiscal-by-economy',
  'general-by-function',
  'general-by-economy',
  'general-basic-by-function',
  'general-basic-by-economy',
  'fiscal-basic-by-economy',
  'government-fund',
  'state-capital',
  'three-public',
  'operating-cost',
  'procurement',
  'purchase-of-services',
  'basic-summary',
  'project-summary',
  'projects',
  'carry-over',
  'performance-project',
  'performance-overall',
  'entities',
  'meetings',
  'trainings',
  'contents',
  'unknown',
])
export type TableType = z.infer<typeof TableType>

export const Fund = z.enum(['all', 'fiscal', 'general', 'government-fund', 'state-capital', ''])
export type Fund = z.infer<typeof Fund>

export const Nature = z.enum(['basic', 'project', 'personnel', 'public', ''])
export type Nature = z.infer<typeof Nature>

export const Basis = z.enum(['budget', 'final', 'initial', 'adjusted', 'execution', ''])
export type Basis = z.infer<typeof Basis>

export const Measure = z.enum(['amount', 'change', 'change-pct', 'share-pct', 'completion-pct', 'count'])
export type Measure = z.infer<typeof Measure>

export const FactStatus = z.enum(['proven', 'unproven', 'disputed'])
export type FactStatus = z.infer<typeof FactStatus>

/** Canonical decimal text, as `canonical()` writes it. */
const DecimalText = z.string().regex(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/)
/** `x0 y0 x1 y1` in PDF points, origin top left, one decimal. */
const BboxText = z.string().regex(/^-?\d+\.\d -?\d+\.\d -?\d+\.\d -?\d+\.\d$/)
const Id = z.string().min(1)
const PageNumber = z.int().min(1)

/** What a figure means; with `entity` it is the key under which the same figure may be printed again. */
export const FactKey = z.object({
  concept: z.string().min(1),
  fund: Fund,
  function_code: z.string().regex(/^(\d{3}|\d{5}|\d{7})?$/),
  economy_code: z.string().regex(/^(\d{3}|\d{5}|\d{7})?$/),
  government_economy_code: z.string().regex(/^(\d{3}|\d{5}|\d{7})?$/),
  nature: Nature,
  /** Empty = the filing's own organization as a whole. */
  entity: z.string(),
  year: z.string().regex(/^(\d{4})?$/),
  basis: Basis,
  measure: Measure,
})
export type FactKey = z.infer<typeof FactKey>

/** One printed figure with its meaning and its place. */
export const Fact = FactKey.extend({
  fact_id: Id,
  /** Amounts and changes in 元; percentages and counts as printed. */
  value: DecimalText,
  /** As printed or declared; empty for a zero stated in words. */
  unit: z.string(),
  raw: z.string(),
  /** Digits printed after the point. */
  decimals: z.int().min(0),
  label: z.string(),
  source: z.enum(['table', 'prose']),
  section_id: z.string(),
  table_id: z.string(),
  row: z.int().min(0).nullable(),
  column: z.int().min(0).nullable(),
  page: PageNumber,
  bbox: BboxText,
  method: z.enum(['text', 'ocr']),
  confidence: z.number().min(0).max(1),
  status: FactStatus,
  /** Stable codes, some followed by a detail: `part-or-whole`, `code-read-as 0l`. Joined where CSV is written. */
  note: z.array(z.string().min(1)),
  value_read: z.string(),
})
export type Fact = z.infer<typeof Fact>

export const Section = z.object({
  section_id: Id,
  parent_id: z.string(),
  level: z.int().min(1),
  number: z.string(),
  title: z.string().min(1),
  type: SectionType,
  page: PageNumber,
  bbox: BboxText,
  /** Running text directly under this heading. */
  text: z.string(),
  /** Where its printed lines begin: `offset page x0 y0 x1 y1`, the offset in characters of `text`. */
  lines: z.array(z.string().regex(/^\d+ \d+ -?\d+\.\d -?\d+\.\d -?\d+\.\d -?\d+\.\d$/)),
})
export type Section = z.infer<typeof Section>

export const TableCell = z.object({
  row: z.int().min(0),
  column: z.int().min(0),
  row_span: z.int().min(1),
  column_span: z.int().min(1),
  text: z.string(),
  page: PageNumber,
  bbox: BboxText,
})
export type TableCell = z.infer<typeof TableCell>

export const FilingTable = z.object({
  table_id: Id,
  title: z.string(),
  marker: z.string(),
  type: TableType,
  unit: z.string(),
  page_first: PageNumber,
  page_last: PageNumber,
  /** Body rows. */
  rows: z.int().min(0),
  columns: z.int().min(0),
  header_rows: z.int().min(0),
  empty: z.boolean(),
  /** `proven`: its total agrees with its parts; `disputed`: it does not; empty: not decided. */
  total_status: z.enum(['proven', 'disputed', 'unproven', '']),
  notes: z.array(z.string()),
  section_id: z.string(),
  /** Rows count header rows too; body row 0 is `header_rows`. */
  cells: z.array(TableCell),
})
export type FilingTable = z.infer<typeof FilingTable>

export const FilingPage = z.object({
  page: PageNumber,
  width: z.number(),
  height: z.number(),
  method: z.enum(['text', 'ocr']),
  doubt: z.string(),
  characters: z.int().min(0),
  /** The page number as it is printed on the page; empty where none is. */
  printed_page: z.string(),
  /** How the picture of a scanned page was turned, degrees clockwise, to stand upright and then, around its middle, to lie straight: boxes are on the page so turned. */
  turning: z
    .object({
      quarter: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
      skew: z.number(),
    })
    .optional(),
})
export type FilingPage = z.infer<typeof FilingPage>

/**
 * Why a printed number is no fact. By its form: `page-number` (and running heads), `contents`, `cover`, `caption`,
 * `table-head`, `column-number`, `list-number`, `date`, `code`, `document-number`, `name`, `quantity` (counts of what no
 * concept counts). By what it says: `listed` (rows and tables that the contract keeps without facts), `narrative`
 * (duties, tasks, definitions), `reason` (amounts inside a reason or purpose), `no-concept` (a kind of figure the
 * contract names as no fact), `threshold` (20万元以上), `chart`.
 */
export const NumberReason = z.enum([
  'page-number',
  'contents',
  'cover',
  'caption',
  'table-head',
  'column-number',
  'list-number',
  'date',
  'code',
  'document-number',
  'name',
  'quantity',
  'listed',
  'narrative',
  'reason',
  'no-concept',
  'threshold',
  'chart',
])
export type NumberReason = z.infer<typeof NumberReason>

/** A printed number that is bound to no fact. */
export const LooseNumber = z.object({
  page: PageNumber,
  bbox: BboxText,
  /** The printed characters. */
  text: z.string(),
  /** Why it is no fact; empty where nothing explains it. */
  reason: NumberReason.or(z.literal('')),
})
export type LooseNumber = z.infer<typeof LooseNumber>

/** Printed text that stands in no section and in no table. */
export const TextApart = z.object({
  page: PageNumber,
  /** `opening` is running text before the first heading; `caption` title, unit line and note of a table, or of a picture. */
  role: z.enum(['cover', 'contents', 'caption', 'opening']),
  text: z.string(),
})
export type TextApart = z.infer<typeof TextApart>

/** Who, what and when; all empty where the print does not say. */
export const FilingMetadata = z.object({
  kind: FilingKind,
  fiscal_year: z.string().regex(/^(\d{4})?$/),
  region: z.string(),
  organization: z.string(),
  organization_level: OrganizationLevel,
  /** Unit of most money tables; empty without tables. */
  unit_default: z.string(),
})
export type FilingMetadata = z.infer<typeof FilingMetadata>

/** What a page says of the text that goes on from page to page. */
export const PageFlow = z.object({
  /** The number that the text before its first heading opens with, 2 and above: a list goes on. */
  goes_on: z.boolean(),
  /** Titles that its end stands below, the nearest first, and the sentence that announced the list there. */
  titles: z.array(z.string()),
  /** A heading on it begins anew; else what stood above the page before goes on. */
  begins: z.boolean(),
  /** The titles above these are on it too. */
  rooted: z.boolean(),
})
export type PageFlow = z.infer<typeof PageFlow>

/** What a file of one page prints of the paper that it may be a page of; empty where it does not. */
export const PageSays = FilingMetadata.omit({ unit_default: true }).extend({
  /** The level is that of the name or the title; else it is taken from heads and captions, which print another too. */
  level_told: z.boolean(),
  /** The year was read from a picture, and nothing else on the page bears it out. */
  year_doubtful: z.boolean(),
  /** What it is without the others. */
  alone: z.enum(['filing', 'target-annex', 'no-text', 'other-paper', 'too-little']),
  /** It says who, what year and what kind, as a filing or as the title page of one. */
  names_paper: z.boolean(),
  flow: PageFlow,
})
export type PageSays = z.infer<typeof PageSays>

/** What a paper that is published page by page is, by those of its pages that say so. */
export type PaperOfPages = Omit<PageSays, 'level_told' | 'alone' | 'names_paper' | 'flow'>

/** The same for one of its pages. */
export interface PageOfPaper extends PaperOfPages {
  /** What stands above its first lines on the pages before; nothing where that is not known. */
  above?: {
    titles: string[]
    /** Pages between are missing. */
    doubtful: boolean
  }
}

/** What `extract/` gives and `check/` reads: everything one file says. */
export const Extracted = FilingMetadata.extend({
  filing_id: z.string().regex(/^[0-9a-f]{16}$/),
  source: z.string(),
  /** Hex, of the bytes that were read; `filing_id` is how it begins. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  status: FilingStatus,
  message: z.string(),
  pages: z.array(FilingPage),
  sections: z.array(Section),
  tables: z.array(FilingTable),
  facts: z.array(Fact),
  /** How many numbers are printed, and those of them that no fact holds. */
  numbers_printed: z.int().min(0),
  numbers_unbound: z.int().min(0),
  loose_numbers: z.array(LooseNumber),
  text_apart: z.array(TextApart),
  /** Only of a file with one page. */
  page_says: PageSays.optional(),
})
export type Extracted = z.infer<typeof Extracted>

export const CheckOutcome = z.object({
  outcome_id: Id,
  filing_id: Id,
  check_id: z.string().regex(/^YS-[A-Z]+-[A-Z0-9-]+$/),
  scope: z.enum(['table', 'filing', 'series', 'group', 'region']),
  subject: z.string(),
  outcome: z.enum(['pass', 'fail', 'undecided']),
  expected: z.string(),
  actual: z.string(),
  difference: z.string(),
  tolerance: z.string(),
  /** fact_ids. */
  facts: z.array(Id),
  reason: z.string(),
})
export type CheckOutcome = z.infer<typeof CheckOutcome>

export const Severity = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof Severity>

export const Finding = z.object({
  finding_id: Id,
  filing_id: Id,
  check_id: z.string(),
  severity: Severity,
  root_cause_id: z.string(),
  page: PageNumber,
  bbox: BboxText,
  /** `said` in words, in the language of the run. */
  message: z.string(),
  /** Its sentences as codes of `locales/` with what they name, so that they can be said in any language. */
  said: z.array(Saying),
  expected: z.string(),
  actual: z.string(),
  difference: z.string(),
  unit: z.string(),
  facts: z.array(Id),
  evidence: z.string(),
  place: z.string(),
  outcome_ids: z.array(Id),
  /** What was checked, without pages: the same for the same thing in another file. */
  item: z.string(),
  /** The check's own severity, where something made it milder (a difference too small to matter, a consequence of another finding); else empty. */
  lowered_from: z.enum(['error', 'warning', '']),
  /** The finding that tells the defect which this one is a consequence of; else empty. */
  follows_from: z.string(),
})
export type Finding = z.infer<typeof Finding>

/** What would be a finding if we had not likely misread it: a doubt of ours, no fault of the filing. */
export const Doubt = Finding.extend({
  misreading: MisreadingCode,
  /** fact_ids of figures whose meaning is in doubt, and of the prints that they would agree with. */
  doubted: z.array(Id),
  agrees_with: z.array(Id),
})
export type Doubt = z.infer<typeof Doubt>
/** Whether a filing publishes one thing that it has to. */
export const RequirementAnswer = z.object({
  /** Id of the requirement in the catalogue. */
  requirement: Id,
  outcome: z.enum(['yes', 'no', 'not-applicable', 'undecidable']),
  /** Where it stands; null where nothing shows it. */
  page: PageNumber.nullable(),
  /** The file that the page is of: files that are one filing are answered together. */
  shown_in: z.string(),
  /** The printed title, sentence or figure; of a `no` what was looked for. */
  evidence: z.string(),
  /** Stable code, for `undecidable` and `not-applicable`. */
  reason: z.string(),
})
export type RequirementAnswer = z.infer<typeof RequirementAnswer>

/** One filing as it is written to `filings/<filing_id>.json`. */
export const Filing = Extracted.extend({
  contract_version: z.literal(CONTRACT_VERSION),
  set_id: z.string(),
  organization_id: z.string(),
  /** Version and fingerprint of the program that made it: a later run reuses what the same program made. */
  engine: z.string(),
  outcomes: z.array(CheckOutcome),
  findings: z.array(Finding),
  doubts: z.array(Doubt),
  /** One answer per requirement; of files that are one filing the first carries them. */
  completeness: z.array(RequirementAnswer),
  /** 0 to 100: the weight of what is published over that of all that could be decided; null where most could not. */
  score: z.number().min(0).max(100).nullable(),
})
export type Filing = z.infer<typeof Filing>
