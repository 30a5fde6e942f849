import type { Fact } from '../model/filing.js'
import { canonical, type Decimal, decimal, YUAN_PER } from '../model/money.js'
import { type SaidPart, type Saying, said } from '../model/saying.js'

/** What a sentence needs of a printed figure. */
export type Printed = Pick<Fact, 'raw' | 'unit' | 'value' | 'decimals' | 'measure' | 'label'>

/** Codes of `locales/` by the unit that is printed. */
const MONEY: Readonly<Record<string, string>> = {
  元: 'amount.yuan',
  千元: 'amount.thousand-yuan',
  万: 'amount.wan-yuan',
  万元: 'amount.wan-yuan',
  百万元: 'amount.million-yuan',
  亿: 'amount.yi-yuan',
  亿元: 'amount.yi-yuan',
}

/** A unit of money by itself. */
export const unitNamed = (unit: string): SaidPart => {
  const code = MONEY[unit]
  return code ? said(code.replace('amount.', 'unit.')) : unit
}

const isPct = (measure: Fact['measure']): boolean => measure.endsWith('-pct')

/** Digits with their unit as a clerk writes them. */
function inUnit(digits: string, { measure, unit }: Pick<Printed, 'measure' | 'unit'>): Saying {
  if (isPct(measure)) return said('amount.percent', { digits })
  if (measure === 'count') return said('amount.count', { digits, unit })
  const code = MONEY[unit] ?? (unit === '' ? 'amount.yuan' : undefined)
  return code ? said(code, { digits }) : said('amount.count', { digits, unit })
}

/** Thousands separators as a clerk writes them. */
export const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')

/**
 * A value (元, % or a count) in the unit that a figure was printed in, with no more decimals than given: arithmetic is
 * no more exact than the print.
 */
export function amountLike(value: Decimal, like: Printed, decimals?: number): Saying {
  const per = like.measure === 'count' || isPct(like.measure) ? undefined : YUAN_PER[like.unit]
  const exact = per ? value.div(per) : value
  const rounded = decimals === undefined ? exact : exact.round(decimals)
  return inUnit(grouped(canonical(rounded.eq(0) ? exact : rounded)), like)
}

/** How far two figures are apart, in the unit of the first; percentages are points apart. */
export function apartLike(value: Decimal | string, like: Printed, decimals?: number): Saying {
  const apart = amountLike(decimal(String(value)).abs(), like, decimals)
  return isPct(like.measure) ? said('amount.points', apart.parts) : apart
}

const hasDigits = (figure: Printed): boolean => /\d/.test(figure.raw)

const kindOf = ({ measure }: Printed): string =>
  isPct(measure) ? 'percentage' : measure === 'count' ? 'count' : 'money'

/** The figure in whose unit a sentence says another: the first of its kind that prints a unit, 无 and 持平 print none. */
export const unitOfSentence = <F extends Printed>(figures: readonly F[], figure = figures[0] as F): F =>
  figures.find((f) => hasDigits(f) && f.unit !== '' && kindOf(f) === kindOf(figure)) ?? figure

/** Decimals that a sentence's arithmetic is worth: those of the figures printed in its unit. */
export const decimalsOf = (figures: readonly Printed[], like: Printed): number =>
  Math.max(
    like.decimals,
    ...figures.filter((f) => hasDigits(f) && f.unit === like.unit).map((f) => f.decimals),
  )

/** What is printed of an item is a movement, whose direction the words beside its digits tell. */
export const isMovement = (measure: Fact['measure']): boolean =>
  measure === 'change' || measure === 'change-pct'

/** A figure as it is printed; behind it in the unit of the sentence, where that is another one. */
export function printedLike(figure: Printed, like: Printed): Saying {
  if (!hasDigits(figure)) return said('amount.words', { words: figure.raw || figure.label })
  const isMoney = !isPct(figure.measure) && figure.measure !== 'count'
  const isConverted = isMoney && YUAN_PER[figure.unit] !== YUAN_PER[like.unit]
  const digits = figure.raw.replace(/[%％]$/, '')
  const moves = isMovement(figure.measure)
  const printed = inUnit(moves ? digits.replace(/^[-－−]/, '') : digits, figure)
  const value = moves ? decimal(figure.value).abs() : decimal(figure.value)
  const amount = isConverted
    ? said('amount.converted', { printed, amount: amountLike(value, { ...like, measure: figure.measure }) })
    : printed
  return moves ? moved(figure.value, amount) : amount
}

/** A value that a figure should have had, said as the figure is. */
export const expectedLike = (
  value: string,
  figure: Printed,
  like: Printed = figure,
  decimals?: number,
): Saying => {
  const unit = { ...like, measure: figure.measure }
  return isMovement(figure.measure)
    ? moved(value, amountLike(decimal(value).abs(), unit, decimals))
    : amountLike(decimal(value), unit, decimals)
}

const moved = (value: string, amount: Saying): Saying =>
  said(value.startsWith('-') ? 'amount.down' : 'amount.up', { amount })
