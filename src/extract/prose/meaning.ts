import type { Basis, FactKey, FilingKind, Fund, Measure, Nature, SectionType } from '../../model/filing.js'
import { decimal, type Interval, intervalOf, YUAN_PER } from '../../model/money.js'
import type { Text } from '../../model/text.js'
import type { CodeBook } from '../tables/code-book.js'
import type { NumberToken } from './lexer.js'

/** What a stretch of text talks about. */
export interface Meaning {
  concept: string
  fund: Fund
  nature: Nature
  functionCode: string
  economyCode: string
  /** The printed words. */
  label: string
  /** Stable code of what its name leaves open. */
  note?: string
}

/** What a phrase inherits where it does not say so itself. */
export interface Scope {
  /** The section's title. */
  title: string
  /** Money of the section or of the sentence's head. */
  fund: Fund
  /** What all of a section's money is: 基本支出 in its title. */
  nature: Nature
  /** Function class and section named by the headings and paragraphs above, as printed. */
  path: PrintedPath
  /** 收入 or 支出 of the sentence's head; `total` where it is a grand total. */
  side?: 'revenue' | 'expenditure'
  isGrandTotal?: boolean
  /** The unit a section is about, folded; empty for the organization as a whole. */
  unit: string
  /** Names of economic classes mean those of the government's classification. */
  isGovernmentEconomy: boolean
  /** Function code of the whole whose parts are listed. */
  parent?: string
  /** Items of the economic classification are listed: their section or their whole says so. */
  isEconomy?: boolean
  /** The section is about procurement: sources of money name whose procurement it is. */
  isProcurement?: boolean
  /** The section is about the spending of one kind of money. */
  isSpending?: boolean
  /** Money of the three public expenses as a whole, where the paragraph has named it. */
  threePublic?: Fund
  /** Money of a procurement total whose parts are listed. */
  procurement?: Fund
  /** Amounts printed behind the phrase, in 元: they can tell which item of a table a changed name means. */
  ahead: Interval[]
}

/** Names of a class (类) and a section (款). */
export interface PrintedPath {
  class?: string
  section?: string
}

/** What the digits of an amount stand for, in 元. */
export function yuanOf(token: NumberToken): Interval {
  const factor = decimal(YUAN_PER[token.unit] ?? '1')
  return intervalOf(token.value.times(factor), token.decimals, factor)
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
  note: string[]
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
  /** Function codes of 7 digits below a shorter one, or all, that the tables print with an amount within an interval. */
  itemsOf(parent: string, amount: Interval): string[]
}

/** Codes to which names of the running text lead; a name that no list has may take what they leave. */
export class ClaimedCodes {
  private readonly codes = new Set<string>()
  /** A name was met that no list has. */
  isWanted = false
  /** All of the text was read: what no name led to is free. */
  isComplete = false

  add(code: string): void {
    this.codes.add(code)
  }

  isFree(code: string): boolean {
    return this.isComplete && !this.codes.has(code)
  }
}

export interface ProseContext {
  kind: FilingKind
  fiscalYear: number
  /** The filing's own organization, half-width brackets. */
  organization: string
  /** Other names under which the paper speaks of itself. */
  selfNames: string[]
  codes: CodeBook
  totals: TableTotals
  claimed: ClaimedCodes
  /** The day that the section has printed for what it counts: paragraphs behind it count at the same. */
  stockYear?: number
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
    year: String(time.year ?? (stock ? (context.stockYear ?? context.fiscalYear - 1) : context.fiscalYear)),
    basis,
    measure,
  }
}
