import type { Extracted, Fact, FactKey } from '../../model/filing.js'
import { compact } from '../print.js'

/** An amount of the text with the change and the percentages behind it, and the words that lead to it. */
export interface Clause {
  amount: Fact
  /** Change and percentages of the same item, up to the next amount. */
  more: Fact[]
  /** From the figure or the full stop before it; empty where the amount cannot be found in the text. */
  words: string
}

/** The clauses of a passage, in the order of the print. */
export function clausesOf(filing: Extracted, sectionId: string): Clause[] {
  const text = compact(filing.sections.find((s) => s.section_id === sectionId)?.text ?? '')
  const clauses: Clause[] = []
  let cursor = 0
  for (const fact of inOrder(
    filing.facts.filter((f) => f.source === 'prose' && f.section_id === sectionId),
  )) {
    const at = /\d/.test(fact.raw) ? text.indexOf(fact.raw, cursor) : -1
    const words = at < 0 ? '' : text.slice(cursor, at).replace(/^.*[。；]/, '')
    if (at >= 0) cursor = at + fact.raw.length
    if (fact.measure === 'amount') clauses.push({ amount: fact, more: [], words })
    else {
      const last = clauses.at(-1)
      if (last && isSameItem(last.amount, fact)) last.more.push(fact)
    }
  }
  return clauses
}

const ITEM: readonly (keyof FactKey)[] = [
  'concept',
  'fund',
  'function_code',
  'economy_code',
  'government_economy_code',
  'nature',
  'entity',
]
export const isSameItem = (a: Fact, b: Fact): boolean => ITEM.every((k) => a[k] === b[k])

/** Figures with two facts stand side by side. */
const inOrder = (facts: Fact[]): Fact[] =>
  facts.sort((a, b) => a.page - b.page || topOf(a) - topOf(b) || leftOf(a) - leftOf(b))

const leftOf = (fact: Fact): number => Number(fact.bbox.split(' ')[0])
const topOf = (fact: Fact): number => Number(fact.bbox.split(' ')[1])
