import { describe, expect, it } from 'vitest'
import { tight } from '../../../src/read/ocr/ink.js'
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
