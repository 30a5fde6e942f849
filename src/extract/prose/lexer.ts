import { type Decimal, decimal } from '../../model/money.js'

/** A printed number with what is printed behind it. */
export interface NumberToken {
  start: number
  /** End of the digits. */
  digitsEnd: number
  /** End of the unit. */
  end: number
  value: Decimal
  decimals: number
  kind: 'amount' | 'percent' | 'count' | 'bare'
  unit: string
}

const NUMBER = /-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/g
const AMOUNT_UNIT = /^(亿元|百万元|万元|千元|元|亿|万(?!元|人|平|吨|户|亩|头|只|千|辆|台|个|册|字|次|余))/
const COUNT_UNIT = /^(台\(套\)|台套|人次|个|人|名|辆|台|家|项|套)/
/** Digits that belong to a name, date, code, law or list: no figure. */
const NOT_AFTER = /[第〔(]$|[A-Za-z-]$|[类款项]$/
const NOT_BEFORE = /^(?:年|月|日|号|条|款|届|次会议|类|项\)|[A-Za-z]|楼|层|室|时|分(?!别)|期|级|号文)/

/** All numbers of a folded text that can be figures. */
export function numbersOf(text: string): NumberToken[] {
  const tokens: NumberToken[] = []
  for (const match of text.matchAll(NUMBER)) {
    const start = match.index
    const digitsEnd = start + match[0].length
    const rest = text.slice(digitsEnd).replace(/^\s/, '')
    const gap = text[digitsEnd] === ' ' ? 1 : 0
    const before = text.slice(Math.max(0, start - 1), start)
    const token = {
      start,
      digitsEnd,
      value: decimal(match[0].replace(/,/g, '')),
      decimals: /\.(\d+)$/.exec(match[0])?.[1]?.length ?? 0,
    }
    const amount = AMOUNT_UNIT.exec(rest)
    const count = COUNT_UNIT.exec(rest)
    if (/^%/.test(rest)) tokens.push({ ...token, kind: 'percent', unit: '%', end: digitsEnd + gap + 1 })
    else if (amount && !/[A-Za-z]$/.test(before)) {
      const unit = amount[1] as string
      tokens.push({ ...token, kind: 'amount', unit, end: digitsEnd + gap + unit.length })
    } else if (count && !NOT_AFTER.test(before)) {
      const unit = count[1] as string
      tokens.push({ ...token, kind: 'count', unit, end: digitsEnd + gap + unit.length })
    } else if (!NOT_AFTER.test(before) && !NOT_BEFORE.test(rest) && /\.\d/.test(match[0]))
      tokens.push({ ...token, kind: 'bare', unit: '', end: digitsEnd })
  }
  return tokens
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
