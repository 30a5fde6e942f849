import { canonical, type Decimal, decimal, type Interval, intervalOf, YUAN_PER } from '../model/money.js'
import { NUMBER_FORM } from '../model/printed/number.js'
import type { Saying } from '../model/saying.js'
import { printedLike } from './amounts.js'

/** The source of a pattern for an amount of money in running text: one group, digits with or without their unit. */
export const MONEY = `(${NUMBER_FORM}(?:亿元|万元|元)?)`

/** An amount of running text that no fact need hold. */
export interface PrintedMoney {
  /** 元 */
  value: Decimal
  interval: Interval
  printed: string
}

/** Reads what `MONEY` found; without a unit of its own it has that of the amount beside it. */
export function moneyOf(printed: string, unitBeside = ''): PrintedMoney {
  const unit = unitOfMoney(printed) || unitBeside
  const digits = printed.replace(/[亿万元,，]/g, '')
  const factor = decimal(YUAN_PER[unit] ?? '1')
  const value = decimal(digits).times(factor)
  return { value, interval: intervalOf(value, digits.split('.')[1]?.length ?? 0, factor), printed }
}

/** The amount as a sentence says it. */
export const moneyNamed = ({ value, printed }: PrintedMoney): Saying => {
  const unit = unitOfMoney(printed)
  const digits = printed.replace(/[亿万元]/g, '')
  const money = {
    raw: digits,
    unit,
    value: canonical(value),
    decimals: 0,
    measure: 'amount' as const,
    label: '',
  }
  return printedLike(money, money)
}

export const unitOfMoney = (printed: string): string => /[亿万元]+$/.exec(printed)?.[0] ?? ''
