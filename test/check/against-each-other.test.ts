// Two printed statements that can not both be true, and the same in forms that can: posts and people, parts and
// wholes, words and figures, blank tables and money, dates and years.
import { describe, expect, it } from 'vitest'
import type { Sketch, TableSketch } from '../../src/check/check.js'
import { CHECKS } from '../../src/check/registry.js'
import type { Fact } from '../../src/model/filing.js'
import { filingOf } from './filing-of.js'

/** What one check says about a small filing: `pass`, `undecided`, or the severity of what it finds. */
function outcomes(id: string, sketch: Sketch): string[] {
  const check = CHECKS.find((c) => c.id === `YS-${id}`)
  if (!check) throw new Error(`no check YS-${id}`)
  return check
    .run(filingOf(sketch))
    .map((j) => (j.outcome === 'fail' ? (j.severity ?? check.severity) : j.outcome))
}

const text = (...sentences: string[]): Sketch => ({
  sections: [{ section_id: 's', text: sentences.join('') }],
})
const final = (sentence: string): Sketch => ({ ...text(sentence), kind: 'final' })
const wan = (raw: string) => ({ value: `${Math.round(Number(raw.replace(',', '')) * 100) * 100}`, raw })
const prose = { source: 'prose' as const, section_id: 's', table_id: '' }

describe('words that compare two figures', () => {
  it.each([
    ['年初预算为156.00万元，支出决算为151.00万元。决算数大于预算数的主要原因：人员增加。', ['error']],
    ['年初预算为62.30万元，支出决算为61.00万元，完成年初预算的97.91%。决算数等于预算数。', ['error']],
    ['年初预算为10.00万元，支出决算为10.00万元。决算数与预算数持平。', ['pass']],
    [
      '年初预算156.00万元，支出决算151.00万元，完成年初预算的96.79%。决算数小于年初预算数的主要原因是节约。',
      ['pass'],
    ],
    ['年初预算为10.00万元，支出决算为10.00万元。决算数小于预算数的主要原因是厉行节约。', ['warning']],
    ['年初预算为10.00万元，支出决算为10.05万元。决算数与预算数持平。', ['info']],
    ['年初预算为10.00万元，支出决算为9.00万元。决算数与预算数基本持平。', []],
    ['年初预算为9.00万元，支出决算为8.00万元。决算数大于调整预算数的主要原因是追加。', []],
    // The words name a whole further up.
    [
      '“三公”经费支出年初预算为0.90万元，支出决算为0.00万元，其中：公务接待费支出年初预算为0.90万元，支出决算为0.00万元。2031年度“三公”经费支出决算数大于预算数的主要原因：无。',
      ['error'],
    ],
    // Other figures stand between.
    ['年初预算为5.00万元，支出决算为4.00万元，其中货物3.00万元。决算数大于预算数的主要原因是采购。', []],
  ])('%s', (sentence, expected) => expect(outcomes('TEXT-COMPARED', final(sentence))).toEqual(expected))
})

