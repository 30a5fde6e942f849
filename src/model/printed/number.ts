// How numbers are printed. What a number means is not known here.

/** Digits in groups or not, also grouped only once (120258,600), with decimals or not: the source of a pattern. */
export const NUMBER_FORM = String.raw`\d+(?:[,，]\d{3})*(?:\.\d+)?`

/** The characters of one printed number, told apart. */
export interface NumberText {
  negative: boolean
  /** Digits before the point, without separators; empty for `.5`. */
  whole: string
  /** Digits after the point. */
  fraction: string
  /** A separator stands between its thousands. */
  grouped: boolean
  /** Groups of three or none, and no zero before other digits. */
  wellFormed: boolean
  percent: boolean
}

const NUMBER = /^([-－−–+]?)[¥￥]?(?:(\d+(?:[,，]\d{3})*)(?:\.(\d+))?|\.(\d+))([%％])?$/
const WELL_FORMED = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:[,，]\d{3})+)$/

/** Reads a text without spaces that is one number and nothing else; undefined for any other, two fused numbers too. */
export function numberText(text: string): NumberText | undefined {
  const match = NUMBER.exec(text)
  if (!match) return undefined
  const [, sign, digits = '', fraction, alone, percent] = match
  return {
    negative: sign !== '' && sign !== '+',
    whole: digits.replace(/[,，]/g, ''),
    fraction: fraction ?? alone ?? '',
    grouped: /[,，]/.test(digits),
    wellFormed: WELL_FORMED.test(digits),
    percent: percent !== undefined,
  }
}

/** Whether a text is one printed number. */
export const isNumber = (text: string): boolean => numberText(text) !== undefined

/** Whether separators or decimals show that a number is an amount or a share, not a count, a year or a code. */
export function isFigure(text: string): boolean {
  const number = numberText(text)
  return number !== undefined && (number.grouped || number.fraction !== '')
}

/** Whether a number shows by its separators or its two decimals that it is money and complete. */
export function isAmount(text: string): boolean {
  const number = numberText(text)
  return number !== undefined && !number.percent && (number.grouped || number.fraction.length >= 2)
}

/** Whether a number shows by its decimals alone that it is money and that nothing of it is missing. */
export function endsAsMoney(text: string): boolean {
  const number = numberText(text)
  return number !== undefined && !number.percent && number.fraction.length >= 2
}
