import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/model/document.js'
import type { FilingKind } from '../../src/model/filing.js'
import { makeTable } from './make-table.js'
import { read, recognized } from './read-tables.js'

/** Meanings of all facts, short: `concept fund code nature entity year basis measure = value`. */
const meanings = (table: Table, kind?: FilingKind) =>
  read(table, kind).facts.map(
    (f) =>
      `${[
        f.concept,
        f.fund,
        f.function_code,
        f.economy_code,
        f.government_economy_code,
        f.nature,
        f.entity,
        f.year,
        f.basis,
        f.measure,
      ]
        .filter(Boolean)
        .join(' ')} = ${f.value}`,
  )

it('gives figures of a filing that prints no year none, and leaves out those of the year before it', () => {
  const table = makeTable('财政拨款“三公”经费支出表', '单位：元', 1, [
    ['项目', '上年预算数', '本年预算数'],
    ['公务接待费', '3.00', '2.50'],
  ])
  expect(read(table, 'budget', '').facts.map((f) => [f.year, f.value])).toEqual([['', '2.5']])
  expect(read(table, 'budget', '2025').facts.map((f) => f.year)).toEqual(['2024', '2025'])
})

it('reads a code whose name runs on without a dash, where it is its own name', () => {
  const table = makeTable('支出总表', '单位：元', 1, [
    ['支出功能分类科目', '合计'],
    ['2070101-行政运行', '5.00'],
    ['2070104-图书馆', '6.00'],
    ['2070109-群众文化', '7.00'],
    ['2070102一般行政管理事务', '3.00'],
    ['2070102年度项目支出', '2.00'],
  ])
  const codes = new Map(read(table).facts.map((f) => [f.raw, f.function_code]))
  expect(codes.get('3.00')).toBe('2070102')
  expect(codes.get('2.00') ?? '').toBe('')
})

it('doubts what stands below a scanned head that is hardly legible', () => {
  const table = makeTable('财政拨款“三公”经费支出表', '单位：元', 1, [
    ['项目', '上峰预算数', '本年预算数'],
    ['公务接待费', '3.00', '2.50'],
  ])
  for (const glyph of table.cells[1]?.text.glyphs ?? []) if (glyph) glyph.confidence = 0.6
  expect(read(table).facts.map((f) => [f.raw, f.note])).toEqual([
    ['3.00', ['head-doubtful']],
    ['2.50', []],
  ])
})

it('takes a misread code beside a name of the classification for no unit', () => {
  const table = () =>
    makeTable('支出总表', '单位：元', 1, [
      ['科目编码', '科目名称', '合计'],
      ['208', '社会保障和就业支出', '9.00'],
      ['20805', '行政事业单位养老支出', '9.00'],
      ['208505', '机关事业单位基本养老保险缴费支出', '5.00'],
      ['2080506', '机关事业单位职业年金缴费支出', '4.00'],
    ])
  const facts = read(recognized(table())).facts
  expect(facts.filter((f) => f.entity !== '')).toEqual([])
  expect(facts.filter((f) => f.raw === '5.00' && !f.note.includes('code-doubtful'))).toEqual([])
})

it.each([
  ['is none', '2178888', '住房公积金', true],
  ['bears the name of another', '2080501', '住房公积金', true],
  ['bears its own name', '2210201', '住房公积金', false],
  ['stands beside a name of no code', '2210201', '住房公积金缴存', false],
] as const)('doubts a surely recognized code that %s', (_, code, name, doubts) => {
  const table = () =>
    makeTable('支出总表', '单位：元', 1, [
      ['科目编码', '科目名称', '合计'],
      ['213', '农林水支出', '9.00'],
      ['21305', '巩固脱贫攻坚成果衔接乡村振兴', '9.00'],
      [code, name, '5.00'],
    ])
  const notesOf = (of: Table) => read(of).facts.find((f) => f.raw === '5.00')?.note ?? []
  expect(notesOf(table())).toEqual([])
  expect(notesOf(recognized(table())).includes('code-doubtful')).toBe(doubts)
})

