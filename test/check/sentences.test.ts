import { describe, expect, it } from 'vitest'
import type { Sketch } from '../../src/check/check.js'
import { checkFiling } from '../../src/check/index.js'
import { worded } from '../../src/locales/findings.js'
import type { Language } from '../../src/locales/index.js'
import { filingOf } from './filing-of.js'

const findings = (sketch: Sketch, check: string) =>
  checkFiling(filingOf(sketch)).findings.filter((f) => f.check_id === `YS-${check}`)

/** The first sentence of each finding of a check. */
const said = (sketch: Sketch, check: string, language: Language = 'zh-CN'): string[] =>
  findings(sketch, check).map(
    (f) => worded({ ...f, message: '', said: f.said.slice(0, 1) }, language).message,
  )

const prose = { source: 'prose', section_id: 's', table_id: '', row: null, column: null, page: 3 } as const

describe('sentences that a clerk can follow on the page', () => {
  it('quotes a figure in the unit that it is printed in, and converts it behind', () => {
    const sketch: Sketch = {
      sections: [{ section_id: 's', title: '支出说明', text: '办公12.00万元', page: 3 }],
      tables: [{ table_id: 't', title: '支出表', unit: '元' }],
      facts: [
        { ...prose, function_code: '201', label: '办公', raw: '12.00', value: '120000' },
        {
          function_code: '201',
          label: '办公',
          raw: '94709.80',
          value: '94709.8',
          unit: '元',
          page: 7,
          row: 1,
          column: 2,
        },
      ],
    }
    expect(said(sketch, 'PROSE-SAME-FIGURE')).toEqual([
      '第3页“支出说明”一节“办公”印为12.00万元，第7页《支出表》印为94709.80元（折9.47098万元），相差2.53万元。',
    ])
    expect(said(sketch, 'PROSE-SAME-FIGURE', 'en')[0]).toContain(
      '94709.80 yuan (that is 9.47098 ten thousand yuan)',
    )
  })

  it('tells rows of one name apart by the code that only one of them bears', () => {
    const row = (code: string, r: number, total: string) => [
      {
        entity: code,
        label: '甲局',
        raw: total,
        value: `${Number(total) * 10000}`,
        row: r,
        column: 2,
        concept: 'three-public',
      },
      {
        entity: code,
        label: '甲局',
        raw: '1.00',
        value: '10000',
        row: r,
        column: 3,
        concept: 'three-public.abroad',
      },
      {
        entity: code,
        label: '甲局',
        raw: '2.00',
        value: '20000',
        row: r,
        column: 4,
        concept: 'three-public.vehicle',
      },
      {
        entity: code,
        label: '甲局',
        raw: '3.00',
        value: '30000',
        row: r,
        column: 5,
        concept: 'three-public.reception',
      },
    ]
    const sketch: Sketch = {
      tables: [
        {
          table_id: 't',
          type: 'three-public',
          title: '三公经费表',
          header_rows: 1,
          lines: [
            ['编码', '单位', '合计', '出国', '用车', '接待'],
            ['701', '甲局', '6.00', '1.00', '2.00', '3.00'],
            ['701001', '甲局', '9.00', '1.00', '2.00', '3.00'],
          ],
        },
      ],
      facts: [...row('701', 0, '6.00'), ...row('701001', 1, '9.00')],
    }
    expect(said(sketch, 'TABLE-THREE-PUBLIC')[0]).toContain('“甲局”（701001）行“合计”栏印为9.00万元')
  })

  it('speaks first of the print that the rest of the paper disagrees with', () => {
    const in3 = (table_id: string, raw: string, page: number) => ({
      table_id,
      page,
      raw,
      value: `${Number(raw) * 10000}`,
      label: '合计',
      function_code: '204',
    })
    const sketch: Sketch = {
      tables: [
        { table_id: 'a', title: '甲表' },
        { table_id: 'b', title: '乙表' },
        { table_id: 'c', title: '丙表' },
      ],
      facts: [in3('a', '8.00', 1), in3('b', '9.00', 2), in3('c', '9.00', 3)],
    }
    const sentences = said(sketch, 'TABLES-SAME-FIGURE')
    expect(sentences).not.toEqual([])
    for (const sentence of sentences) expect(sentence).toMatch(/^第1页《甲表》“合计”印为8\.00万元/)
  })

  it('tells one slip of a form once, with all its places', () => {
    const sentence = '与上年相比增加（减少）0万元，增长（减少）0%。'
    const sketch: Sketch = {
      sections: [
        { title: '收支说明', text: `1．基金收入0万元。${sentence}2．其他收入0万元。${sentence}`, page: 4 },
      ],
    }
    expect(said(sketch, 'WORDING-TEMPLATE')).toEqual([
      '第4页“收支说明”一节“增加（减少）”没有选定，是模板文字；这样的文字共2处（第4页），都没有增减，应写持平。',
    ])
    expect(findings(sketch, 'WORDING-TEMPLATE')[0]?.evidence).toMatch(/基金收入.*其他收入/)
  })

  it('names the item whose reason goes the other way', () => {
    const sketch: Sketch = {
      sections: [
        { title: '支出说明', text: '2．会议费（30215）5.00万元，较上年增加1.00万元，原因是会议减少。' },
      ],
    }
    expect(said(sketch, 'WORDING-DIRECTION')[0]).toContain('“会议费（30215）”前面说“增加”')
  })

  it('says what is missing of the section where it would stand', () => {
    const missing = {
      requirement: 'operating-cost',
      outcome: 'no',
      page: null,
      shown_in: '',
      evidence: '',
      reason: '',
    } as const
    const sketch: Sketch = {
      completeness: [missing],
      sections: [
        { section_id: 'o', title: '其他重要事项', number: '（三）', page: 9, text: '' },
        { section_id: 'p', parent_id: 'o', title: '政府采购', type: 'procurement', page: 9 },
      ],
    }
    const [finding] = findings(sketch, 'STRUCTURE-REQUIRED')
    expect(finding).toMatchObject({ page: 9, evidence: '（三）其他重要事项' })
    expect(said(sketch, 'STRUCTURE-REQUIRED')[0]).toMatch(/^第9页“（三）其他重要事项”一节和全文都没有找到/)
  })

  it('names the columns that a total leaves out', () => {
    const total = { table_id: 't', label: '甲局', row: 0, fund: 'all' } as const
    const sketch: Sketch = {
      tables: [
        {
          table_id: 't',
          type: 'expenditure-summary',
          title: '支出总表',
          header_rows: 1,
          lines: [
            ['单位', '合计', '一般公共预算拨款', '上年结转'],
            ['甲局', '10.00', '10.00', '3.00'],
          ],
        },
      ],
      facts: [
        { ...total, concept: 'expenditure.grand-total', raw: '10.00', value: '100000', column: 1 },
        { ...total, fund: 'general', raw: '10.00', value: '100000', column: 2 },
      ],
    }
    expect(said(sketch, 'TABLE-ROW-SOURCES')[0]).toContain('“上年结转”栏3.00万元合计13万元')
    expect(findings(sketch, 'TABLE-ROW-SOURCES')[0]?.evidence).toMatch(/上年结转 3\.00$/)
  })

  it('a note under a table is said to be one', () => {
    const sketch: Sketch = {
      sections: [
        { section_id: 's', title: '编制说明', text: '说明', page: 2, lines: ['0 2 1.0 1.0 2.0 2.0'] },
      ],
      tables: [
        {
          table_id: 't',
          title: '机关运行经费表',
          page_first: 8,
          page_last: 8,
          notes: ['注：无机关运行经费。'],
        },
      ],
      facts: [
        {
          ...prose,
          page: 8,
          concept: 'operating-cost',
          label: '机关运行经费',
          raw: '无机关运行经费',
          value: '0',
          unit: '',
        },
        {
          page: 8,
          concept: 'operating-cost',
          label: '机关运行经费',
          raw: '5.00',
          value: '50000',
          row: 0,
          column: 1,
        },
      ],
    }
    expect(said(sketch, 'PROSE-SAME-FIGURE')[0]).toContain('第8页《机关运行经费表》的注“机关运行经费”')
  })
})
