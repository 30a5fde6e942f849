// Figures that are meant to agree, and those that need not: what a slip of the pen gives away, what is below zero, what is
// carried over and spent, and changes of what is equal.
import { describe, expect, it } from 'vitest'
import type { Sketch } from '../../src/check/check.js'
import { isPenSlip } from '../../src/check/pen-slips.js'
import { CHECKS } from '../../src/check/registry.js'
import type { Fact } from '../../src/model/filing.js'
import { decimal } from '../../src/model/money.js'
import { factOf, filingOf } from './filing-of.js'

/** What one check says about a small filing: `pass`, `undecided`, or the severity of what it finds. */
function outcomes(id: string, sketch: Sketch): string[] {
  const check = CHECKS.find((c) => c.id === `YS-${id}`)
  if (!check) throw new Error(`no check YS-${id}`)
  return check
    .run(filingOf(sketch))
    .map((j) => (j.outcome === 'fail' ? (j.severity ?? check.severity) : j.outcome))
}

const wan = (raw: string) => ({ value: decimal(raw.replace(/,/g, '')).times(10000).toFixed(), raw })
const prose = { source: 'prose' as const, section_id: 's', table_id: '' }
const text = (words: string): Sketch['sections'] => [{ section_id: 's', text: words }]

describe('a slip of the pen', () => {
  const printed = (raw: string) =>
    factOf({ ...wan(raw), unit: '万元', decimals: raw.split('.')[1]?.length ?? 0 }, 0)
  it.each([
    ['81.23', '812.34', true],
    ['8123.40', '812.34', true],
    ['8123400.00', '812.34', true],
    ['821.34', '812.34', true],
    ['812.84', '812.34', true],
    ['812.34', '812.34', false],
    ['821.43', '812.34', false],
    ['-812.34', '812.34', false],
    // Short figures are alike by chance.
    ['12.0', '21.0', false],
    ['8.34', '9.34', false],
  ])('%s for %s', (is, meant, isSlip) =>
    expect(isPenSlip(printed(is), decimal(meant).times(10000))).toBe(isSlip),
  )

  it('knows a value of more decimals by those that are printed', () =>
    expect(isPenSlip(printed('81.23'), decimal('8123449.71'))).toBe(true))
})

describe('operating cost', () => {
  const cost = (raw: string) => ({ ...prose, concept: 'operating-cost', fund: '' as const, ...wan(raw) })
  const all = { fund: 'general' as const, nature: 'public' as const, ...wan('912.34') }
  const item = (code: string, raw: string, row: number) => ({
    ...all,
    government_economy_code: code,
    table_id: 'e',
    row,
    column: 3,
    ...wan(raw),
  })
  const offices = [item('50201', '300.00', 1), item('50299', '112.34', 2), item('50502', '500.00', 3)]
  it.each([
    ['912.34', [all], ['pass']],
    ['905.00', [all], ['info']],
    ['91.23', [all], ['info']],
    ['300.00', [all], ['undecided']],
    // The offices' part, item by item.
    ['412.34', [all, ...offices], ['pass']],
    ['421.34', [all, ...offices], ['info']],
    ['400.00', [all, ...offices], ['undecided']],
    // Public money that the text alone tells.
    ['912.34', [{ ...all, ...prose }], ['pass']],
    ['910.34', [{ ...all, ...prose }], ['info']],
  ])('%s', (raw, money, expected) =>
    expect(outcomes('PROSE-OPERATING-COST', { facts: [cost(raw), ...(money as Partial<Fact>[])] })).toEqual(
      expected,
    ),
  )
})