it('knows no nature below a recognized row whose name was not read', () => {
  const table = (name: string) =>
    makeTable('收支总表', '单位：元', 1, [
      ['项目', '本年收入', '支出经济分类科目', '本年支出'],
      ['一般公共预算拨款', '9.00', '1、人员经费', '5.00'],
      ['', '', '  工资福利支出', '5.00'],
      ['', '', name, '4.00'],
      ['', '', '  商品和服务支出', '4.00'],
      ['收入总计', '9.00', '支出总计', '9.00'],
    ])
  const natures = (of: Table) => read(of).facts.flatMap((f) => (f.economy_code ? [f.nature] : []))
  expect(natures(recognized(table('2、项目支出')))).toEqual(['personnel', 'project'])
  expect(natures(recognized(table('')))).toEqual(['personnel'])
})

it.each([
  ['go back from the paper’s own one by one', ['2024年', '2025年'], ['', '']],
  ['miss one between', ['2023年', '2025年'], ['head-doubtful', '']],
  ['miss the paper’s own', ['2024年', ''], ['head-doubtful', '']],
  ['lie ahead', ['2026年', '2025年'], ['head-doubtful', '']],
  ['stand twice', ['2025年', '2025年'], ['head-doubtful', 'head-doubtful']],
] as const)('doubts recognized heads whose years %s', (_, [first, second], doubts) => {
  const heads = ['项目', `${first}预算数`, `${second}预算数`]
  const table = makeTable('财政拨款“三公”经费支出表', '单位：元', 1, [heads, ['公务接待费', '3.00', '2.50']])
  const printed = read(table).facts
  expect(new Set(printed.flatMap((f) => f.note))).toEqual(new Set())
  const notes = new Map(read(recognized(table)).facts.map((f) => [f.raw, f.note.join(' ')]))
  expect(['3.00', '2.50'].map((raw) => notes.get(raw) ?? '')).toEqual(doubts)
})

it('reads units whose codes are cut off under a head that cannot be read, beside marks taken for characters', () => {
  const table = makeTable('一般公共预算“三公”经费支出表', '单位：元', 2, [
    ['t+ .+', '单位名称', '公务接待费', '公务用车运行维护费'],
    ['**', '冰冰', '1', '2'],
    ['221', '梅渡市水利局', '5.00', '7.00'],
    ['22100:', '梅渡市水利局', '3.00', '4.00'],
    ['221002', '梅渡市水文支队', '2.00', '3.00'],
  ])
  expect(read(table).facts.map((f) => `${f.entity}=${f.raw}`)).toEqual([
    '=5.00',
    '=7.00',
    '22100 梅渡市水利局=3.00',
    '22100 梅渡市水利局=4.00',
    '221002 梅渡市水文支队=2.00',
    '221002 梅渡市水文支队=3.00',
  ])
})

