import type { Fact } from '../model/filing.js'
import { type Decimal, decimal, YUAN_PER } from '../model/money.js'

/** How a hand that knew the right figure may have written another. */
export type Written = 'transposed' | 'point' | 'digit-more' | 'digit-less' | 'digit-other'

/** Fewer digits are alike by chance. */
const FEWEST_DIGITS = 4

/** How `printed` may have come from `meant`, both in the figure's measure; undefined where no slip of the pen explains it. */
export function writtenFor(fact: Fact, meant: Decimal): Written | undefined {
  const printed = decimal(fact.value)
  if (meant.eq(0) || printed.eq(0) || meant.s !== printed.s) return undefined
  if (POWERS.some((power) => meant.times(decimal(10).pow(power)).eq(printed))) return 'point'
  const [was, is] = [digitsOf(fact, meant), digitsOf(fact, printed)]
  if (was === undefined || is === undefined || Math.min(was.length, is.length) < FEWEST_DIGITS)
    return undefined
  if (is.length === was.length + 1 && isOneLess(was, is)) return 'digit-more'
  if (is.length + 1 === was.length && isOneLess(is, was)) return 'digit-less'
  if (is.length !== was.length) return undefined
  const differing = [...is].flatMap((digit, i) => (digit === was[i] ? [] : [i]))
  const [first = 0, second = 0] = differing
  if (differing.length === 1 && is.length > FEWEST_DIGITS) return 'digit-other'
  return differing.length === 2 &&
    second === first + 1 &&
    is[first] === was[second] &&
    is[second] === was[first]
    ? 'transposed'
    : undefined
}

const POWERS = [-4, -3, -2, -1, 1, 2, 3, 4]

/** All digits of a value at the decimals that the figure is printed with; undefined where it has more. */
function digitsOf(fact: Fact, value: Decimal): string | undefined {
  const printed = value.abs().div(YUAN_PER[fact.unit] ?? '1')
  return printed.round(fact.decimals).eq(printed)
    ? printed.toFixed(fact.decimals).replace('.', '').replace(/^0+/, '')
    : undefined
}

/** The longer is the shorter with one digit put in. */
function isOneLess(shorter: string, longer: string): boolean {
  const at = [...shorter].findIndex((digit, i) => digit !== longer[i])
  const place = at < 0 ? shorter.length : at
  return shorter === longer.slice(0, place) + longer.slice(place + 1)
}

/** Whether a hand that meant the value, at the decimals that the figure is printed with, may have written its digits. */
export function isPenSlip(fact: Fact, meant: Decimal): boolean {
  const unit = YUAN_PER[fact.unit] ?? '1'
  const rounded = (value: Decimal) => value.div(unit).round(fact.decimals).times(unit)
  const right = rounded(meant)
  if (right.eq(fact.value) || (digitsOf(fact, right) ?? '').length < FEWEST_DIGITS) return false
  // A point that moved may have left digits out.
  const isMoved = POWERS.some((power) => rounded(meant.times(decimal(10).pow(power))).eq(fact.value))
  return fact.value !== '0' && (isMoved || writtenFor(fact, right) !== undefined)
}
