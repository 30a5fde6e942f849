import { keyOf } from '../model/fact-key.js'
import type { Extracted, Fact } from '../model/filing.js'
import { groupBy } from '../model/group-by.js'
import { said } from '../model/saying.js'
import { printedLike, unitOfSentence } from './amounts.js'
import type { Judgement } from './check.js'
import { at, figureNamed } from './naming.js'
import { judgeSum } from './sums.js'

/** Names what a list of the text leaves out, where a table lists it and it is just what the list falls short by. */
export function withItemsInTable(
  judgement: Judgement,
  code: 'function_code' | 'economy_code',
  filing: Extracted,
): Judgement {
  const [total, ...items] = judgement.facts
  if (!total || judgement.outcome !== 'fail' || judgement.difference.startsWith('-')) return judgement
  const left = leftOut(total, items, code, filing).find(
    (own) => judgeSum('', total, [...items, ...own]).outcome === 'pass',
  )
  const [first] = left ?? []
  if (!left || !first) return judgement
  const like = unitOfSentence([total])
  const named = left.map((f) =>
    said('figure.operand', { name: figureNamed(f), printed: printedLike(f, like) }),
  )
  return {
    ...judgement,
    severity: 'warning',
    because: said('because.items-in-table', { at: at(filing, first), items: named }),
  }
}

/** Per table: its items of the list's level that are neither in the list nor above or below what is. */
function leftOut(
  total: Fact,
  items: readonly Fact[],
  code: 'function_code' | 'economy_code',
  filing: Extracted,
): Fact[][] {
  const codes = items.map((f) => f[code])
  const level = Math.max(...codes.map((c) => c.length))
  const isListed = (own: string) => codes.some((c) => c.startsWith(own) || own.startsWith(c))
  const own = filing.facts.filter(
    (f) =>
      f.source === 'table' &&
      f.value !== '0' &&
      f[code].length === level &&
      !isListed(f[code]) &&
      keyOf({ ...f, [code]: '' }) === keyOf(total),
  )
  return [...groupBy(own, (f) => f.table_id).values()].map((rows) =>
    [...groupBy(rows, (f) => f[code]).values()].map((same) => same[0] as Fact),
  )
}