describe('a blank table', () => {
  const blank = (type: TableSketch['type'], title: string): TableSketch => ({
    table_id: 'e',
    type: type as NonNullable<TableSketch['type']>,
    title,
    empty: true,
    notes: [`（注：2026年没有使用${title}的资金。）`],
    lines: [['合计', '']],
  })
  const fiscal = blank('fiscal-summary', '财政拨款收支总表')

  it('against income of that money', () => {
    const facts: Partial<Fact>[] = [
      { concept: 'revenue', fund: 'fiscal', ...wan('171.00'), label: '财政拨款收入' },
    ]
    const paper: Sketch = { tables: [fiscal, { table_id: 't' }], facts }
    expect(outcomes('STRUCTURE-EMPTY-AGAINST', paper)).toEqual(['error'])
    expect(outcomes('STRUCTURE-EMPTY-UNSTATED', paper)).toEqual([])
  })

  it('against a figure of the text', () => {
    const facts: Partial<Fact>[] = [{ ...prose, concept: 'three-public', ...wan('0.90'), basis: 'initial' }]
    const paper: Sketch = {
      ...text('“三公”经费年初预算为0.90万元。'),
      tables: [blank('three-public', '“三公”经费支出决算表')],
      facts,
    }
    expect(outcomes('STRUCTURE-EMPTY-AGAINST', paper)).toEqual(['error'])
  })

  it('against nothing, a zero, last year’s money, a unit’s, or its own continuation', () => {
    const one: Partial<Fact> = { concept: 'revenue', fund: 'fiscal', ...wan('9.00') }
    const paper = (fact: Partial<Fact>): Sketch => ({
      tables: [fiscal, { table_id: 't' }],
      facts: [{ ...one, ...fact }],
    })
    for (const fact of [{ value: '0', raw: '0.00' }, { year: '2025' }, { entity: '青禾站' }])
      expect(outcomes('STRUCTURE-EMPTY-AGAINST', paper(fact))).toEqual(['pass'])
    const goesOn: TableSketch = { table_id: 'c', type: 'fiscal-summary', lines: [['合计', '9.00']] }
    expect(
      outcomes('STRUCTURE-EMPTY-AGAINST', { tables: [fiscal, goesOn], facts: [{ ...one, table_id: 'c' }] }),
    ).toEqual(['undecided'])
  })
})

describe('people', () => {
  const count = (concept: string, raw: string): Partial<Fact> => ({
    ...prose,
    concept,
    fund: '',
    measure: 'count',
    unit: '人',
    value: raw,
    raw,
    decimals: 0,
  })
  const staff = (people: [string, string, string]) => ({
    facts: [
      count('staff.established', '52'),
      count('staff.established.administrative', '44'),
      count('staff.established.institutional', '8'),
      count('staff.actual', people[0]),
      count('staff.actual.administrative', people[1]),
      count('staff.actual.institutional', people[2]),
    ],
  })

  it('are no more than posts', () => {
    expect(outcomes('TEXT-STAFF-POSTS', staff(['59', '51', '8']))).toEqual(['warning'])
    expect(outcomes('TEXT-STAFF-POSTS', staff(['50', '46', '4']))).toEqual(['warning'])
    expect(outcomes('TEXT-STAFF-POSTS', staff(['52', '44', '8']))).toEqual(['pass'])
  })

  it.each([
    ['离退休人员78人，其中：离休3人，退休72人。', ['error']],
    ['离退休人员75人（离休3人、退休72人）。', ['pass']],
    ['离退休人员78人，其中：离休3人，退休72人，遗属3人。', []],
  ])('%s', (sentence, expected) => expect(outcomes('TEXT-RETIRED-PARTS', text(sentence))).toEqual(expected))
})

describe('procurement for small firms', () => {
  const total: Partial<Fact> = { ...prose, concept: 'procurement', fund: '', ...wan('21.00') }
  const awarded = (elsewhere: string): Sketch => ({
    ...final(
      `2026年度政府采购支出总额21.00万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额21.00万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额${elsewhere}万元。`,
    ),
    facts: [total],
  })

  it('is part of all procurement', () => {
    expect(outcomes('TEXT-SET-ASIDE', awarded('21.00'))).toEqual(['error'])
    expect(outcomes('TEXT-SET-ASIDE', awarded('0'))).toEqual(['pass'])
  })

  it.each([
    ['政府采购授予中小企业合同金额20.00万元，其中：授予小微企业合同金额25.00万元。', ['error']],
    [
      '政府采购授予中小企业合同金额20.00万元，占政府采购支出总额的80%，其中：授予小微企业合同金额20.00万元。',
      ['pass'],
    ],
    [
      '面向中小企业预留政府采购项目预算金额30.00万元，其中，预留给小型和微型企业的政府采购项目预算为31.50万元。',
      ['error'],
    ],
    ['支持中小企业发展资金20.00万元，小微企业贷款贴息30.00万元。', []],
    // Whether the second is among the first is not said.
    ['面向中小企业预留采购项目预算20.00万元，面向小微企业预留采购项目预算30.00万元。', ['warning']],
  ])('%s', (sentence, expected) => expect(outcomes('TEXT-SET-ASIDE', text(sentence))).toEqual(expected))
})

