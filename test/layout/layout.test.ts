import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/index.js'
import type { Heading, Paragraph, Table } from '../../src/model/document.js'
import { PageDrawing } from './make-page.js'

const tablesOf = (...pages: PageDrawing[]) =>
  layOut(pages.map((p) => p.page())).blocks.filter((b): b is Table => b.kind === 'table')
const rowOf = (table: Table, row: number) =>
  table.cells
    .filter((c) => c.row === row)
    .sort((a, b) => a.column - b.column)
    .map((c) => c.text.text)

describe('ruled tables', () => {
  it('finds cells, title, unit line, marker and note', () => {
    const [table] = tablesOf(
      new PageDrawing()
        .text('表3', 60, 60)
        .text('某某局支出预算总表', 200, 80, 16, true)
        .text('单位：万元', 440, 110, 10)
        .grid(
          [60, 200, 300, 500],
          [130, 150, 170, 190],
          [
            ['项目', '合计', '基本支出'],
            ['合计', '12.00', '12.00'],
            ['工资', '12.00', '12.00'],
          ],
        )
        .text('注：本表含上年结转。', 60, 200, 10),
    )
    expect(table).toMatchObject({
      title: '某某局支出预算总表',
      marker: '表3',
      headerRows: 1,
      rows: 3,
      columns: 3,
      notes: ['注：本表含上年结转。'],
    })
    expect(table!.captionLines.join()).toContain('单位：万元')
  })

  describe('a row that a page break tore', () => {
    const xs = [60, 160, 260]
    const over = (bottom: string[], top: string[]) =>
      tablesOf(
        new PageDrawing()
          .text('收入预算总表', 200, 80, 16)
          .grid(
            xs,
            [700, 720, 740, 760, 780],
            [['单位名称', '合计'], ['合计', '48,437.36'], ['甲局', '36,000.00'], bottom],
          ),
        new PageDrawing(2).grid(xs, [60, 80, 100], [top, ['丙中心', '12.00']]),
      )[0] as Table

    it('is one row where the lower part holds the missing decimals', () => {
      const table = over(['乙局驾驶员', '12,437.3'], ['考试中心', '6'])
      expect(table.rows).toBe(5)
      expect(rowOf(table, 3)).toEqual(['乙局驾驶员考试中心', '12,437.36'])
    })

    it('is one row where a bracket is still open', () => {
      expect(rowOf(over(['乙局（留置看', '12,437.36'], ['护管理队）', '']), 3)).toEqual([
        '乙局（留置看护管理队）',
        '12,437.36',
      ])
    })

    it('stays two rows where the upper figure is whole', () => {
      expect(over(['乙局', '12,437.36'], ['丁局', '6']).rows).toBe(6)
      expect(over(['乙局', '12,437.36'], ['丁局', '6.00']).rows).toBe(6)
      expect(over(['乙局', '12,437.3'], ['丁局', '6.00']).rows).toBe(6)
    })
  })

  it('takes the first line of a numbered list for a row', () => {
    const [table] = tablesOf(
      new PageDrawing().text('部门预算单位构成', 200, 80, 16).grid(
        [60, 120, 360],
        [130, 150, 170, 190],
        [
          ['序号', '单位名称'],
          ['1', '某某局（本级）'],
          ['2', '某某中心'],
        ],
      ),
    )
    expect(table?.headerRows).toBe(1)
  })

  it('gives spans where no line is drawn', () => {
    const drawing = new PageDrawing().text('支出表', 250, 80, 16)
    for (const y of [100, 140, 160]) drawing.line(60, y, 360, y)
    drawing.line(160, 120, 360, 120)
    for (const x of [60, 160, 360]) drawing.line(x, 100, x, 160)
    drawing.line(260, 120, 260, 160)
    drawing
      .text('名称', 70, 110, 9)
      .text('支出', 240, 104, 9)
      .text('基本', 190, 124, 9)
      .text('项目', 290, 124, 9)
    drawing.text('工资', 70, 144, 9).text('1.00', 190, 144, 9).text('2.00', 290, 144, 9)
    const [table] = tablesOf(drawing)
    const cell = (text: string) => table!.cells.find((c) => c.text.text === text)
    expect(cell('名称')).toMatchObject({ rowSpan: 2, columnSpan: 1 })
    expect(cell('支出')).toMatchObject({ rowSpan: 1, columnSpan: 2 })
    expect(table!.headerRows).toBe(2)
  })

  it('keeps rows apart whose ruling was not drawn, and never fuses two numbers', () => {
    const [table] = tablesOf(
      new PageDrawing()
        .text('支出表', 250, 80, 16)
        .grid([60, 200, 300], [100, 120, 160], [['名称', '金额']])
        .text('甲', 63, 124, 9)
        .text('12.30', 203, 124, 9)
        .text('乙', 63, 144, 9)
        .text('45.60', 203, 144, 9),
    )
    expect(rowOf(table!, 1)).toEqual(['甲', '12.30'])
    expect(rowOf(table!, 2)).toEqual(['乙', '45.60'])
  })

  it('joins a number that wraps inside its narrow cell', () => {
    const [table] = tablesOf(
      new PageDrawing()
        .text('支出表', 250, 80, 16)
        .grid([60, 200, 240], [100, 120, 150], [['名称', '金额']])
        .text('甲', 63, 130, 9)
        .text('21,118.5', 201, 124, 9)
        .text('1', 201, 136, 9),
    )
    expect(rowOf(table!, 1)).toEqual(['甲', '21,118.51'])
  })

  it('joins a number that left no room for one more digit, and no two numbers', () => {
    const cell = (upper: string, lower: string) => {
      const [table] = tablesOf(
        new PageDrawing()
          .text('支出表', 250, 80, 16)
          .grid([60, 200, 230], [100, 120, 150], [['名称', '金额']])
          .text('甲', 63, 130, 10)
          .text(upper, 206, 124, 10)
          .text(lower, 206, 136, 10),
      )
      return rowOf(table!, 1)[1]
    }
    expect(cell('0.0', '0')).toBe('0.00')
    expect(cell('10', '20')).toBe('10\n20')
  })

  it('joins a table over pages by its columns: header repeated, a lone total, another place on the page', () => {
    const first = new PageDrawing(1).text('收入表', 250, 80, 16).grid(
      [60, 120, 300, 400],
      [100, 120, 140],
      [
        ['编码', '名称', '金额'],
        ['201', '服务', '1.00'],
      ],
    )
    const second = new PageDrawing(2).grid(
      [66, 126, 306, 406],
      [60, 80, 100],
      [
        ['编码', '名称', '金额'],
        ['208', '保障', '2.00'],
      ],
    )
    const third = new PageDrawing(3)
    for (const y of [60, 80]) third.line(60, y, 400, y)
    for (const x of [60, 300, 400]) third.line(x, 60, x, 80)
    third.text('合计', 150, 64, 9).text('3.00', 310, 64, 9)
    const tables = tablesOf(first, second, third)
    expect(tables).toHaveLength(1)
    expect(tables[0]).toMatchObject({ pageFirst: 1, pageLast: 3, rows: 4, headerRows: 1, columns: 3 })
    expect(rowOf(tables[0]!, 3)).toEqual(['合计', '3.00'])
  })

  it('keeps a row of which the page end took the upper or the lower line', () => {
    const xs = [60, 200, 300]
    const first = new PageDrawing()
      .text('支出表', 250, 60, 16)
      .grid(
        xs,
        [700, 720, 740],
        [
          ['名称', '金额'],
          ['甲', '1.00'],
        ],
      )
      .text('乙', 63, 745, 9)
      .text('2.00', 203, 745, 9)
    const second = new PageDrawing(2)
      .text('丙', 63, 45, 9)
      .text('3.00', 203, 45, 9)
      .grid(xs, [60, 80], [['丁', '4.00']])
    for (const x of xs) {
      first.line(x, 740, x, 758)
      second.line(x, 40, x, 60)
    }
    const [table, ...more] = tablesOf(first, second)
    expect(more).toEqual([])
    expect([1, 2, 3, 4].map((row) => rowOf(table!, row))).toEqual([
      ['甲', '1.00'],
      ['乙', '2.00'],
      ['丙', '3.00'],
      ['丁', '4.00'],
    ])
  })

  it('joins a name that a page end tore where every row has its number, and the line is missing', () => {
    const xs = [60, 100, 300]
    const table = (number: string) => {
      const first = new PageDrawing().text('支出表', 250, 60, 16).grid(
        xs,
        [700, 720, 740, 760],
        [
          ['序号', '名称'],
          ['1', '对企业补助'],
          ['2', '资本性支出'],
        ],
      )
      const second = new PageDrawing(2)
        .text(number, 63, 45, 9)
        .text('基本建设', 103, 45, 9)
        .grid(xs, [60, 80], [['4', '转移性支出']])
      for (const x of xs) second.line(x, 40, x, 60)
      return tablesOf(first, second)[0]!
    }
    expect(rowOf(table(''), 2)).toEqual(['2', '资本性支出基本建设'])
    expect(rowOf(table('3'), 3)).toEqual(['3', '基本建设'])
  })

  it('reads no characters drawn out of shape over a head', () => {
    const drawing = new PageDrawing().text('支出表', 250, 60, 16).grid(
      [60, 200, 300],
      [100, 120, 140],
      [
        ['名称', '会议费'],
        ['甲', '1.00'],
      ],
    )
    const page = drawing.page()
    const [like] = page.glyphs
    page.glyphs.push({ ...like!, text: '购', x0: 200, x1: 298, y0: 103, y1: 106, size: 5 })
    const [table] = layOut([page]).blocks.filter((b): b is Table => b.kind === 'table')
    expect(rowOf(table!, 0)).toEqual(['名称', '会议费'])
  })

  it('makes no row of sides that run on with nothing between them', () => {
    const page = new PageDrawing().text('支出表', 250, 60, 16).grid(
      [60, 200, 300],
      [100, 120, 140],
      [
        ['名称', '金额'],
        ['甲', '1.00'],
      ],
    )
    for (const x of [60, 200, 300]) page.line(x, 85, x, 155)
    expect(tablesOf(page)[0]?.rows).toBe(2)
  })

  it('leaves a table of other columns on the next page alone', () => {
    const first = new PageDrawing(1).text('收入表', 250, 80, 16).grid(
      [60, 120, 400],
      [100, 120, 140],
      [
        ['编码', '金额'],
        ['201', '1.00'],
      ],
    )
    const second = new PageDrawing(2).grid(
      [90, 200, 300, 520],
      [60, 80, 100],
      [
        ['甲', '乙', '丙'],
        ['1', '2', '3'],
      ],
    )
    expect(tablesOf(first, second)).toHaveLength(2)
  })
})