describe('codes', () => {
  const head = [
    ['项目', '>', '>', '>', '支出预算', '>', '>'],
    ['类', '款', '项', '科目名称', '合计', '基本支出', '项目支出'],
  ]

  it('joins 类 | 款 | 项, repeated in every row or continued from the rows above', () => {
    const full = [
      ['208', '', '', '社会保障和就业支出', '3.00', '3.00', ''],
      ['208', '05', '', '养老', '3.00', '3.00', ''],
      ['208', '05', '01', '离退休', '3.00', '3.00', ''],
    ]
    const own = [
      ['208', '', '', '社会保障和就业支出', '3.00', '3.00', ''],
      ['', '5', '', '养老', '3.00', '3.00', ''],
      ['', '', '1', '离退休', '3.00', '3.00', ''],
    ]
    const codes = (rows: string[][]) =>
      read(makeTable('2025年部门支出预算总表', '元', 2, [...head, ...rows])).facts.map((f) => f.function_code)
    expect(codes(full)).toEqual(['208', '208', '20805', '20805', '2080501', '2080501'])
    expect(codes(own)).toEqual(codes(full))
  })

  it.each([
    ['a level whose head is spoilt', ['类', '款款', '项']],
    ['levels of which only the first has its head', ['类', '欠', '顶']],
    ['levels under a head of their own', ['编码', '', '']],
  ])('takes no two digits right of a code for money: %s', (_, levels) => {
    const heads = [
      ['科目编码', '>', '>', '科目名称', '合计'],
      [...levels, '', ''],
    ]
    const rows = [
      ['208', '05', '01', '离退休', '3.00'],
      ['213', '05', '50', '扶贫事业机构', '4.00'],
    ]
    const { facts } = read(makeTable('2025年部门支出预算总表', '元', 2, [...heads, ...rows]))
    expect(facts.map((f) => `${f.function_code} ${f.value}`)).toEqual(['2080501 3', '2130550 4'])
  })

  it('leaves two digits below a head of money money', () => {
    const heads = [['科目编码', '合计', '基本支出']]
    const rows = [
      ['208', '35', '35'],
      ['213', '40', '40'],
      ['221', '12', '12'],
    ]
    const { facts } = read(makeTable('2025年部门支出预算总表', '元', 1, [...heads, ...rows]))
    expect(facts.map((f) => f.value)).toEqual(['35', '35', '40', '40', '12', '12'])
  })

  it('reads whole codes, department and government economy side by side', () => {
    expect(
      meanings(
        makeTable('一般公共预算支出明细表（按支出经济分类科目）', '万元', 1, [
          [
            '部门经济科目编码',
            '部门经济科目名称',
            '政府经济科目编码',
            '政府经济科目名称',
            '合计',
            '人员经费支出',
            '公用经费支出',
          ],
          ['30101', '基本工资', '50101', '工资奖金津补贴', '2.50', '2.50', ''],
        ]),
      ),
    ).toEqual([
      'expenditure general 30101 50101 2025 budget amount = 25000',
      'expenditure general 30101 50101 personnel 2025 budget amount = 25000',
    ])
  })

  it('finds codes by names and their depth where none are printed', () => {
    const table = makeTable('一般公共预算支出预算表', '万元', 1, [
      ['功能分类科目名称', '合计'],
      ['公共安全支出', '9.00'],
      ['  司法', '5.00'],
      ['    行政运行', '5.00'],
      ['  监狱', '4.00'],
      ['    行政运行', '4.00'],
    ])
    expect(read(table).facts.map((f) => f.function_code)).toEqual([
      '204',
      '20406',
      '2040601',
      '20407',
      '2040701',
    ])
  })
})

describe('units of money', () => {
  const rows = [
    ['科目编码', '科目名称', '合计'],
    ['201', '一般公共服务支出', '1,234.50'],
  ]

  it('takes the unit from the line over the table', () => {
    expect(read(makeTable('支出预算总表', '万元', 1, rows)).facts[0]).toMatchObject({
      value: '12345000',
      unit: '万元',
      raw: '1,234.50',
      decimals: 2,
    })
    expect(read(makeTable('支出预算总表', '元', 1, rows)).facts[0]).toMatchObject({
      value: '1234.5',
      unit: '元',
    })
  })

  it('never reads two fused numbers as one', () => {
    const fused = [
      ['科目编码', '科目名称', '合计'],
      ['201', '一般公共服务支出', '12.30\n45.60'],
    ]
    expect(read(makeTable('支出预算总表', '万元', 1, fused)).facts).toEqual([])
  })

  it('takes a printed zero as a fact and a blank as none', () => {
    const table = makeTable('支出预算总表', '万元', 1, [
      ['科目编码', '科目名称', '合计', '基本支出'],
      ['201', '一般公共服务支出', '0.00', ''],
    ])
    expect(read(table).facts.map((f) => f.value)).toEqual(['0'])
  })
})

