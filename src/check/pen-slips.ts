import type { Fact } from '../model/filing.js'
import { type Decimal, decimal, YUAN_PER } from '../model/money.js'
import { writtenFor } from './causes/written.js'

/** Fewer digits are alike by chance. */
const FEWEST_DIGITS = 4

const POWERS = [-4, -3, -2, -1, 1, 2, 3, 4]

/** Whether a hand that meant the value, at the decimals that the figure is printed with, may have written its digits. */
export function isPenSlip(fact: Fact, meant: Decimal): boolean {
  const unit = YUAN_PER[fact.unit] ?? '1'
  const rounded = (value: Decimal) => value.div(unit).round(fact.decimals).times(unit)
  const right = rounded(meant)
  const digits = right.div(unit).toFixed(fact.decimals).replace(/\D/g, '').replace(/^0+/, '')
  if (right.eq(fact.value) || digits.length < FEWEST_DIGITS) return false
  // A point that moved may have left digits out.
  const isMoved = POWERS.some((power) => rounded(meant.times(decimal(10).pow(power))).eq(fact.value))
  return fact.value !== '0' && (isMoved || writtenFor(fact, right) !== undefined)
}