describe('money that is carried over', () => {
  const summary = { table_id: 'a', type: 'income-expenditure-summary' as const, title: '收支总表' }
  const list = {
    table_id: 'b',
    type: 'carry-over' as const,
    title: '结转资金支出表',
    header_rows: 1,
    lines: [
      ['科目', '金额'],
      ['2013202', '5.00'],
      ['2013299', '3.00'],
    ],
  }
  const into = (raw: string, fund: Fact['fund'] = 'all') => ({
    table_id: 'a',
    concept: 'revenue.carry-in',
    fund,
    ...wan(raw),
  })
  const out = (raw: string) => ({
    table_id: 'a',
    concept: 'expenditure.carry-out',
    fund: 'all' as const,
    ...wan(raw),
  })
  const atHand = {
    table_id: 'a',
    concept: 'revenue.account-balance',
    fund: '' as const,
    ...wan('4.00'),
  }
  const rows = [
    { table_id: 'b', function_code: '2013202', row: 0, column: 1, ...wan('5.00') },
    { table_id: 'b', function_code: '2013299', row: 1, column: 1, ...wan('3.00') },
  ]
  const spent = (...facts: Partial<Fact>[]) =>
    outcomes('TABLES-CARRIED-SPENT', { tables: [summary, list], facts })

  it('is not carried out as a whole and spent too', () => {
    expect(spent(into('8.00'), out('8.00'), ...rows)).toEqual(['warning'])
    expect(spent(into('8.00'), atHand, out('12.00'), ...rows)).toEqual(['warning'])
    expect(spent(into('8.00'), atHand, out('4.00'), ...rows)).toEqual(['pass'])
    expect(spent(into('8.00'), out('8.00'))).toEqual([])
  })

  it('is listed row by row', () => {
    const listed = (raw: string, tables = [summary, list]) =>
      outcomes('TABLES-CARRIED-LIST', { tables, facts: [into(raw, 'fiscal'), ...rows] })
    expect(listed('8.00')).toEqual(['pass'])
    expect(listed('7.00')).toEqual(['error'])
    expect(listed('9.00')).toEqual(['warning'])
    // A row that nobody read leaves the sum open.
    const more = { ...list, lines: [...list.lines, ['（内容不公开）', '1.00']] }
    expect(listed('9.00', [summary, more])).toEqual([])
  })
})

describe('a minus', () => {
  it('before income or spending', () => {
    const found = (fact: Partial<Fact>) => outcomes('TABLE-BELOW-ZERO', { facts: [fact] })
    expect(found({ ...wan('-3.00') })).toEqual(['warning'])
    expect(found({ ...wan('-3.00'), measure: 'change' })).toEqual([])
    expect(found({ ...wan('-3.00'), concept: 'revenue.carry-in' })).toEqual([])
    expect(found({ ...wan('3.00') })).toEqual(['pass'])
    expect(outcomes('TEXT-BELOW-ZERO', { facts: [{ ...prose, ...wan('-3.00') }] })).toEqual(['warning'])
  })

  it.each([
    ['比上年减少-5.20万元。', ['warning']],
    ['比上年增长-4.1%。', ['warning']],
    ['增减额-5.20万元，比上年减少5.20万元。', ['pass']],
    ['2025-2026年增加5-6万元。', ['pass']],
  ])('behind a word of direction: %s', (words, expected) =>
    expect(outcomes('WORDING-DOUBLE-MINUS', { sections: text(words) })).toEqual(expected),
  )
})

describe('changes of income and spending that are equal', () => {
  const side = (concept: string, change: string, page: number): Partial<Fact>[] => [
    { ...prose, concept, fund: 'all', ...wan('90.00') },
    { ...prose, concept, fund: 'all', measure: 'change', page, ...wan(change) },
  ]
  const paper = (own: string, other: string, words: string): Sketch => ({
    sections: text(words),
    facts: [...side('revenue', own, 1), ...side('expenditure', other, 2)],
  })
  const found = (own: string, other: string, words = '比上年预算数增加。较上年预算增加。') =>
    outcomes('TEXT-BALANCE-CHANGE', paper(own, other, words))
  it('are equal against one base', () => {
    expect(found('7.00', '7.00')).toEqual(['pass'])
    expect(found('7.00', '6.00')).toEqual(['warning'])
    expect(found('7.00', '6.00', '比上年执行数增加。比上年预算增加。')).toEqual([])
    expect(found('7.00', '6.00', '比2031年年初预算数83.00万元增加。')).toEqual(['warning'])
  })
})

