import { describe, expect, it } from 'vitest'
import { requirementsOf } from '../../src/catalogue/requirements.js'
import type { Sketch } from '../../src/check/check.js'
import { completenessOf } from '../../src/requirements/index.js'
import { filingOf } from '../check/filing-of.js'

const row = (over: Record<string, string>): Record<string, string> => ({
  id: 'asked',
  what_zh: '要求',
  what_en: 'something asked',
  kinds: 'budget',
  from_year: '',
  to_year: '',
  level: '',
  how: 'published',
  unless: '',
  weight: '1',
  severity: 'warning',
  basis: '依据',
  ...over,
})

describe('a row of requirements.csv', () => {
  it.each([
    ['id', 'Two Words'],
    ['what_zh', ''],
    ['what_en', ''],
    ['basis', ''],
    ['kinds', 'plan'],
    ['from_year', '二〇二六'],
    ['level', 'bureau'],
    ['how', ''],
    ['how', 'guess 三公'],
    ['how', 'table three-publics'],
    ['how', 'table'],
    ['how', 'section glossaries'],
    ['how', 'facts three-public.train'],
    ['how', 'some'],
    ['how', 'filled performance-projects'],
    ['how', 'title'],
    ['how', 'title 三公||接待'],
    ['how', 'digits region 7 three-public'],
    ['how', 'digits function 6 three-public'],
    ['how', 'published today'],
    ['how', 'reason all 拨款 incomes'],
    ['how', 'words all 拨款 revenue'],
    ['unless', 'zero nothing'],
    ['unless', 'table three-public'],
    ['weight', ''],
    ['weight', '99'],
    ['severity', 'error'],
  ])('throws where %s is “%s”', (column, value) => {
    expect(() => requirementsOf([row({})])).not.toThrow()
    expect(() => requirementsOf([row({ [column]: value })])).toThrow('requirements.csv: ')
  })

  it('throws where a requirement stands twice or ends before it begins', () => {
    expect(() => requirementsOf([row({}), row({})])).toThrow('twice')
    expect(() => requirementsOf([row({ from_year: '2020', to_year: '2019' })])).toThrow('ends')
  })
})

/** Three money tables: enough for the tables of a filing to be in it. */
const TABLES: Sketch['tables'] = [
  { title: '收支总表', type: 'income-expenditure-summary' },
  { title: '收入总表', type: 'income-summary' },
  { title: '支出总表', type: 'expenditure-summary' },
]
/** Enough running text for the text of a filing to be in it, and about nothing that is asked. */
const TEXT: Sketch['sections'] = [{ title: '其他', text: '本说明按规定随表公开。'.repeat(50) }]

const ordinary = ({ tables = [], sections = [], ...more }: Sketch = {}): Sketch => ({
  tables: [...(TABLES ?? []), ...tables],
  sections: [...(TEXT ?? []), ...sections],
  ...more,
})

const answer = (how: string, sketch: Sketch, over: Record<string, string> = {}) => {
  const [given] = completenessOf([filingOf(sketch)], requirementsOf([row({ how, ...over })])).completeness
  return given
}
const outcome = (how: string, sketch: Sketch, over: Record<string, string> = {}) => {
  const given = answer(how, sketch, over)
  return `${given?.outcome} ${given?.reason}`.trim()
}