describe('running text', () => {
  const long = '本单位负责全市古渠的勘察登记与日常养护工作并组织编写年度报告'
  const body = (drawing: PageDrawing) =>
    drawing
      .text('一、主要职责', 84, 100, 14)
      .text(long.slice(0, 26), 84, 130)
      .text(`${long.slice(26)}，2025年预算`, 60, 150)
      .text('1,234.50', 306, 150)
      .text('万元。', 354, 152)

  it('reads headings and paragraphs in order, digits on another baseline in their line', () => {
    const { blocks } = layOut([body(new PageDrawing()).page()])
    expect(blocks[0]).toMatchObject({ kind: 'heading', number: '一、', style: 'han' })
    expect((blocks[0] as Heading).title.text).toBe('主要职责')
    const paragraph = blocks[1] as Paragraph
    expect(paragraph.text.text).toBe(`${long}，2025年预算1,234.50万元。`)
    expect(paragraph.text.glyphs).toHaveLength(paragraph.text.text.length)
  })

  it('does not depend on the order in which glyphs are drawn', () => {
    const page = body(new PageDrawing()).page()
    const shuffled = { ...page, glyphs: [...page.glyphs].reverse() }
    const textsOf = (p: typeof page) =>
      layOut([p]).blocks.map((b) =>
        b.kind === 'table' ? b.title : b.kind === 'heading' ? b.title.text : b.text.text,
      )
    expect(textsOf(shuffled)).toEqual(textsOf(page))
  })

  it('joins a figure at the foot of a page with its unit on the next', () => {
    const body = '按照中央和省市关于过紧日子的有关要求，大力压减一般性支出，合理保障公用经费。'
    const first = new PageDrawing()
      .text(body, 90, 700, 10)
      .text(body, 90, 715, 10)
      .text('（四）2080505-养老保险缴费支出2470.32', 110, 730, 10)
    const second = new PageDrawing(2)
      .text('万元。主要用于单位缴纳的养老保险。', 90, 60, 10)
      .text(body, 90, 80, 10)
    const blocks = layOut([first.page(), second.page()]).blocks
    const texts = blocks.map((b) => ('text' in b ? b.text.text : '')).join('|')
    expect(texts).toContain('2470.32万元。主要用于')
  })

  it('joins a paragraph over a page end and sets page numbers and running heads apart', () => {
    const pages = [1, 2, 3].map((n) =>
      new PageDrawing(n).text('某局年度公开', 60, 20, 9).text(`- ${n} -`, 280, 815, 9),
    )
    pages[0]!.text('甲'.repeat(38), 84, 700)
    pages[1]!.text('乙'.repeat(20), 60, 80).text('丙'.repeat(39), 84, 110).text('丁'.repeat(41), 60, 130)
    pages[2]!.text('戊'.repeat(41), 60, 80)
    const { blocks, furniture, pages: read } = layOut(pages.map((p) => p.page()))
    expect(furniture).toHaveLength(6)
    expect(read.map((p) => p.printedPage)).toEqual(['-1-', '-2-', '-3-'])
    const texts = blocks.filter((b): b is Paragraph => b.kind === 'paragraph').map((b) => b.text.text)
    expect(texts.some((t) => t.includes('丁戊'))).toBe(true)
  })

  it('knows the numbers printed on pages that go on, and takes no figure at the edge for one', () => {
    const printed = ['', '第1页', '第2页', '8812', ''].map((number, i) =>
      new PageDrawing(i + 1).text('乙'.repeat(20), 60, 80).text(number, 280, 815, 9).page(),
    )
    expect(layOut(printed).pages.map((p) => p.printedPage ?? '')).toEqual(['', '第1页', '第2页', '', ''])
  })

  it('takes what was recognized where other pages have their number for one, and no figure of a last row', () => {
    const foot = ['- 1 -', '- 2 -', '一3丨', '- 4 -', '62.50', '- 6 -']
    const pages = foot.map((text, i) => {
      const page = new PageDrawing(i + 1).text('乙'.repeat(20), 60, 80).text(text, 280, 815, 9)
      return { ...(i === 4 ? page.text('培训费', 90, 815, 9) : page).page(), method: 'ocr' as const }
    })
    const { furniture } = layOut(pages)
    const feet = furniture.map((line) => line.text.text).filter((text) => !text.startsWith('乙'))
    expect(feet).toEqual(['-1-', '-2-', '一3丨', '-4-', '-6-'])
    // A text layer says what is printed.
    const printed = layOut(pages.map((p) => ({ ...p, method: 'text' as const }))).furniture
    expect(printed.map((line) => line.text.text)).not.toContain('一3丨')
  })

  it('gives headings in order, entries of the contents are none', () => {
    const drawing = new PageDrawing(1).text('目录', 270, 80, 18)
    drawing.text('第一部分 概况', 60, 120).text('一、职责', 80, 140)
    const text = new PageDrawing(2)
      .text('第一部分', 220, 80, 18)
      .text('概况', 320, 80, 18)
      .text('一、职责', 84, 120)
      .text('（一）机构', 84, 150)
      .text('1.办公室', 84, 180)
      .text('二、人员', 84, 210)
      .text(`本单位${'有'.repeat(30)}。`, 84, 240)
    const headings = layOut([drawing.page(), text.page()]).blocks.filter(
      (b): b is Heading => b.kind === 'heading',
    )
    expect(headings.map((h) => [h.number, h.title.text])).toEqual([
      ['第一部分', '概况'],
      ['一、', '职责'],
      ['（一）', '机构'],
      ['1.', '办公室'],
      ['二、', '人员'],
    ])
  })
})
