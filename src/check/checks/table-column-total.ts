import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { tableAmounts } from '../groups.js'
import { judgeSum } from '../sums.js'

/** The total of a column is the sum of its classes. */
export const tableColumnTotal: Check = {
  id: 'YS-TABLE-COLUMN-TOTAL',
  asserts: {
    zh: '同一张表同一列中，合计＝各类之和。',
    en: 'In one column of one table, the total is the sum of the classes.',
  },
  basis: '表内合计按类汇总。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '合计 35.00 = 201 5.00 + 208 30.00',
  passing: [
    { function_code: '', label: '合计', value: '350000', raw: '35.00', decimals: 2, row: 0, column: 3 },
    { function_code: '201', value: '50000', raw: '5.00', decimals: 2, row: 1, column: 3 },
    { function_code: '208', value: '300000', raw: '30.00', decimals: 2, row: 2, column: 3 },
  ],
  failing: [
    { function_code: '', label: '合计', value: '360000', raw: '36.00', decimals: 2, row: 0, column: 3 },
    { function_code: '201', value: '50000', raw: '5.00', decimals: 2, row: 1, column: 3 },
    { function_code: '208', value: '300000', raw: '30.00', decimals: 2, row: 2, column: 3 },
  ],
  run: (filing) => [...tableAmounts(filing.facts).values()].flatMap(judgeTable),
}

const CODES = ['function_code', 'economy_code', 'government_economy_code'] as const

function judgeTable(facts: Fact[]): Judgement[] {
  const columns = groupBy(facts, (f) => `${f.column}|${keyOf(f, CODES)}`)
  const alike = groupBy([...columns.values()], ([first]) => keyOf(first as Fact, CODES))
  const out: Judgement[] = []
  for (const column of columns.values()) {
    // A summary can print the same total above and below its rows: each is held against the classes.
    const totals = column.filter((f) => !isCoded(f))
    if (totals.length === 0) totals.push(...grandTotal(column[0] as Fact, facts))
    const blocks = alike.get(keyOf(column[0] as Fact, CODES)) as Fact[][]
    const whole = [...column, ...besideIt(column, blocks)]
    for (const dimension of ['function_code', 'economy_code'] as const) {
      const classes = whole.filter((f) => f[dimension].length === 3)
      const repeated = new Set(classes.map((f) => f[dimension])).size < classes.length
      if (classes.length === 0 || repeated) continue
      for (const total of totals)
        out.push(judgeSum(`${total.label || '合计'}=Σ类 第${total.column}列`, total, classes))
    }
  }
  return out
}

/** Blocks side by side are one list: the total stands below the last of them and is of the others' classes as well. */
function besideIt(column: readonly Fact[], blocks: readonly Fact[][]): Fact[] {
  const beside = blocks.filter((block) => block !== column).flat()
  const codes = [...column.filter(isCoded), ...beside].map((f) => `${f.function_code}|${f.economy_code}`)
  return beside.every(isCoded) && new Set(codes).size === codes.length ? beside : []
}

const isCoded = (fact: Fact): boolean => fact.function_code !== '' || fact.economy_code !== ''

/** Some summaries have no total of the year: without carry-over, the grand total is it. */
function grandTotal(like: Fact, facts: readonly Fact[]): Fact[] {
  const inColumn = facts.filter(
    (f) => f.column === like.column && f.entity === like.entity && f.nature === '',
  )
  const carried = inColumn.some((f) => f.concept === `${like.concept}.carry-out` && f.value !== '0')
  const total = inColumn.find(
    (f) => f.concept === `${like.concept}.grand-total` && f.fund === like.fund && f.year === like.year,
  )
  return total && !carried && like.nature === '' ? [total] : []
}
