// Figures that differ for a reason that the filing itself prints.
import { describe, expect, it } from 'vitest'
import type { Sketch } from '../../src/check/check.js'
import { checkFiling } from '../../src/check/index.js'
import type { Fact } from '../../src/model/filing.js'
import { filingOf } from './filing-of.js'

/** What a check finds: severities by itself, in the order of the print. */
const found = (id: string, sketch: Sketch) =>
  checkFiling(filingOf(sketch))
    .findings.filter((f) => f.check_id === id)
    .map((f) => f.lowered_from || f.severity)

const amount = (raw: string, more: Partial<Fact>): Partial<Fact> => ({
  raw,
  value: `${Math.round(Number(raw) * 10000)}`,
  ...more,
})

describe('a table of spending that counts what was carried in', () => {
  const paper = (heads: string[], total: string, carriedOut: string): Sketch => ({
    tables: [
      { table_id: 'a', type: 'income-expenditure-summary' },
      {
        table_id: 'b',
        type: 'expenditure-summary',
        header_rows: 1,
        lines: [heads, ['云汀市古渠局', total, '90.00', '5.00']],
      },
    ],
    facts: [
      amount('100.00', { table_id: 'a', fund: 'all', column: 1, row: 1 }),
      amount(carriedOut, { table_id: 'a', fund: 'all', concept: 'expenditure.carry-out', column: 1, row: 2 }),
      amount('105.00', { table_id: 'a', fund: 'all', concept: 'expenditure.grand-total', column: 1, row: 3 }),
      amount(total, { table_id: 'b', fund: 'all', concept: 'expenditure.grand-total', column: 1, row: 0 }),
    ],
  })
  const check = (...args: Parameters<typeof paper>) => found('YS-TABLES-SPENDING-TOTAL', paper(...args))
  const WITH_CARRY = ['单位', '合计', '本年拨款', '上年结转']

  it('has the grand total of the summary', () => {
    expect(check(WITH_CARRY, '105.00', '0.00')).toEqual([])
    expect(check(['单位', '总计', '本年拨款', '其他'], '105.00', '0.00')).toEqual([])
  })
  it('may spend what the summary carries out', () =>
    expect(check(WITH_CARRY, '105.00', '5.00')).toEqual(['warning']))
  it('has neither', () => expect(check(WITH_CARRY, '106.00', '0.00')).toEqual(['error']))
  it('without such a column', () =>
    expect(check(['单位', '合计', '本年拨款', '其他'], '105.00', '0.00')).toEqual(['error']))
})

const prose = { source: 'prose' as const, table_id: '', section_id: 's0', row: null, column: null }
const said = (id: string, sketch: Sketch) =>
  checkFiling(filingOf(sketch))
    .findings.filter((f) => f.check_id === id)
    .flatMap((f) => f.said.map((s) => s.code))

describe('a text that adds up what each unit rounded for itself', () => {
  const yuan = { unit: '元', concept: 'training', fund: 'general' as const, column: 4 }
  const check = (text: string, units: readonly string[], all: string) =>
    found('YS-PROSE-SAME-FIGURE', {
      sections: [{ section_id: 's0', text: '' }],
      facts: [
        amount(text, { ...prose, concept: 'training' }),
        { ...yuan, row: 0, label: '合计', raw: all, value: `${Number(all)}` },
        ...units.map((raw, i) => ({ ...yuan, row: i + 1, entity: `单位${i}`, raw, value: `${Number(raw)}` })),
      ],
    })

  it('is a matter of rounding', () =>
    expect(check('3.03', ['10060.00', '10060.00', '10060.00'], '30180.00')).toEqual(['info']))
  it('is wrong where the units do not make it', () =>
    expect(check('3.05', ['10060.00', '10060.00', '10060.00'], '30180.00')).toEqual(['error']))
  it('is wrong where the table does not add up its units', () =>
    expect(check('3.03', ['10060.00', '10060.00', '10060.00'], '30150.00')).toEqual(['error']))
})