describe('a table of a kind', () => {
  const how = 'table three-public'
  it('is there', () => {
    const tables = [{ title: '三公经费表', type: 'three-public' as const, page_first: 9 }]
    expect(answer(how, ordinary({ tables }))).toMatchObject({
      outcome: 'yes',
      page: 9,
      evidence: '三公经费表',
    })
  })
  it('is not there', () => expect(outcome(how, ordinary())).toBe('no'))
  it('may be the one that was not understood, or that has no title', () => {
    expect(outcome(how, ordinary({ tables: [{ title: '一表', columns: 5 }] }))).toBe(
      'undecidable tables-unknown',
    )
    expect(outcome(how, ordinary({ tables: [{ type: 'procurement' }] }))).toBe('undecidable tables-untitled')
  })
  it('may be in another file', () =>
    expect(outcome(how, { sections: TEXT })).toBe('undecidable tables-elsewhere'))
  it('is not asked of the other kind, year or level', () => {
    expect(outcome(how, ordinary({ kind: 'final' }))).toBe('not-applicable other-kind')
    expect(outcome(how, ordinary(), { from_year: '2027' })).toBe('not-applicable other-year')
    const unit = ordinary({ organization_level: 'unit' })
    expect(outcome(how, unit, { level: 'department' })).toBe('not-applicable other-level')
  })
  it('is of the kind that is named first, and one with figures before a blank one', () => {
    const tables: Sketch['tables'] = [
      { title: '乙表', type: 'three-public', page_first: 3 },
      { title: '空甲表', type: 'procurement', page_first: 5, empty: true },
      { title: '甲表', type: 'procurement', page_first: 6 },
    ]
    expect(answer('table procurement three-public', ordinary({ tables }))?.page).toBe(6)
    expect(answer('table procurement', ordinary({ tables: tables.slice(0, 2) }))?.page).toBe(5)
  })
  it('is named by its first row where it has no title', () => {
    const tables = [{ type: 'procurement' as const, lines: [['品目', '金额']] }]
    expect(answer('table procurement', ordinary({ tables }))?.evidence).toBe('品目 金额')
  })
  it('is there where it is printed, whoever is asked for it', () => {
    const tables = [{ title: '三公经费表', type: 'three-public' as const }]
    const unit = ordinary({ tables, organization_level: 'unit' })
    expect(outcome(how, unit, { level: 'department' })).toBe('yes')
  })
  it('is not asked of a school', () => {
    const school = ordinary({ organization: '青坪区第一中学' })
    expect(outcome(how, school, { unless: 'institution' })).toBe('not-applicable institution')
    expect(outcome(how, ordinary({ organization: '青坪区教育局' }), { unless: 'institution' })).toBe('no')
  })
})

describe('a table with something in it', () => {
  const how = 'filled performance-project'
  const form = { type: 'performance-project' as const, header_rows: 1 }
  const head = ['项目名称', '绩效目标']
  it('shows its own row where it has no title, on the page of that row', () => {
    const tables = [{ ...form, lines: [head, ['修渠', '年内通水']] }]
    expect(answer(how, ordinary({ tables }))).toMatchObject({ outcome: 'yes', evidence: '修渠 年内通水' })
    expect(
      answer(how, ordinary({ tables: [{ ...form, title: '目标表', lines: tables[0]?.lines }] }))?.evidence,
    ).toBe('目标表')
  })
  it('is no blank form', () => {
    const blank = { ...form, title: '目标表', lines: [head] }
    expect(outcome(how, ordinary({ tables: [blank] }))).toBe('no')
    const words = [head, ['产出指标', '数量指标'], ['满意度指标', '指标值'], ['1', '']]
    expect(outcome(how, ordinary({ tables: [{ ...blank, lines: words }] }))).toBe('no')
  })
})

describe('what was not read whole', () => {
  const page = {
    page: 1,
    width: 1,
    height: 1,
    method: 'text' as const,
    doubt: '',
    characters: 9,
    printed_page: '',
  }
  it.each<[string, Sketch]>([
    ['not-read-whole', { status: 'partial' }],
    ['pages-unread', { pages: [{ ...page, doubt: 'no-text' }] }],
    ['read-from-pictures', { pages: [{ ...page, method: 'ocr' }] }],
    ['year-not-printed', { fiscal_year: '' }],
    ['attachments-unread', { source: 'a.html', sections: [{ text: '附件：预算表' }] }],
    ['listed-in-contents', { text_apart: [{ page: 2, role: 'contents', text: '四、名词解释……12' }] }],
  ])('%s', (reason, sketch) => {
    expect(outcome('heading 名词解释', ordinary(sketch))).toBe(`undecidable ${reason}`)
  })
  it('and what was', () => expect(outcome('heading 名词解释', ordinary({ pages: [page] }))).toBe('no'))
})

describe('a title, a section', () => {
  it('with its words', () => {
    const sections = [{ number: '四、', title: '名词 解释', page: 7 }]
    expect(answer('heading 名词解释', ordinary({ sections }))).toMatchObject({ outcome: 'yes', page: 7 })
    expect(outcome('heading 名词解释', ordinary())).toBe('no')
  })
  it('counts where something stands under the heading', () => {
    const filled = [{ title: '职责', type: 'duties' as const, text: '负责规划。' }]
    expect(outcome('section duties', ordinary({ sections: filled }))).toBe('yes')
    expect(outcome('section duties', ordinary({ sections: [{ title: '职责', type: 'duties' }] }))).toBe('no')
    expect(outcome('section duties', { tables: TABLES })).toBe('undecidable text-elsewhere')
  })
})

