import { describe, expect, it } from 'vitest'
import { cutAtRulings } from '../../../src/read/ocr/cut.js'
import type { PixelRuling } from '../../../src/read/ocr/picture.js'

const vertical = (at: number, from: number, to: number): PixelRuling => ({
  direction: 'vertical',
  at,
  from,
  to,
  thickness: 2,
})

describe('cutAtRulings', () => {
  const box = { x0: 0, y0: 100, x1: 300, y1: 130 }

  it('cuts a piece of text where a line between two cells runs through it', () => {
    expect(cutAtRulings([box], [vertical(100, 0, 500), vertical(200, 90, 140)])).toEqual([
      { x0: 0, y0: 100, x1: 99, y1: 130 },
      { x0: 101, y0: 100, x1: 199, y1: 130 },
      { x0: 201, y0: 100, x1: 300, y1: 130 },
    ])
  })

  it('leaves it whole where the line is that of another row', () => {
    expect(cutAtRulings([box], [vertical(100, 0, 105), vertical(200, 128, 400)])).toEqual([box])
  })

  it('parts two rows at the line between them, not at one that only frames them', () => {
    const across = (at: number): PixelRuling => ({ ...vertical(at, 0, 400), direction: 'horizontal' })
    const rows = { ...box, y1: 170 }
    expect(cutAtRulings([rows], [across(135), across(102)])).toEqual([
      { x0: 0, y0: 100, x1: 300, y1: 134 },
      { x0: 0, y0: 136, x1: 300, y1: 170 },
    ])
  })
})
