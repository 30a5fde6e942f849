import type { MisreadingCode } from '../../model/doubt.js'
import type { Fact } from '../../model/filing.js'
import { overlaps } from '../../model/money.js'
import { isTelling } from '../digits.js'
import { intervalOfFact } from '../sums.js'
import { names } from './named-items.js'

/** Another print that a figure of the text would agree with if we had misread what it is about. */
export interface Candidate {
  code: MisreadingCode
  print?: Fact
  /** The words that lead to the figure name the other item. */
  isNamed: boolean
}

/** The likeliest first. */
const ORDER: readonly MisreadingCode[] = [
  'nature-slip',
  'scope-slip',
  'subject-slip',
  'fund-slip',
  'year-slip',
  'basis-slip',
]

/** Tables' figures that equal a figure of the text and have a meaning that is a slip away from its own. */
export function candidatesOf(figure: Fact, words: string, tables: readonly Fact[]): Candidate[] {
  if (!isDistinctive(figure)) return []
  const own = intervalOfFact(figure)
  return tables
    .filter((t) => t.measure === 'amount' && t.value !== '0' && overlaps(own, intervalOfFact(t)))
    .flatMap((print) => {
      const code = slipBetween(figure, words, print)
      return code ? [{ code, print, isNamed: code === 'subject-slip' && names(print, words) }] : []
    })
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || ORDER.indexOf(a.code) - ORDER.indexOf(b.code))
}

/** Round figures of more digits than this tell too. */
const LONG = 5

/** Few digits stand in many places: that two of them are equal says nothing. */
export const isDistinctive = ({ raw }: Fact): boolean =>
  isTelling(raw) || raw.replace(/\D/g, '').replace(/^0+/, '').length > LONG

const ASPECTS = ['fund', 'nature', 'entity', 'year', 'basis'] as const
type Aspect = (typeof ASPECTS)[number]

export const SLIP_OF: Readonly<Record<Aspect, MisreadingCode>> = {
  fund: 'fund-slip',
  nature: 'nature-slip',
  entity: 'scope-slip',
  year: 'year-slip',
  basis: 'basis-slip',
}

/** Which one slip makes the meaning of a print of that of a figure; undefined where it takes more, or none. */
function slipBetween(figure: Fact, words: string, print: Fact): MisreadingCode | undefined {
  const differing = ASPECTS.filter((a) => figure[a] !== print[a])
  if (isSameItem(figure, print)) {
    const [aspect] = differing
    return differing.length === 1 && aspect ? SLIP_OF[aspect] : undefined
  }
  // What falls to another item may fall to its nature and money too.
  const others = differing.filter((a) => a !== 'nature' && a !== 'fund')
  return others.length === 0 && isRelative(figure, print) && !names(figure, words)
    ? 'subject-slip'
    : undefined
}

const isSameItem = (a: Fact, b: Fact): boolean =>
  a.concept === b.concept &&
  a.function_code === b.function_code &&
  a.economy_code === b.economy_code &&
  a.government_economy_code === b.government_economy_code

/** Child, parent or sibling: of the same side of the paper, above, below or beside it. */
function isRelative(a: Fact, b: Fact): boolean {
  if (!isSameSide(a, b)) return false
  // Income of the year and with what was carried in are one item.
  if (a.concept !== b.concept && itemOf(a) === itemOf(b)) return false
  if (a.concept !== b.concept) return true
  return isNear(a.function_code, b.function_code) && isNear(a.economy_code, b.economy_code)
}

const isSameSide = (a: Fact, b: Fact): boolean => a.concept.split('.')[0] === b.concept.split('.')[0]

const itemOf = (f: Fact): string =>
  `${f.concept.replace('.grand-total', '')}|${f.function_code}|${f.economy_code}`

const isNear = (a: string, b: string): boolean =>
  a === b ||
  a.startsWith(b) ||
  b.startsWith(a) ||
  (a.length === b.length && a.slice(0, -2) === b.slice(0, -2))
