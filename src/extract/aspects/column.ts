import type { Aspects } from '../../model/aspects.js'
import type { Column } from '../tables/columns.js'
import type { EconomyCodes, EconomyHead } from './economy-heads.js'
import { meet } from './meet.js'
import { understand } from './printed-words.js'

/** What a column's figures are; `no-concept` where the contract keeps them without facts, undefined where nobody knows. */
export type ColumnMeaning = (Aspects & EconomyCodes) | 'no-concept' | undefined

/**
 * The meaning of every column of money: its heads from group to leaf, totals by the columns that they are the total of.
 */
export function columnMeanings(
  columns: readonly Column[],
  listed: ListedSide,
  economy: ReadonlyMap<Column, EconomyHead> = new Map(),
): ColumnMeaning[] {
  const mixed = mixedGroups(columns)
  const read = columns.map((c) => headsOf(economy.has(c) ? { ...c, ...economy.get(c) } : c, mixed))
  const side = listsBothSides(read) ? 'both' : listed.side
  const isShared = read.some((heads) => heads?.announced)
  return read.map((heads, i) => {
    if (!heads || isBesideItsFunds(columns[i] as Column, columns)) return undefined
    if (isNamedLikeItsSubtotal(columns, i)) return 'no-concept'
    const own = ofSide(heads, side)
    const others = read.filter((other, j): other is Aspects => j !== i && other !== undefined)
    if (own === 'no-concept' || isPartOfCarried(i, columns, read)) return 'no-concept'
    // Beside money announced from above, what the place itself gives is not the year's whole.
    if (isShared && heads.ofTheYear) return 'no-concept'
    if (!isBareTotal(heads)) return { ...own, ...economy.get(columns[i] as Column)?.codes }
    const isRead = read.every((h) => h !== undefined)
    return totalOf(own, others, isRead, { ...listed, side })
  })
}

/** Beside the subtotal of its group, a column named like the whole group is only one of its parts. */
function isNamedLikeItsSubtotal(columns: readonly Column[], at: number): boolean {
  const path = (columns[at] as Column).path
  const concept = conceptOf(path.at(-1))
  if (concept === undefined || concept !== conceptOf(path.at(-2))) return false
  const group = path.slice(0, -1).join('|')
  return columns.some(
    (c) =>
      c.path.length === path.length &&
      c.path.slice(0, -1).join('|') === group &&
      isBareTotal(understand(c.path.at(-1) ?? '', 'head').aspects),
  )
}

const conceptOf = (head: string | undefined): string | undefined =>
  head === undefined ? undefined : understand(head, 'head').aspects.concept

/** What a table or panel lists, and the nature that its title gives to all of it. */
export type ListedSide = Pick<Aspects, 'side' | 'nature'>

/** 本年收入 beside 本年支出: the columns themselves say which side they are. */
const listsBothSides = (read: (Aspects | undefined)[]): boolean =>
  read.some((h) => h?.side === 'revenue' && !h.fund && !h.concept) &&
  read.some((h) => h?.side === 'expenditure')

/** The heads over a column down to one of them. */
const groupOf = (column: Pick<Column, 'path'>, depth: number): string =>
  column.path.slice(0, depth + 1).join('\n')

/** Groups over a source of money that is not theirs (其他收入 over 小计 and 事业收入): their sum has no concept. */
function mixedGroups(columns: readonly Column[]): ReadonlySet<string> {
  const mixed = new Set<string>()
  for (const column of columns) {
    const concepts = column.path.map((text) => understand(text, 'head').aspects.concept)
    concepts.forEach((concept, depth) => {
      if (concept === undefined || concept === 'revenue' || concept === 'expenditure') return
      if (concepts.slice(depth + 1).some((c) => c !== undefined && !c.startsWith(concept)))
        mixed.add(groupOf(column, depth))
    })
  }
  return mixed
}

