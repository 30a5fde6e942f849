import { describe, expect, it } from 'vitest'
import { scanPdf } from '../../../samples/scans/scan.js'
import { PLAIN } from '../../../samples/scans/treatment.js'
import { otherReadings } from '../../../src/model/alternatives.js'
import type { Glyph, Page } from '../../../src/model/page.js'
import { withSecondOpinion } from '../../../src/read/ocr/second-opinion.js'
import { readPaper, smallPaper, textOf } from './small-paper.js'

/** A line of characters, ten points high and wide each, or as wide as they have to be. */
const line = (text: string, y = 0, wide = 10): Glyph[] =>
  [...text].map((c, i) => ({
    text: c,
    page: 1,
    x0: wide * i,
    y0: y,
    x1: wide * i + wide,
    y1: y + 10,
    size: 10,
    bold: false,
    confidence: 0.99,
    alternatives: [],
  }))

/** Enough that agrees for the rest to be weighed. */
const REST = ['本年收入合计1,234.56', '财政拨款收入789.10', '事业收入45.33万元', '项目支出一览表2026']
const lines = (first: string, wide = 10): Glyph[] =>
  [first, ...REST].flatMap((text, i) => line(text, 20 * i, i === 0 ? wide : 10))

const pageOf = (glyphs: Glyph[]): Page => ({
  number: 1,
  width: 400,
  height: 300,
  glyphs,
  hidden: [],
  rulings: [],
  pictures: [],
  method: 'ocr',
})

/** What becomes unsure of our reading beside a layer's, and what its characters may be else. */
function doubts(ours: string, theirs: string): string[] {
  const { glyphs } = withSecondOpinion(pageOf(lines(ours)), lines(theirs, (10 * ours.length) / theirs.length))
  expect(glyphs.map((g) => g.text).join('')).toBe([ours, ...REST].join(''))
  return glyphs
    .filter((g) => g.confidence < 0.99)
    .map((g) => `${g.text}→${g.alternatives?.map((a) => a.text).join('/')}`)
}

describe('a figure or head that the invisible layer has otherwise', () => {
  it.each([
    ['1,850.00', '1,350.00', ['8→3']],
    ['1,850.00', '1850.00', []],
    ['1,850.00', '1.850.00', []],
    ['1850.00', '185.00', ['0→']],
    ['185.00', '1850.00', ['5→50']],
    ['185000', '1850.00', ['0→0.']],
    ['185.00', '-185.00', ['1→-1']],
    ['1,850.00', '1,8S0.00', []],
    ['1,850.00', '', []],
    ['（1,850.00）', '(1,850.00)', []],
    ['基本支出', '项目支出', ['基→项', '本→目', '支→', '出→']],
    ['基本支出', '墓本支山', []],
    ['2025年', '2026年', ['5→6']],
  ])('%s against %s', (ours, theirs, doubtful) => {
    expect(doubts(ours, theirs)).toEqual(doubtful)
  })

  it('may be read as the layer has it, where sums prove it', () => {
    const { glyphs } = withSecondOpinion(pageOf(lines('1,850.00')), lines('1,350.00'))
    const raw = { text: '1,850.00', glyphs: glyphs.slice(0, 8) }
    expect(otherReadings(raw).map((r) => r.text)).toEqual(['1,350.00'])
  })

  it('says nothing where the layer is another page’s, garbage, or stands between the lines', () => {
    const page = pageOf(lines('1,850.00'))
    const layers = [
      line('收入支出总表9,999.99'),
      page.glyphs.map((g) => ({ ...g, text: '8' })),
      page.glyphs.map((g) => ({ ...g, y0: g.y0 + 8, y1: g.y1 + 8 })),
      page.glyphs.map((g) => ({ ...g, y0: g.y0 + 20, y1: g.y1 + 20 })),
      [],
    ]
    for (const layer of layers) expect(withSecondOpinion(page, layer).glyphs).toEqual(page.glyphs)
  })
})

describe('a scan with an invisible layer', () => {
  it('is read as without where the layer is right, and doubted where a digit is not', async () => {
    const without = await readPaper(await scanPdf(smallPaper, PLAIN))
    const unsure = (page: Page) => page.glyphs.filter((g) => g.confidence < 0.8).map((g) => g.text)
    expect(unsure(without)).toEqual([])
    const agreeing = await readPaper(await scanPdf(smallPaper, { ...PLAIN, layer: 'right' }))
    expect(agreeing.glyphs).toEqual(without.glyphs)
    const page = await readPaper(await scanPdf(smallPaper, { ...PLAIN, layer: 'digit' }))
    expect(textOf(page)).toBe(textOf(without))
    const [digit, ...others] = page.glyphs.filter((g) => g.confidence < 0.8)
    expect(others).toEqual([])
    expect(digit!.text).toMatch(/\d/)
    expect(digit!.alternatives![0]!.text).toMatch(/\d/)
  }, 300_000)
})
