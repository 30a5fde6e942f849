import { keyOf } from '../../model/fact-key.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { compact } from '../print.js'

/** An amount of the text with the change and the percentages behind it, and the words that lead to it. */
export interface Clause {
  amount: Fact
  /** Change and percentages of the same item, up to the next amount. */
  more: Fact[]
  /** From the figure or the full stop before it; empty where the amount cannot be found in the text. */
  words: string
}

/** The clauses of a passage, in the order of the print, in which the facts of a filing are when it is checked. */
export function clausesOf(filing: Extracted, sectionId: string): Clause[] {
  const text = compact(filing.sections.find((s) => s.section_id === sectionId)?.text ?? '')
  const clauses: Clause[] = []
  let cursor = 0
  let words = ''
  let last: Fact | undefined
  for (const fact of filing.facts.filter((f) => f.source === 'prose' && f.section_id === sectionId)) {
    // 收入支出总计 is one print and two figures.
    if (last?.bbox !== fact.bbox || last.page !== fact.page || last.raw !== fact.raw) {
      const at = /\d/.test(fact.raw) ? text.indexOf(fact.raw, cursor) : -1
      words = at < 0 ? '' : text.slice(cursor, at).replace(/^.*[。；]/, '')
      if (at >= 0) cursor = at + fact.raw.length
    }
    last = fact
    if (fact.measure === 'amount') clauses.push({ amount: fact, more: [], words })
    else {
      const clause = clauses.at(-1)
      if (clause && isSameItem(clause.amount, fact)) clause.more.push(fact)
    }
  }
  return clauses
}

/** Of one item, money, nature and scope; amounts of two years and their change are. */
export const isSameItem = (a: Fact, b: Fact): boolean => itemOf(a) === itemOf(b)

const itemOf = (fact: Fact): string => keyOf(fact, ['measure', 'year', 'basis'])
