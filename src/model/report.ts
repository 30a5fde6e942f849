// What the report is made of: data files that `report.html` loads by script tags, one over all filings and a few for each.
import type {
  FactStatus,
  Filing,
  FilingMetadata,
  FilingStatus,
  FilingTable,
  Finding,
  Severity,
  TableCell,
} from './filing.js'
import type { Box } from './geometry.js'
import type { Organization } from './organization.js'
import type { Turning } from './page.js'
import type { PanelRow } from './panel-row.js'
import type { ControlLine } from './region.js'

/** Folder in an output; `report.html` stands beside it. */
export const REPORT_FOLDER = 'report'
export const REPORT_FILE = 'report.html'

/** A data file by what it holds, as `report.html` asks for it. */
export type DataName = 'overview' | `${'filings' | 'papers' | 'organizations'}/${string}`

/** A sentence in both languages: the reader switches between them. */
export interface Words {
  zh: string
  en: string
}

/** `report/data/overview.js`: all that the first screen needs. */
export interface Overview {
  tool: string
  /** Of the run; the report opens in it. */
  language: 'zh-CN' | 'en'
  filings: ReportFiling[]
  organizations: ReportOrganization[]
  /** Gravest and dearest first. */
  matters: Matter[]
  /** Findings that only the earlier run had; none where none was given. */
  gone: GoneFinding[]
  /** Whether findings were held against an earlier run. */
  compared: boolean
  /** What each check asserts, what each requirement asks for, and the names of concepts. */
  checks: Record<string, Words>
  requirements: Record<string, Words>
  concepts: Record<string, Words>
  spending: Spending[]
  /** Checks over all filings that are about none of them: who is missing, control totals. */
  checks_apart: Record<'pass' | 'fail' | 'undecided', number>
  control: ControlSheet[]
  roster: RosterAnswer[]
}

/** A filing as the tree and the lists show it. */
export interface ReportFiling extends Omit<FilingMetadata, 'unit_default'> {
  filing_id: string
  source: string
  /** From the output folder to the file; empty where nobody knows where it is, or it stands in an archive. */
  href: string
  status: FilingStatus
  message: Words
  organization_id: string
  set_id: string
  pages: number
  pages_ocr: number
  /** Pages of which nothing could be read. */
  pages_unread: number
  facts: Record<'proven' | 'unproven' | 'disputed', number>
  checks: Record<'pass' | 'fail' | 'undecided', number>
  numbers_printed: number
  numbers_unbound: number
  /** Failures that a misreading of ours would explain. */
  doubts: number
  score: number | null
}

export type ReportOrganization = Pick<Organization, 'organization_id' | 'name' | 'region' | 'parent_id'>

/** One real matter: a finding, and those that follow from the same wrong figure. */
export interface Matter
  extends Pick<
    Finding,
    | 'finding_id'
    | 'filing_id'
    | 'check_id'
    | 'severity'
    | 'bbox'
    | 'expected'
    | 'actual'
    | 'difference'
    | 'unit'
    | 'facts'
    | 'evidence'
    | 'place'
    | 'outcome_ids'
  > {
  /** Null where it is about a filing that is not there. */
  page: number | null
  printed_page: string
  message: Words
  /** Of whom it speaks, where no filing says so. */
  organization: string
  organization_id: string
  fiscal_year: string
  baseline: 'new' | 'persisting' | ''
  /** How far apart the figures are, in 元; empty where they are no money. */
  yuan: string
  follows: Consequence[]
}

export interface Consequence {
  finding_id: string
  filing_id: string
  check_id: string
  severity: Severity
  page: number | null
  message: Words
}

export interface GoneFinding {
  severity: string
  check_id: string
  source: string
  organization: string
  fiscal_year: string
  message: string
  because: 'no-longer-found' | 'filing-not-in-run'
}

/**
 * What the departments of a place spend on one class, by how far it is proven; decimal text in 元. By function it is all
 * spending, by economy the basic spending of general money, for nothing else is printed by it everywhere.
 */
export interface Spending {
  region: string
  kind: string
  year: string
  by: 'function' | 'economy'
  /** Three digits. */
  code: string
  name: string
  status: FactStatus
  value: string
  departments: number
}

/** A control total with every department that counts in it, and every one that does not. */
export interface ControlSheet {
  line: ControlLine
  label: string
  outcome: 'pass' | 'fail' | 'undecided'
  sum: string
  difference: string
  reason: string
  counted: {
    organization: string
    filing_id: string
    fact_id: string
    value: string
    raw: string
    unit: string
    page: number
    contradicts: boolean
  }[]
  /** `silent` prints no such figure, `partly` pages of it are unread, `missing` did not file, `unlisted` is not on the roster. */
  left_out: { organization: string; because: 'silent' | 'partly' | 'missing' | 'unlisted' }[]
  /** Filings that name no organization. */
  nameless: number
}

export interface RosterAnswer {
  organization: string
  level: 'department' | 'unit'
  kind: string
  year: string
  /** Empty where nothing was filed. */
  filing_id: string
  answer: 'filed' | 'missing' | 'ambiguous' | 'unlisted' | 'late'
}

/** `report/data/organizations/<id>.js`: amounts of one organization over the years, those that no code splits. */
export interface Series {
  rows: SeriesRow[]
}
export type SeriesRow = Pick<
  PanelRow,
  | 'kind'
  | 'basis'
  | 'year'
  | 'concept'
  | 'fund'
  | 'nature'
  | 'value_yuan'
  | 'conflict'
  | 'status'
  | 'fact_id'
  | 'filing_id'
  | 'page'
>

/** `report/data/filings/<id>.js`: what was read and judged of one filing. */
export interface FilingPart
  extends Pick<
    Filing,
    | 'filing_id'
    | 'pages'
    | 'sections'
    | 'facts'
    | 'loose_numbers'
    | 'outcomes'
    | 'findings'
    | 'doubts'
    | 'completeness'
  > {
  tables: PrintedTable[]
  pictures: PagePicture[]
}
export type PrintedCell = Omit<TableCell, 'page' | 'bbox'>
export type PrintedTable = Omit<FilingTable, 'cells'> & { cells: PrintedCell[] }

/** A part of a page, or all of it, as a picture. Points. */
export interface PagePicture extends Box {
  page: number
  /** Below `report/`. */
  file: string
  /** How the page was turned before it was read, and its picture is. */
  turning?: Turning
}

/** `report/data/papers/<id>.js`: the pages of a filing as they were read from its text layer. */
export interface Paper {
  pages: DrawnPage[]
}
export interface DrawnPage {
  page: number
  /** Characters in one go on one line: x0, y0, x1, y1 in tenths of a point, and the characters. */
  runs: [number, number, number, number, string][]
  /** x0, y0, x1, y1 in tenths of a point. */
  rulings: [number, number, number, number][]
}