describe('figures', () => {
  const part = (concept: string, value: string) => ({
    fact_id: `${'a'.repeat(16)}-${concept}`,
    concept,
    value,
    raw: value,
    label: concept,
  })
  it('of each concept, or of one of two', () => {
    const facts = [part('three-public.abroad', '0'), part('three-public.reception', '5')]
    expect(outcome('facts three-public.abroad three-public.reception', ordinary({ facts }))).toBe('yes')
    expect(outcome('facts three-public.vehicle|three-public.abroad', ordinary({ facts }))).toBe('yes')
    expect(outcome('facts three-public.abroad three-public.vehicle', ordinary({ facts }))).toBe('no')
    const zero = { unless: 'zero three-public.abroad' }
    expect(outcome('facts three-public.vehicle', ordinary({ facts }), zero)).toBe('not-applicable zero')
    expect(outcome('facts three-public.vehicle', { facts })).toMatch(/^undecidable/)
  })
  it('of this year, not of the one before that stands beside it', () => {
    const how = 'facts three-public.abroad three-public.reception'
    const of = (year: string, raw: string) => [
      { ...part('three-public.abroad', raw), year },
      { ...part('three-public.reception', raw), year },
    ]
    const both = ordinary({ facts: [...of('2025', '3'), ...of('2026', '4')] })
    expect(answer(how, both)?.evidence).toBe('three-public.abroad 4万元；three-public.reception 4万元')
    expect(outcome(how, ordinary({ facts: of('2025', '3') }))).toBe('no')
    expect(
      outcome(
        'facts vehicles',
        ordinary({ facts: [{ ...part('vehicles', '3'), year: '2025', measure: 'count' }] }),
      ),
    ).toBe('yes')
  })
  it('of a final account as it was spent, not as it was planned', () => {
    const of = (basis: 'budget' | 'final', raw: string) => ({ ...part('three-public.abroad', raw), basis })
    const final = ordinary({ kind: 'final', facts: [of('budget', '9'), of('final', '7')] })
    const over = { kinds: 'final' }
    expect(answer('facts three-public.abroad', final, over)?.evidence).toBe('three-public.abroad 7万元')
    expect(outcome('facts three-public.abroad', { ...final, facts: [of('budget', '9')] }, over)).toBe('no')
  })
  it('of all funds before one, and those that stand on one page', () => {
    const how = 'facts procurement.goods procurement.services'
    const of = (page: number, fund: 'general' | '', raw: string) => [
      { ...part('procurement.goods', raw), page, fund },
      { ...part('procurement.services', raw), page, fund },
    ]
    expect(answer(how, ordinary({ facts: [...of(3, 'general', '2'), ...of(3, '', '6')] }))?.evidence).toBe(
      'procurement.goods 6万元；procurement.services 6万元',
    )
    const [goods, , , services] = [...of(3, '', '6'), ...of(4, '', '6')]
    expect(
      answer(how, ordinary({ facts: [goods, services, ...of(8, '', '6')] as Sketch['facts'] }))?.page,
    ).toBe(8)
    expect(answer(how, ordinary({ facts: [goods, services] as Sketch['facts'] }))).toMatchObject({
      page: 3,
      evidence: 'procurement.goods 6万元…',
    })
  })
  it('of one row are named by the heads of their columns', () => {
    const tables = [
      {
        table_id: 'p',
        title: '三公经费表',
        type: 'three-public' as const,
        header_rows: 2,
        lines: [
          ['单位', '出国费', '接待费'],
          ['', '', '小计'],
          ['测绘局', '1', '2'],
        ],
      },
    ]
    const one = (concept: string, column: number) => ({
      ...part(concept, String(column)),
      label: '测绘局',
      table_id: 'p',
      column,
    })
    const facts = [one('three-public.abroad', 1), one('three-public.reception', 2)]
    const how = 'facts three-public.abroad three-public.reception'
    expect(answer(how, ordinary({ tables, facts }))?.evidence).toBe('出国费 1万元；接待费 2万元')
  })
  it('that are some are not zero', () => {
    const how = 'some performance.projects'
    const count = (value: string) =>
      ordinary({ facts: [{ ...part('performance.projects', value), measure: 'count' }] })
    expect(outcome(how, count('3'))).toBe('yes')
    expect(outcome(how, count('0'))).toBe('no')
    expect(outcome(how, count('0'), { unless: 'zero performance.projects' })).toBe('not-applicable zero')
  })
  it('that are the whole', () => {
    const how = 'parts procurement procurement.goods procurement.services'
    const facts = [part('procurement', '5'), part('procurement.goods', '5')]
    expect(outcome(how, ordinary({ facts }))).toBe('yes')
    const less = [part('procurement', '6'), part('procurement.goods', '5')]
    expect(outcome(how, ordinary({ facts: less }))).toBe('no')
    const none = { unless: 'zero procurement' }
    expect(outcome(how, ordinary({ facts: [part('procurement', '0')] }), none)).toBe('not-applicable zero')
    expect(outcome(how, { facts: less })).toMatch(/^undecidable/)
  })
})

