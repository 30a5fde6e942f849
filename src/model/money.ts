import Big from 'big.js'

// Quotients are only used for percentages: 20 digits are far more than any filing prints.
Big.DP = 20

/** Exact decimals; money is never a JavaScript number. */
export const decimal = (value: string | number): Big => new Big(value)
export type Decimal = Big

/** Canonical decimal text: no exponent, no superfluous zeros, no `-0`. */
export function canonical(value: Big): string {
  const text = value.toFixed()
  const trimmed = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return trimmed === '-0' ? '0' : trimmed
}

/** How many 元 one unit is; undefined for units that are no money. */
export const YUAN_PER: Readonly<Record<string, string>> = {
  元: '1',
  千元: '1000',
  万: '10000',
  万元: '10000',
  百万元: '1000000',
  亿元: '100000000',
  亿: '100000000',
}

/** The interval that printed digits stand for: ± half a unit in the last printed place. Same unit as `value`. */
export interface Interval {
  low: Big
  high: Big
}

export function intervalOf(value: Big, decimals: number, factor: Big = ONE): Interval {
  const half = halfPlace(decimals).times(factor)
  return { low: value.minus(half), high: value.plus(half) }
}

const ONE = decimal(1)

/** Half a unit in the last of so many printed places. */
const halfPlace = (decimals: number): Big => new Big(`5e${-decimals - 1}`)

export const addIntervals = (list: Interval[]): Interval =>
  list.reduce((sum, i) => ({ low: sum.low.plus(i.low), high: sum.high.plus(i.high) }), {
    low: decimal(0),
    high: decimal(0),
  })

export const overlaps = (a: Interval, b: Interval): boolean => a.low.lte(b.high) && b.low.lte(a.high)
