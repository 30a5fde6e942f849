import { describe, expect, it } from 'vitest'
import type { CheckOutcome, Fact } from '../../src/model/filing.js'
import { lineOf } from '../../src/viewer/arithmetic.js'
import { factOf } from '../check/filing-of.js'

/** A figure as printed; `value` in 元. */
const printed = (raw: string, value: string, over: Partial<Fact> = {}): Fact =>
  factOf({ raw, value, unit: '万元', decimals: raw.split('.')[1]?.length ?? 0, ...over }, 0)

const outcome = (over: Partial<CheckOutcome>): CheckOutcome => ({
  outcome_id: 'o',
  filing_id: 'a'.repeat(16),
  check_id: 'YS-TABLE-COLUMN-TOTAL',
  scope: 'table',
  subject: '',
  outcome: 'pass',
  expected: '',
  actual: '',
  difference: '0',
  tolerance: '0',
  facts: [],
  reason: '',
  ...over,
})

const written = (line: ReturnType<typeof lineOf>): string =>
  line
    ? `${line.terms.map((t) => `${t.sign < 0 ? '−' : '+'}${t.value}`).join(' ')} = ${line.result}; ${line.wholeValue} ${line.unit} ${line.holds}`
    : ''

describe('a check written out', () => {
  it('is the sum of its parts in the unit that is printed, with all its digits', () => {
    const facts = [printed('118.05', '1180500'), printed('96.05', '960500'), printed('22.00', '220000')]
    const line = lineOf(outcome({ expected: '1180500', actual: '1180500' }), facts)
    expect(written(line)).toBe('+96.05 +22.00 = 118.05; 118.05 万元 true')
    expect(line?.interval).toBeUndefined()
  })

  it('says how far it is off where it fails', () => {
    const facts = [printed('118.05', '1180500'), printed('96.05', '960500'), printed('21.00', '210000')]
    const line = lineOf(
      outcome({ outcome: 'fail', expected: '1170500', actual: '1180500', tolerance: '150' }),
      facts,
    )
    expect(written(line)).toBe('+96.05 +21.00 = 117.05; 118.05 万元 false')
    expect(line?.tolerance).toBe('0.015')
  })

  it('shows the interval of the printed digits where it is what makes the sum hold', () => {
    const facts = [printed('118.06', '1180600'), printed('96.05', '960500'), printed('22.00', '220000')]
    const line = lineOf(outcome({ expected: '1180500', actual: '1180600', tolerance: '150' }), facts)
    expect(line?.interval).toEqual({ low: '118.04', high: '118.06' })
  })

  it('finds what is taken away: what was carried in and received, less what was spent, is carried over', () => {
    const facts = [
      printed('10.00', '100000'),
      printed('4.00', '40000'),
      printed('26.00', '260000'),
      printed('20.00', '200000'),
    ]
    const line = lineOf(outcome({ expected: '100000', actual: '100000' }), facts)
    expect(written(line)).toBe('+4.00 +26.00 −20.00 = 10.00; 10.00 万元 true')
  })

  it('is in 元 where figures of different units stand in it', () => {
    const facts = [printed('12.07', '120700'), printed('120700', '120700', { unit: '元' })]
    expect(written(lineOf(outcome({ expected: '120700', actual: '120700' }), facts))).toBe(
      '+120700 = 120700; 120700 元 true',
    )
  })

  it('counts persons in the word of the sum, whatever its parts are counted in', () => {
    const staff = (raw: string, unit: string) => printed(raw, raw, { measure: 'count', unit })
    const facts = [staff('8', '人'), staff('8', '名'), staff('5', '名')]
    const line = lineOf(outcome({ outcome: 'fail', expected: '13', actual: '8' }), facts)
    expect(written(line)).toBe('+8 +5 = 13; 8 人 false')
  })

  it('is none where the figures do not give what the outcome says, or are no amounts', () => {
    const facts = [printed('118.05', '1180500'), printed('96.05', '960500')]
    expect(lineOf(outcome({ expected: '1180500', actual: '1180500' }), facts)).toBeUndefined()
    const share = [printed('12.5', '12.5', { measure: 'share-pct', unit: '%' }), printed('1', '10000')]
    expect(lineOf(outcome({ expected: '12.5', actual: '12.5' }), share)).toBeUndefined()
    expect(lineOf(outcome({ expected: '', actual: '5' }), facts)).toBeUndefined()
  })
})