describe('words', () => {
  const three = (text: string): Sketch => ordinary({ sections: [{ type: 'three-public', text }] })
  it('of one sentence in sections of a kind, where no kind is named in all but the glossary', () => {
    const how = 'words three-public 批次+人'
    expect(outcome(how, three('接待 2 批次；26 人次。'))).toBe('yes')
    expect(outcome(how, three('接待2批次。共26人次。'))).toBe('no')
    expect(outcome(how, ordinary({ sections: [{ text: '接待2批次，26人次。' }] }))).toBe('no')
    expect(outcome('words all 批次', ordinary({ sections: [{ text: '接待2批次。' }] }))).toBe('yes')
    expect(
      outcome('words all 批次', ordinary({ sections: [{ type: 'glossary', text: '批次：指次数。' }] })),
    ).toBe('no')
    expect(outcome(how, { tables: TABLES })).toBe('undecidable text-elsewhere')
    const none = { unless: 'none 三公' }
    expect(outcome(how, three('本部门没有“三公”经费。'), none)).toBe('not-applicable none')
    expect(outcome(how, three('“三公”经费5万元，2025年无“三公”经费。'), none)).toBe('no')
  })
  it('name the page of their own line', () => {
    const lines = ['0 7 1.0 1.0 9.0 9.0', '7 8 1.0 1.0 9.0 9.0']
    const sections = [
      { page: 7, lines, type: 'three-public' as const, text: '公务接待如下。2 批次、26 人次。' },
    ]
    expect(answer('words all 批次', ordinary({ sections }))?.page).toBe(8)
    expect(answer('words all 如下', ordinary({ sections }))?.page).toBe(7)
  })
  it('of one cell, or of cells of one table', () => {
    const tables = [
      {
        type: 'three-public' as const,
        title: '表',
        lines: [
          ['出国费', '1.00'],
          ['接待费', '2.00'],
        ],
      },
    ]
    expect(outcome('cells all 出国', ordinary({ tables }))).toBe('yes')
    expect(outcome('cells all 出国+接待', ordinary({ tables }))).toBe('no')
    expect(outcome('cells all 出国&接待', ordinary({ tables }))).toBe('yes')
    expect(answer('cells all 团组&人数|接待&出国', ordinary({ tables }))?.evidence).toBe('表 接待费')
    expect(outcome('cells procurement 出国', ordinary({ tables }))).toBe('no')
    expect(outcome('cells three-public 团组', { sections: TEXT })).toBe('undecidable tables-elsewhere')
    const none = { unless: 'none 出国' }
    const said = [{ text: '未安排因公出国费。' }]
    expect(outcome('cells three-public 团组', ordinary({ sections: said }), none)).toBe('not-applicable none')
  })
})

