// A finding stands where its own first character is printed, not where the last figure before it is.
import { describe, expect, it } from 'vitest'
import { checkFiling } from '../../src/check/index.js'
import { lineAt, placeOfFact } from '../../src/check/print.js'
import { readSections } from '../../src/extract/sections.js'
import { layOut } from '../../src/layout/index.js'
import type { FilingTable } from '../../src/model/filing.js'
import { PageDrawing } from '../layout/make-page.js'
import { factOf, filingOf, tableOf } from './filing-of.js'

const BODY = 60

/** Two pages of one section; the second begins with an item of its own. */
function sections() {
  const first = new PageDrawing(1)
    .text('一、支出情况', 84, 60, 16)
    .text('1、行政运行支出50.00万元，比上年增加5.00万元，主要原因是：人员增加。', 84, 760)
  const second = new PageDrawing(2)
    .text('2、培训支出4.00万元，比上年减少1.00万元，主要原因是：培训增加。', 84, BODY)
    .text('3、会议支出2.00万元，与上年持平。', 84, 90)
  return readSections(layOut([first.page(), second.page()]), 'a'.repeat(16)).sections.map((s) => s.section)
}

/** A table whose cells are 10 points high and 50 wide. */
function table(lines: string[][], over: Partial<FilingTable> = {}): FilingTable {
  const drawn = tableOf({ title: '基本支出表', lines, ...over }, 0)
  const cells = drawn.cells.map((c) => ({
    ...c,
    bbox: `${c.column * 50}.0 ${c.row * 10}.0 ${c.column * 50 + 50}.0 ${c.row * 10 + 10}.0`,
  }))
  return { ...drawn, cells }
}

const found = (sketch: Parameters<typeof filingOf>[0], check: string) =>
  checkFiling(filingOf(sketch)).findings.filter((f) => f.check_id === check)

describe('what a frame is drawn around', () => {
  it('is the code with its name, not the amount of the row', () => {
    const tables = [
      table(
        [
          ['类', '款', '科目', '合计'],
          ['302', '02', '咨询费', '2.00'],
        ],
        { header_rows: 1 },
      ),
    ]
    const facts = [
      {
        table_id: 't0',
        economy_code: '30202',
        label: '咨询费',
        row: 0,
        column: 3,
        raw: '2.00',
        bbox: '160.0 11.0 190.0 19.0',
      },
    ]
    const [finding] = found({ tables, facts }, 'YS-CODE-NAME')
    expect(finding).toMatchObject({ page: 1, bbox: '50.0 10.0 150.0 20.0' })
  })

  it('is the whole of a table that is said to be empty, and of one that is', () => {
    const lines = [
      ['项目', '合计'],
      ['“三公”经费', '47.91'],
    ]
    const notes = ['注：本部门无“三公”经费预算，故本表为空表。']
    const [full] = found(
      { tables: [table(lines, { title: '“三公”经费表', notes })] },
      'YS-STRUCTURE-EMPTY-STATEMENT',
    )
    expect(full?.bbox).toBe('0.0 0.0 100.0 20.0')
    const blank = table(
      [
        ['项目', '合计'],
        ['', ''],
      ],
      { type: 'state-capital', title: '国有资本经营预算支出表', empty: true },
    )
    const sketch = { tables: [blank], sections: [{ text: '本部门收入预算50.00万元。' }] }
    expect(found(sketch, 'YS-STRUCTURE-EMPTY-UNSTATED')[0]?.bbox).toBe('0.0 0.0 100.0 20.0')
  })

  it('is the line of the name that the table lacks, not the sum before the list', () => {
    const row = (economy_code: string, label: string, raw: string) => ({
      economy_code,
      label,
      raw,
      value: `${Number(raw) * 10000}`,
    })
    const before = '其中：人员经费12.31万元，主要包括：基本工资、奖金、退休费、医疗费、'
    const text = `${before}个人农业生产补贴；公用经费略。`
    const lines = ['0 1 10.0 10.0 90.0 20.0', `${before.length} 1 10.0 25.0 90.0 35.0`]
    const sum = {
      source: 'prose' as const,
      section_id: 's0',
      raw: '12.31',
      value: '123100',
      bbox: '40.0 10.0 50.0 20.0',
    }
    const facts = [
      row('30101', '基本工资', '6.00'),
      row('30103', '奖金', '3.00'),
      row('30302', '退休费', '2.00'),
      row('30307', '医疗费', '1.00'),
      row('30309', '奖励金', '0.31'),
      sum,
    ]
    const [finding] = found({ sections: [{ text, lines }], facts }, 'YS-PROSE-ECONOMY-NAMES')
    expect(finding).toMatchObject({ bbox: '10.0 25.0 90.0 35.0' })
    expect(finding?.evidence).toContain('12.31万元')
  })

  it('names the table whose note says a figure, as its sentence does', () => {
    const notes = ['注：机关运行经费443.18万元。']
    const sections = [{ text: '前言', lines: ['0 1 0.0 0.0 9.0 9.0'] }]
    const fact = factOf({ source: 'prose', table_id: '', section_id: 's0', page: 2, raw: '443.18' }, 0)
    const noted = table([['合计', '1.00']], { page_first: 2, page_last: 2, notes })
    expect(placeOfFact(filingOf({ sections, tables: [noted], facts: [fact] }), fact)).toBe('《基本支出表》')
  })

  it('says what areas are measured in', () => {
    const text = '地上建筑面积为8013平方米（其中计容面积7998平方米，不计容面积105平方米）。'
    expect(found({ sections: [{ text }] }, 'YS-TEXT-AREAS')[0]?.unit).toBe('平方米')
  })
})

