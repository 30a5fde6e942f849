import type { Aspects } from '../../model/aspects.js'
import type { Column } from '../tables/columns.js'
import { meet } from './meet.js'
import { understand } from './printed-words.js'

/** What a column's figures are; `no-concept` where the contract keeps them without facts, undefined where nobody knows. */
export type ColumnMeaning = Aspects | 'no-concept' | undefined

/**
 * The meaning of every column of money: its heads from group to leaf, totals by the columns that they are the total of.
 */
export function columnMeanings(columns: readonly Column[], listed: ListedSide): ColumnMeaning[] {
  const read = columns.map(headsOf)
  const side = listsBothSides(read) ? 'both' : listed.side
  return read.map((heads, i) => {
    if (!heads) return undefined
    const own = ofSide(heads, side)
    const others = read.filter((other, j): other is Aspects => j !== i && other !== undefined)
    if (own === 'no-concept' || !isBareTotal(heads)) return own
    return totalOf(own, others, { ...listed, side })
  })
}

/** What a table or panel lists, and the nature that its title gives to all of it. */
export type ListedSide = Pick<Aspects, 'side' | 'nature'>

/** 本年收入 beside 本年支出: the columns themselves say which side they are. */
const listsBothSides = (read: (Aspects | undefined)[]): boolean =>
  read.some((h) => h?.side === 'revenue' && !h.fund && !h.concept) &&
  read.some((h) => h?.side === 'expenditure')

/** What all heads over a column say together; undefined where one is not understood or two contradict each other. */
function headsOf(column: Column): Aspects | undefined {
  let meaning: Aspects = {}
  for (const text of column.path) {
    // A number that was taken for a head names nothing.
    if (!/\p{Script=Han}|[A-Za-z]/u.test(text)) continue
    const { aspects, whole } = understand(text, 'head')
    // A head that was hardly legible is marked on its figures; what can be read of it still counts.
    if (!whole && !column.doubtful) return undefined
    const both = meet(meaning, aspects)
    if (!both) return undefined
    meaning = both
    if (aspects.concept) delete meaning.umbrella
  }
  return meaning
}

/** Heads in the light of what the table lists: sources of money over spending have no concept. */
function ofSide(heads: Aspects, side: Aspects['side']): Aspects | 'no-concept' {
  if (heads.none || heads.umbrella) return 'no-concept'
  if (heads.carry) {
    if (heads.carry === 'out') return { ...heads, concept: 'expenditure.carry-out' }
    // Of what is carried in, money is told by its fund alone; over spending it is no figure of its own.
    const isIncome = side === 'revenue' || side === 'both'
    return heads.concept || !isIncome ? 'no-concept' : { ...heads, concept: 'revenue.carry-in' }
  }
  if (side !== 'revenue' && side !== 'both' && heads.concept?.startsWith('revenue')) return 'no-concept'
  // 财政拨款收入 over spending says whose money is spent.
  return side === 'revenue' || side === 'expenditure' ? { ...heads, side } : heads
}

/** A total that no group, fund or kind narrows. */
const isBareTotal = (heads: Aspects): boolean =>
  heads.total !== undefined && !heads.concept && !heads.fund && !heads.nature && !heads.carry

/** A total is what its parts have in common; with money carried in it is the grand total. */
function totalOf(own: Aspects, parts: Aspects[], { side, nature }: ListedSide): ColumnMeaning {
  if (side !== 'revenue' && side !== 'expenditure') {
    const concepts = parts.flatMap((p) => (p.concept && !p.concept.startsWith('revenue') ? [p.concept] : []))
    const kinds = new Set(concepts.map((c) => c.split('.')[0]))
    return kinds.size > 1 && concepts.includes('three-public') ? 'no-concept' : own
  }
  // Below 当年预算, and beside the total of all, a subtotal is the year's own; 本年预算 is, unless its parts stand beside it.
  const isYears = own.total === 'year' ? !parts.some((p) => p.ofTheYear) : own.ofTheYear
  if (isYears || own.total === 'part') return { ...own, concept: side }
  const carried = parts.some((p) => p.carry || p.concept === 'revenue.account-balance')
  // What is split by nature is spending of the year, unless the year's own stands beside it.
  const split = nature !== undefined && !parts.some((p) => p.ofTheYear)
  return { ...own, concept: carried && !split ? `${side}.grand-total` : side }
}