describe('a change and its reason', () => {
  const how = 'reason all 收入'
  const text = (said: string): Sketch => ordinary({ sections: [{ text: said }] })
  it.each([
    '收入预算50.00万元，比上年增加5.00万元，主要原因是人员增加。',
    '收入预算50.00万元，比上年增加5.00万元。由于人员增加。',
    '收入预算50.00万元，与上年持平。',
    '收入预算50.00万元，其中：财政拨款50.00万元。比上年减少5.00万元，主要原因是人员减少。',
    '收入比上年增加0.30万元，增长0.6%，与上年基本持平。',
  ])('%s', (said) => expect(outcome(how, text(said))).toBe('yes'))
  it('stands under a heading that names the subject', () => {
    const under = (title: string) =>
      outcome(
        'reason three-public 接待',
        ordinary({
          sections: [
            {
              type: 'three-public',
              title,
              text: '2026年预算安排6.00万元，比上年减少0.50万元。主要原因是压减。',
            },
          ],
        }),
      )
    expect(under('公务接待费')).toBe('yes')
    expect(under('因公出国费')).toBe('no')
  })
  it('goes on with 和, as with 与', () =>
    expect(outcome(how, text('收入预算7.00万元，全为拨款。和2025年相比无变化。'))).toBe('yes'))
  it('is the reason of its own side', () => {
    const said =
      '收入、支出预算总计9.00万元，收、支总计各增加2.00万元。财政拨款收入9.00万元，增加2.00万元。' +
      '主要原因是专项支出增加。支出9.00万元，增加2.00万元。主要原因是修渠。'
    expect(answer('reason all 支出|收支', text(said))?.evidence).toBe('主要原因是修渠。')
    expect(answer(how, text(said))?.evidence).toBe('主要原因是专项支出增加。')
    const carried =
      '年初结转和结余3.00万元，为以前年度支出预算未完成的资金，比上年减少1.00万元，主要原因是结转减少。'
    expect(outcome('reason all 支出|收支', text(carried))).toBe('no')
  })
  it('is of both sides where the change is and no side tells its own', () => {
    const said = '收、支总计各增加2.00万元。支出9.00万元，主要原因是修渠。'
    expect(outcome('reason all 收支|收、支', text(said))).toBe('yes')
  })
  it('of treasury money is one of all money where that is nearly all', () => {
    const income = (fund: 'fiscal' | 'all', value: string) =>
      ({ concept: 'revenue', fund, value, raw: value, label: '收入' }) as const
    const given = (all: string) =>
      outcome('reason all 拨款 revenue', {
        ...text('一般公共预算拨款50.00万元，比上年增加5.00万元，主要原因是人员增加。'),
        facts: [income('fiscal', '500000'), income('all', all)],
      })
    expect(given('510000')).toBe('yes')
    expect(given('900000')).toBe('no')
  })
  it('of the budget itself is of the sides that the heading names', () => {
    const change =
      '收入预算50.00万元。支出预算50.00万元。2026年预算比2025年预算增加5.00万元。主要是人员增加。'
    const under = (title: string, words: string) =>
      outcome(`reason all ${words}`, ordinary({ sections: [{ title, text: change }] }))
    expect(under('收支总表情况说明', '收入|收支')).toBe('yes')
    expect(under('收支总表情况说明', '支出|收支')).toBe('yes')
    expect(under('支出总表情况说明', '支出|收支')).toBe('yes')
    expect(under('支出总表情况说明', '收入|收支')).toBe('no')
    expect(under('其他说明', '支出|收支')).toBe('no')
  })
  it('without it', () => {
    const given = answer(how, text('收入预算50.00万元，比上年增加5.00万元。支出按规定。'))
    expect(given).toMatchObject({
      outcome: 'no',
      evidence: '收入预算50.00万元,比上年增加5.00万元。',
      page: 1,
    })
    expect(outcome(how, text('收入预算50.00万元。'))).toBe('no')
    expect(outcome(how, text('支出比上年增加5.00万元，原因是人员增加。'))).toBe('no')
    expect(outcome(how, text('支出比上年增加5.00万元，主要原因是收入增加。'))).toBe('no')
    expect(outcome(how, text('收入增加5.00万元；支出增加5.00万元。'))).toBe('no')
    expect(outcome(how, { tables: TABLES })).toBe('undecidable text-elsewhere')
    expect(outcome(how, text('本年没有收入。'), { unless: 'none 收入' })).toBe('not-applicable none')
  })
})