describe('a list of the text that leaves out what a table lists', () => {
  const check = (...inTable: Partial<Fact>[]): Sketch => ({
    sections: [{ section_id: 's0', text: '' }],
    facts: [
      amount('20.00', { ...prose, label: '本年支出' }),
      amount('12.00', { ...prose, function_code: '2080101', label: '行政运行' }),
      amount('3.00', { ...prose, function_code: '2101101', label: '行政单位医疗' }),
      ...inTable.map((f, row) => ({ table_id: 't', row, column: 2, ...f })),
    ],
  })
  const listed = [
    amount('12.00', { function_code: '2080101', label: '行政运行' }),
    amount('3.00', { function_code: '2101101', label: '行政单位医疗' }),
  ]
  const code = 'YS-TEXT-CODE-PARTS'

  it('is told what it leaves out', () => {
    const sketch = check(
      ...listed,
      amount('5.00', { function_code: '222', label: '粮油物资储备支出' }),
      amount('4.00', { function_code: '2220101', label: '储备粮油补贴' }),
      amount('1.00', { function_code: '2220102', label: '其他储备支出' }),
    )
    expect(found(code, sketch)).toEqual(['warning'])
    expect(said(code, sketch)).toContain('because.items-in-table')
  })
  it('is not, where that makes up another sum', () => {
    const sketch = check(...listed, amount('4.00', { function_code: '2220101', label: '储备粮油补贴' }))
    expect(found(code, sketch)).toEqual(['warning'])
    expect(said(code, sketch)).not.toContain('because.items-in-table')
  })
})

describe('people of two kinds', () => {
  const people = (total: string): Sketch => {
    const count = { ...prose, measure: 'count' as const, unit: '人', decimals: 0 }
    return {
      facts: ['', '.administrative', '.institutional'].map((kind, i) => {
        const raw = [total, '15', '44'][i] as string
        return { ...count, concept: `staff.posts${kind}`, value: raw, raw }
      }),
    }
  }
  it('may leave out a third', () =>
    expect(said('YS-TEXT-STAFF-PARTS', people('61'))).toContain('because.third-kind'))
  it('are more than all', () =>
    expect(said('YS-TEXT-STAFF-PARTS', people('57'))).not.toContain('because.third-kind'))
})

describe('targets of the whole department', () => {
  const form = (title: string, type: 'performance-overall' | 'performance-project', total: string) => ({
    title,
    type,
    lines: [
      ['项目名称', '产业扶持', ''],
      ['资金（万元）', '年度资金总额：', total],
    ],
  })
  const check = (title: string, total: string) =>
    found('YS-TABLES-TARGET-MONEY', {
      tables: [
        form('部门整体支出绩效目标表', 'performance-overall', '53.00'),
        form(title, 'performance-project', total),
      ],
      facts: [amount('1053.00', { fund: 'fiscal', table_id: 't9', label: '本年支出' })],
    })

  it('may keep special funds in a form apart', () =>
    expect(check('专项资金总体绩效目标表', '1000.00')).toEqual([]))
  it('with what is all of it', () => expect(check('专项资金总体绩效目标表', '900.00')).toEqual(['error']))
  it('has its projects in it', () => expect(check('项目支出绩效目标表', '1000.00')).toEqual(['error']))
})

describe('money of the treasury', () => {
  const check = (ofOthers: Partial<Fact>[]) =>
    found('YS-PROSE-SAME-FIGURE', {
      sections: [{ section_id: 's0', text: '' }],
      facts: [
        amount('12.00', { ...prose, fund: 'fiscal', function_code: '2080101' }),
        amount('13.00', { fund: 'general', function_code: '2080101' }),
        ...ofOthers,
      ],
    })
  it('is the general budget where there is no other', () =>
    expect(check([amount('0', { ...prose, fund: 'government-fund' })])).toEqual(['error']))
  it('is more where there is', () =>
    expect(check([amount('5.00', { ...prose, fund: 'government-fund' })])).toEqual([]))
  it('may be more where nothing says so', () => expect(check([])).toEqual([]))
})