describe('an economic item beside the same item of the three public expenses', () => {
  const item = (raw: string, more: Partial<Fact> = {}): Partial<Fact> => ({
    economy_code: '30231',
    nature: 'basic',
    label: '公务用车运行维护费',
    ...wan(raw),
    ...more,
  })
  const whole: Partial<Fact> = { concept: 'three-public.vehicle-operation', table_id: 'u', ...wan('19.56') }
  const found = (part: Partial<Fact>) => outcomes('TABLES-SUBSET', { facts: [part, whole] })

  it('is a part of it', () => {
    expect(found(item('38.45'))).toEqual(['warning'])
    expect(found(item('19.56'))).toEqual(['pass'])
  })

  it('says nothing beside another name, other money, another year', () => {
    expect(found(item('38.45', { label: '福利费' }))).toEqual([])
    expect(found(item('38.45', { fund: 'all' }))).toEqual([])
    expect(found(item('38.45', { year: '2025' }))).toEqual([])
  })
})

describe('forms of targets', () => {
  const whole = (total: string, basic: string, project: string): TableSketch => ({
    type: 'performance-overall',
    title: '部门整体支出绩效目标表',
    lines: [
      ['预算资金（万元）', '资金总额：', total],
      ['', '基本支出', basic],
      ['', '项目支出', project],
    ],
  })
  const facts: Partial<Fact>[] = [
    { fund: 'all', ...wan('151.00') },
    { fund: 'all', nature: 'basic', ...wan('59.00') },
    { fund: 'all', nature: 'project', ...wan('92.00') },
  ]

  it('of all spending: one finding for a total and a part that are both wrong', () => {
    const form = whole('82.00', '59.00', '23.00')
    expect(outcomes('TABLES-TARGET-MONEY', { tables: [form], facts })).toEqual(['error'])
    expect(outcomes('TABLE-TARGET-PARTS', { tables: [form] })).toEqual(['pass'])
    const right = whole('151.00', '59.00', '92.00')
    expect(outcomes('TABLES-TARGET-MONEY', { tables: [right], facts })).toEqual(['pass'])
  })

  it('of main tasks: less than all spending may be meant so', () => {
    const tasks: TableSketch = {
      type: 'performance-overall',
      title: '部门整体支出绩效目标表',
      lines: [
        ['任务名称', '预算金额（万元）', '', ''],
        ['', '总额', '财政拨款', '其他资金'],
        ['履职', '59.00', '59.00', ''],
        ['宣传', '20.00', '20.00', ''],
        ['金额合计', '79.00', '79.00', ''],
      ],
    }
    expect(outcomes('TABLES-TARGET-MONEY', { tables: [tasks], facts })).toEqual(['warning'])
    expect(outcomes('TABLE-TARGET-PARTS', { tables: [tasks] })).toEqual(['pass', 'pass'])
  })

  const list: TableSketch = {
    type: 'projects',
    title: '专项业务经费支出表',
    header_rows: 1,
    lines: [
      ['项目名称', '项目金额'],
      ['食堂服务', '13.10'],
      ['养护', '4.00'],
      ['养护', '6.00'],
    ],
  }
  const project = (name: string, total: string, carried = ''): TableSketch => ({
    type: 'performance-project',
    title: '项目绩效目标表',
    lines: [
      ['项目名称', name, ''],
      ['资金金额（万元）', '年度资金总额：', total],
      ['', '其中：财政拨款', total],
      ['', '上年结转', carried],
    ],
  })

  it.each([
    ['食堂服务', '17.30', ['error']],
    ['食堂服务', '13.10', ['pass']],
    // Two units have a project of that name.
    ['养护', '9.00', ['undecided']],
    ['印刷', '9.00', []],
    // What is carried over is not in the list.
    ['食堂服务', '15.10', ['pass'], '2.00'],
  ])('of a project: %s %s', (name, total, expected, carried = '') =>
    expect(outcomes('TABLES-TARGET-MONEY', { tables: [list, project(name, total, carried)] })).toEqual(
      expected,
    ),
  )

  it('of a project: sources that are understood make the total, carried money beside or among them', () => {
    const form = (...sources: [string, string][]): Sketch => ({
      tables: [
        {
          type: 'performance-project',
          title: '项目绩效目标表',
          lines: [
            ['项目资金（万元）', '年度资金总额：', '60.00'],
            ...sources.map(([name, raw]) => ['', name, raw]),
          ],
        },
      ],
    })
    expect(outcomes('TABLE-TARGET-PARTS', form(['其中：财政拨款', '50.00'], ['上年结转', '10.00']))).toEqual([
      'pass',
    ])
    expect(outcomes('TABLE-TARGET-PARTS', form(['其中：财政拨款', '60.00'], ['上年结转', '10.00']))).toEqual([
      'pass',
    ])
    expect(outcomes('TABLE-TARGET-PARTS', form(['其中：财政拨款', '50.00'], ['其他资金', '5.00']))).toEqual([
      'error',
    ])
    expect(outcomes('TABLE-TARGET-PARTS', form(['其中：财政拨款', '50.00'], ['区级配套', '10.00']))).toEqual(
      [],
    )
  })
})

