import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/index.js'
import type { Table } from '../../src/model/document.js'
import { PageDrawing } from './make-page.js'

/** Columns 100 points wide, of which the first row lacks the line between the second and the third. */
const drawing = () => {
  const page = new PageDrawing().text('支出预算表', 200, 60, 16)
  for (const y of [100, 120, 140, 160]) page.line(60, y, 360, y)
  for (const x of [60, 160, 360]) page.line(x, 100, x, 160)
  page.line(260, 120, 260, 160)
  page.text('科目名称', 92, 105, 9)
  for (const y of [125, 145]) page.text('水文', 63, y, 9).text('1.20', 200, y, 9).text('3.40', 300, y, 9)
  return page
}

/** What stands in the cells of the first row, left to right. */
const firstRow = (page: PageDrawing, method: 'text' | 'ocr' = 'ocr') => {
  const read = page.page()
  const glyphs = read.glyphs.map((g) => (method === 'ocr' ? { ...g, alternatives: [] } : g))
  const { blocks } = layOut([{ ...read, method, glyphs }])
  const table = blocks.find((b): b is Table => b.kind === 'table') as Table
  return table.cells
    .filter((c) => c.row === 0 && c.column > 0)
    .sort((a, b) => a.column - b.column)
    .map((c) => `${c.column}+${c.columnSpan} ${c.text.text.replace(/\s/g, '')}`)
}

const HEADS = () => drawing().text('基本支出', 192, 105, 9).text('项目支出', 292, 105, 9)

describe('what stands in one cell since the line between was not seen', () => {
  it('is parted where two heads stand in the middle of theirs', () => {
    expect(firstRow(HEADS())).toEqual(['1+1 基本支出', '2+1 项目支出'])
  })

  it('is parted where the characters of both heads are set apart', () => {
    const page = drawing().text('合', 190, 105, 9).text('计', 220, 105, 9)
    expect(firstRow(page.text('小', 290, 105, 9).text('计', 320, 105, 9))).toEqual(['1+1 合计', '2+1 小计'])
  })

  it('is one cell in a text layer, which has its lines drawn or not', () => {
    expect(firstRow(HEADS(), 'text')).toEqual(['1+2 基本支出项目支出'])
  })

  it('is parted where two figures stand apart, be it by less than a character', () => {
    expect(firstRow(drawing().text('12.00', 235, 105, 9).text('345.00', 262, 105, 9))).toEqual([
      '1+1 12.00',
      '2+1 345.00',
    ])
  })

  it.each([
    [
      'a word whose two characters are set far apart',
      drawing().text('合', 205, 105, 9).text('计', 305, 105, 9),
    ],
    [
      'a word whose characters are spread over it',
      [...'资金来源'].reduce((page, c, i) => page.text(c, 180 + 50 * i, 105, 9), drawing()),
    ],
    [
      'words with half a character beside a quotation mark',
      drawing().text('一般公共预算安排的“', 170, 105, 9).text('三公”经费支出预算数', 260, 105, 9),
    ],
    [
      'a head whose words stand elsewhere than in the middles',
      drawing().text('基本支出', 218, 105, 9).text('项目支出', 266, 105, 9),
    ],
  ])('is one cell where it is %s', (_, page) => {
    expect(firstRow(page)).toHaveLength(1)
  })
})
