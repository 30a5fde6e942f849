import type { Extracted, Fact } from '../model/filing.js'
import { groupBy } from '../model/group-by.js'
import { decimal } from '../model/money.js'
import { said } from '../model/saying.js'
import { printedLike } from './amounts.js'
import type { Judgement } from './check.js'
import { nameOf } from './groups.js'
import { at, cellNamed } from './naming.js'

/** What is left over can be a debt; income and spending can not. */
const LEFT_OVER = /carry|surplus|account-balance/

/** Amounts of one kind of print: one row that holds where none is below zero, else one row for each that is. */
export function judgeBelowZero(filing: Extracted, source: Fact['source']): Judgement[] {
  const amounts = filing.facts.filter(
    (f) => f.source === source && f.measure === 'amount' && !LEFT_OVER.test(f.concept),
  )
  const below = amounts.filter((f) => decimal(f.value).lt(0))
  if (below.length === 0) return amounts.length > 0 ? [holds] : []
  return [...groupBy(below, (f) => `${f.page}|${f.bbox}|${f.raw}`).values()].map((print) => {
    const [fact] = print as [Fact]
    return {
      ...holds,
      subject: `${nameOf(fact)}≥0 p${fact.page}`,
      outcome: 'fail',
      actual: fact.value,
      facts: print,
      says: said('below-zero.amount', {
        at: at(filing, fact),
        name: cellNamed(filing, fact),
        printed: printedLike(fact, fact),
      }),
    }
  })
}

/** A bound that holds confirms no digit. */
const holds: Judgement = {
  subject: '收支≥0',
  outcome: 'pass',
  expected: '',
  actual: '',
  difference: '',
  tolerance: '',
  facts: [],
  reason: '',
}
