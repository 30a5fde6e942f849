import { EXPENDITURE_WORDS, type Meaning, meaningOf, REVENUE_WORDS } from '../../catalogue/money-words.js'
import type { Fund, Nature } from '../../model/filing.js'
import type { CodeBook } from './code-book.js'
import { NamePath } from './name-path.js'
import { labelOf } from './words.js'

/** What the rows of a list panel of a summary table are. */
export type ListKind = 'revenue' | 'function' | 'economy' | 'government' | 'usage'

/** The meaning of a list row: words of the budget, or a code found by its name. */
export interface RowMeaning extends Meaning {
  functionCode?: string
  economyCode?: string
  governmentCode?: string
}

/** Reads the labels of one list from top to bottom: a row may be part of the row above it. */
export class ListReader {
  private readonly names: NamePath | undefined
  private nature: Nature | undefined
  private carryIn = false

  constructor(
    private readonly kind: ListKind,
    codes: CodeBook,
    private readonly fund: Fund,
  ) {
    const classification = kind === 'function' || kind === 'usage' ? 'function' : kind
    this.names = classification === 'revenue' ? undefined : new NamePath(codes, classification)
  }

  read(text: string, indent: number): RowMeaning | undefined {
    const label = labelOf(text)
    if (label.name === '') return undefined
    return this.kind === 'revenue' ? this.revenue(label.name) : this.expenditure(text, label, indent)
  }

  private revenue(name: string): RowMeaning | undefined {
    const meaning = meaningOf(name, REVENUE_WORDS)
    if (!meaning || meaning.none) return meaning
    if (meaning.concept === 'revenue.carry-in') {
      this.carryIn = true
      const own = /非财政/.test(name) ? undefined : /财政拨款/.test(name) ? 'fiscal' : fundNamed(name)
      return { ...meaning, fund: own ?? this.fund }
    }
    if (meaning.concept === 'revenue.grand-total') {
      this.carryIn = false
      return { ...meaning, fund: this.fund }
    }
    // Funds listed below 上年结转 are its parts.
    if (this.carryIn && meaning.concept === 'revenue' && meaning.fund)
      return { concept: 'revenue.carry-in', fund: meaning.fund }
    if (this.carryIn && meaning.concept?.startsWith('revenue.')) return { none: true }
    return { ...meaning, fund: meaning.fund ?? this.fund }
  }

  private expenditure(
    text: string,
    label: { name: string; number: string },
    indent: number,
  ): RowMeaning | undefined {
    const meaning = meaningOf(label.name, EXPENDITURE_WORDS)
    if (meaning?.none) return meaning
    if (meaning) {
      this.nature = meaning.nature
      const own = meaning.concept === 'expenditure' || meaning.fund === undefined ? this.fund : meaning.fund
      return { ...meaning, fund: own }
    }
    const code = this.names?.read(text, indent)
    if (!code) return undefined
    const base = { concept: 'expenditure', fund: this.fund }
    if (this.names?.classification === 'function') return { ...base, functionCode: code }
    if (this.names?.classification === 'economy')
      return { ...base, economyCode: code, ...(this.nature ? { nature: this.nature } : {}) }
    return { ...base, governmentCode: code }
  }
}

function fundNamed(name: string): Fund | undefined {
  if (/政府性基金/.test(name)) return 'government-fund'
  if (/国有资本/.test(name)) return 'state-capital'
  if (/一般公共预算/.test(name)) return 'general'
  return undefined
}