describe('kinds of tables', () => {
  it('reads a summary of income and spending list by list', () => {
    expect(
      meanings(
        makeTable('部门收支总表', '万元', 2, [
          ['收入', '>', '支出', '>'],
          ['项目', '预算数', '项目', '预算数'],
          ['一、一般公共预算拨款收入', '80.00', '一、教育支出', '90.00'],
          ['二、事业收入', '5.00', '二、卫生健康支出', ''],
          ['本年收入合计', '85.00', '本年支出合计', '90.00'],
          ['上年结转', '7.00', '结转下年', '2.00'],
          ['收入总计', '92.00', '支出总计', '92.00'],
        ]),
      ),
    ).toEqual([
      'revenue general 2025 budget amount = 800000',
      'revenue.institutional 2025 budget amount = 50000',
      'revenue all 2025 budget amount = 850000',
      'revenue.carry-in all 2025 budget amount = 70000',
      'revenue.grand-total all 2025 budget amount = 920000',
      'expenditure all 205 2025 budget amount = 900000',
      'expenditure all 2025 budget amount = 900000',
      'expenditure.carry-out all 2025 budget amount = 20000',
      'expenditure.grand-total all 2025 budget amount = 920000',
    ])
  })

  it('tells the department from its units', () => {
    expect(
      meanings(
        makeTable('收入预算总表', '万元', 1, [
          ['单位编码', '单位名称', '合计', '一般公共预算拨款'],
          ['', '合计', '9.00', '9.00'],
          ['117', '某市古渠局', '9.00', '9.00'],
          ['117001', '某市古渠局', '6.00', '6.00'],
          ['117002', '某市古渠站', '3.00', '3.00'],
        ]),
      ).filter((m) => m.startsWith('revenue all')),
    ).toEqual([
      'revenue all 2025 budget amount = 90000',
      'revenue all 2025 budget amount = 90000',
      'revenue all 117001 某市古渠局 2025 budget amount = 60000',
      'revenue all 117002 某市古渠站 2025 budget amount = 30000',
    ])
  })

  it('tells a department without codes from its units by its figures', () => {
    const entities = (rows: string[][]) =>
      read(makeTable('收入预算总表', '万元', 1, [['单位名称', '合计'], ...rows])).facts.map((f) => f.entity)
    const units = [
      ['古渠管理所', '6.00'],
      ['古渠养护站', '3.00'],
    ]
    expect(entities([['合计', '9.00'], ...units])).toEqual(['', '古渠管理所', '古渠养护站'])
    expect(entities([['合计', '9.00'], ['某市古渠局', '9.00'], ...units])).toEqual([
      '',
      '',
      '古渠管理所',
      '古渠养护站',
    ])
    expect(entities([['某市古渠局', '9.00'], ...units])).toEqual(['', '古渠管理所', '古渠养护站'])
    expect(entities([['某市古渠局', '9.00']])).toEqual([''])
  })

  it('reads a total beside carried-over money as a grand total', () => {
    expect(
      meanings(
        makeTable('支出预算总表', '元', 1, [
          ['单位编码', '单位名称', '总计', '公共预算拨款', '事业收入', '上年结转'],
          ['', '合计', '9.00', '8.00', '', '1.00'],
        ]),
      ),
    ).toEqual([
      'expenditure.grand-total all 2025 budget amount = 9',
      'expenditure general 2025 budget amount = 8',
    ])
  })

  it('numbers the lists of units that are not named', () => {
    const rows = (table: Table) => read(table).facts.map((f) => `${f.function_code} ${f.entity}`)
    const head = ['科目编码', '科目名称', '合计']
    const two = [
      ['2011301', '行政运行', '4.00'],
      ['2080505', '养老保险', '1.00'],
      ['2011350', '事业运行', '3.00'],
      ['2080505', '养老保险', '2.00'],
    ]
    expect(rows(makeTable('一般公共预算支出表', '元', 1, [head, ['', '合计', '10.00'], ...two]))).toEqual([
      ' ',
      '2011301 #1',
      '2080505 #1',
      '2011350 #2',
      '2080505 #2',
    ])
    expect(rows(makeTable('一般公共预算支出表', '元', 1, [head, ...two.slice(0, 2)]))).toEqual([
      '2011301 ',
      '2080505 ',
    ])
  })

  it('reads years that stand in a column of their own beside each unit', () => {
    const table = makeTable('财政拨款“三公”经费支出表', '元', 1, [
      ['预算单位', '年度', '总计'],
      ['某市古渠局', '2024年', '5.00'],
      ['', '2025年', '4.00'],
      ['', '增减变化金额', '-1.00'],
      ['某市古渠所', '2024年', '2.00'],
      ['', '2025年', '2.00'],
      ['某市古渠站', '2024年', '3.00'],
      ['', '2025年', '2.00'],
    ])
    expect(read(table).facts.map((f) => [f.entity, f.year, f.measure].join(' '))).toEqual([
      ' 2024 amount',
      ' 2025 amount',
      ' 2025 change',
      '某市古渠所 2024 amount',
      '某市古渠所 2025 amount',
      '某市古渠站 2024 amount',
      '某市古渠站 2025 amount',
    ])
  })

  it('gives no facts for projects that share one key', () => {
    const table = makeTable('财政拨款上年结转资金支出表', '元', 1, [
      ['预算项目名称', '金额', '功能分类科目代码', '功能分类科目名称'],
      ['甲项目', '4.00', '2130305', '水利工程建设'],
      ['乙项目', '3.00', '2130305', '水利工程建设'],
      ['丙项目', '2.00', '2130306', '水利工程运行与维护'],
    ])
    expect(read(table).facts.map((f) => f.function_code)).toEqual(['2130306'])
  })

  it('reads years, changes and parts of the three public expenses', () => {
    expect(
      meanings(
        makeTable('一般公共预算“三公”经费支出表', '万元', 3, [
          ['单位名称', '上年', '>', '>', '当年', '>', '>', '增减变化情况'],
          ['', '小计', '公务用车购置及运行费', '>', '小计', '公务用车购置及运行费', '>', '小计'],
          ['', '', '购置费', '运行费', '', '购置费', '运行费', ''],
          ['合计', '5.00', '2.00', '3.00', '4.00', '', '4.00', '-1.00'],
        ]),
      ),
    ).toEqual([
      'three-public general 2024 budget amount = 50000',
      'three-public.vehicle-purchase general 2024 budget amount = 20000',
      'three-public.vehicle-operation general 2024 budget amount = 30000',
      'three-public general 2025 budget amount = 40000',
      'three-public.vehicle-operation general 2025 budget amount = 40000',
      'three-public general 2025 budget change = -10000',
    ])
  })

  it('gives figures of a final account their bases', () => {
    const bases = read(
      makeTable('财政拨款“三公”经费支出决算表', '万元', 2, [
        ['合计', '>', '公务接待费', '>'],
        ['预算数', '决算数', '预算数', '决算数'],
        ['3.00', '2.00', '3.00', '2.00'],
      ]),
      'final',
    ).facts.map((f) => `${f.concept} ${f.basis}`)
    expect(bases).toEqual([
      'three-public budget',
      'three-public final',
      'three-public.reception budget',
      'three-public.reception final',
    ])
  })

  it('keeps a table of an unknown kind without facts', () => {
    const { tables, facts } = read(
      makeTable('值班安排', '', 1, [
        ['日期', '人数'],
        ['周一', '3.00'],
      ]),
    )
    expect(tables[0]).toMatchObject({ type: 'unknown', rows: 1, columns: 2 })
    expect(facts).toEqual([])
  })

  it('marks a table without figures as empty', () => {
    const { tables } = read(
      makeTable('政府性基金预算支出表', '元', 1, [
        ['科目编码', '科目名称', '合计'],
        ['', '', ''],
        ['合计', '', ''],
      ]),
    )
    expect(tables[0]).toMatchObject({ type: 'government-fund', empty: true })
  })
})
