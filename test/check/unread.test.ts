import { describe, expect, it } from 'vitest'
import { judgeSum } from '../../src/check/sums.js'
import { withoutUnread } from '../../src/check/unread.js'
import { factOf, filingOf } from './filing-of.js'

const at = (raw: string, bbox: string, i: number) =>
  factOf({ raw, value: `${Number(raw) * 10000}`, bbox, row: i, column: 1 }, i)
const total = at('40.00', '100.0 90.0 130.0 100.0', 0)
const part = at('25.00', '100.0 50.0 130.0 60.0', 1)
const unread = (text: string, bbox: string, reason: 'listed' | '' = '') =>
  filingOf({ facts: [total, part], loose_numbers: [{ page: 1, bbox, text, reason }] })

const outcome = (filing: ReturnType<typeof filingOf>) =>
  withoutUnread(judgeSum('合计', total, [part]), filing).outcome

describe('a sum that lacks a printed figure nobody understood', () => {
  it('is undecided where the figure makes it agree', () => {
    expect(outcome(unread('15.00', '101.0 70.0 130.0 80.0'))).toBe('undecided')
  })
  it('fails where the figure does not, stands elsewhere or is understood to be none', () => {
    expect(outcome(unread('14.00', '101.0 70.0 130.0 80.0'))).toBe('fail')
    expect(outcome(unread('15.00', '201.0 70.0 230.0 80.0'))).toBe('fail')
    expect(outcome(unread('15.00', '101.0 70.0 130.0 80.0', 'listed'))).toBe('fail')
  })
})
