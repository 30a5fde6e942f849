import type {
  Extracted,
  Fact,
  FilingKind,
  FilingTable,
  RequirementAnswer,
  Section,
  Severity,
} from '../model/filing.js'
import type { Saying } from '../model/saying.js'
import type { CellFigure } from './cell-figures.js'

/** A place on a page that is no figure. */
export interface PrintedPlace {
  page: number
  bbox: string
  /** Section or table by its printed title. */
  place: string
  /** The printed text. */
  evidence: string
}

/** A filing as checks read it: what it says, and what it publishes of what it has to where that was asked. */
export interface Checkable extends Extracted {
  completeness?: readonly RequirementAnswer[]
}

/** What one check says about one identity of a filing. */
export interface Judgement {
  /** What was checked, from the print: names the item, stays the same from run to run. */
  subject: string
  outcome: 'pass' | 'fail' | 'undecided'
  /** What the other figures say it should be, and what is printed; in 元, percentages and counts as printed. */
  expected: string
  actual: string
  difference: string
  /** Of these, where neither a figure nor 元 says it. */
  unit?: string
  /** The first figure is the sum of the others: the difference tells what each would have to be. */
  sum?: true
  /** The figures are all there is to a sum whose total is printed and no fact: total − Σ = difference. */
  sumOfAll?: true
  /** The second figure is another print of the first. */
  same?: true
  /** Figures of the row that no fact holds, which belong to the sum. */
  beside?: readonly CellFigure[]
  /** Half the width of the widest interval involved. */
  tolerance: string
  /** All figures it used; the first is the one a finding points at. Empty where words are judged, not figures. */
  facts: Fact[]
  /** Where it stands, where no figure says so: a title, a code, a sentence. */
  at?: PrintedPlace
  /** One sentence for a clerk, where the figures alone do not make it. */
  says?: Saying
  /** A second sentence: how the figures may come to differ, from the print. */
  because?: Saying
  /** Milder than the check's own where a failure has a common innocent cause. */
  severity?: Severity
  /** Stable code, for `undecided` and for the words of a finding. */
  reason: string
}

/** A table of a fixture: its cells as lines of texts, its other parts where they matter. */
export interface TableSketch extends Omit<Partial<FilingTable>, 'cells'> {
  lines?: readonly (readonly string[])[]
}

/** A small filing that shows a check at work; what it leaves out is ordinary. */
export interface Sketch extends Omit<Partial<Checkable>, 'facts' | 'sections' | 'tables'> {
  facts?: Partial<Fact>[]
  sections?: Partial<Section>[]
  tables?: TableSketch[]
}

/** A list alone is one of facts. */
export type Fixture = Partial<Fact>[] | Sketch

/** One rule: one file, one code that never changes. */
export interface Check {
  /** `YS-<FAMILY>-<NAME>` */
  id: string
  asserts: { zh: string; en: string }
  /** Why it has to hold. */
  basis: string
  kinds: readonly FilingKind[]
  /** First and last fiscal year it holds for; open where undefined. */
  years: { from?: number; to?: number }
  scope: 'table' | 'filing'
  severity: Severity
  /** It is about how a figure was read, not about what it says: it proves and disputes none. */
  ofReading?: true
  /** A worked example in figures. */
  example: string
  passing: Fixture
  failing: Fixture
  run(filing: Checkable): Judgement[]
}
