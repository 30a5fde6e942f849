import type { Aspects } from '../../model/aspects.js'
import type { CodeBook } from '../tables/code-book.js'
import type { Column } from '../tables/columns.js'
import { understand } from './printed-words.js'

/** The economic code that a head names, of the department's classification or the government's. */
export interface EconomyCodes {
  economyCode?: string
  governmentCode?: string
}

/** A column under the name of a kind of spending, with the heads that say something else. */
export interface EconomyHead {
  codes: EconomyCodes
  path: string[]
  /** The name of a class stands in its heads. */
  isOfClass: boolean
}

type Classification = 'economy' | 'government'

/** One column with the name of a kind of spending may mean anything else. */
const ENOUGH_NAMES = 2

/**
 * Kinds of spending side by side (工资福利支出 | 商品和服务支出 | …), each alone or over its own kinds. Both economic
 * classifications share names: the one that the title names, or that knows more of the heads, is meant.
 */
export function economyHeads(
  columns: readonly Column[],
  book: CodeBook,
  titled: Aspects['classification'],
  parent: EconomyCodes | undefined,
): Map<Column, EconomyHead> {
  const read = (classification: Classification) => headsOf(columns, book, classification, parent)
  if (titled === 'economy' || titled === 'government') return enough(read(titled))
  const [economy, government] = [read('economy'), read('government')]
  const lead = classesOf(economy) - classesOf(government) || economy.size - government.size
  return lead === 0 ? new Map() : enough(lead > 0 ? economy : government)
}

/** How many columns stand under the name of a class. */
const classesOf = (heads: ReadonlyMap<Column, EconomyHead>): number =>
  [...heads.values()].filter(({ isOfClass }) => isOfClass).length

/** Names that the lexicon has too (会议费, 培训费) are kinds of spending among others that it has not. */
function enough(heads: Map<Column, EconomyHead>): Map<Column, EconomyHead> {
  const own = [...heads.keys()].filter((c) => c.path.some((text) => !understand(text, 'head').whole))
  return own.length >= ENOUGH_NAMES ? heads : new Map()
}

function headsOf(
  columns: readonly Column[],
  book: CodeBook,
  classification: Classification,
  parent: EconomyCodes | undefined,
): Map<Column, EconomyHead> {
  const find = classification === 'economy' ? book.economyCodes : book.governmentCodes
  const only = (codes: string[]) => (codes.length === 1 ? codes[0] : undefined)
  const outer = classification === 'economy' ? parent?.economyCode : parent?.governmentCode
  const heads = new Map<Column, EconomyHead>()
  for (const column of columns) {
    let code: string | undefined
    let isOfClass = false
    const path: string[] = []
    for (const text of column.path) {
      const above = code ?? outer
      const own = above
        ? only(find(text, { parent: above, level: 5 }))
        : (only(find(text, { level: 3 })) ?? only(find(text, { level: 5 })))
      if (own) {
        code = own
        isOfClass ||= own.length === 3
      } else path.push(text)
    }
    // A kind that the classification does not have, under the name of its class.
    if (!code || path.some((text) => !understand(text, 'head').whole)) continue
    const codes = classification === 'economy' ? { economyCode: code } : { governmentCode: code }
    heads.set(column, { codes, path: path.filter((text) => !isTotal(text)), isOfClass })
  }
  return heads
}

/** 小计 below the name of a kind is that kind. */
const isTotal = (text: string): boolean => {
  const { aspects, whole } = understand(text, 'head')
  return whole && aspects.total !== undefined && Object.keys(aspects).length === 1
}

/** What stands in brackets, or behind a dash. */
const PIECES = /[()（）—–－-]+/

/**
 * The kind of spending that a title narrows its table to: …基本支出明细表-工资福利支出, 人员经费(工资福利支出).
 * `unknown` where the classification of the table does not have it; undefined where the title names none.
 */
export function kindOfTitle(
  title: string,
  book: CodeBook,
  classification: Aspects['classification'],
): EconomyCodes | 'unknown' | undefined {
  const [first, ...more] = title.split(PIECES).filter((piece) => piece !== '')
  for (const piece of first === undefined ? [] : [...more, first]) {
    const department = book.economyCodes(piece, { level: 3 })
    const government = book.governmentCodes(piece, { level: 3 })
    if (department.length === 0 && government.length === 0) continue
    const codes = classification === 'government' ? government : department
    if (codes.length !== 1) return 'unknown'
    return classification === 'government'
      ? { governmentCode: codes[0] as string }
      : { economyCode: codes[0] as string }
  }
  return undefined
}
