import type { NumberReason } from '../../model/filing.js'
import { type Decimal, decimal } from '../../model/money.js'
import { NUMBER_FORM } from '../../model/printed/number.js'

/** A printed number with what is printed behind it. */
export interface NumberToken {
  start: number
  /** End of the digits. */
  digitsEnd: number
  /** End of the unit. */
  end: number
  value: Decimal
  decimals: number
  /** `form`: a number that its form alone shows to be no figure; `form` says which. */
  kind: 'amount' | 'percent' | 'count' | 'bare' | 'form'
  unit: string
  form?: NumberReason
  /** Its digits are no number (1,541.50.00): it names what it stands for and states nothing. */
  malformed?: true
}

/** In running text; more than one point makes it malformed. */
const NUMBER = new RegExp(`(?<![\\d.])-?${NUMBER_FORM}(?:\\.\\d+)*`, 'g')
/** 万 alone is money only where no other unit follows: 1.2万人, 3万平方米. */
const AMOUNT_UNIT = /^(亿元|百万元|万元|千元|元|亿(?![\u4e00-\u9fff])|万(?![\u4e00-\u9fff]))/
const COUNT_UNIT = /^(台\(套\)|台套|人次|个|人|名|辆|台|家|项(?!\))|套)/

/**
 * Digits that belong to a date, code, document, list or name, by what stands before and behind them.
 * The first that fits counts; texts are folded.
 */
