import type { NumberStyle } from './document.js'

/** A printed list or heading number at the start of a text. */
export interface Numbering {
  style: NumberStyle
  /** As printed, spaces removed. */
  number: string
  /** Characters of the text that the number takes, spaces included. */
  length: number
}

const HAN = '[一二三四五六七八九十百]{1,4}'
/** Digits of either width. */
const DIGITS = '[\\d０-９]{1,2}'
const STYLES: [NumberStyle, RegExp][] = [
  ['part', new RegExp(`^第\\s*(?:${HAN}|${DIGITS})\\s*(?:部\\s*分|章|篇)\\s*[:：、]?`)],
  ['han-bracket', new RegExp(`^[（(]\\s*${HAN}\\s*[）)]\\s*[、.．]?`)],
  ['han', new RegExp(`^${HAN}\\s*[、.．]`)],
  ['arabic-bracket', new RegExp(`^[（(]\\s*${DIGITS}\\s*[）)]\\s*[、.．]?`)],
  // `1.5万元` is a figure, `1.2019年` a list number before a year.
  ['arabic', new RegExp(`^${DIGITS}\\s*(?:[、．]|\\.(?!\\d)|\\.(?=(?:19|20)\\d\\d年))`)],
  ['circled', /^[①-⑳]/],
]

export function numberingOf(text: string): Numbering | undefined {
  for (const [style, pattern] of STYLES) {
    const match = pattern.exec(text)
    if (match)
      return { style, number: match[0].replace(/\s+/g, '').replace(/[:：]$/, ''), length: match[0].length }
  }
  return undefined
}

/** Which number of its series a printed number is: 三 → 3, （12） → 12; undefined where it can not be told. */
export function ordinalOf(number: string): number | undefined {
  const digits = /\d+/.exec(number.replace(/[０-９]/g, (d) => String(d.charCodeAt(0) - 0xff10)))
  if (digits) return Number(digits[0])
  const circled = /[①-⑳]/.exec(number)
  if (circled) return (circled[0].codePointAt(0) as number) - 0x2460 + 1
  const han = /[一二三四五六七八九十百]+/.exec(number)?.[0]
  if (!han) return undefined
  const unit = (c: string) => '一二三四五六七八九'.indexOf(c) + 1
  const ten = han.indexOf('十')
  if (ten < 0) return han.length === 1 ? unit(han) : undefined
  const tens = ten === 0 ? 1 : unit(han[ten - 1] as string)
  return tens * 10 + (ten + 1 < han.length ? unit(han[ten + 1] as string) : 0)
}
