import { expect, it } from 'vitest'
import type { Pair } from './compare.js'
import { reliabilityOf, reliabilityTable } from './reliability.js'

const pair = (confidence: number, value_read = ''): Pair =>
  ({ truth: { value: '12' }, read: { confidence, value_read } }) as Pair

it('counts a figure that arithmetic put right as read wrongly', () => {
  const table = reliabilityOf([{ right: [pair(1), pair(0.96), pair(0.7, '72')], wrong: [pair(0.7)] }])
  expect(table.filter((entry) => entry.figures > 0)).toEqual([
    { from: 0.995, figures: 1, wrong: 0 },
    { from: 0.95, figures: 1, wrong: 0 },
    { from: 0.6, figures: 2, wrong: 2 },
  ])
  expect(reliabilityTable(table)).toContain('| 0.6 | 2 | 2 | 100.000 % |')
})
