import {
  conceptWords,
  economyName,
  functionName,
  governmentEconomyName,
  valuesOf,
} from '../../catalogue/index.js'
import type { Fact } from '../../model/filing.js'
import { decimal, YUAN_PER } from '../../model/money.js'

/** Of the taxonomy that an export brings along. */
export const NAMESPACE = 'urn:yusuan:taxonomy:1'

type Meaning = Pick<
  Fact,
  'concept' | 'nature' | 'function_code' | 'economy_code' | 'government_economy_code' | 'measure'
>

/**
 * The item of the taxonomy that a figure is a fact of. Links of calculation lead from item to item and from nothing else,
 * so what sums range over (codes, nature) is part of the item; an amount's measure is not said.
 */
export const elementOf = (fact: Meaning): string =>
  [
    fact.concept,
    fact.nature,
    fact.function_code && `f${fact.function_code}`,
    fact.economy_code && `e${fact.economy_code}`,
    fact.government_economy_code && `g${fact.government_economy_code}`,
    fact.measure === 'amount' || fact.measure === 'count' ? '' : fact.measure,
  ]
    .filter((part) => part !== '')
    .join('.')

/** Amounts are in 元; counts and percentages, as fractions, have no unit. */
export const isMoney = ({ measure }: Pick<Fact, 'measure'>): boolean =>
  measure === 'amount' || measure === 'change'

/** A figure's value and the digits behind the point that it is exact to, below zero for tens; '' where it is exact. */
export function printedValue(fact: Fact): { value: string; decimals: string } {
  if (fact.measure === 'count' || !/\d/.test(fact.raw)) return { value: fact.value, decimals: '' }
  if (!isMoney(fact))
    return { value: decimal(fact.value).div(100).toFixed(), decimals: String(fact.decimals + 2) }
  const zeros = (YUAN_PER[fact.unit] ?? '1').length - 1
  return { value: fact.value, decimals: String(fact.decimals - zeros) }
}

/** What an item is called, in both languages; codes by the name that they have in the figure's year, else by themselves. */
export function labelsOf(fact: Fact): { zh: string; en: string } {
  const { concept, nature, function_code, economy_code, government_economy_code, measure } = fact
  const year = Number(fact.year) || undefined
  const named = (code: string, name: typeof functionName) =>
    code === '' ? [] : [`${code} ${name(code, year)?.names[0] ?? ''}`.trim()]
  const codes = [
    ...named(function_code, functionName),
    ...named(economy_code, economy_code.startsWith('5') ? governmentEconomyName : economyName),
    ...named(government_economy_code, governmentEconomyName),
  ]
  const words = [
    ...valuesOf('facts', 'nature').filter((w) => w.value === nature),
    ...valuesOf('facts', 'measure').filter((w) => w.value === measure && measure !== 'amount'),
  ]
  const title = conceptWords().get(concept)?.title ?? { zh: concept, en: concept }
  return {
    zh: [title.zh, ...words.map((w) => w.zh), ...codes].join(' · '),
    en: [title.en, ...words.map((w) => w.en), ...codes].join(' · '),
  }
}
