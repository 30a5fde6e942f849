import { expect, it } from 'vitest'
import { printedRows } from '../../src/viewer/printed-rows.js'

const cell = (row: number, column: number, text: string, row_span = 1, column_span = 1) => ({
  row,
  column,
  text,
  row_span,
  column_span,
})

it('a table keeps its columns where cells are empty or go over several places', () => {
  const rows = printedRows({
    columns: 4,
    cells: [
      cell(0, 0, '项目', 2),
      cell(0, 1, '支出', 1, 2),
      cell(0, 3, '备注', 2),
      cell(1, 1, '基本'),
      cell(1, 2, '项目'),
      cell(2, 0, '合计'),
      cell(2, 2, '5.00'),
    ],
  })
  expect(rows.map((row) => row.map((c) => `${c.column}${c.text}`))).toEqual([
    ['0项目', '1支出', '3备注'],
    ['1基本', '2项目'],
    ['0合计', '1', '25.00', '3'],
  ])
})

it('a table without cells has no rows', () => {
  expect(printedRows({ columns: 3, cells: [] })).toEqual([])
})
