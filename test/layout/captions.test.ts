import { describe, expect, it } from 'vitest'
import * as forms from '../../src/catalogue/caption-forms.js'
import { layOut } from '../../src/layout/index.js'
import type { Heading, Table } from '../../src/model/document.js'
import { PageDrawing } from './make-page.js'

const blocksOf = (...pages: PageDrawing[]) => layOut(pages.map((p) => p.page())).blocks
const tablesOf = (...pages: PageDrawing[]) => blocksOf(...pages).filter((b): b is Table => b.kind === 'table')
const headingsOf = (...pages: PageDrawing[]) =>
  blocksOf(...pages)
    .filter((b): b is Heading => b.kind === 'heading')
    .map((h) => h.title.text)
const xs = [60, 200, 540]
const rows = [
  ['科目', '金额'],
  ['甲', '12.00'],
]
const grid = (drawing: PageDrawing, top: number) => drawing.grid(xs, [top, top + 20, top + 40], rows)

describe('titles of tables', () => {
  it('have the list number of a section where they end like a table, and are no sections', () => {
    const page = grid(
      grid(new PageDrawing().text('一、收支预算总表', 60, 80, 14).text('单位：万元', 440, 105, 10), 120)
        .text('（二）支出表（按科目）', 60, 200, 14)
        .text('单位：万元', 440, 225, 10),
      240,
    )
    expect(tablesOf(page).map((t) => t.title)).toEqual(['收支预算总表', '支出表（按科目）'])
    expect(headingsOf(page)).toEqual([])
  })

  it('leave headings alone that name no table', () => {
    const page = grid(
      new PageDrawing().text('第二部分 部门预算表', 60, 50, 14).text('一、人员情况', 60, 80, 14),
      120,
    )
    expect(tablesOf(page).map((t) => t.title)).toEqual([''])
    expect(headingsOf(page)).toEqual(['部门预算表', '人员情况'])
  })

  it('leave the title page of a part alone, before the page of its first table', () => {
    const part = new PageDrawing().text('第二部分 部门决算表', 200, 60, 16)
    const first = grid(new PageDrawing(2).text('收入总表', 250, 60, 16), 110)
    expect(tablesOf(part, first).map((t) => t.title)).toEqual(['收入总表'])
    expect(headingsOf(part, first)).toEqual(['部门决算表'])
  })

  it('run over two lines behind a number', () => {
    const page = grid(
      new PageDrawing()
        .text('十一、某某县古渠管理所一般公共预算会议培训支出预', 60, 80, 20)
        .text('算表', 60, 110, 20)
        .text('单位：万元', 440, 140, 10),
      160,
    )
    expect(tablesOf(page)[0]?.title).toBe('某某县古渠管理所一般公共预算会议培训支出预算表')
    expect(headingsOf(page)).toEqual([])
  })

  it('run over two lines behind a marker', () => {
    const page = grid(
      new PageDrawing()
        .text('公开09表：一般公共预算会议费、培训费', 60, 80, 14)
        .text('支出预算表', 60, 100, 14),
      140,
    )
    expect(tablesOf(page)[0]).toMatchObject({
      title: '一般公共预算会议费、培训费支出预算表',
      marker: '公开09表',
    })
  })

  it('are no tail alone', () => {
    const page = grid(
      new PageDrawing()
        .text('本所按照要求逐项公开了各项支出，并且说明了其中各个', 60, 80, 18)
        .text('算表', 60, 120),
      160,
    )
    expect(tablesOf(page)[0]?.title).toBe('')
  })

  it('are no sentence that points to the table', () => {
    const page = grid(new PageDrawing().text('本所下属单位的情况见下表', 60, 100), 140)
    expect(tablesOf(page)[0]?.title).toBe('')
  })

  it('stand above a period, however far from the grid', () => {
    const page = grid(
      new PageDrawing().text('项目绩效目标表', 200, 60, 16).text('（2031年度）', 250, 84, 10),
      140,
    )
    expect(tablesOf(page)[0]?.title).toBe('项目绩效目标表')
  })

  it('have a marker that was left at the foot of the page before', () => {
    const first = new PageDrawing()
      .text('本所负责全县古渠的养护工作。', 84, 100, 14)
      .text('公开表7', 60, 760, 10)
    const second = grid(new PageDrawing(2).text('支出预算表', 250, 60, 16), 110)
    expect(tablesOf(first, second)[0]).toMatchObject({ title: '支出预算表', marker: '公开表7', pageFirst: 2 })
  })

  it.each([
    ['the whole title', ['三、支出预算总表'], []],
    ['its number', ['三、'], ['支出预算总表']],
    ['its upper line', ['三、某某县古渠管理所一般公共预算财政拨款支出预'], ['算总表']],
  ])('begin at the foot of the page before: %s', (_, foot, top) => {
    const first = new PageDrawing().text(
      '本所负责全县古渠的勘察登记与日常养护工作，编写年度报告。',
      84,
      100,
      14,
    )
    for (const line of foot) first.text(line, 60, 760, 20)
    const second = new PageDrawing(2)
    for (const line of top) second.text(line, 60, 60, 20)
    const pages: [PageDrawing, PageDrawing] = [first, grid(second.text('单位：万元', 440, 90, 10), 110)]
    expect(tablesOf(...pages)[0]?.title).toMatch(/支出预算总表$/)
    expect(headingsOf(...pages)).toEqual([])
  })
})

