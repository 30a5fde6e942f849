import { expect, it } from 'vitest'
import { settleBrackets } from '../../../src/read/ocr/brackets.js'
import type { ReadCharacter } from '../../../src/read/ocr/engine.js'

const settled = (text: string): ReadCharacter[] =>
  settleBrackets(
    [...text].map((c, i) => ({
      text: c,
      confidence: 0.97,
      alternatives: [],
      x0: i * 20,
      y0: 0,
      x1: i * 20 + 19,
      y1: 20,
    })),
  )

it.each([
  ['江州市水利局(本级)', '江州市水利局（本级）'],
  ['(一)收入', '（一）收入'],
  ['增长(12.5%)', '增长(12.5%)'],
  ['其他(2)类', '其他(2)类'],
  ['（（注：单位', '（注：单位'],
  ['（）收入', '（）收入'],
])('reads %s as %s', (read, printed) => {
  expect(
    settled(read)
      .map((c) => c.text)
      .join(''),
  ).toBe(printed)
})

it('keeps what was read among what may be printed', () => {
  expect(settled('局(本')[1]).toMatchObject({ confidence: 0.97, alternatives: [{ text: '(' }] })
})

it('counts a line that opens with brackets around a stroke that was not seen', () => {
  const [open, close, ...rest] = settled('（）收入')
  const apart = [open!, ...[close!, ...rest].map((c) => ({ ...c, x0: c.x0 + 20, x1: c.x1 + 20 }))]
  const counted = settleBrackets(apart)
  expect(counted.map((c) => c.text).join('')).toBe('（一）收入')
  expect(counted[1]).toMatchObject({ confidence: 0.5, x0: 19, x1: 40 })
})