describe('a statement that there is none', () => {
  const how = 'none 国有资本'
  const text = (said: string): Sketch => ordinary({ sections: [{ text: said }] })
  it.each([
    '本部门无国有资本经营预算。',
    '国有资本经营预算拨款支出0.00万元。',
    '国有资本经营预算拨款支出为0；其他略。',
  ])('%s', (said) => expect(outcome(how, text(said))).toBe('yes'))
  it.each(['国有资本经营预算支出10.00万元。', '国有资本经营预算支出20.00万元，与上年相比无变化。'])(
    'not: %s',
    (said) => expect(outcome(how, text(said))).toBe('no'),
  )
  it('may stand in another file', () => expect(outcome(how, {})).toMatch(/^undecidable/))
  it('in a row of the list of tables', () => {
    const tables = [
      { type: 'contents' as const, lines: [['表9', '国有资本经营预算表', '是', '本部门无此项']] },
    ]
    expect(outcome(how, ordinary({ tables }))).toBe('yes')
  })
})

describe('codes of so many digits', () => {
  const how = 'digits function 7 general-by-function'
  const table = { table_id: 'g', title: '一般公共预算支出表', type: 'general-by-function' as const }
  const of = (...codes: string[]): Sketch =>
    ordinary({
      tables: [table],
      facts: codes.map((function_code) => ({ function_code, table_id: 'g', value: '5' })),
    })
  it('are there or not', () => {
    expect(outcome(how, of('208', '2080505'))).toBe('yes')
    expect(outcome(how, of('208', '20805'))).toBe('no')
  })
  it('are shown by the row as it is printed', () => {
    const lines = [
      ['类', '款', '项', '名称', '合计'],
      ['208', '05', '06', '年金', '5.00'],
    ]
    const sketch = of('2080506')
    const printed = { ...table, header_rows: 1, lines }
    const facts = [{ function_code: '2080506', table_id: 'g', value: '5', column: 4 }]
    expect(answer(how, { ...sketch, tables: [...(TABLES ?? []), printed], facts })?.evidence).toBe(
      '208 05 06 年金 5.00',
    )
  })
  it('stand in a sentence where no table has them', () => {
    const said = (text: string) =>
      ordinary({
        sections: [{ section_id: 'x', text }],
        facts: [
          {
            function_code: '2120303',
            section_id: 'x',
            source: 'prose',
            table_id: '',
            raw: '8.00',
            value: '80000',
          },
        ],
      })
    expect(answer(how, said('一般支出。修渠（2120303）8.00万元。'))?.evidence).toBe('修渠(2120303)8.00万元。')
    // The name alone tells us the code; the paper does not print it.
    expect(outcome(how, said('修渠8.00万元。'))).toBe('undecidable no-such-table')
  })
  it('by economy are of basic spending', () => {
    const table = { table_id: 'e', title: '支出表', type: 'general-by-economy' as const }
    const of = (nature: 'basic' | 'project') =>
      ordinary({
        tables: [table],
        facts: [{ economy_code: '30101', nature, table_id: 'e', value: '1' }],
      })
    expect(outcome('digits economy 5 general-by-economy', of('basic'))).toBe('yes')
    expect(outcome('digits economy 5 general-by-economy', of('project'))).toBe('undecidable no-figures')
  })
  it('is no question where there is no such table, no figure or no code', () => {
    expect(outcome(how, ordinary())).toBe('undecidable no-such-table')
    expect(outcome(how, ordinary({ tables: [table] }))).toBe('undecidable no-figures')
    expect(outcome(how, of(''))).toBe('undecidable codes-unread')
    const school = of('208')
    school.organization = '青坪区第一小学'
    expect(outcome(how, school, { unless: 'institution' })).toBe('not-applicable institution')
  })
})