const FORMS: readonly (readonly [NumberReason, RegExp, RegExp])[] = [
  // 2019 and 14 of 苏财〔2019〕14号
  ['document-number', /[\u4e00-\u9fff]\($/, /^\)第?\d+号/],
  ['document-number', /(?:\(\d{4}\)|第)(?:第)?$/, /^号/],
  ['document-number', /[A-Z]\/?T?\s?$/, /^[-—]\d{4}/],
  ['document-number', /《[^》]*$/, /^[^《]*》/],
  // years, months, days, times, spans of years
  ['date', /$/, /^(?:年|月|日)/],
  ['date', /(?:年|月|-|—|~|\.|\/|至)$/, /^(?:月|日|年)/],
  ['date', /(?:年|月|日)\s?\d{1,2}:?$/, /^(?::\d\d|时|点)/],
  ['date', /(?:20\d\d(?:年)?[-—~至.、/]|-20\d\d)$/, /^(?:年|[^\d.,%万亿元]|$)/],
  // 2025.1.1-2025.12.31
  ['date', /\d\.\d{1,2}$|^$|[^\d.,]$/, /^-20\d\d\.\d/],
  ['date', /^$|[^\d,]$/, /^(?:-\d{1,2}月)/],
  ['date', /第$/, /^(?:季度|学期|学年)/],
  // codes of the classifications
  ['code', /[\u4e00-\u9fff)"]\($/, /^(?:类|款|项)?\)/],
  ['code', /\($/, /^(?:类|款|项)\)?/],
  // 详见表1-3, 图2：
  ['list-number', /(?:表|图|附件)$/, /^(?:[-—~至]\d+)?(?:[)，。、:；的]|$|[\u4e00-\u9fff])/],
  ['list-number', /(?:表|图|附件)\d+[-—~至]?$/, /^/],
  // 综合得分在90（含）-100分
  ['quantity', /$/, /^(?:\(含\))?[-—~至]\d+分/],
  // ordinals
  ['list-number', /第$/, /^[^\d.,万亿元%]/],
]
/** 3 to 7 digits before a dash and a name: `2080505-机关事业单位…`. */
const CODE_BEFORE_NAME = /^[-—][\u4e00-\u9fff]/
const WHOLE_CODE = /^(?:[2356]\d{2}(?:\d{2}){0,2})$/
/** `1.208社会保障和就业支出`: a list number and the code of what is listed. */
const CODE_IN_LIST = /^\d{1,2}\.2\d{2}(?:\d{2}){0,2}$/
/** `1.`, `2、`, `(3)` where a sentence begins. */
const LIST_AFTER = /^(?:[.．、)](?!\d)|[.、](?=20\d\d年))/
const OPENS = /(?:^|[。；:，、\n"]|[\u4e00-\u9fff]\s)\(?$/
/** A telephone number, a postcode, a page of contents. */
const NAME_BEFORE = /[A-Za-z_/@＃#]$|\d-$/
const NAME_AFTER = /^(?:[A-Za-z_@]|-\d{3})/
const YEAR_ALONE = /^(?:19|20)\d\d$/

/** All numbers of a folded text. */
export function numbersOf(text: string): NumberToken[] {
  const tokens: NumberToken[] = []
  for (const match of text.matchAll(NUMBER)) {
    const digits = match[0]
    const start = match.index
    const digitsEnd = start + digits.length
    const rest = text.slice(digitsEnd, digitsEnd + 40).replace(/^\s/, '')
    const gap = text[digitsEnd] === ' ' ? 1 : 0
    const before = text.slice(Math.max(0, start - 40), start)
    const malformed = /\.\d+\./.test(digits)
    const token = {
      start,
      digitsEnd,
      end: digitsEnd,
      value: decimal(malformed ? '0' : digits.replace(/[,，]/g, '')),
      decimals: /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0,
      ...(malformed ? { malformed: true as const } : {}),
    }
    const amount = AMOUNT_UNIT.exec(rest)
    const count = COUNT_UNIT.exec(rest)
    const isCodeBehindListNumber =
      OPENS.test(before) && CODE_IN_LIST.test(digits) && /^[\u4e00-\u9fff]/.test(rest)
    const form = isCodeBehindListNumber ? 'code' : formOf(digits.replace(/^-/, ''), before, rest)
    if (/^(?:%|‰)/.test(rest)) tokens.push({ kind: 'percent', unit: '%', ...token, end: digitsEnd + gap + 1 })
    else if (amount && !/[A-Za-z]$/.test(before)) {
      const unit = amount[1] as string
      tokens.push({ kind: 'amount', unit, ...token, end: digitsEnd + gap + unit.length })
    } else if (form) tokens.push({ kind: 'form', unit: '', form, ...token })
    else if (count) {
      const unit = count[1] as string
      tokens.push({ kind: 'count', unit, ...token, end: digitsEnd + gap + unit.length })
    } else if (
      /^(?:[\u4e00-\u9fff℃㎡]|余|多)/.test(rest) &&
      !/^(?:较|比|与|同|其中|占|和|用于|主要)/.test(rest)
    )
      // Any other unit of counting: 平方米, 批次, 公里.
      tokens.push({ kind: 'form', unit: '', form: 'quantity', ...token })
    else tokens.push({ kind: 'bare', unit: '', ...token })
  }
  return tokens
}

function formOf(digits: string, before: string, rest: string): NumberReason | undefined {
  if (OPENS.test(before) && /^\d{1,2}$/.test(digits) && LIST_AFTER.test(rest)) return 'list-number'
  if (WHOLE_CODE.test(digits) && CODE_BEFORE_NAME.test(rest)) return 'code'
  if (/^2\d{6}$/.test(digits) && /^[\u4e00-\u9fff]{3}/.test(rest)) return 'code'
  // No code has decimals: 减少1.17万元（26.17） is a percentage.
  for (const [form, ahead, behind] of FORMS)
    if (ahead.test(before) && behind.test(rest) && (form !== 'code' || !digits.includes('.'))) return form
  if (/^20\d\d\.\d{1,2}\.\d{1,2}$/.test(digits)) return 'date'
  if (NAME_BEFORE.test(before) || NAME_AFTER.test(rest)) return 'name'
  if (YEAR_ALONE.test(digits) && /^(?:[-—~至、/.]|\s?(?:20)?\d\d年|部门|预算|年度)/.test(rest)) return 'date'
  return undefined
}

/** Years named in a stretch of text, relative ones resolved: 上年, 本年. */
export function yearsIn(text: string, fiscalYear: number): number[] {
  const years: number[] = []
  for (const match of text.matchAll(/(20\d\d)\s*年|(上年|去年|上一年)|(本年度?|当年|今年)/g)) {
    if (match[1]) years.push(Number(match[1]))
    else years.push(match[2] ? fiscalYear - 1 : fiscalYear)
  }
  return years
}
