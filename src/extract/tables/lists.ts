import type { Aspects } from '../../model/aspects.js'
import type { Fund, Nature } from '../../model/filing.js'
import { codedName } from '../../model/printed/code.js'
import { folded } from '../../model/printed/folded.js'
import { understand } from '../aspects/printed-words.js'
import type { RowMeaning } from './bind.js'
import type { CodeBook } from './code-book.js'
import { NamePath } from './name-path.js'
import { labelOf } from './words.js'

/** What the rows of a list panel of a summary table are. */
export type ListKind = 'revenue' | 'function' | 'economy' | 'government' | 'usage'

const TOP_NUMBER = /^[一二三四五六七八九十]+[、.]/

/** Reads the labels of one list from top to bottom: a row may be part of the row above it. */
export class ListReader {
  private readonly names: NamePath | undefined
  private nature: Nature | undefined
  private carryIn = false
  /** A source that nobody knows stands above: funds below it may be its parts. */
  private belowUnknown = false
  /** Funds that have a row of their own as income of the year. */
  private readonly fundsRead = new Set<Fund>()
  /** Where the last row of a nature stands, and the last that nobody knows and that may be one. */
  private natureAt: { indent: number; isNumbered: boolean } | undefined
  private unknownAt: number | undefined
  /** Classes stand below such a row. */
  private isNatureLost = false

  constructor(
    private readonly kind: ListKind,
    private readonly codes: CodeBook,
    private readonly fund: Fund | undefined,
  ) {
    const classification = kind === 'function' || kind === 'usage' ? 'function' : kind
    this.names = classification === 'revenue' ? undefined : new NamePath(codes, classification)
  }

  /**
   * What a row is; `no-concept` where the contract keeps it without facts, undefined where nobody knows. `isYears` says
   * whether a subtotal (小计) and the rows up to the total of the list add up to it.
   */
  read(text: string, indent: number, isYears = false): RowMeaning | 'no-concept' | undefined {
    const { name, number } = labelOf(text)
    const { aspects, whole } = understand(name, 'row')
    if (whole && isSubtotal(aspects) && !this.carryIn)
      return isYears ? { ...this.ofTheList({}), concept: this.side } : undefined
    const words = whole ? aspects : undefined
    return this.kind === 'revenue'
      ? this.income(name, words, TOP_NUMBER.test(number))
      : this.expenditure(text, words, indent)
  }

  /** A row of which the name was not read may be a source or a nature: what stands below may be its part. */
  passNameless(): void {
    this.belowUnknown = true
    if (this.nature) this.isNatureLost = true
  }

  /** A fund without the number of a source of its own, or once more, may split the unknown source above it. */
  private income(name: string, words: Aspects | undefined, isNumbered: boolean) {
    if (!words) {
      if (name !== '') this.belowUnknown = true
      return undefined
    }
    const isFund = words.fund !== undefined && words.fund !== 'fiscal' && !words.concept && !words.carry
    if (!isFund) this.belowUnknown = false
    else if (this.belowUnknown && (!isNumbered || this.fundsRead.has(words.fund as Fund))) return undefined
    if (isFund) this.fundsRead.add(words.fund as Fund)
    return this.revenue(words)
  }

  private get side(): 'revenue' | 'expenditure' {
    return this.kind === 'revenue' ? 'revenue' : 'expenditure'
  }

  private revenue(words: Aspects): RowMeaning | 'no-concept' | undefined {
    if (words.none || words.umbrella || words.side === 'expenditure') return 'no-concept'
    if (words.carry) {
      this.carryIn = true
      return { ...this.ofTheList(words), concept: 'revenue.carry-in' }
    }
    if (words.total && !words.ofTheYear && !words.fund && !words.concept) {
      this.carryIn = false
      return { ...this.ofTheList(words), concept: 'revenue.grand-total' }
    }
    if (words.concept) return this.carryIn ? 'no-concept' : words
    // Funds listed below 上年结转 are its parts.
    if (words.fund) return { ...words, concept: this.carryIn ? 'revenue.carry-in' : 'revenue' }
    return words.side || words.ofTheYear ? { ...this.ofTheList(words), concept: 'revenue' } : undefined
  }

  private expenditure(
    text: string,
    words: Aspects | undefined,
    indent: number,
  ): RowMeaning | 'no-concept' | undefined {
    const word = words && this.spendingWord(words)
    if (word) {
      if (word !== 'no-concept') this.nature = word.nature
      if (this.nature) this.natureAt = { indent, isNumbered: labelOf(text).number !== '' }
      this.unknownAt = undefined
      this.isNatureLost = false
      return word
    }
    const base = { ...this.ofTheList({}), concept: 'expenditure' }
    // `201 一般公共服务支出`
    const printed = codedName(folded(text))
    if (printed && this.codes.isNamed(printed.code, printed.name)) return { ...base, ...codeOf(printed.code) }
    const code = this.names?.read(text, indent)
    if (!code) {
      const { name, number } = labelOf(text)
      if (name !== '') this.unknown(indent, number !== '')
      return undefined
    }
    if (this.names?.classification === 'function') return { ...base, functionCode: code }
    // 工资福利支出 set in below a row that nobody knows may be of its nature.
    if (code.length === 3 && this.unknownAt !== undefined && indent > this.unknownAt + 2)
      this.isNatureLost = true
    if (this.isNatureLost) return undefined
    if (this.names?.classification === 'economy')
      return { ...base, economyCode: code, ...(this.nature ? { nature: this.nature } : {}) }
    return { ...base, governmentCode: code }
  }

  private unknown(indent: number, isNumbered: boolean): void {
    const like = this.natureAt
    // Natures are numbered alike.
    if (like?.isNumbered && !isNumbered) return
    this.unknownAt = indent
    // Beside the rows of natures it is most likely one of them.
    if (this.nature && like && indent <= like.indent) this.isNatureLost = true
  }

  private spendingWord(words: Aspects): RowMeaning | 'no-concept' | undefined {
    if (words.none || words.umbrella || words.concept?.startsWith('revenue')) return 'no-concept'
    if (words.carry === 'out') return { ...this.ofTheList(words), concept: 'expenditure.carry-out' }
    if (words.carry) return 'no-concept'
    if (words.concept?.startsWith('expenditure')) return words
    if (words.concept || words.side === 'revenue') return undefined
    if (words.nature) return { ...this.ofTheList(words), concept: 'expenditure' }
    if (words.total && !words.ofTheYear && !words.fund)
      return { ...this.ofTheList(words), concept: 'expenditure.grand-total' }
    if (words.ofTheYear || words.fund === 'fiscal')
      return { ...words, ...this.ofTheList({}), concept: 'expenditure' }
    return undefined
  }

  /** A row that names no money is about that of the list. */
  private ofTheList = (words: Aspects): RowMeaning => ({
    ...words,
    ...(words.fund === undefined && this.fund !== undefined ? { fund: this.fund } : {}),
  })
}

/** 小计 alone. */
export const isSubtotal = ({ total, ...more }: Aspects): boolean =>
  total === 'part' && Object.keys(more).length === 0

const codeOf = (code: string): RowMeaning =>
  code.startsWith('2')
    ? { functionCode: code }
    : code.startsWith('3')
      ? { economyCode: code }
      : { governmentCode: code }
