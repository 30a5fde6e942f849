// Figures that differ for a reason that the filing itself prints.
import { describe, expect, it } from 'vitest'
import type { Sketch } from '../../src/check/check.js'
import { checkFiling } from '../../src/check/index.js'
import type { Fact } from '../../src/model/filing.js'
import { filingOf } from './filing-of.js'

/** What a check finds: severities, in the order of the print. */
const found = (id: string, sketch: Sketch) =>
  checkFiling(filingOf(sketch))
    .findings.filter((f) => f.check_id === id)
    .map((f) => f.severity)

const amount = (raw: string, more: Partial<Fact>): Partial<Fact> => ({
  raw,
  value: `${Math.round(Number(raw) * 10000)}`,
  ...more,
})

describe('a table of spending that counts what was carried in', () => {
  const paper = (heads: string[], total: string, carriedOut: string): Sketch => ({
    tables: [
      { table_id: 'a', type: 'income-expenditure-summary' },
      {
        table_id: 'b',
        type: 'expenditure-summary',
        header_rows: 1,
        lines: [heads, ['云汀市古渠局', total, '90.00', '5.00']],
      },
    ],
    facts: [
      amount('100.00', { table_id: 'a', fund: 'all', column: 1, row: 1 }),
      amount(carriedOut, { table_id: 'a', fund: 'all', concept: 'expenditure.carry-out', column: 1, row: 2 }),
      amount('105.00', { table_id: 'a', fund: 'all', concept: 'expenditure.grand-total', column: 1, row: 3 }),
      amount(total, { table_id: 'b', fund: 'all', concept: 'expenditure.grand-total', column: 1, row: 0 }),
    ],
  })
  const check = (...args: Parameters<typeof paper>) => found('YS-TABLES-SPENDING-TOTAL', paper(...args))
  const WITH_CARRY = ['单位', '合计', '本年拨款', '上年结转']

  it('has the grand total of the summary', () => {
    expect(check(WITH_CARRY, '105.00', '0.00')).toEqual([])
    expect(check(['单位', '总计', '本年拨款', '其他'], '105.00', '0.00')).toEqual([])
  })
  it('may spend what the summary carries out', () =>
    expect(check(WITH_CARRY, '105.00', '5.00')).toEqual(['warning']))
  it('has neither', () => expect(check(WITH_CARRY, '106.00', '0.00')).toEqual(['error']))
  it('without such a column', () =>
    expect(check(['单位', '合计', '本年拨款', '其他'], '105.00', '0.00')).toEqual(['error']))
})
