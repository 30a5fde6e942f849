import { describe, expect, it } from 'vitest'
import { leavesOf } from '../../src/layout/leaves.js'
import { PageDrawing } from './make-page.js'

const HEADS = ['科目名称', '金额']

/** A table on each side of a lying sheet; its middle is at `width / 2`. */
const booklet = (width = 1190, height = 842, number = 1) => {
  const half = width / 2
  return new PageDrawing(number, width, height)
    .text('收入预算表', 150, 60)
    .grid([60, 250, half - 60], [100, 130, 160], [HEADS, ['合计', '12.30']])
    .text('支出预算表', half + 150, 60)
    .grid([half + 60, half + 250, width - 60], [100, 130, 160], [HEADS, ['合计', '45.60']])
}
const textOf = (glyphs: { text: string }[]) => glyphs.map((g) => g.text).join('')

describe('the leaves of a picture', () => {
  it('of an open booklet are two, each with its print at its own left edge', () => {
    const single = new PageDrawing(2).text('第二张', 60, 60).page()
    const leaves = leavesOf([booklet().page(), single])
    expect(leaves.map(({ page, leaf }) => [page.number, leaf])).toEqual([
      [1, { page: 1, width: 1190, x: 0 }],
      [2, { page: 1, width: 1190, x: 595 }],
      [3, { page: 2, width: 595, x: 0 }],
    ])
    const [left, right] = leaves.map(({ page }) => page)
    expect(textOf(left!.glyphs)).toBe('收入预算表科目名称金额合计12.30')
    expect(textOf(right!.glyphs)).toBe('支出预算表科目名称金额合计45.60')
    expect(right!.glyphs.every((g) => g.page === 2)).toBe(true)
    expect(right!.glyphs[0]!.x0).toBe(150)
    expect(right!.rulings).toEqual(left!.rulings)
    expect([left!.width, right!.width]).toEqual([595, 595])
  })

  it('are the page where print runs through its middle', () => {
    const titled = booklet().text('2031年部门收支预算总表（单位：万元）', 500, 30).page()
    const ruled = booklet().line(60, 300, 1130, 300).page()
    expect(leavesOf([titled, ruled])).toEqual([{ page: titled }, { page: ruled }])
  })

  it('are the page where others of its size have no gutter', () => {
    const tables = [1, 2, 3].map((n) => booklet(1190, 842, n).line(60, 300, 1130, 300).page())
    const apart = booklet(1190, 842, 4).page()
    expect(leavesOf([...tables, apart])).toHaveLength(4)
    expect(leavesOf([apart, booklet(1190, 842, 2).page()])).toHaveLength(4)
  })

  it('are the page where it is no larger than one sheet, unless both sides bear their page numbers', () => {
    const small = booklet(842, 595)
    const page = small.page()
    expect(leavesOf([page])).toEqual([{ page }])
    const numbered = booklet(842, 595).text('- 6 -', 200, 560).text('- 7 -', 621, 560).page()
    expect(leavesOf([numbered])).toHaveLength(2)
    // A sheet of the same booklet whose numbers were not read.
    expect(leavesOf([numbered, booklet(842, 595, 2).page()])).toHaveLength(4)
    const apart = booklet(842, 595).text('- 6 -', 200, 560).text('- 9 -', 621, 560).page()
    expect(leavesOf([apart])).toEqual([{ page: apart }])
  })
})
