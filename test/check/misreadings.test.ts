import { describe, expect, it } from 'vitest'
import { checkFiling } from '../../src/check/index.js'
import { worded } from '../../src/locales/findings.js'
import { MisreadingCode } from '../../src/model/doubt.js'
import type { Fact } from '../../src/model/filing.js'
import { filingOf } from './filing-of.js'

type Sketch = Parameters<typeof filingOf>[0]

/** 万元 as printed; prose stands in section s0, tables in rows of table t. */
const money = (raw: string, more: Partial<Fact> = {}): Partial<Fact> => ({
  raw,
  value: String(Number(raw) * 10000),
  decimals: raw.split('.')[1]?.length ?? 0,
  bbox: `${(place++).toFixed(1)} 0.0 1.0 1.0`,
  ...(more.source === 'prose' ? { section_id: 's0', table_id: '', row: null, column: null } : {}),
  ...more,
})
let place = 0
const prose = (raw: string, more: Partial<Fact> = {}) => money(raw, { source: 'prose', ...more })

const said = (sketch: Sketch) => {
  const { findings, doubts, facts } = checkFiling(filingOf(sketch))
  return {
    errors: findings.filter((f) => f.severity === 'error').map((f) => f.check_id),
    doubts: doubts.map((d) => `${d.misreading} ${d.check_id}`),
    facts,
    words: doubts.map((d) => worded(d, 'zh-CN').message),
  }
}