describe('names in paths', () => {
  const row = (function_code: string, label: string, raw: string): Partial<Fact> => ({
    function_code,
    label,
    ...wan(raw),
  })

  it('are those of the year', () => {
    const path = '医疗卫生与计划生育支出（210类）行政事业单位医疗（11款）行政单位医疗（01项）20.00万元。'
    expect(
      outcomes('CODE-PATH-NAME', { ...text(path), facts: [row('210', '卫生健康支出', '20.00')] }),
    ).toEqual(['warning'])
    // Where a figure bears the old name, the check of renamed codes says so.
    expect(
      outcomes('CODE-PATH-NAME', { ...text(path), facts: [row('210', '医疗卫生与计划生育支出', '20.00')] }),
    ).not.toContain('warning')
    expect(
      outcomes('CODE-PATH-NAME', text('卫生健康（类）行政事业单位医疗（款）行政单位医疗（项）20.00万元。')),
    ).toEqual(['pass'])
  })

  it('are those of the tables, told by the amount', () => {
    const path = (item: string) =>
      text(`社会保障和就业支出（类）行政事业单位养老支出（款）${item}（项）。年初预算为0.80万元。`)
    const facts = [row('2080599', '其他行政事业单位养老支出', '0.80')]
    expect(outcomes('CODE-PATH-NAME', { ...path('退休人员文体活动支出'), facts })).toEqual(['warning'])
    expect(outcomes('CODE-PATH-NAME', { ...path('其他养老支出'), facts })).toEqual(['pass'])
    const two = [...facts, row('2080501', '行政单位离退休', '0.80')]
    expect(outcomes('CODE-PATH-NAME', { ...path('退休人员文体活动支出'), facts: two })).toEqual(['undecided'])
  })
})

