import type { Basis, FactKey, FilingKind, Fund, Measure, Nature, SectionType } from '../../model/filing.js'
import type { Text } from '../../model/text.js'
import type { CodeBook } from '../tables/code-book.js'

/** What a stretch of text talks about. */
export interface Meaning {
  concept: string
  fund: Fund
  nature: Nature
  functionCode: string
  economyCode: string
  /** The printed words. */
  label: string
}

export const meaning = (
  concept: string,
  fund: Fund,
  label: string,
  more: Partial<Meaning> = {},
): Meaning => ({
  concept,
  fund,
  nature: '',
  functionCode: '',
  economyCode: '',
  label,
  ...more,
})

export const sameMeaning = (a: Meaning, b: Meaning): boolean =>
  a.concept === b.concept &&
  a.fund === b.fund &&
  a.nature === b.nature &&
  a.functionCode === b.functionCode &&
  a.economyCode === b.economyCode

/** A figure of running text bound to its meaning, before it becomes a fact. */
export interface ProseFigure {
  key: FactKey
  /** 元 for amounts and changes, else as printed. */
  value: string
  unit: string
  raw: Text
  decimals: number
  label: string
  note: string
}

export interface ProseSection {
  sectionId: string
  /** The unit that the section is about; empty for the organization as a whole. */
  unit: string
  type: SectionType
  title: string
  /** Titles and types of the sections above, nearest first. */
  ancestors: { title: string; type: SectionType }[]
  paragraphs: Text[]
}

/** Totals that the filing's own tables print, in 元: they tell the year's amount from the grand total. */
export interface TableTotals {
  /** Values of a concept and fund. */
  of(concept: string, fund: Fund): string[]
  /** Function codes of a folded name in the filing's tables. */
  codesNamed(name: string): string[]
}

export interface ProseContext {
  kind: FilingKind
  fiscalYear: number
  /** The filing's own organization, half-width brackets. */
  organization: string
  codes: CodeBook
  totals: TableTotals
}

export function keyOf(
  m: Meaning,
  context: ProseContext,
  measure: Measure,
  time: { year?: number; basis?: Basis } = {},
): FactKey {
  const stock = /^(?:staff|vehicles$|equipment$)/.test(m.concept)
  const basis = time.basis ?? (stock ? '' : context.kind === 'final' ? 'final' : 'budget')
  return {
    concept: m.concept,
    fund: m.fund,
    function_code: m.functionCode,
    economy_code: m.economyCode,
    government_economy_code: '',
    nature: m.nature,
    entity: '',
    year: String(time.year ?? (stock ? context.fiscalYear - 1 : context.fiscalYear)),
    basis,
    measure,
  }
}