describe('a table on the next page', () => {
  const page = (number: number, xs: number[], names: string[]) =>
    new PageDrawing(number).grid(
      xs,
      [60, 80, 100, 120],
      [['单位', '合计', '基本'], ...names.map((n) => [n, '1.00', '1.00'])],
    )
  const first = () =>
    new PageDrawing().text('收入总表', 250, 80, 16).grid(
      [60, 200, 300, 400],
      [110, 130, 150],
      [
        ['单位', '合计', '基本'],
        ['甲所', '1.00', '1.00'],
      ],
    )

  it('goes on with the same head over columns of other widths, without title', () => {
    const [table, ...more] = tablesOf(first(), page(2, [60, 240, 330, 420], ['乙所', '丙所']))
    expect(more).toEqual([])
    expect(table).toMatchObject({ rows: 4, pageLast: 2 })
  })

  it('goes on though its marker was left at the foot of the page before', () => {
    const second = page(2, [60, 240, 330, 420], ['乙所', '丙所']).text('收入总表', 250, 30, 16)
    const tables = tablesOf(first().text('表10', 60, 50, 10).text('表10', 60, 700, 10), second)
    expect(tables).toHaveLength(1)
    expect(tables[0]?.rows).toBe(4)
  })

  it('goes on below its title with 续', () => {
    const second = (title: string) => page(2, [60, 240, 330, 420], ['乙所', '丙所']).text(title, 250, 30, 16)
    for (const title of ['收入总表（续）', '续表', '收入总表'])
      expect(tablesOf(first(), second(title))).toHaveLength(1)
    expect(tablesOf(first(), second('支出总表'))).toHaveLength(2)
  })
})

describe('forms of captions', () => {
  it.each([
    [
      forms.MARKER,
      ['表1', '表10', '公开01表', '公开表一', '预算03表', '单位预算03表', '附表2', '表14-1：'],
      ['附表', '收支总表'],
    ],
    [forms.MARKED_TITLE, ['表1：收支总表', '公开09表：支出预算表'], ['收支总表']],
    [forms.MARKER_AT_START, ['公开01表    单位：万元'], ['单位：万元']],
    [forms.UNIT, ['单位：万元', '金额单位：元', '（单位万元）', '万元'], ['5万元', '万元以上']],
    [forms.OWNER, ['编制部门：某某局', '部门（单位）：某某局'], ['某某局']],
    [forms.NOTE, ['注：本表为空', '备注：无', '说明：无', '*1'], ['合计']],
    [forms.TITLE_END, ['收支总表', '绩效目标表（2031年度）', '编制情况'], ['收支']],
    [forms.TABLE_END, ['一、收支总表', '（三）支出表（按科目）'], ['一、收支情况']],
    [forms.REFERENCE, ['具体情况如下表', '详见下表：', '见附表'], ['收支总表', '附表']],
    [forms.CONTINUED, ['收支总表（续）', '支出表—续1', '支出表（续表2）'], ['手续表']],
    [forms.CONTINUED_ALONE, ['续表', '（续）', '续表1', '表1（续）'], ['手续表']],
    [forms.PERIOD, ['（2026年度）', '2026年'], ['年度']],
  ])('%s', (form, examples, others) => {
    for (const text of examples) expect(text).toMatch(form)
    for (const text of others) expect(text).not.toMatch(form)
  })
})
