// Variants of what the checks find and let pass, each as small as it can be.
import { describe, expect, it } from 'vitest'
import type { Sketch } from '../../src/check/check.js'
import { checkFiling } from '../../src/check/index.js'
import type { Fact } from '../../src/model/filing.js'
import { filingOf } from './filing-of.js'

/** What a check finds: severities, in the order of the print. */
const found = (id: string, sketch: Sketch) =>
  checkFiling(filingOf(sketch))
    .findings.filter((f) => f.check_id === id)
    .map((f) => f.severity)

const text = (words: string): Sketch => ({ sections: [{ text: words }] })

describe('units and signs cut short', () => {
  it.each([
    ['支出预算89.86万元，比上年增加11.00万元，增长13.95。', ['warning']],
    ['公务接待支出0.39万（含外事接待）。', ['warning']],
    ['公务接待支出0.39万元，增长16倍。', []],
    ['占比提高13.95个百分点。', []],
    ['服务群众0.39万人次，培训10万人。', []],
    ['增长13.95%，下降2.1‰。', []],
    // Who writes 万 throughout has a manner of writing.
    ['支出预算20.00万，其中甲5.00万，乙5.00万，丙10.00万，合计20.00万。', ['info']],
  ])('%s', (words, severities) => {
    expect(found('YS-WORDING-UNIT-MISSING', text(words))).toEqual(severities)
  })
})

describe('what stands behind a figure and is no character of the text', () => {
  const percentage = (note: string): Sketch => ({
    sections: [{ text: '培训费预算3.00万元，比上年下降25.00），原因是培训减少。' }],
    facts: [
      { source: 'prose', section_id: 's0', table_id: '', raw: '25.00', measure: 'change-pct', note: [note] },
    ],
  })

  it('is no unit that was left out', () => {
    expect(found('YS-WORDING-UNIT-MISSING', percentage('unit-missing'))).toEqual(['warning'])
    expect(found('YS-WORDING-UNIT-MISSING', percentage('unit-unread'))).toEqual([])
  })
})

describe('units without a figure', () => {
  it.each([
    ['信访支出2026年预算数为万元，比上年减少5万元。', ['warning']],
    ['信访支出2026年预算数12.50为万元，比上年减少5万元。', []],
    ['信访支出预算12.50万元，比上年增长%。', ['warning']],
    ['收支以万元为单位，计量单位为万元。', []],
  ])('%s', (words, severities) => {
    expect(found('YS-WORDING-FIGURE-MISSING', text(words))).toEqual(severities)
  })
})

describe('instructions of the form', () => {
  it.each([
    ['无政府性基金收支的，仍保留该表格式，并在本表下方作下述说明：', 1],
    ['“科目编码”为必填项', 1],
    ['说明：本部门无此项收支，故本表无数据。', 0],
    ['按要求公开空表并说明。', 0],
  ])('%s', (words, times) => {
    const severities = Array.from({ length: times }, () => 'warning')
    expect(found('YS-WORDING-TEMPLATE', text(words))).toEqual(severities)
    expect(found('YS-WORDING-TEMPLATE', { tables: [{ title: '支出表', notes: [words] }] })).toEqual(
      severities,
    )
  })
})

describe('items and rows printed twice', () => {
  const item = (n: string, name: string) => `${n}${name}支出5万元，主要用于补助。`

  it('word for word, whatever the numbers look like', () => {
    const twice = (a: string, b: string, name = '其他支出（款）') =>
      found('YS-WORDING-SAID-TWICE', text(item(a, '其他支出（款）') + item(b, name)))
    expect(twice('1.', '2.')).toEqual(['warning'])
    expect(twice('（1）', '（2）')).toEqual(['warning'])
    expect(twice('①', '②')).toEqual(['warning'])
    expect(twice('1.', '2.', '教育支出（款）')).toEqual([])
  })

  it('are no items where a reason is given for income and spending alike, or nothing is spent', () => {
    const reason = '主要原因是项目支出减少20万元。'
    expect(found('YS-WORDING-SAID-TWICE', text(`收入减少，${reason}支出减少，${reason}`))).toEqual([])
    expect(
      found('YS-WORDING-SAID-TWICE', text('1.因公出国（境）费预算0万元。2.因公出国（境）费预算0万元。')),
    ).toEqual([])
  })

  const row = (at: number, code: string, raw = '5.00'): Partial<Fact> => ({
    function_code: code,
    label: '其他支出',
    row: at,
    column: 2,
    raw,
    value: `${Number(raw) * 10000}`,
  })

  it('are one row too many, and no money of their class', () => {
    const rows = [row(0, '219'), row(1, '21999'), row(2, '21999')]
    expect(checkFiling(filingOf(rows)).findings.map((f) => [f.check_id, f.severity])).toEqual([
      ['YS-STRUCTURE-ROW-TWICE', 'warning'],
    ])
    const right = [row(0, '219'), row(1, '21999'), row(2, '2199999')]
    expect(found('YS-STRUCTURE-ROW-TWICE', { facts: right })).toEqual([])
    expect(found('YS-TABLE-CODE-HIERARCHY', { facts: right })).toEqual([])
    expect(found('YS-TABLE-CODE-HIERARCHY', { facts: [...rows, row(3, '21901', '1.00')] })).toEqual(['error'])
  })

  it('are lists of several units where most rows are printed again', () => {
    const rows = ['21999', '21999', '21999', '21999'].map((code, i) => row(i, code))
    expect(found('YS-STRUCTURE-ROW-TWICE', { facts: rows })).toEqual([])
    expect(found('YS-STRUCTURE-ROW-TWICE', { facts: [row(0, '21999'), row(1, '21999', '6.00')] })).toEqual([])
  })
})