describe('shares whose whole is printed nowhere', () => {
  const item = (concept: string, raw: string, pct: string): Partial<Fact>[] => [
    { ...prose, concept, fund: '', ...wan(raw) },
    { ...prose, concept, fund: '', measure: 'share-pct', value: pct, raw: pct, unit: '%' },
  ]
  const shares = (pcts: [string, string, string]): Sketch => ({
    facts: [
      ...item('three-public.abroad', '110.00', pcts[0]),
      ...item('three-public.vehicle', '317.80', pcts[1]),
      ...item('three-public.reception', '156.55', pcts[2]),
    ],
  })

  it('are of the sum of the parts where they make 100', () => {
    expect(outcomes('TEXT-SHARE', shares(['18.85', '54.43', '26.72']))).toEqual([
      'warning',
      'warning',
      'warning',
    ])
    expect(outcomes('TEXT-SHARE', shares(['18.82', '54.39', '26.79']))).toEqual(['pass', 'pass', 'pass'])
    expect(outcomes('TEXT-SHARE', shares(['18.85', '54.43', '20.00']))).toEqual([])
  })
})

describe('changes of the items of a list', () => {
  const item = (code: string, raw: string, change: string): Partial<Fact>[] => [
    { ...prose, function_code: code, ...wan(raw) },
    { ...prose, function_code: code, measure: 'change', ...wan(change) },
  ]
  const list = (fund: Fact['fund'], total: string, change: string): Sketch => ({
    facts: [
      { ...prose, fund, ...wan(total) },
      { ...prose, fund, measure: 'change', ...wan(change) },
      ...item('2010101', '80.00', '9.00'),
      ...item('2050803', '5.00', '2.00'),
      ...item('2080505', '15.00', '31.00'),
      { ...wan('100.00') },
    ],
  })
  const failed = (sketch: Sketch) => outcomes('TEXT-CODE-PARTS', sketch).filter((o) => o !== 'pass')

  it('add up where the amounts do', () => {
    expect(failed(list('general', '100.00', '69.00'))).toEqual(['error'])
    expect(failed(list('general', '100.00', '42.00'))).toEqual([])
  })

  it('say nothing where the amounts do not: one finding, the amount’s', () => {
    expect(failed(list('general', '90.00', '69.00'))).toEqual(['error'])
  })

  it('are compared with a total of appropriations where there is one budget only', () => {
    expect(failed(list('fiscal', '100.00', '69.00'))).toEqual(['error'])
    expect(failed(list('fiscal', '120.00', '69.00'))).toEqual([])
    const two = list('fiscal', '100.00', '69.00')
    const other: Partial<Fact> = { fund: 'government-fund', ...wan('5.00') }
    expect(failed({ ...two, facts: [...(two.facts ?? []), other] })).toEqual([])
  })
})

describe('days, periods and years', () => {
  it.each([
    ['final', '截至2025年12月31日，本部门共有车辆0辆。', ['warning']],
    ['final', '截至2026年12月31日，本部门共有车辆0辆。', ['pass']],
    ['budget', '截至2026年12月31日，本部门共有车辆0辆。', ['warning']],
    ['budget', '截至2026年1月31日，本部门固定资产5.00万元。', ['pass']],
    ['budget', '截至2025年8月31日，本部门共有车辆0辆。', ['pass']],
    ['budget', '截至2025年12月31日，本部门共有车辆0辆。', ['pass']],
    ['budget', '实施周期：2025年1月1日-2025年12月31日。', ['warning']],
    ['budget', '实施周期：2024-2026年。', ['pass']],
    ['budget', '依据《2025年重点工作任务书》。', []],
    ['budget', '支出预算50.00万元，比2026年预算增加7.00万元。', ['error']],
    ['budget', '2025年“三公”经费预算13.80万元，比2025年减少5.40万元。', ['error']],
    ['budget', '2026年“三公”经费预算13.80万元，比2025年减少5.40万元。', ['pass']],
    ['budget', '支出预算50.00万元，主要原因是2025年有结转，比2025年减少5.00万元。', []],
    ['final', '支出决算50.00万元，比2026年度预算减少5.00万元。', []],
  ] as const)('%s: %s', (kind, sentence, expected) =>
    expect(outcomes('WORDING-DATE', { ...text(sentence), kind })).toEqual(expected),
  )
})

