import { expect, it } from 'vitest'
import { asPageRange, holds, rangeName } from '../../src/model/page-range.js'

it.each([
  ['3-10,15', '3-10,15'],
  ['15, 3-10', '3-10,15'],
  ['1，2、3', '1-3'],
  ['1-5,2-3,6', '1-6'],
  ['7', '7'],
  ['4-4', '4'],
])('%s names pages', (text, name) => {
  expect(rangeName(asPageRange(text) ?? [])).toBe(name)
})

it.each(['', '0', '3-', '-3', '5-3', 'a', '1-2-3', '1,,2', ',', '1.5', '1-99999999'])(
  '“%s” names none',
  (text) => {
    expect(asPageRange(text)).toBeUndefined()
  },
)

it('holds its ends and nothing beyond', () => {
  const range = asPageRange('3-5,9') ?? []
  expect([2, 3, 5, 6, 8, 9, 10].filter((page) => holds(range, page))).toEqual([3, 5, 9])
})
