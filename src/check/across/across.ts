import type {
  CheckOutcome,
  Doubt,
  Extracted,
  Fact,
  FilingTable,
  Finding,
  Severity,
} from '../../model/filing.js'
import type { Judgement } from '../check.js'

/** A file with what is in doubt in it already. */
export interface PaperFile extends Extracted {
  doubts?: readonly Doubt[]
}

/** Files that are one filing, as the checks across filings read it. */
export interface Paper {
  kind: 'budget' | 'final'
  year: number
  level: 'department' | 'unit'
  organizationId: string
  /** It prints a name from before a reform: duties may have moved with the name. */
  renamed: boolean
  /** Cells are left out: many papers are in memory at once. */
  filings: PaperFile[]
  facts: Fact[]
}

/** A unit that a department's paper lists. */
export interface ListedUnit {
  filingId: string
  /** As facts print it (`entity`). */
  entity: string
  from: 'row' | 'list'
  /** Empty where the run has no filing of it. */
  organizationId: string
}

/** Papers of one department and its units over all years. */
export interface PaperFamily {
  papers: Paper[]
  units: ListedUnit[]
}

export interface AcrossJudgement extends Judgement {
  /** The department's newest paper in it, which carries the outcome. */
  paper: Paper
}

/** A paper of a fixture; what it leaves out is ordinary. */
export interface PaperSketch {
  year?: number
  kind?: Paper['kind']
  level?: Paper['level']
  facts: Partial<Fact>[]
  tables?: Partial<FilingTable>[]
}

/** Entities and the paper (by its place in the list) that the unit files itself. */
export interface FamilySketch {
  papers: PaperSketch[]
  units?: Record<string, number>
}

/** Papers that a check holds against each other, whatever they print. */
export interface AcrossCase {
  papers: readonly Paper[]
}

/** One rule between filings: one file, one code that never changes. */
export interface AcrossCheck<Case extends AcrossCase = AcrossCase> {
  id: string
  asserts: { zh: string; en: string }
  basis: string
  scope: 'series' | 'group'
  severity: Severity
  example: string
  /** Whether a figure that passes is confirmed by another filing; an upper bound confirms nothing. */
  proves: boolean
  passing: FamilySketch
  failing: FamilySketch
  casesOf(family: PaperFamily): Case[]
  /** Of the papers of the case alone: whoever changes a figure asks again only where its paper takes part. */
  judge(of: Case): AcrossJudgement[]
}

export interface AcrossResult {
  outcomes: CheckOutcome[]
  findings: Finding[]
  doubts: Doubt[]
  /** Ids of outcomes that say something of each figure in them: those that fail, and those that confirm. */
  telling: Set<string>
}
