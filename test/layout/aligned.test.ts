import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/index.js'
import type { Table } from '../../src/model/document.js'
import { PageDrawing } from './make-page.js'

const SIZE = 9
const tablesOf = (...pages: PageDrawing[]) =>
  layOut(pages.map((p) => p.page())).blocks.filter((b): b is Table => b.kind === 'table')
const bodyOf = (table: Table): string[][] =>
  Array.from({ length: table.rows - table.headerRows }, (_, r) =>
    table.cells
      .filter((c) => c.row === r + table.headerRows)
      .sort((a, b) => a.column - b.column)
      .map((c) => c.text.text),
  )
const pathOf = (table: Table, column: number): string[] =>
  table.cells
    .filter((c) => c.row < table.headerRows && c.column <= column && column < c.column + c.columnSpan)
    .sort((a, b) => a.row - b.row)
    .map((c) => c.text.text)
    .filter((t) => t !== '')

/** A title and its unit line. */
const titled = (page = 1) =>
  new PageDrawing(page).text('部门支出表', 240, 60, 16).text('单位：万元', 440, 90, SIZE)

/** Figures end at the given x-positions, as they do in a table. */
function row(drawing: PageDrawing, y: number, label: string, ends: number[], figures: string[]) {
  drawing.text(label, 60, y, SIZE)
  figures.forEach((figure, i) => {
    drawing.text(figure, ends[i]! - (figure.length * SIZE) / 2, y, SIZE)
  })
}

const ENDS = [260, 360, 460]

function twoLevels(): PageDrawing {
  const drawing = titled()
    .text('项目', 80, 125, SIZE)
    .text('合计', 235, 125, SIZE)
    .text('其中', 385, 118, SIZE)
    .text('基本支出', 320, 132, SIZE)
    .text('项目支出', 425, 132, SIZE)
  row(drawing, 150, '合计', ENDS, ['1,234.50', '1,000.00', '234.50'])
  row(drawing, 166, '水利管理', ENDS, ['1,000.00', '900.00', '100.00'])
  row(drawing, 182, '河道养护', ENDS, ['234.50', '100.00', '134.50'])
  return drawing
}

describe('tables without rulings', () => {
  it('finds rows, columns and a head over two columns', () => {
    const [table] = tablesOf(twoLevels())
    expect(table).toMatchObject({ title: '部门支出表', columns: 4, headerRows: 2 })
    expect(bodyOf(table!)).toEqual([
      ['合计', '1,234.50', '1,000.00', '234.50'],
      ['水利管理', '1,000.00', '900.00', '100.00'],
      ['河道养护', '234.50', '100.00', '134.50'],
    ])
    expect(pathOf(table!, 1)).toEqual(['合计'])
    expect(pathOf(table!, 2)).toEqual(['其中', '基本支出'])
    expect(pathOf(table!, 3)).toEqual(['其中', '项目支出'])
  })

  it('reads the same with lines between the rows alone', () => {
    const drawing = twoLevels()
    for (const y of [112, 146, 162, 178, 196]) drawing.line(55, y, 465, y)
    const [table] = tablesOf(drawing)
    expect(bodyOf(table!)).toEqual(bodyOf(tablesOf(twoLevels())[0]!))
  })

  it('takes the edges of columns from lines that run down', () => {
    const drawing = twoLevels()
    for (const x of [55, 180, 280, 380, 465]) drawing.line(x, 112, x, 196)
    const [table] = tablesOf(drawing)
    expect(bodyOf(table!)[1]).toEqual(['水利管理', '1,000.00', '900.00', '100.00'])
    expect(pathOf(table!, 1)).toEqual(['合计'])
  })

  it('keeps a column whose body is blank under its own head', () => {
    const drawing = titled()
      .text('项目', 80, 125, SIZE)
      .text('合计', 240, 125, SIZE)
      .text('基本支出', 325, 125, SIZE)
      .text('经营支出', 425, 125, SIZE)
    row(drawing, 145, '合计', ENDS, ['30.00', '30.00'])
    row(drawing, 161, '水利管理', ENDS, ['10.00', '10.00'])
    row(drawing, 177, '河道养护', ENDS, ['20.00', '20.00'])
    const [table] = tablesOf(drawing)
    expect(table!.columns).toBe(4)
    expect(pathOf(table!, 2)).toEqual(['基本支出'])
    expect(pathOf(table!, 3)).toEqual(['经营支出'])
    expect(bodyOf(table!)[0]).toEqual(['合计', '30.00', '30.00', ''])
  })

  it('joins a head and a name that wrapped', () => {
    const drawing = titled()
      .text('项目', 80, 129, SIZE)
      .text('合计', 240, 129, SIZE)
      .text('一般公共', 325, 124, SIZE)
      .text('预算拨款', 325, 134, SIZE)
      .text('其他收入', 425, 129, SIZE)
    row(drawing, 155, '合计', ENDS, ['30.00', '10.00', '20.00'])
    drawing.text('水利工程运行', 60, 177, SIZE).text('与维护', 60, 187, SIZE)
    for (const [i, f] of ['10.00', '5.00', '5.00'].entries())
      drawing.text(f, ENDS[i]! - (f.length * SIZE) / 2, 182, SIZE)
    row(drawing, 209, '河道养护', ENDS, ['20.00', '5.00', '15.00'])
    row(drawing, 235, '水质监测', ENDS, ['0.00', '0.00', '0.00'])
    const [table] = tablesOf(drawing)
    expect(pathOf(table!, 2)).toEqual(['一般公共预算拨款'])
    expect(bodyOf(table!).map((r) => r[0])).toEqual(['合计', '水利工程运行与维护', '河道养护', '水质监测'])
  })

  it('continues over the page', () => {
    const next = new PageDrawing(2)
    row(next, 60, '水质监测', ENDS, ['5.00', '5.00', '0.00'])
    row(next, 76, '防汛抢险', ENDS, ['6.00', '5.00', '1.00'])
    row(next, 92, '水土保持', ENDS, ['7.00', '5.00', '2.00'])
    const tables = tablesOf(twoLevels(), next)
    expect(tables.length).toBe(1)
    expect(tables[0]).toMatchObject({ pageFirst: 1, pageLast: 2, rows: 8 })
  })

  it('reads two lists side by side most of whose figures are blank, each name in a row of its own', () => {
    const drawing = titled()
    const names = ['公共服务', '外交事务', '国防事务', '公共安全', '教育事业', '科学技术', '文化事业']
    const figures = ['3,200.00', '', '', '410.50', '', '', '95.25']
    names.forEach((name, i) => {
      const y = 130 + i * 16
      drawing.text(`拨款${i}`, 60, y, SIZE).text(name, 300, y, SIZE)
      const figure = figures[i] as string
      if (figure) drawing.text(figure, 480 - (figure.length * SIZE) / 2, y, SIZE)
    })
    const [table] = tablesOf(drawing)
    expect(bodyOf(table as Table).map((cells) => cells.slice(1))).toEqual(
      names.map((name, i) => [name, figures[i]]),
    )
  })

  it('leaves figures in running text alone', () => {
    const drawing = new PageDrawing()
    const lines = [
      '一、收入预算情况。2031年收入预算1,234.50万元，较上年增加10.00万元，',
      '主要是人员经费增加；支出预算1,234.50万元，较上年增加10.00万元，主要',
      '是人员经费增加。其中：基本支出1,000.00万元，项目支出234.50万元。',
    ]
    lines.forEach((line, i) => {
      drawing.text(line, 60, 100 + 20 * i, 12)
    })
    expect(tablesOf(drawing)).toEqual([])
  })
})
