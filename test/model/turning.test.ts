import { expect, it } from 'vitest'
import { asFiled } from '../../src/model/turning.js'

const sheet = (quarter: 0 | 90 | 180 | 270, skew = 0) => ({
  width: 800,
  height: 600,
  turning: { quarter, skew },
})
const BOX = { x0: 10, y0: 20, x1: 60, y1: 30 }
const rounded = ({ x0, y0, x1, y1 }: typeof BOX) => [x0, y0, x1, y1].map((n) => Math.round(n * 10) / 10)

it('a box stays where it is on a page that was not turned', () => {
  expect(asFiled(BOX)).toBe(BOX)
  expect(asFiled(BOX, { width: 800, height: 600 })).toBe(BOX)
})

it.each([
  // Turned by a quarter clockwise, the left edge of the file's page became the top edge.
  [90, [20, 740, 30, 790]],
  [180, [740, 570, 790, 580]],
  [270, [570, 10, 580, 60]],
] as const)('a box of a page that was turned by %i degrees', (quarter, expected) => {
  expect(rounded(asFiled(BOX, sheet(quarter)))).toEqual(expected)
})

it('a box of a page that was straightened lies crooked, and is as large as that asks for', () => {
  const { x0, y0, x1, y1 } = asFiled({ x0: 700, y0: 295, x1: 760, y1: 305 }, sheet(0, 2))
  const [far, angle] = [330, (2 * Math.PI) / 180]
  // Right of the middle, what was turned clockwise by two degrees had been higher.
  expect((y0 + y1) / 2).toBeCloseTo(300 - far * Math.sin(angle), 1)
  expect((x0 + x1) / 2).toBeCloseTo(400 + far * Math.cos(angle), 1)
  expect(y1 - y0).toBeGreaterThan(10)
})
