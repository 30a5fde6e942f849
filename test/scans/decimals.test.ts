import { describe, expect, it } from 'vitest'
import type { Page } from '../../src/model/page.js'
import { decimalsIn, decimalsOn, differing, scoreDecimals } from './decimals.js'

describe('figures with a decimal point', () => {
  it.each([
    ['一般公共预算 21, 601, 733. 00 元', ['21601733.00']],
    ['１，５１１．８９　1,503.52   603.14', ['1511.89', '1503.52', '603.14']],
    ['2019 年 118.05 万元，比 100.00，200.00 多 5%', ['118.05', '100.00', '200.00']],
    ['201 06 01 合计', []],
  ])('in %s', (text, expected) => expect(decimalsIn(text)).toEqual(expected))

  it('on a page are put together by their boxes, column by column', () => {
    const line = (text: string, x: number) =>
      [...text].map((char, i) => ({
        text: char,
        page: 1,
        x0: x + 6 * i,
        x1: x + 6 * i + 6,
        y0: 100,
        y1: 110,
        size: 10,
        bold: false,
        confidence: 0.9,
      }))
    const page: Page = {
      number: 1,
      width: 595,
      height: 842,
      glyphs: [...line('1,503.52', 100), ...line('603.14', 260)],
      rulings: [],
      pictures: [],
      hidden: [],
      method: 'ocr',
    }
    expect(decimalsOn(page).sort()).toEqual(['1503.52', '603.14'])
  })

  it('count as often as they are printed', () => {
    const [truth, read] = [
      ['1.0', '1.0', '2.5'],
      ['1.0', '2.5', '2.5', '3.1'],
    ]
    expect(scoreDecimals(truth!, read!)).toEqual({ truth: 3, read: 4, right: 2 })
    expect(differing(truth!, read!)).toEqual({ missed: ['1.0'], extra: ['2.5', '3.1'] })
  })
})