/** What all heads over a column say together; undefined where one is not understood or two contradict each other. */
function headsOf(column: Column, mixed: ReadonlySet<string>): Aspects | undefined {
  let meaning: Aspects = {}
  for (const [depth, text] of column.path.entries()) {
    // A number that was taken for a head names nothing.
    if (!/\p{Script=Han}|[A-Za-z]/u.test(text)) continue
    const { aspects: printed, whole } = understand(text, 'head')
    const aspects: Aspects = mixed.has(groupOf(column, depth)) ? { umbrella: true } : printed
    // A head that was hardly legible is marked on its figures; what can be read of it still counts.
    if (!whole && !column.doubtful) return undefined
    // 本年收入 over 基本支出: income that is set aside for a nature has no key of its own.
    if (meaning.side === 'revenue' && aspects.nature) return { ...meaning, none: true }
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
    return heads.concept || heads.nature || !isIncome
      ? 'no-concept'
      : { ...heads, concept: 'revenue.carry-in' }
  }
  if (side !== 'revenue' && side !== 'both' && heads.concept?.startsWith('revenue')) return 'no-concept'
  // 财政拨款收入 over spending says whose money is spent.
  return side === 'revenue' || side === 'expenditure' ? { ...heads, side } : heads
}

/** 财政拨款 beside 政府性基金, where no column is 一般公共预算: whether it holds the fund or not is not said. */
function isBesideItsFunds(column: Column, columns: readonly Column[]): boolean {
  const leafOf = (c: Column) => understand(c.path.at(-1) ?? '', 'head').aspects.fund
  if (leafOf(column) !== 'fiscal') return false
  const group = groupOf(column, column.path.length - 2)
  const beside = columns.filter(
    (c) => c !== column && groupOf(c, c.path.length - 2) === group && !/^其中/.test(c.path.at(-1) ?? ''),
  )
  const funds = beside.map(leafOf)
  return funds.includes('government-fund') && !funds.includes('general')
}

/** 结转 or 结余 beside the total of both: a part that has no key of its own. */
function isPartOfCarried(
  at: number,
  columns: readonly Column[],
  read: readonly (Aspects | undefined)[],
): boolean {
  const own = read[at]
  const group = (columns[at] as Column).path[0]
  if (!own?.carry || own.total || own.fund || (columns[at] as Column).path.length < 2) return false
  return columns.some((c, j) => j !== at && c.path[0] === group && read[j]?.carry && read[j]?.total)
}

/** A total that no group, fund or kind narrows. */
const isBareTotal = (heads: Aspects): boolean =>
  heads.total !== undefined && !heads.concept && !heads.fund && !heads.nature && !heads.carry

/**
 * A total is what its parts have in common; with money carried in it is the grand total. Undefined where a part is not
 * understood (`isRead`) that could make it another one.
 */
function totalOf(
  own: Aspects,
  parts: Aspects[],
  isRead: boolean,
  { side, nature }: ListedSide,
): ColumnMeaning {
  if (side !== 'revenue' && side !== 'expenditure') {
    if (!isRead) return undefined
    const concepts = parts.flatMap((p) => (p.concept && !p.concept.startsWith('revenue') ? [p.concept] : []))
    const kinds = new Set(concepts.map((c) => c.split('.')[0]))
    return kinds.size > 1 && concepts.includes('three-public') ? 'no-concept' : own
  }
  // Below 当年预算, and beside the total of all, a subtotal is the year's own; 本年预算 is, unless its parts stand beside it.
  if (own.total === 'year' && !isRead) return undefined
  const isYears = own.total === 'year' ? !parts.some((p) => p.ofTheYear) : own.ofTheYear
  if (isYears || own.total === 'part') return { ...own, concept: side }
  const carried = parts.some((p) => p.carry || p.concept === 'revenue.account-balance')
  // What is split by nature is spending of the year, unless the year's own stands beside it.
  const split = nature !== undefined && !parts.some((p) => p.ofTheYear)
  if (!isRead && (!carried || split)) return undefined
  return { ...own, concept: carried && !split ? `${side}.grand-total` : side }
}
