import type { Matter } from '../model/report.js'
import { amount, type Column, type Value } from './sheet.js'
import type { ListWords } from './words.js'

/** A matter with what its filing is called, in the language of the list. */
export interface Told extends Omit<Matter, 'message'> {
  message: string
  source: string
  /** The figure that is wrong as it is printed, with its unit; empty where no page prints it. */
  print: string
}

/** Columns of the list that a department answers. */
export const answerColumns = ({ say }: ListWords): Column[] => [
  { head: say('number'), width: 5, centred: true },
  { head: say('file'), width: 17 },
  { head: say('page'), width: 7, centred: true },
  { head: say('place'), width: 16 },
  ...figureColumns(say),
  { head: say('what'), width: 34 },
  { head: say('basis'), width: 20 },
  { head: say('reply'), width: 20 },
]

export const answerRow = (matter: Told, index: number, words: ListWords): Value[] => [
  index + 1,
  baseOf(matter.source),
  pageOf(matter, words),
  matter.place,
  ...figuresOf(matter),
  matter.message,
  basisOf(matter, words),
  '',
]

/** The last part of a path: what a department calls its file. */
export const baseOf = (source: string): string => source.slice(source.lastIndexOf('/') + 1)

export const pageOf = ({ page, printed_page }: Told, { say }: ListWords): Value =>
  page === null ? '' : printed_page === '' ? page : say('page.printed', { page, printed: printed_page })

export const basisOf = ({ check_id }: Told, { say, asserts }: ListWords): string =>
  say('basis.text', { asserts: asserts(check_id), code: check_id })

export const figureColumns = (say: ListWords['say']): Column[] => [
  { head: say('actual'), width: 14, right: true },
  { head: say('actual.yuan'), width: 13 },
  { head: say('expected'), width: 13, right: true },
  { head: say('difference'), width: 12 },
]

/** What is printed as it is printed; beside it amounts in 元, in which they can be held against each other. */
export function figuresOf({ actual, expected, difference, unit, print }: Told): Value[] {
  if (unit !== '元') return [withUnit(actual, unit), '', withUnit(expected, unit), '']
  // Among amounts stand words too: what should be said in place of a sum.
  const [of, wanted] = [actual, expected].map((text) => (isDecimal(text) ? amount(text) : text)) as [
    Value,
    Value,
  ]
  return typeof of === 'object'
    ? [print, of, wanted, amount(difference)]
    : [of, '', wanted, amount(difference)]
}

const withUnit = (value: string, unit: string): string => (isDecimal(value) ? `${value}${unit}` : value)

const isDecimal = (value: string): boolean => /^-?\d+(\.\d+)?$/.test(value)