describe('a count', () => {
  it('is exact: one person less is one person less', () => {
    const post = { source: 'prose' as const, measure: 'count' as const, unit: '名', decimals: 0 }
    const staff = (value: string, section_id: string, concept: string, entity = '') => ({
      ...post,
      value,
      raw: value,
      section_id,
      concept,
      entity,
    })
    const posts = (whole: string) => [
      staff(whole, 'b', 'staff.established'),
      staff('8', 'a', 'staff.established.institutional'),
      staff('5', 'a', 'staff.established.institutional', '中心'),
    ]
    expect(found(posts('12'), 'YS-TEXT-STAFF-UNITS')[0]).toMatchObject({
      difference: '-1',
      severity: 'warning',
    })
    expect(found(posts('13'), 'YS-TEXT-STAFF-UNITS')).toEqual([])
  })
})

describe('the place of words', () => {
  it('is known line by line: where each begins in the text, on which page and at which height', () => {
    const found = sections()
    const text = found.map((s) => s.text).join('')
    expect(text).toContain('2、培训支出')
    const lines = found.flatMap((s) =>
      s.lines.map((line) => {
        const [offset = '', page, , top] = line.split(' ')
        return [s.text.slice(Number(offset), Number(offset) + 6), Number(page), Number(top)]
      }),
    )
    expect(lines).toEqual([
      ['1、行政运行', 1, 760],
      ['2、培训支出', 2, BODY],
      ['3、会议支出', 2, 90],
    ])
  })

  it('is the page of an item that begins it, whatever figures stand before', () => {
    const { findings } = checkFiling(filingOf({ sections: sections() }))
    expect(findings.map((f) => [f.check_id, f.page, f.bbox.split(' ')[1]])).toEqual([
      ['YS-WORDING-DIRECTION', 2, '60.0'],
    ])
  })

  it('is the figure itself where the words have one on their page', () => {
    const figure = {
      source: 'prose' as const,
      measure: 'change' as const,
      raw: '1.00',
      value: '-10000',
      page: 2,
      bbox: '300.0 60.0 330.0 72.0',
    }
    const [section] = sections()
    const facts = [{ ...figure, section_id: section?.section_id ?? '' }]
    const [finding] = checkFiling(filingOf({ sections: sections(), facts })).findings
    expect(finding).toMatchObject({ page: 2, bbox: figure.bbox })
  })

  it('counts characters without spaces, as patterns do', () => {
    const section = {
      text: '甲 乙\n丙丁',
      lines: ['0 1 0.0 0.0 9.0 9.0', '4 2 0.0 0.0 9.0 9.0'],
    } as unknown as Parameters<typeof lineAt>[0]
    expect([0, 1, 2, 3].map((offset) => lineAt(section, offset)?.page)).toEqual([1, 1, 2, 2])
    expect(lineAt({ ...section, lines: [] }, 0)).toBeUndefined()
  })
})
