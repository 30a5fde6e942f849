import { describe, expect, it } from 'vitest'
import { addIntervals, canonical, decimal, intervalOf, overlaps } from '../../src/model/money.js'

describe('money', () => {
  it('writes canonical decimals', () => {
    expect(canonical(decimal('1180500.00'))).toBe('1180500')
    expect(canonical(decimal('-0'))).toBe('0')
    expect(canonical(decimal('0.10'))).toBe('0.1')
    expect(canonical(decimal('1e3'))).toBe('1000')
  })

  it('stays exact where floating point is not', () => {
    expect(canonical(decimal('0.1').plus('0.2'))).toBe('0.3')
  })

  it('takes a printed figure for the interval of its digits', () => {
    const wan = decimal('10000')
    const printed = intervalOf(decimal('47.02').times(wan), 2, wan)
    expect([canonical(printed.low), canonical(printed.high)]).toEqual(['470150', '470250'])
    expect(overlaps(printed, intervalOf(decimal('470202.3'), 1))).toBe(true)
    expect(overlaps(printed, intervalOf(decimal('470260'), 0))).toBe(false)
  })

  it('adds intervals, so that sums of rounded figures may differ in the last place', () => {
    const parts = ['0.33', '0.33', '0.33'].map((v) => intervalOf(decimal(v), 2))
    expect(overlaps(addIntervals(parts), intervalOf(decimal('1.00'), 2))).toBe(true)
    expect(overlaps(addIntervals(parts), intervalOf(decimal('1.02'), 2))).toBe(false)
  })
})
