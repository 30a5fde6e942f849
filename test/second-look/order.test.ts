import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/model/filing.js'
import { asMinDifference, lowered, ranked } from '../../src/second-look/index.js'
import { inTurn, listOf, newPile } from '../piles.js'
import { findingOf, rowOf } from './rows.js'

const order = async (...findings: Partial<Finding>[]): Promise<string[]> =>
  (await listOf(ranked(inTurn(findings.map((f) => rowOf(f))), newPile))).map((r) => r.finding.finding_id)

describe('the order of findings', () => {
  it('is gravity, then 元 as numbers whatever their sign, then counts and words as they came', async () => {
    expect(
      await order(
        { finding_id: 'info', severity: 'info', difference: '900000' },
        { finding_id: 'words', unit: '', difference: '' },
        { finding_id: '9', difference: '9' },
        { finding_id: 'warning', severity: 'warning', difference: '800000' },
        { finding_id: 'count', unit: '辆', difference: '5000' },
        { finding_id: '0', difference: '0' },
        { finding_id: '-10', difference: '-10' },
        { finding_id: 'percent', unit: '%', difference: '99' },
        { finding_id: '9.5', difference: '9.5' },
      ),
    ).toEqual(['-10', '9.5', '9', '0', 'words', 'count', 'percent', 'warning', 'info'])
  })

  it('keeps equals as they came', async () => {
    expect(
      await order({ finding_id: 'b' }, { finding_id: 'a' }, { finding_id: 'c', difference: '-10' }),
    ).toEqual(['b', 'a', 'c'])
  })

  it('keeps a root cause together under its first finding, ranked as its gravest and dearest', async () => {
    expect(
      await order(
        { finding_id: 'lone', difference: '50' },
        { finding_id: 'lead', severity: 'warning', difference: '70', root_cause_id: 'r' },
        { finding_id: 'small', difference: '2', root_cause_id: 'r' },
        { finding_id: 'dear', difference: '60', root_cause_id: 'r' },
        { finding_id: 'dearest', difference: '65' },
      ),
    ).toEqual(['dearest', 'lead', 'dear', 'small', 'lone'])
  })
})

describe('a difference too small to matter', () => {
  it.each([
    ['error', '99.99', '元', 'info', 'error'],
    ['warning', '-99.99', '元', 'info', 'warning'],
    ['error', '-100', '元', 'error', ''],
    ['info', '1', '元', 'info', ''],
    ['error', '1', '%', 'error', ''],
    ['error', '', '元', 'error', ''],
  ] as const)('of 100: %s of %s %s is %s, lowered from "%s"', (severity, difference, unit, now, from) => {
    expect(lowered(findingOf({ severity, difference, unit }), '100')).toMatchObject({
      severity: now,
      lowered_from: from,
    })
  })

  it('is judged anew from what the check said, not from what an earlier run made of it', () => {
    const once = lowered(findingOf({ difference: '50' }), '100')
    expect(lowered(once, '100')).toEqual(once)
    expect(lowered(once, '10')).toEqual(findingOf({ difference: '50' }))
    expect(lowered(once)).toEqual(findingOf({ difference: '50' }))
  })

  it.each(['-1', '', '1e3', '1,000', '１００', 'NaN', '.5', '5.', ' 5'])('is no “%s”', (text) => {
    expect(asMinDifference(text)).toBeUndefined()
  })
  it.each(['0', '100', '0.5', '10000.00'])('may be %s', (text) => {
    expect(asMinDifference(text)).toBe(text)
  })
})
