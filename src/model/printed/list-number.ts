import type { NumberStyle } from '../document.js'

/** A printed list or heading number at the start of a text. */
export interface Numbering {
  style: NumberStyle
  /** As printed, spaces removed. */
  number: string
  /** Characters of the text that the number takes, spaces included. */
  length: number
}

const HAN_DIGITS = '一二三四五六七八九十百'
const HAN = `[${HAN_DIGITS}]{1,4}`
/** Digits of either width. */
const DIGITS = '[\\d０-９]{1,2}'
const BEHIND = '\\s*[、.．]?'
/** The patterns of each style, by source: `第一部分`, `（一）`, `一、`, `（1）` and `1）`, `1.`, `①`. */
const FORMS = {
  part: `第\\s*(?:${HAN}|${DIGITS})\\s*(?:部\\s*分|章|篇)\\s*[:：、]?`,
  'han-bracket': `(?:[（(]\\s*${HAN}\\s*[）)]|${HAN}[）)]|[㈠-㈩])${BEHIND}`,
  han: `${HAN}\\s*[、.．]`,
  'arabic-bracket': `(?:[（(]\\s*${DIGITS}\\s*[）)]|${DIGITS}[）)]|[⑴-⒇])${BEHIND}`,
  // `1.5万元` is a figure, `1.2019年` a list number before a year.
  arabic: `(?:${DIGITS}\\s*(?:[、．]|\\.(?!\\d)|\\.(?=(?:19|20)\\d\\d年))|[⒈-⒛])`,
  circled: '[①-⑳]',
} satisfies Record<Exclude<NumberStyle, 'none'>, string>

const STYLES = Object.entries(FORMS).map(([style, form]) => [style, new RegExp(`^${form}`)] as const) as [
  NumberStyle,
  RegExp,
][]

const { part: _, ...OF_ITEMS } = FORMS
/** The number of an item in a list, in any style: the source of a pattern. */
export const LIST_NUMBER = `(?:${Object.values(OF_ITEMS).join('|')})`

const LIST_NUMBERS = new RegExp(`^(?:${LIST_NUMBER})+`)

export function numberingOf(text: string): Numbering | undefined {
  for (const [style, pattern] of STYLES) {
    const match = pattern.exec(text)
    if (match)
      return { style, number: match[0].replace(/\s+/g, '').replace(/[:：]$/, ''), length: match[0].length }
  }
  return undefined
}

/** Whether a text begins with the number of a list's item. */
export const isListed = (text: string): boolean => LIST_NUMBERS.test(text)

/** The text behind all list numbers that it begins with. */
export const withoutListNumbers = (text: string): string => text.replace(LIST_NUMBERS, '')

/** Which number of its series a printed number is: 三 → 3, （12） → 12; undefined where it can not be told. */
export function ordinalOf(number: string): number | undefined {
  const plain = number.normalize('NFKC')
  const digits = /\d+/.exec(plain)
  if (digits) return Number(digits[0])
  const han = new RegExp(`[${HAN_DIGITS}]+`).exec(plain)?.[0]
  if (!han) return undefined
  const unit = (c: string) => HAN_DIGITS.indexOf(c) + 1
  const ten = han.indexOf('十')
  if (ten < 0) return han.length === 1 ? unit(han) : undefined
  const tens = ten === 0 ? 1 : unit(han[ten - 1] as string)
  return tens * 10 + (ten + 1 < han.length ? unit(han[ten + 1] as string) : 0)
}
