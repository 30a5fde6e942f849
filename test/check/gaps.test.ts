import { describe, expect, it } from 'vitest'
import { checkFiling } from '../../src/check/index.js'
import { worded } from '../../src/locales/findings.js'
import type { Fact, LooseNumber } from '../../src/model/filing.js'
import { filingOf, tableOf } from './filing-of.js'

/** A row 合计 = 基本支出 + 项目支出 that fails, with a column behind it that no fact holds. */
const row = ['渠首管理', '130.00', '80.00', '40.00', '7.00']
const place = (column: number) => `${column * 50}.0 20.0 ${column * 50 + 40}.0 30.0`

const figures = (method: Fact['method']): Partial<Fact>[] =>
  (['', 'basic', 'project'] as const).map((nature, i) => ({
    nature,
    method,
    raw: row[i + 1],
    value: `${Number(row[i + 1])}0000`,
    column: i + 1,
    row: 0,
    table_id: 't0',
    label: '渠首管理',
    bbox: place(i + 1),
  }))

const loose = (column: number, reason: LooseNumber['reason'] = ''): LooseNumber => ({
  page: 1,
  bbox: `${column * 50 + 10}.0 22.0 ${column * 50 + 30}.0 28.0`,
  text: row[column] as string,
  reason,
})

const table = () => {
  const printed = tableOf({ lines: [['名称', '合计', '其中：基本', '其中：项目', '其中：渠首专款'], row] }, 0)
  const cells = printed.cells.map((c) => ({
    ...c,
    bbox: c.row === 1 ? place(c.column) : `${c.column * 50}.0 0.0 ${c.column * 50 + 40}.0 10.0`,
  }))
  return { ...printed, header_rows: 1, cells }
}

const found = (method: Fact['method'], loose_numbers: LooseNumber[]) => {
  const filing = filingOf({ facts: figures(method), loose_numbers })
  return checkFiling({ ...filing, tables: [table()] })
    .findings.filter((f) => f.check_id === 'YS-TABLE-ROW-NATURE')
    .map((f) => ({ severity: f.severity, says: worded(f, 'zh-CN').message }))
}

describe('a sum of scanned figures that fails beside a figure nobody understood', () => {
  const UNBOUND = '还有一个数没有读懂'

  it('is a warning that says so', () => {
    const [finding, ...more] = found('ocr', [loose(4)])
    expect(more).toEqual([])
    expect(finding?.severity).toBe('warning')
    expect(finding?.says).toContain(`${UNBOUND}（第1页，“7.00”）`)
  })

  it.each([
    ['in a text layer', 'text', [loose(4)]],
    ['where the figure is understood to be none', 'ocr', [loose(4, 'listed')]],
    [
      'where it stands in no cell of the row or its columns',
      'ocr',
      [{ ...loose(4), bbox: '210.0 52.0 230.0 58.0' }],
    ],
    ['where it stands on another page', 'ocr', [{ ...loose(4), page: 2 }]],
  ] as const)('is an error %s', (_, method, numbers) => {
    const [finding] = found(method, [...numbers])
    expect(finding?.severity).toBe('error')
    expect(finding?.says).not.toContain(UNBOUND)
  })
})
