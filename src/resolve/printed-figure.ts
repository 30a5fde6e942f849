import { type Decimal, decimal } from '../model/money.js'
import { numberText } from '../model/printed/number.js'

/** What the characters of a figure say, before unit and meaning. */
export interface PrintedFigure {
  value: Decimal
  /** Digits printed after the point. */
  decimals: number
}

/** Reads a well-formed figure; undefined for any other characters. An accountant's brackets say nothing here. */
export function printedFigure(text: string): PrintedFigure | undefined {
  const bare = /^[（(](.+)[）)]$/.exec(text)?.[1] ?? text
  const number = numberText(bare)
  if (!number?.wellFormed) return undefined
  const { negative, whole, fraction } = number
  const value = decimal(whole + (fraction === '' ? '' : `.${fraction}`))
  return { value: negative ? value.times(-1) : value, decimals: fraction.length }
}