describe('one figure of two funds', () => {
  const of = (fund: Fact['fund'], table_id: string, personnel: string, others: string): Partial<Fact>[] => [
    { fund, table_id, nature: 'personnel', label: '人员经费', ...wan(personnel) },
    { fund, table_id, nature: 'public', label: '公用经费', ...wan(others) },
  ]
  const found = (all: [string, string], general: [string, string]) =>
    outcomes('TABLES-BASIC-SPLIT', { facts: [...of('all', 't', ...all), ...of('general', 'u', ...general)] })

  it('is the same where there is no other money', () => {
    expect(found(['203.00', '17.00'], ['202.00', '18.00'])).toEqual(['error'])
    expect(found(['202.00', '18.00'], ['202.00', '18.00'])).toEqual(['pass'])
  })

  it('is not told where there is, but for a part above its whole', () => {
    expect(found(['210.00', '20.00'], ['202.00', '18.00'])).toEqual(['undecided'])
    expect(found(['210.00', '10.00'], ['202.00', '18.00'])).toEqual(['error'])
  })

  it('operating cost beside public money', () => {
    const paper = (cost: string): Sketch => ({
      facts: [
        { ...prose, concept: 'operating-cost', fund: '', ...wan(cost) },
        { nature: 'public', label: '公用经费合计', value: '184500', raw: '184,500', unit: '元', decimals: 0 },
      ],
    })
    expect(outcomes('PROSE-OPERATING-COST', paper('18.45'))).toEqual(['pass'])
    expect(outcomes('PROSE-OPERATING-COST', paper('19.00'))).toEqual(['info'])
    expect(outcomes('PROSE-OPERATING-COST', paper('12.00'))).toEqual(['undecided'])
  })
})

describe('names of the organization', () => {
  const of = (organization: string, ...sentences: string[]): Sketch => ({
    organization,
    sections: [{ title: '机构设置', text: sentences.join('') }],
  })
  const heading = (title: string): Sketch => ({
    organization: '云汀市青坪区规划局',
    sections: [{ title: `第二部分${title}` }, { text: '云汀市青坪区规划局是区政府的工作部门。' }],
  })

  it.each([
    ['云汀市规划局2031年度部门决算表', ['warning']],
    ['青坪区规划局2031年度部门决算表', ['pass']],
    ['云汀市青坪区规划局2031年度部门决算表', ['pass']],
  ])('level: %s', (title, expected) =>
    expect(outcomes('WORDING-ORGANIZATION', heading(title))).toEqual(expected),
  )

  it.each([
    ['青坪区规划与自然局负责全区测绘。', ['info']],
    ['青坪区规划和自然资源局负责全区测绘。', []],
    ['青坪区规划局负责全区测绘。', []],
    ['青坪区规划与自然局所属测绘中心。', []],
    ['青坪区水利和农业局负责全区灌溉。', []],
  ])('nearly: %s', (sentence, expected) =>
    expect(outcomes('WORDING-ORGANIZATION', of('云汀市青坪区规划和自然资源局', sentence))).toEqual(expected),
  )

  it.each([
    ['云汀市青坪区XX局2031年度决算表', ['error']],
    ['云汀市青坪区水利局2031年度决算表', ['pass']],
    ['购置XXL号服装', ['pass']],
    ['XX工程', ['warning']],
  ])('placeholder: %s', (title, expected) =>
    expect(outcomes('WORDING-TITLE-BLANK', { sections: [{ title }] })).toEqual(expected),
  )

  const unit = (organization_level: 'unit' | 'department', sentence: string): Sketch => ({
    organization: '云汀市水文站',
    organization_level,
    sections: [{ title: '2031年单位预算编制说明', text: sentence }],
  })

  it('a unit does not speak as a department', () => {
    const bought = '2031年部门预算安排购置车辆0辆。'
    const below = '水文站下属1家机关和1家事业单位。'
    expect(outcomes('WORDING-DEPARTMENT-WORDS', unit('unit', bought))).toEqual(['warning'])
    expect(outcomes('WORDING-DEPARTMENT-WORDS', unit('unit', below))).toEqual(['warning'])
    expect(outcomes('WORDING-DEPARTMENT-WORDS', unit('department', bought + below))).toEqual([])
    // The place calls the papers of units departments' papers too.
    const called = { ...unit('unit', bought), tables: [{ title: '2031年部门预算收支总表' }] }
    expect(outcomes('WORDING-DEPARTMENT-WORDS', called)).toEqual([])
  })
})