describe('three public expenses of which the text names some', () => {
  const of = (part: string, raw: string, over: Partial<Fact> = {}): Partial<Fact> => ({
    ...prose,
    concept: `three-public${part}`,
    ...wan(raw),
    ...over,
  })
  const found = (...facts: Partial<Fact>[]) => outcomes('TEXT-THREE-PUBLIC-LEFT', { facts })
  const wheels = of('.vehicle-operation', '10.00')
  const guests = of('.reception', '2.00')
  it('are all there is, or the table has the other', () => {
    expect(found(of('', '12.00'), wheels, guests)).toEqual(['pass'])
    expect(found(of('', '15.00'), wheels, guests)).toEqual(['warning'])
    expect(found(of('', '11.00'), wheels, guests)).toEqual(['error'])
    const abroad = of('.abroad', '3.00', { source: 'table', table_id: 't' })
    expect(found(of('', '15.00'), wheels, guests, abroad)).toEqual(['pass'])
    expect(found(of('', '15.00'), guests)).toEqual([])
    expect(found(of('', '12.00'), wheels, guests, of('.abroad', '0.00'))).toEqual([])
  })
})

describe('tables', () => {
  it('print a class once per class of the government list, each time above its own rows', () => {
    const row = (code: string, government: string, raw: string, at: number): Partial<Fact> => ({
      economy_code: code,
      government_economy_code: government,
      row: at,
      column: 4,
      ...wan(raw),
    })
    const found = (raw: string) =>
      outcomes('TABLE-CODE-HIERARCHY', {
        facts: [
          row('301', '501', '30.00', 0),
          row('30101', '50101', '20.00', 1),
          row('30102', '50101', '10.00', 2),
          row('301', '505', raw, 3),
          row('30101', '50501', '7.00', 4),
        ],
      })
    expect(found('7.00')).toEqual(['pass', 'pass'])
    expect(found('6.00')).toEqual(['pass', 'error'])
  })

  it('tell the sources of basic spending in every row', () => {
    const cells = (own: string) => ({
      table_id: 't',
      type: 'basic-summary' as const,
      header_rows: 1,
      lines: [
        ['科目', '合计', '财政拨款', '一般公共预算', '政府性基金预算', '国有资本经营预算', '单位资金'],
        ['办公费', '25.00', '21.00', '21.00', '', '', own],
      ],
    })
    const facts = (['all', 'fiscal', 'general'] as const).map((fund, i) => ({
      fund,
      economy_code: '30201',
      row: 0,
      column: i + 1,
      ...wan(fund === 'all' ? '25.00' : '21.00'),
    }))
    expect(outcomes('TABLE-ROW-SOURCES', { tables: [cells('4.00')], facts })).toEqual(['pass'])
    expect(outcomes('TABLE-ROW-SOURCES', { tables: [cells('5.00')], facts })).toEqual(['error'])
    expect(outcomes('TABLE-ROW-FUNDS', { tables: [cells('4.00')], facts })).toEqual(['pass'])
  })
})

describe('money under performance targets', () => {
  const paper = (words: string, raw: string): Sketch => ({
    sections: text(words.replace('X', raw)),
    facts: [
      { ...prose, concept: 'performance.amount', ...wan(raw) },
      { fund: 'all', nature: 'project', ...wan('1234.56') },
    ],
  })
  const all = '所有项目支出预算纳入绩效管理，涉及预算资金X万元。'
  const some = '编报绩效目标的项目共3个，涉及项目预算资金X万元。'
  it.each([
    [all, '1234.56', ['pass']],
    [all, '1000.00', ['error']],
    [some, '1234.56', ['pass']],
    [some, '1243.56', ['warning']],
    [some, '123.46', ['warning']],
    [some, '1000.00', []],
  ])('%s %s', (words, raw, expected) =>
    expect(outcomes('PROSE-PERFORMANCE', paper(words, raw))).toEqual(expected),
  )
})

describe('one fund of spending against all income', () => {
  const found = (income: string, spending: string) =>
    outcomes('TEXT-BALANCE', {
      facts: [
        { ...prose, concept: 'revenue', fund: 'all', ...wan(income) },
        { ...prose, concept: 'expenditure', fund: 'general', page: 2, ...wan(spending) },
      ],
    })
  it('is never more, and equal but for a slip', () => {
    expect(found('512.34', '512.34')).toEqual(['pass'])
    expect(found('512.34', '600.00')).toEqual(['warning'])
    expect(found('5123.40', '512.34')).toEqual(['warning'])
    expect(found('700.00', '512.34')).toEqual([])
  })
})