describe('the rounding of printed digits', () => {
  const severities = (text: string, yuan: string) =>
    found('YS-PROSE-SAME-FIGURE', {
      facts: [
        { value: yuan, raw: yuan, unit: '元', decimals: 0 },
        { source: 'prose', table_id: '', value: `${Math.round(Number(text) * 10000)}`, raw: text },
      ],
    })

  it('allows half a unit of the coarser side, is an info below a unit and an error from it on', () => {
    expect(severities('12.07', '120650')).toEqual([])
    expect(severities('12.07', '120750')).toEqual([])
    expect(severities('12.07', '120751')).toEqual(['info'])
    expect(severities('12.07', '120799')).toEqual(['info'])
    expect(severities('12.07', '120800')).toEqual(['error'])
  })

  it('holds for sums, too', () => {
    const sum = (total: string) =>
      found('YS-TEXT-NATURE-PARTS', {
        facts: [
          { source: 'prose', table_id: '', value: `${Number(total) * 10000}`, raw: total },
          ...[
            ['basic', '100799'],
            ['project', '20000'],
          ].map(([nature, yuan]) => ({
            source: 'prose' as const,
            table_id: '',
            nature: nature as Fact['nature'],
            value: yuan as string,
            raw: yuan as string,
            unit: '元',
            decimals: 0,
          })),
        ],
      })
    expect(sum('12.08')).toEqual([])
    expect(sum('12.07')).toEqual(['info'])
    expect(sum('12.06')).toEqual(['error'])
  })

  it('holds for percentages of rounded operands', () => {
    const pct = (raw: string) =>
      found('YS-TEXT-CHANGE-PCT', {
        facts: [
          { value: '6200', raw: '0.62' },
          { value: '5000', raw: '0.50', year: '2025' },
          { measure: 'change-pct', value: raw, raw, unit: '%' },
        ].map(
          (fact) =>
            ({ concept: 'training', source: 'prose' as const, table_id: '', ...fact }) as Partial<Fact>,
        ),
      })
    expect(pct('22.22')).toEqual([])
    expect(pct('24.00')).toEqual([])
    expect(pct('30.00')).toEqual(['error'])
  })
})

describe('the number of units', () => {
  const units = (words: string) => found('YS-TEXT-UNIT-COUNT', text(words))

  it('is that of the list, with or without the organization itself', () => {
    expect(units('下属预算单位共有3家，分别为：云汀市档案馆、云汀市信息中心、云汀市修复所。')).toEqual([])
    expect(units('下属预算单位共有四家，分别为：云汀市档案馆、云汀市信息中心、云汀市修复所。')).toEqual([
      'warning',
    ])
    expect(units('下属预算单位2家，包括：云汀市档案局（本级）、云汀市档案馆、云汀市信息中心。')).toEqual([])
  })

  it('is open where names may hold 和, the list is cut off, or it lists something else', () => {
    expect(units('下属预算单位2家，分别为：云汀市档案馆、云汀市信息和修复中心。')).toEqual([])
    expect(units('下属预算单位3家，分别为：云汀市档案馆、云汀市信息中心和云汀市修复所。')).toEqual([])
    expect(units('下属预算单位9家，包括：云汀市档案馆、云汀市信息中心等。')).toEqual([])
    expect(units('下属预算单位9家，包括：行政单位1家、事业单位8家。')).toEqual([])
  })

  it('is that of the table in the same section', () => {
    const table = (count: string): Sketch => ({
      sections: [{ text: `纳入本部门预算编制范围的二级预算单位共有${count}个，包括：` }],
      tables: [
        {
          type: 'entities',
          section_id: 's0',
          header_rows: 1,
          lines: [
            ['序号', '单位名称'],
            ['1', '云汀市档案局（机关）'],
            ['2', '云汀市档案馆'],
            ['3', '云汀市修复所'],
          ],
        },
      ],
    })
    expect(found('YS-TEXT-UNIT-COUNT', table('3'))).toEqual([])
    expect(found('YS-TEXT-UNIT-COUNT', table('2'))).toEqual([])
    expect(found('YS-TEXT-UNIT-COUNT', table('5'))).toEqual(['warning'])
  })
})