describe('economic items that the text lists', () => {
  const row = (
    economy_code: string,
    label: string,
    raw: string,
    nature: Fact['nature'] = '',
  ): Partial<Fact> => ({
    economy_code,
    label,
    nature,
    ...wan(raw),
  })
  const running = [
    row('30201', '办公费', '2.00'),
    row('30205', '水费', '0.00'),
    row('30206', '电费', '1.00'),
    row('30207', '邮电费', '0.00'),
    row('30211', '差旅费', '1.50'),
    row('30228', '工会经费', '0.50'),
    row('30240', '税金及附加费用', '0.30'),
    row('30299', '其他商品和服务支出', '0.20'),
  ]
  const list = (named: string, facts: Partial<Fact>[] = running) =>
    outcomes('PROSE-ECONOMY-NAMES', {
      ...text(`公用经费5.50万元，主要包括：${named}。`),
      facts,
    })

  it('have money in the table', () => {
    expect(list('办公费、邮电费、电费、其他商品和服务支出')).toEqual(['warning'])
    expect(list('办公费、差旅费、税金及附加费用、其他商品和服务支出')).toEqual(['pass'])
    expect(list('办公费、电费和差旅费')).toEqual(['pass'])
  })

  it('say nothing where the table was not read whole, or the list of the form was copied', () => {
    expect(list('办公费、邮电费、电费', running.slice(0, 5))).toEqual(['undecided'])
    expect(list('办公费、邮电费、水费')).toEqual(['undecided'])
  })

  it('several without money are one finding', () => {
    const named =
      '办公费、印刷费、咨询费、水费、电费、邮电费、差旅费、工会经费、税金及附加费用、其他商品和服务支出'
    expect(list(named)).toEqual(['warning'])
  })

  it('belong where the column puts them, not where their code would', () => {
    const facts = [
      row('30101', '基本工资', '8.00', 'personnel'),
      row('30103', '奖金', '2.00', 'personnel'),
      row('30399', '其他对个人和家庭的补助', '1.49', 'public'),
      row('30201', '办公费', '2.00', 'public'),
    ]
    const personnel = (named: string) =>
      outcomes('PROSE-ECONOMY-NAMES', { ...text(`人员经费10.00万元，主要包括：${named}。`), facts })
    expect(personnel('基本工资、奖金、其他对个人和家庭的补助')).toEqual(['warning'])
    expect(personnel('基本工资、奖金')).toEqual(['pass'])
  })
})

describe('a reason that names an item', () => {
  const paper = (change: string): Sketch => ({
    ...text('“三公”经费比上年减少4.50万元，主要是压缩公务接待费等开支。'),
    facts: [
      { ...prose, concept: 'three-public.reception', measure: 'change', label: '公务接待费', ...wan(change) },
    ],
  })

  it('goes the way the item went', () => {
    expect(outcomes('WORDING-REASON-ITEM', paper('1.50'))).toEqual(['warning'])
    expect(outcomes('WORDING-REASON-ITEM', paper('-1.50'))).toEqual(['pass'])
    expect(outcomes('WORDING-REASON-ITEM', paper('0'))).toEqual([])
  })
})