describe('a failure that a misreading of ours explains', () => {
  const table = [
    money('88.20', { function_code: '2080505', label: '机关事业单位基本养老保险缴费支出', row: 1 }),
    money('41.60', { function_code: '2080506', label: '机关事业单位职业年金缴费支出', row: 2 }),
  ]

  it('is in doubt where a figure agrees with the item beside that its own words do not rule out', () => {
    const { errors, doubts, words } = said({
      sections: [{ text: '支出预算41.60万元。' }],
      facts: [...table, prose('41.60', { function_code: '2080505', label: '支出预算' })],
    })
    expect(errors).toEqual([])
    expect(doubts).toEqual(['subject-slip YS-PROSE-SAME-FIGURE'])
    expect(words[0]).toContain('机关事业单位职业年金缴费支出')
  })

  it('is an error where the words before the figure name its item', () => {
    const { errors, doubts } = said({
      sections: [{ text: '机关事业单位基本养老保险缴费支出41.60万元。' }],
      facts: [...table, prose('41.60', { function_code: '2080505' })],
    })
    expect([errors, doubts]).toEqual([['YS-PROSE-SAME-FIGURE'], []])
  })

  it('is an error where the figure stands nowhere else, and where so few digits would stand anywhere', () => {
    const other = said({
      sections: [{ text: '支出预算41.90万元。' }],
      facts: [...table, prose('41.90', { function_code: '2080505' })],
    })
    const few = said({
      sections: [{ text: '支出预算4万元。' }],
      facts: [...table, money('4', { function_code: '2080599' }), prose('4', { function_code: '2080505' })],
    })
    expect([other.errors, other.doubts]).toEqual([['YS-PROSE-SAME-FIGURE'], []])
    expect([few.errors, few.doubts]).toEqual([['YS-PROSE-SAME-FIGURE'], []])
  })

  it('is an error where something else confirms what the figure was read as', () => {
    const { errors, doubts } = said({
      sections: [{ text: '支出预算41.60万元。' }, { text: '支出预算41.60万元。' }],
      facts: [
        ...table,
        prose('41.60', { function_code: '2080505' }),
        prose('41.60', { function_code: '2080505', section_id: 's1' }),
      ],
    })
    expect(errors).toContain('YS-PROSE-SAME-FIGURE')
    expect(doubts).toEqual([])
  })

  it('leaves the figure unproven, whatever else it adds up with', () => {
    const { facts } = said({
      sections: [{ text: '支出预算41.60万元。' }],
      facts: [...table, prose('41.60', { function_code: '2080505', label: '支出预算' })],
    })
    expect(facts.find((f) => f.source === 'prose')?.status).toBe('unproven')
  })

  it('is in doubt where parts by nature were taken for the whole, and an error where they do not make it', () => {
    const whole = money('90.00', { function_code: '2010301' })
    const parts = (second: string) =>
      said({
        sections: [{ text: `人员50.00万元，公用${second}万元。` }],
        facts: [
          whole,
          prose('50.00', { function_code: '2010301' }),
          prose(second, { function_code: '2010301' }),
        ],
      })
    expect(parts('40.00').errors.filter((e) => e === 'YS-PROSE-SAME-FIGURE')).toEqual([])
    expect(parts('40.00').doubts).toContain('nature-slip YS-PROSE-SAME-FIGURE')
    expect(parts('41.00').errors).toContain('YS-PROSE-SAME-FIGURE')
  })

  it('is in doubt where a share fits another whole of its passage', () => {
    const share = (pct: string) =>
      said({
        sections: [{ text: '支出80.00万元，基本支出60.00万元。' }],
        facts: [
          prose('80.00'),
          prose('60.00', { nature: 'basic' }),
          prose('37.50', { nature: 'personnel' }),
          prose(pct, { nature: 'personnel', measure: 'share-pct', unit: '%', value: pct }),
          prose('66.94', { concept: 'revenue.other', fund: '' }),
        ],
      })
    expect(share('56.02').doubts).toEqual(['subject-slip YS-TEXT-SHARE'])
    expect(share('56.30').errors).toEqual(['YS-TEXT-SHARE'])
  })

  it('is in doubt where a percentage fits another change, but not one that has its own', () => {
    const pct = (concept: string) =>
      prose('12.74', { concept, measure: 'change-pct', unit: '%', value: '12.74' })
    const change = (pcts: Partial<Fact>[]) =>
      said({
        sections: [
          { text: '收入112.74万元，增加12.74万元，增长12.74%；支出112.74万元，增加21.74万元，增长12.74%。' },
        ],
        facts: [
          prose('112.74', { concept: 'revenue' }),
          prose('12.74', { concept: 'revenue', measure: 'change' }),
          prose('112.74', { concept: 'expenditure' }),
          prose('21.74', { concept: 'expenditure', measure: 'change' }),
          ...pcts,
        ],
      })
    expect(change([pct('expenditure')]).doubts).toEqual(['subject-slip YS-TEXT-CHANGE-PCT'])
    expect(change([pct('revenue'), pct('expenditure')]).doubts).toEqual([])
    expect(change([pct('revenue'), pct('expenditure')]).errors).toEqual(['YS-TEXT-CHANGE-PCT'])
  })

  it('is in doubt where every row adds up with a column that was given another meaning', () => {
    const row = (at: number, total: string, basic: string, other: string) => {
      const of = { function_code: `201030${at}`, row: at }
      return [
        money(total, { ...of, column: 1 }),
        money(basic, { ...of, column: 2, nature: 'basic' }),
        money(other, { ...of, column: 3, nature: 'project', fund: 'government-fund' }),
      ]
    }
    const rows = (last: string) => [...row(1, '50.20', '20.10', '30.10'), ...row(2, '70.40', '30.20', last)]
    expect(said({ facts: rows('40.20') }).errors).toEqual([])
    expect(new Set(said({ facts: rows('40.20') }).doubts)).toEqual(
      new Set(['column-slip YS-TABLE-ROW-NATURE']),
    )
  })

  it('is in doubt where a table without a unit agrees ten thousand times as large', () => {
    const with_ = (unit: string) =>
      said({
        tables: [
          { table_id: 't', unit: '万元' },
          { table_id: 'u', unit },
        ],
        facts: [
          money('88.20', { function_code: '208' }),
          money('882000', { function_code: '208', table_id: 'u' }),
        ],
      })
    expect(with_('').doubts).toEqual(['unit-slip YS-TABLES-SAME-FIGURE'])
    expect(with_('万元').errors.length).toBeGreaterThan(0)
  })

  it('is in doubt where the table goes on behind in a table that was not understood', () => {
    const table = (lost: string) =>
      said({
        tables: [
          { table_id: 't', type: 'general-by-function', unit: '万元', page_first: 1, page_last: 1 },
          {
            table_id: 'rest',
            type: 'unknown',
            unit: '万元',
            page_first: 2,
            page_last: 2,
            lines: [
              ['210', '卫生健康支出', lost],
              ['221', '住房保障支出', '10.00'],
            ],
          },
        ],
        facts: [
          money('100.00', { row: 0, label: '合计' }),
          money('20.00', { row: 1, function_code: '205' }),
          money('30.00', { row: 2, function_code: '208' }),
        ],
      })
    expect(table('40.00').doubts).toEqual(['broken-table YS-TABLE-COLUMN-TOTAL'])
    expect(table('39.00').errors).toEqual(['YS-TABLE-COLUMN-TOTAL'])
  })

  it('is in doubt where a column agrees everywhere if it is of other money', () => {
    const column = (table_id: string, fund: Fact['fund'], values: readonly string[]) =>
      values.map((raw, i) => money(raw, { table_id, fund, row: i, function_code: `20${i + 1}` }))
    const facts = (last: string) => [
      ...column('a', 'general', ['20.10', '30.20']),
      ...column('b', 'government-fund', ['1.10', '2.20']),
      ...column('c', 'government-fund', ['20.10', last]),
    ]
    expect(new Set(said({ facts: facts('30.20') }).doubts)).toEqual(
      new Set(['fund-slip YS-TABLES-SAME-FIGURE']),
    )
    expect(said({ facts: facts('33.20') }).errors).toContain('YS-TABLES-SAME-FIGURE')
  })

  it('is in doubt where a column read as of all money adds up in its row with columns of one kind', () => {
    const row = (at: number, total: string, basic: string, project: string) => {
      const of = { table_id: 't', function_code: `20${at}`, row: at }
      return [
        money(total, { ...of, column: 1, fund: 'all' }),
        money(basic, { ...of, column: 2, nature: 'basic' }),
        money(project, { ...of, column: 3, nature: 'project' }),
      ]
    }
    const rows = (last: string) => [
      ...row(1, '50.20', '20.10', '30.10'),
      ...row(2, '70.40', '30.20', last),
      money('58.30', { table_id: 'u', function_code: '201', fund: 'all' }),
      money('70.40', { table_id: 'u', function_code: '202', fund: 'all' }),
    ]
    expect(said({ facts: rows('40.20') }).errors).toEqual([])
    expect(said({ facts: rows('40.20') }).doubts).toContain('fund-slip YS-TABLES-SAME-FIGURE')
    expect(said({ facts: rows('43.20') }).errors).toContain('YS-TABLES-SAME-FIGURE')
  })

  it('is an error where the head of the column names the money it was read as', () => {
    const column = (table_id: string, fund: Fact['fund'], values: readonly string[]) =>
      values.map((raw, i) => money(raw, { table_id, fund, row: i, column: 1, function_code: `20${i + 1}` }))
    const facts = [
      ...column('a', 'government-fund', ['1.10', '2.20']),
      ...column('b', 'general', ['1.10', '2.20']),
      ...column('c', 'general', ['11.30', '12.40']),
    ]
    const headed = (title: string) =>
      said({ facts, tables: [{ table_id: 'b', title, header_rows: 0, lines: [] }] })
    expect(headed('一般公共预算支出表').errors.length).toBeGreaterThan(0)
    expect(headed('支出表').errors).toEqual([])
  })

  describe('where a sum of the text lacks just one figure of another kind', () => {
    const procurement = (services: string, text = '') =>
      said({
        sections: [{ text }],
        facts: [
          prose('97.35', { concept: 'procurement', fund: '' }),
          prose('41.95', { concept: 'procurement.goods', fund: '' }),
          prose('0.00', { concept: 'procurement.works', fund: '' }),
          prose(services, { concept: 'procurement.services', fund: '', basis: 'final' }),
        ],
      })

    it('is in doubt, and an error where it would not hold with that figure either', () => {
      expect(procurement('55.40').doubts).toEqual(['basis-slip YS-TEXT-PROCUREMENT-PARTS'])
      expect(procurement('55.40').words[0]).toContain('97.35')
      expect(procurement('54.40').errors).toEqual(['YS-TEXT-PROCUREMENT-PARTS'])
    })

    it('is an error where the words before the figure name what it was read as', () => {
      const text = '采购合计97.35万元，货物41.95万元，工程0.00万元，服务决算55.40万元。'
      expect(procurement('55.40', text).errors).toEqual(['YS-TEXT-PROCUREMENT-PARTS'])
    })
  })

  it('is in doubt where the words right before the figure name another item, and no table prints either', () => {
    const passage = (text: string) =>
      said({
        sections: [{ text: '支出预算93.70万元。' }, { text }],
        facts: [prose('93.70', { page: 1 }), prose('61.30', { section_id: 's1', page: 2 })],
      })
    expect(passage('（二）项目支出。项目支出预算61.30万元。').doubts).toEqual([
      'nature-slip YS-TEXT-SAME-FIGURE',
    ])
    expect(passage('其中：1．教育支出61.30万元。').doubts).toEqual(['subject-slip YS-TEXT-SAME-FIGURE'])
    expect(passage('支出预算61.30万元。').errors).toEqual(['YS-TEXT-SAME-FIGURE'])
  })

  it('is in doubt where the rows that a total lacks print names and no codes', () => {
    const rest = (lost: string) =>
      said({
        tables: [
          { table_id: 't', type: 'fiscal-summary', unit: '万元', page_first: 1, page_last: 1 },
          {
            table_id: 'rest',
            type: 'unknown',
            unit: '万元',
            page_first: 2,
            page_last: 2,
            lines: [
              ['', '', '（二十）住房保障支出', lost],
              ['收入总计', '100.00', '支出总计', '100.00'],
            ],
          },
        ],
        facts: [
          money('100.00', { row: 0, label: '合计' }),
          money('20.00', { row: 1, function_code: '205' }),
          money('30.00', { row: 2, function_code: '208' }),
        ],
      })
    expect(rest('50.00').doubts).toEqual(['broken-table YS-TABLE-COLUMN-TOTAL'])
    expect(rest('49.00').errors).toEqual(['YS-TABLE-COLUMN-TOTAL'])
  })

  it('has words for every misreading', () => {
    const finding = { said: [] as { code: string; parts: object }[], message: '' }
    for (const code of MisreadingCode.options) {
      const parts = { at: 'a', name: 'n', printed: 'p' }
      for (const language of ['zh-CN', 'en'] as const)
        expect(
          worded({ ...finding, said: [{ code: `doubt.${code}`, parts }] }, language).message,
        ).not.toMatch(/[{}]/)
    }
  })
})
