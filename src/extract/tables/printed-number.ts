import { type Decimal, decimal } from '../../model/money.js'
import { filterText, type Text } from '../../model/text.js'

export interface PrintedNumber {
  value: Decimal
  /** Digits printed after the point. */
  decimals: number
  percent: boolean
  /** The printed characters, spaces removed. */
  raw: Text
}

const NUMBER = /^([-－−–+]?)[¥￥]?((?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.(\d+))?|\.(\d+))(%|％)?$/
/** Negative figures in brackets are an accountant's minus. */
const BRACKETED = /^[（(]([\d,，]+(?:\.\d+)?)[）)]$/

/** Reads a cell that holds exactly one printed number; anything else is none (two fused numbers too). */
export function printedNumber(cell: Text): PrintedNumber | undefined {
  if (cell.text.includes('\n')) return undefined
  const raw = filterText(cell, (c) => !/\s/.test(c))
  if (raw.text === '') return undefined
  const bracketed = BRACKETED.exec(raw.text)
  const match = NUMBER.exec(bracketed ? `-${bracketed[1]}` : raw.text)
  if (!match) return undefined
  const digits = (match[2] as string).replace(/[,，]/g, '')
  const value = decimal(digits.startsWith('.') ? `0${digits}` : digits)
  const negative = match[1] !== '' && match[1] !== '+'
  return {
    value: negative ? value.times(-1) : value,
    decimals: (match[3] ?? match[4] ?? '').length,
    percent: match[5] !== undefined,
    raw,
  }
}
