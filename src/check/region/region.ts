import type { CheckOutcome, Filing, FilingKind, Finding, Severity } from '../../model/filing.js'
import type { ControlLine, RosterLine } from '../../model/region.js'
import type { Saying } from '../../model/saying.js'

/** A filing as the checks of a region know it; files of one set are one filing. */
export interface RegionFiling {
  filingId: string
  source: string
  status: Filing['status']
  organizationId: string
  /** Name of its organization over all filings. */
  organization: string
  kind: FilingKind
  year: string
  level: 'department' | 'unit'
  /** Box of its first page. */
  firstPage: string
}

/** A printed figure, the most exact of those that an organization prints of it. */
export interface RegionPrint {
  factId: string
  filing: RegionFiling
  /** Exact decimals, amounts in 元; `half` is half the width of the interval that the digits stand for. */
  value: string
  half: string
  raw: string
  unit: string
  label: string
  page: number
  bbox: string
  /** Table or section by its printed title. */
  place: string
  /** Its filings print it with values that cannot all be true. */
  contradicts: boolean
}

/** What the departments print of a control total. */
export interface ControlCase {
  of: 'control'
  line: ControlLine
  /** Chinese label of the concept. */
  label: string
  /** One per department. */
  prints: RegionPrint[]
  /** Departments that filed and print no such figure; `partly` where pages of theirs are unread. */
  silent: { organization: string; partly: boolean }[]
  /** Departments of the roster without a filing; none where no roster is given. */
  missing: string[]
  /** Departments that filed and are not on the roster. */
  unlisted: string[]
  /** Filings that name no organization, and so cannot be counted. */
  nameless: number
}

/** Filings of one organization, kind and year that are no set; the first is held against the second. */
export interface DuplicateCase {
  of: 'duplicate'
  filings: RegionFiling[]
  /** How many figures both print. */
  compared: number
  /** How many the one that prints more has. */
  figures: number
  /** On how many they differ, and the foremost of them, totals first. */
  differ: number
  differing: { first: RegionPrint; second: RegionPrint }[]
}

/** An organization that has to file, or one that filed and stands on no roster. */
export interface RosterCase {
  of: 'roster'
  line?: RosterLine
  filing?: RegionFiling
  /** The name fits organizations of several places. */
  ambiguous?: boolean
}

/** When an organization had to publish, and when it did, as the roster says. */
export interface PublicationCase {
  of: 'publication'
  line: RosterLine
  filing?: RegionFiling
}

export type RegionCase = ControlCase | DuplicateCase | RosterCase | PublicationCase

export interface RegionJudgement
  extends Pick<CheckOutcome, 'subject' | 'outcome' | 'expected' | 'actual' | 'difference' | 'tolerance'> {
  /** Carries the row; undefined where nothing was filed. */
  filing?: RegionFiling
  /** Whom and which year it is about, where no filing says so. */
  organization: string
  year: string
  facts: RegionPrint[]
  /** Of what is expected where no figure is held against it. */
  unit?: '元'
  /** `code`, or `code: names`. */
  reason: string
  /** One sentence for a clerk. */
  says: Saying
  severity?: Severity
  /** A finding although nothing could be decided: somebody has to supply what is missing. */
  isOpenFinding?: true
}

/** A finding that may be about a filing that is not there: it then has no page. */
export interface RegionFinding extends Omit<Finding, 'page'> {
  page: number | null
  source: string
  organization: string
  fiscal_year: string
}

/** One rule over all filings: one file, one code that never changes. */
export interface RegionCheck {
  id: string
  asserts: { zh: string; en: string }
  basis: string
  scope: 'region'
  severity: Severity
  example: string
  passing: RegionCase
  failing: RegionCase
  /** Undefined where the case is not this check's. */
  run(about: RegionCase): RegionJudgement | undefined
}
