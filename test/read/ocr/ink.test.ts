import { describe, expect, it } from 'vitest'
import { tight } from '../../../src/read/ocr/ink.js'
import { withMinus } from '../../../src/read/ocr/minus.js'
import { blankPage, fill } from './draw.js'

describe('the smallest box around ink', () => {
  /** Two digits of small type; what stands before them is drawn by the test. */
  const page = () => {
    const drawn = blankPage(100, 40)
    fill(drawn, 40, 12, 45, 22)
    fill(drawn, 47, 12, 52, 22)
    return drawn
  }
  const digits = { x0: 40, y0: 12, x1: 52, y1: 22 }

  it('takes in a minus that is paler than ink and apart from its figure', () => {
    const drawn = page()
    fill(drawn, 32, 17, 37, 18, 190)
    expect(tight(drawn, digits)).toEqual({ ...digits, x0: 32 })
  })

  it.each([
    ['a stroke that is higher than a minus', [32, 12, 37, 22]],
    ['a speck', [36, 17, 37, 18]],
    ['a stroke at the foot of the line', [32, 21, 37, 22]],
    ['a line that comes from far away', [2, 17, 37, 18]],
  ] as const)('leaves out %s', (_, [x0, y0, x1, y1]) => {
    const drawn = page()
    fill(drawn, x0, y0, x1, y1, 190)
    expect(tight(drawn, digits)).toEqual(digits)
  })
})

describe('a minus that was not read', () => {
  const digit = (text: string, x0: number) => ({
    text,
    confidence: 0.99,
    alternatives: [],
    x0,
    y0: 12,
    x1: x0 + 5,
    y1: 22,
  })
  const box = { x0: 32, y0: 12, x1: 52, y1: 22 }
  const textOf = (from: number, to: number, read: string) => {
    const drawn = blankPage(100, 40)
    fill(drawn, from, 17, to, 18, 190)
    fill(drawn, 40, 12, 52, 22)
    const line = [...read].map((c, i) => digit(c, 40 + 7 * i))
    return withMinus(line, drawn, { ...box, x0: from }).map((c) => [c.text, c.confidence])
  }

  it('stands before its figure, in doubt', () => {
    expect(textOf(32, 37, '25')).toEqual([
      ['-', 0.5],
      ['2', 0.99],
      ['5', 0.99],
    ])
    // It touches the figure.
    expect(textOf(34, 40, '25')[0]).toEqual(['-', 0.5])
  })

  it('is neither the tip of a 4 nor one that was read', () => {
    expect(textOf(38, 40, '45')[0]?.[0]).toBe('4')
    expect(textOf(32, 37, '-25').map(([text]) => text)).toEqual(['-', '2', '5'])
  })
})
