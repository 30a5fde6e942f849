import type { Matter } from '../model/report.js'
import { amount, type Column, type Value } from './sheet.js'
import type { ListWords } from './words.js'

/** A matter with what its filing is called, in the language of the list. */
export interface Told extends Omit<Matter, 'message'> {
  message: string
  source: string
}

/** Columns of the list that a department answers. */
export const answerColumns = ({ say }: ListWords): Column[] => [
  { head: say('number'), width: 5, centred: true },
  { head: say('file'), width: 17 },
  { head: say('page'), width: 7, centred: true },
  { head: say('place'), width: 16 },
  { head: say('actual'), width: 13 },
  { head: say('expected'), width: 13 },
  { head: say('difference'), width: 12 },
  { head: say('what'), width: 36 },
  { head: say('basis'), width: 20 },
  { head: say('reply'), width: 22 },
]

export const answerRow = (matter: Told, index: number, words: ListWords): Value[] => [
  index + 1,
  baseOf(matter.source),
  pageOf(matter, words),
  matter.place,
  figureOf(matter.actual, matter.unit),
  figureOf(matter.expected, matter.unit),
  matter.unit === '元' ? amount(matter.difference) : '',
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

/** An amount as a number; what is none as it is printed, with its unit. */
export function figureOf(value: string, unit: string): Value {
  if (unit === '元' && isDecimal(value)) return amount(value)
  return value !== '' && isDecimal(value) ? `${value}${unit}` : value
}

const isDecimal = (value: string): boolean => /^-?\d+(\.\d+)?$/.test(value)