describe('empty tables that are said to be empty', () => {
  const how = 'explained-empty'
  const empty = { title: '政府性基金支出表', type: 'government-fund' as const, empty: true }
  const zeros = { ...empty, empty: false, lines: [['合计', '0.00', '0.00']] }
  const unless = { unless: 'no-empty-table' }
  it.each<[string, Sketch]>([
    ['yes', ordinary({ tables: [{ ...empty, notes: ['注：本表无数据。'] }] })],
    ['yes', ordinary({ tables: [empty], sections: [{ text: '本部门没有政府性基金。' }] })],
    ['no', ordinary({ tables: [empty] })],
    ['not-applicable no-empty-table', ordinary()],
    ['undecidable tables-elsewhere', { sections: TEXT }],
    ['undecidable not-read-whole', ordinary({ status: 'partial' })],
    ['yes', ordinary({ tables: [{ ...zeros, notes: ['注：本表没有发生额。'] }] })],
    ['not-applicable no-empty-table', ordinary({ tables: [zeros] })],
    ['not-applicable no-empty-table', ordinary({ tables: [{ ...zeros, notes: ['注：无。'] }] })],
    ['undecidable text-elsewhere', { tables: [...(TABLES ?? []), empty] }],
  ])('%s', (expected, sketch) => expect(outcome(how, sketch, unless)).toBe(expected))
})

describe('a date of publication', () => {
  const cover = (text: string): Sketch => ordinary({ text_apart: [{ page: 1, role: 'cover', text }] })
  it.each([
    ['yes', cover('2031年2月 10日')],
    ['yes', cover('二〇三一年二月')],
    [
      'yes',
      ordinary({ text_apart: [{ page: 1, role: 'opening', text: '发布时间：2031-02-10 来源：局办公室' }] }),
    ],
    ['undecidable dated-where-published', cover('2031年部门预算')],
    ['yes', ordinary({ sections: [{ text: '术语：略。\n2031年2月9日' }] })],
    ['undecidable dated-where-published', ordinary({ sections: [{ text: '2031年2月9日\n术语：略。' }] })],
  ])('%s', (expected, sketch) => expect(outcome('published', sketch)).toBe(expected))
  it('is not asked of the other kind', () => {
    expect(outcome('published', ordinary({ kind: 'final' }))).toBe('not-applicable other-kind')
  })
  it('of a paper that says it has none', () => {
    const sketch = ordinary({ sections: [{ text: '公开日期无。' }] })
    expect(outcome('published', sketch, { unless: 'none 公开日期' })).toBe('not-applicable none')
    expect(outcome('published or heading 公开日期', ordinary())).toBe('undecidable dated-where-published')
  })
})

describe('files that are one filing', () => {
  const text = filingOf({ ...ordinary(), tables: [], filing_id: 'a'.repeat(16) })
  const tables = filingOf({
    tables: [...(TABLES ?? []), { title: '三公经费表', type: 'three-public', page_first: 4 }],
    filing_id: 'b'.repeat(16),
  })
  const asked = requirementsOf([
    row({ id: 'table', how: 'table three-public' }),
    row({ id: 'fund', how: 'table government-fund' }),
    row({ id: 'words', how: 'words all 附注' }),
  ])
  const outcomes = (files: (typeof text)[]) => completenessOf(files, asked).completeness.map((a) => a.outcome)

  it('are answered together, and none of them alone says no', () => {
    expect(outcomes([text])).toEqual(['undecidable', 'undecidable', 'no'])
    expect(outcomes([tables])).toEqual(['yes', 'no', 'undecidable'])
    expect(outcomes([text, tables])).toEqual(['yes', 'no', 'no'])
    expect(completenessOf([text, tables], asked).completeness[0]).toMatchObject({
      page: 4,
      shown_in: 'b'.repeat(16),
    })
  })
})

describe('the score', () => {
  const asked = requirementsOf([
    row({ id: 'one', how: 'table income-summary', weight: '3' }),
    row({ id: 'two', how: 'table three-public', weight: '1' }),
    row({ id: 'three', how: 'published', weight: '2' }),
    row({ id: 'four', how: 'heading 没有的', weight: '0' }),
  ])
  it('is the weight of yes in that of yes and no', () => {
    expect(completenessOf([filingOf(ordinary())], asked).score).toBe(75)
  })
  it('is none where more is undecidable than decided', () => {
    const more = requirementsOf([
      row({ id: 'one', how: 'table income-summary', weight: '3' }),
      row({ id: 'two', how: 'published', weight: '4' }),
    ])
    expect(completenessOf([filingOf(ordinary())], more).score).toBe(null)
  })
  it('is none where nothing could be decided, or where it is no filing', () => {
    expect(completenessOf([filingOf({})], asked).score).toBe(null)
    expect(completenessOf([filingOf({ ...ordinary(), kind: '' })], asked)).toEqual({
      completeness: [],
      score: null,
    })
  })
})
