import { describe, expect, it } from 'vitest'
import { findInkLines } from '../../../src/read/ocr/ink-lines.js'
import type { Gray } from '../../../src/read/ocr/picture.js'
import { blankPage, fill } from './draw.js'
import { type Drawn, drawn, inPoints } from './draw-text.js'

/** Boxes found among these texts, in reading order. */
const found = async (texts: readonly Drawn[]) => inPoints(findInkLines(await drawn(texts)))

describe('lines of ink', () => {
  it('neighbouring cells are apart, points and commas stay with their figures', async () => {
    const boxes = await found([
      ['机关事业单位基本养老保险缴费支出', 60, 100],
      ['1,410,886.00', 250, 100],
      ['-0.05', 340, 100],
      ['2080505', 400, 100],
    ])
    expect(boxes).toHaveLength(4)
    expect(boxes.map(([x0]) => x0)).toEqual([60, 251, 341, 401])
    expect(boxes[0]![1]).toBe(227)
    expect(boxes[1]![1]).toBeGreaterThan(310)
  })

  it('cells are apart by 13 points, words of one line are not', async () => {
    expect(
      await found([
        ['事业收入', 60, 100],
        ['经营收入', 115, 100],
      ]),
    ).toHaveLength(2)
    expect(await found([['（一）收入预算，其中：行政运行、三公经费', 60, 100]])).toHaveLength(1)
    expect(await found([['1 234.56', 60, 100]])).toHaveLength(1)
  })

  it('tight rows stay apart', async () => {
    const rows = ['一般公共服务支出', '二、社会保障，就业。', '三、1,234.50', '财政拨款—基金', '合计']
    // Wrapped cells are set no tighter than 1.1 of their type.
    const boxes = await found(rows.map((text, i): Drawn => [text, 60, 100 + i * 11.5]))
    expect(boxes).toHaveLength(rows.length)
    for (const [x0] of boxes) expect(x0).toBeLessThan(63)
  })

  it('characters of several strokes are one box, alone too', async () => {
    const boxes = await found([
      ['机关事业单位基本养老保险缴费支出', 60, 60],
      ['二', 60, 100],
      ['三', 120, 100],
      ['：', 180, 100],
      ['言', 240, 100],
      ['一', 300, 100],
    ])
    expect(boxes).toHaveLength(6)
  })

  it('roof and foot of a character are one box, though the page is full of lower digits', () => {
    const page = blankPage(900, 400)
    for (let row = 0; row < 8; row++)
      for (let digit = 0; digit < 12; digit++)
        fill(page, 300 + digit * 14, 40 + row * 40, 310 + digit * 14, 57 + row * 40)
    fill(page, 60, 40, 83, 53)
    fill(page, 65, 54, 79, 63)
    expect(findInkLines(page).filter((box) => box.x1 < 300)).toEqual([{ x0: 60, y0: 40, x1: 83, y1: 63 }])
  })

  it.each([
    [
      'overlapping halves',
      [
        [0, 0, 22, 15],
        [1, 12, 22, 24],
      ],
    ],
    [
      'halves as wide as all of it',
      [
        [0, 0, 28, 16],
        [0, 16, 28, 31],
      ],
    ],
    [
      'a top narrower than the dots below it',
      [
        [4, 0, 25, 19],
        [0, 22, 4, 30],
        [8, 20, 24, 31],
        [24, 21, 30, 28],
      ],
    ],
    [
      'a roof, a stroke and a mouth',
      [
        [0, 0, 36, 16],
        [9, 14, 27, 17],
        [6, 19, 30, 35],
      ],
    ],
  ] as [string, [number, number, number, number][]][])(
    'a character alone in its cell is one box among lower digits: %s',
    (_, pieces) => {
      const page = blankPage(900, 400)
      for (let row = 0; row < 8; row++)
        for (let digit = 0; digit < 12; digit++)
          fill(page, 300 + digit * 14, 40 + row * 40, 310 + digit * 14, 60 + row * 40)
      for (const [x0, y0, x1, y1] of pieces) fill(page, 60 + x0, 40 + y0, 60 + x1, 40 + y1)
      expect(findInkLines(page).filter((box) => box.x1 < 300)).toHaveLength(1)
    },
  )

  it('characters of narrow rows below each other stay apart, each alone in its cell', () => {
    const page = blankPage(900, 400)
    for (let row = 0; row < 8; row++)
      for (let digit = 0; digit < 12; digit++)
        fill(page, 300 + digit * 14, 40 + row * 34, 310 + digit * 14, 60 + row * 34)
    for (let row = 0; row < 8; row++) {
      fill(page, 60, 36 + row * 34, 88, 50 + row * 34)
      fill(page, 60, 51 + row * 34, 88, 65 + row * 34)
    }
    expect(findInkLines(page).filter((box) => box.x1 < 300)).toHaveLength(8)
  })

  it('a cell in the middle of two rows joins neither', async () => {
    const boxes = await found([
      ['上海市商务', 60, 100],
      ['委员会本部', 60, 116],
      ['1,234.00', 130, 108],
    ])
    expect(boxes).toHaveLength(3)
  })

  it('a heading does not swallow the small print beside and under it', async () => {
    const boxes = await found([
      ['部门预算', 60, 100, 26],
      ['单位：万元', 200, 112, 8],
      ['编制单位', 60, 140, 8],
      ['科目', 60, 200],
      ['金额', 160, 200],
    ])
    expect(boxes).toHaveLength(5)
  })

  it('dust, rests of lines and an empty sheet give nothing', async () => {
    const sheet = await drawn([
      ['财政拨款收入', 60, 100],
      ['-', 200, 100],
      ['12.00', 300, 100],
    ])
    const paint = (x0: number, y0: number, x1: number, y1: number) => {
      for (let y = y0; y < y1; y++) sheet.data.fill(0, y * sheet.width + x0, y * sheet.width + x1)
    }
    for (let i = 0; i < 40; i++)
      paint(100 + i * 31, 900 + ((i * 53) % 300), 102 + i * 31, 902 + ((i * 53) % 300))
    paint(200, 1400, 900, 1403)
    paint(400, 1500, 403, 1800)
    expect(findInkLines(sheet)).toHaveLength(3)
    const white: Gray = { width: 400, height: 400, channels: 1, data: new Uint8Array(160_000).fill(250) }
    expect(findInkLines(white)).toEqual([])
  })

  it('rows that hang together by a blot are parted', async () => {
    const sheet = await drawn([
      ['基本支出项目支出', 60, 100],
      ['1234567890123456', 60, 113],
    ])
    const x = Math.round((100 * 200) / 72)
    for (let y = 280; y < 370; y++) sheet.data.fill(0, y * sheet.width + x, y * sheet.width + x + 3)
    expect(findInkLines(sheet).filter((b) => b.x1 - b.x0 > 100)).toHaveLength(2)
  })

  it('takes no longer than a moment for a full page', async () => {
    const texts = Array.from({ length: 50 }, (_, row): Drawn[] =>
      [0, 1, 2, 3].map((column) => [`支出${row}${column}1,234.56`, 40 + column * 130, 40 + row * 15]),
    ).flat()
    const sheet = await drawn(texts)
    findInkLines(sheet)
    const start = process.cpuUsage()
    expect(findInkLines(sheet)).toHaveLength(200)
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1000).toBeLessThan(600)
  })
})
