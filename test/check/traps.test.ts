// What balances and proves nothing: numbers of columns, years, numbers of a list, a wrong unit, a blank.
import { describe, expect, it } from 'vitest'
import { checkFiling } from '../../src/check/index.js'
import { NumberAccount } from '../../src/extract/number-account.js'
import { ScannedFigures } from '../../src/extract/scanned.js'
import { codeBook } from '../../src/extract/tables/code-book.js'
import { readTables } from '../../src/extract/tables/index.js'
import type { Document, Table } from '../../src/model/document.js'
import type { Fact } from '../../src/model/filing.js'
import { makeTable } from '../extract/make-table.js'
import { filingOf } from './filing-of.js'

const HEAD = [
  ['功能分类科目', '>', '支出预算', '>', '>'],
  ['编码', '名称', '合计', '基本支出', '项目支出'],
]

/** Reads a table as a filing's and checks it. */
function checked(table: Table, prose: Partial<Fact>[] = []) {
  const document: Document = { blocks: [table], furniture: [], unplaced: [], pages: [] }
  const read = readTables(document, {
    isFiling: true,
    filingId: 'a'.repeat(16),
    kind: 'budget',
    fiscalYear: '2025',
    organization: '',
    codes: codeBook(2025),
    sectionOf: [],
    headingsOf: () => [],
    account: new NumberAccount(),
    scanned: new ScannedFigures(),
  })
  const filing = filingOf({ facts: prose })
  return checkFiling({
    ...filing,
    fiscal_year: '2025',
    tables: read.tables,
    facts: [...read.facts, ...filing.facts],
  })
}

const spending = (rows: string[][], unit = '万元') =>
  makeTable('2025年部门支出预算总表', unit, HEAD.length, [...HEAD, ...rows])
const values = (facts: readonly Fact[]) => facts.map((f) => f.raw)

describe('what balances and proves nothing', () => {
  it('column numbers are no figures, though 1 = 2 + 3 or 7 = 3 + 4', () => {
    for (const numbers of [
      ['**', '**', '3', '1', '2'],
      ['栏次', '', '7', '3', '4'],
      ['栏次', '', '1=2+3', '2', '3'],
    ])
      expect(
        values(checked(spending([numbers, ['208', '社会保障和就业支出', '12.00', '10.00', '2.00']])).facts),
      ).toEqual(['12.00', '10.00', '2.00'])
  })

  it('years above columns are no figures, though 2025 = 2025 + 0', () => {
    const table = makeTable('2025年部门支出预算总表', '万元', 2, [
      ['功能分类科目', '>', '2025', '>', '>'],
      ['编码', '名称', '合计', '基本支出', '项目支出'],
      ['208', '社会保障和就业支出', '12.00', '12.00', '0.00'],
    ])
    expect(values(checked(table).facts)).toEqual(['12.00', '12.00', '0.00'])
  })

  it('numbers of a list are no figures, though 3 = 1 + 2', () => {
    const table = makeTable('2025年部门支出预算总表', '万元', 1, [
      ['序号', '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['1', '205', '教育支出', '2.00', '2.00', ''],
      ['2', '208', '社会保障和就业支出', '10.00', '10.00', ''],
      ['3', '', '合计', '12.00', '12.00', ''],
    ])
    expect(
      checked(table)
        .facts.map((f) => f.value)
        .filter((v) => Number(v) < 10000),
    ).toEqual([])
  })

  it('a blank is no zero: it takes part in no sum and is no figure', () => {
    const { facts } = checked(spending([['208', '社会保障和就业支出', '12.00', '12.00', '']]))
    expect(values(facts)).toEqual(['12.00', '12.00'])
  })

  it('a table in the wrong unit balances in itself and is disputed by the text', () => {
    const rows = [
      ['', '合计', '123456.78', '120000.00', '3456.78'],
      ['208', '社会保障和就业支出', '123456.78', '120000.00', '3456.78'],
    ]
    const prose: Partial<Fact>[] = [
      {
        source: 'prose',
        table_id: '',
        fund: 'all',
        value: '123456.78',
        raw: '12.345678',
        decimals: 6,
        year: '2025',
      },
    ]
    const right = checked(spending(rows, '元'), prose)
    expect(right.findings).toEqual([])
    const wrong = checked(spending(rows, '万元'), prose)
    expect(
      wrong.outcomes.filter((o) => o.check_id.startsWith('YS-TABLE-')).map((o) => o.outcome),
    ).not.toContain('fail')
    expect(wrong.findings.map((f) => f.check_id)).toContain('YS-PROSE-SAME-FIGURE')
    expect(wrong.facts.find((f) => f.raw === '123456.78')?.status).toBe('disputed')
  })

  it('one row read into another balances in its row and breaks the column', () => {
    const { findings, facts } = checked(
      spending([
        ['', '合计', '12.00', '9.00', '3.00'],
        ['205', '教育支出', '2.00', '1.00', '1.00'],
        ['208', '社会保障和就业支出', '2.00', '1.00', '1.00'],
      ]),
    )
    expect(new Set(findings.map((f) => f.check_id))).toEqual(new Set(['YS-TABLE-COLUMN-TOTAL']))
    expect(facts.every((f) => f.status === 'disputed')).toBe(true)
  })

  it('the same figure printed twice in one place confirms nothing', () => {
    const { facts } = checked(spending([['208', '社会保障和就业支出', '12.00', '', '']]))
    expect(facts.map((f) => f.status)).toEqual(['unproven'])
  })

  it('a bound that holds confirms nothing', () => {
    const { facts } = checkFiling(
      filingOf({
        facts: [
          { source: 'prose', table_id: '', value: '120000', raw: '12.00' },
          { source: 'prose', table_id: '', measure: 'change', value: '20000', raw: '2.00' },
        ],
      }),
    )
    expect(facts.map((f) => f.status)).toEqual(['unproven', 'unproven'])
  })

  it('columns that no fact holds are rounded too', () => {
    const table = { table_id: 't', row: 0 }
    const row = (other: string) =>
      checkFiling(
        filingOf({
          tables: [
            {
              table_id: 't',
              type: 'expenditure-summary',
              header_rows: 1,
              lines: [
                ['单位', '合计', '一般公共预算拨款', '事业收入', '其他收入'],
                ['甲局', '12.00', '10.00', '1.00', other],
              ],
            },
          ],
          facts: [
            {
              ...table,
              concept: 'expenditure.grand-total',
              fund: 'all',
              value: '120000',
              raw: '12.00',
              column: 1,
            },
            { ...table, fund: 'general', value: '100000', raw: '10.00', column: 2 },
          ],
        }),
      ).outcomes.find((o) => o.check_id === 'YS-TABLE-ROW-SOURCES')
    // Each of the four is half a unit of its last digit off at most.
    expect(row('0.98')).toMatchObject({ outcome: 'pass', difference: '200', tolerance: '200' })
    expect(row('0.97')).toMatchObject({ outcome: 'fail', difference: '300' })
  })
})
