import { otherReadings } from '../../model/alternatives.js'
import { type Decimal, decimal } from '../../model/money.js'
import { numberText } from '../../model/printed/number.js'
import { filterText, type Text, withoutSpaces } from '../../model/text.js'

export interface PrintedNumber {
  value: Decimal
  /** Digits printed after the point. */
  decimals: number
  percent: boolean
  /** The printed characters, spaces removed. */
  raw: Text
  /** The characters as they were recognized, where those are no number and this is their likeliest reading. */
  recognized?: Text
}

/** Negative figures in brackets are an accountant's minus. */
const BRACKETED = /^[（(]([\d,，]+(?:\.\d+)?)[）)]$/

/** Reads a cell that holds exactly one printed number; anything else is none (two fused numbers too). */
export function printedNumber(cell: Text): PrintedNumber | undefined {
  if (cell.text.includes('\n')) return undefined
  const raw = filterText(cell, (c) => !/\s/.test(c))
  if (raw.text === '') return undefined
  const bracketed = BRACKETED.exec(raw.text)
  const number = numberText(bracketed ? `-${bracketed[1]}` : raw.text)
  if (!number) return undefined
  const { negative, fraction, percent } = number
  const value = decimal(`${number.whole || '0'}${fraction === '' ? '' : `.${fraction}`}`)
  return { value: negative ? value.times(-1) : value, decimals: fraction.length, percent, raw }
}

/** Cells whose characters are mostly digits and points were figures, whatever else was recognized in them. */
const MOSTLY_DIGITS = /^(?=.*\d.*\d)[-\d,，.。:：;；·'oOlIZSB|]+$/

/** A figure of a scanned cell in which a point was taken for a comma, or a 0 for an O: its likeliest well-formed reading. */
export function likeliestNumber(cell: Text): PrintedNumber | undefined {
  const recognized = withoutSpaces(cell)
  if (!MOSTLY_DIGITS.test(recognized.text)) return undefined
  for (const reading of otherReadings(recognized)) {
    const number = printedNumber(reading)
    if (number) return { ...number, recognized }
  }
  return undefined
}
