import { Faults } from '../faults.js'
import type { Cell, Figure, Paper } from '../paper.js'
import { PdfPaper } from '../pdf-paper.js'
import { codesOf, type DepartmentYear, leavesOf, NAMES, sum } from '../world.js'
import { comprehensiveProse } from './comprehensive-prose.js'
import { wan } from './figures.js'
import { unitList } from './unit-list.js'

/** The comprehensive form: prose by function and by economy with codes in brackets; with or without 表1–表13. */
export function comprehensive(
  now: DepartmentYear,
  before: DepartmentYear,
  faults: Faults,
  tables: boolean,
  paper: Paper = new PdfPaper(`${now.name}${now.year}${tables}`),
): Paper {
  paper.newPage()
  paper.skip(80)
  paper.centred(now.name, 22)
  paper.centred(`${now.year}年${now.level === 'unit' ? '单位' : '部门'}综合预算说明`, 20, true, 30)
  paper.newPage()
  comprehensiveProse(paper, now, before, faults)
  if (!tables) unitList(paper, now)
  if (tables) {
    summary(paper, now, faults)
    byUnit(paper, now, 'revenue', faults)
    byUnit(paper, now, 'expenditure', faults)
    fiscalSummary(paper, now)
    byFunction(paper, now, faults, false)
    byFunction(paper, now, faults, true)
    byEconomy(paper, now, faults)
    governmentFund(paper)
    threePublic(paper, now, before, faults)
  }
  return paper
}

/** 表1: of all money. */
function summary(paper: Paper, d: DepartmentYear, faults: Faults): void {
  const total = sum(leavesOf(d))
  const of = (fund: string, label: string) => wan(total, { concept: 'revenue', fund, year: d.year }, label)
  fourViews(paper, d, faults, {
    marker: '表1',
    title: '部门综合预算收支总表',
    fund: 'all',
    whole: '部门预算',
    income: [
      ['一、部门预算', of('all', '部门预算')],
      ['1、财政拨款', of('fiscal', '财政拨款')],
      ['(1)一般公共预算拨款', of('general', '一般公共预算拨款')],
      ['(2)政府性基金拨款', ''],
      ['2、其他收入', ''],
    ],
  })
}

/** 表4: of fiscal appropriation. */
function fiscalSummary(paper: Paper, d: DepartmentYear): void {
  const total = sum(leavesOf(d))
  const of = (fund: string, label: string) => wan(total, { concept: 'revenue', fund, year: d.year }, label)
  fourViews(paper, d, new Faults(), {
    marker: '表4',
    title: '部门综合预算财政拨款收支总表',
    fund: 'fiscal',
    whole: '财政拨款',
    income: [
      ['一、财政拨款', of('fiscal', '财政拨款')],
      ['1、一般公共预算拨款', of('general', '一般公共预算拨款')],
      ['2、政府性基金拨款', ''],
      ['3、国有资本经营预算收入', ''],
    ],
  })
}

interface Views {
  marker: string
  title: string
  fund: string
  /** Name of all that is spent. */
  whole: string
  income: Cell[][]
}

/** Income and three views of spending side by side, every pair its own list. */
function fourViews(
  paper: Paper,
  d: DepartmentYear,
  faults: Faults,
  { marker, title, fund, whole, income }: Views,
): void {
  const leaves = leavesOf(d)
  const { year } = d
  const total = sum(leaves)
  const spend = (value: number, more: object, label: string, printed: Partial<Figure> = {}) =>
    wan(value, { concept: 'expenditure', fund, year, ...more }, label, printed)
  const view = (kind: 'functionCode' | 'governmentCode', key: 'function_code' | 'economy_code'): Cell[][] => [
    [`一、${whole}`, spend(total, {}, whole)],
    ...codesOf(leaves, kind)
      .filter((c) => c.length === 3)
      .map((c, i): Cell[] => [
        `${i + 1}、${NAMES[c]}`,
        spend(
          faults.apply('class-between', c === '208', sum(leaves, { [kind]: c }), NAMES[c]),
          { [key]: c },
          NAMES[c] as string,
          faults.printed,
        ),
      ]),
  ]
  const economy: Cell[][] = [[`一、${whole}`, spend(total, {}, whole)]]
  for (const [n, nature, name] of [
    [1, 'basic', '人员经费和公用经费支出'],
    [2, 'project', '专项业务经费支出'],
  ] as const) {
    economy.push([`${n}、${name}`, spend(sum(leaves, { nature }), { nature }, name)])
    for (const [i, c] of codesOf(leaves, 'economyCode')
      .filter((c) => c.length === 3)
      .entries()) {
      const value = sum(leaves, { nature, economyCode: c })
      economy.push([
        `(${i + 1})${NAMES[c]}`,
        value ? spend(value, { nature, economy_code: c }, NAMES[c] as string) : '',
      ])
    }
  }
  const lists = [
    income,
    view('functionCode', 'function_code'),
    economy,
    view('governmentCode', 'economy_code'),
  ]
  const height = Math.max(...lists.map((l) => l.length))
  const rows: Cell[][] = Array.from({ length: height }, (_, r) => lists.flatMap((l) => l[r] ?? ['', '']))
  const grand = (concept: string) =>
    wan(
      faults.apply('grand-total', concept === 'expenditure.grand-total', total, '支出总计'),
      { concept, fund, year },
      '总计',
      faults.printed,
    )
  const yearly = (concept: string) => wan(total, { concept, fund, year }, '合计')
  rows.push([
    '本年收入合计',
    yearly('revenue'),
    ...[0, 1, 2].flatMap((): Cell[] => ['本年支出合计', yearly('expenditure')]),
  ])
  rows.push([
    '收入总计',
    grand('revenue.grand-total'),
    ...[0, 1, 2].flatMap((): Cell[] => ['支出总计', grand('expenditure.grand-total')]),
  ])
  paper.table({
    title,
    marker,
    unit: '万元',
    widths: [120, 70, 130, 70, 140, 70, 130, 70],
    head: [
      [
        { text: '收入', columns: 2 },
        { text: '支出', columns: 6 },
      ],
      [
        '项目',
        '预算数',
        '支出功能分类科目（按大类）',
        '预算数',
        '部门预算支出经济分类科目（按大类）',
        '预算数',
        '政府预算支出经济分类科目（按大类）',
        '预算数',
      ].map((text) => ({ text })),
    ],
    rows,
    size: 8,
  })
}

/** 表2 and 表3: the department and its units, by where the money comes from. */
function byUnit(paper: Paper, d: DepartmentYear, concept: 'revenue' | 'expenditure', faults: Faults): void {
  const { year } = d
  const isIncome = concept === 'revenue'
  const row = (code: string, name: string, value: number): Cell[] => [
    code,
    name,
    wan(value, { concept, fund: 'all', year }, name),
    wan(
      faults.apply('income-part', isIncome && name === '合计', value, '一般公共预算拨款'),
      { concept, fund: 'general', year },
      name,
      faults.printed,
    ),
    '',
    '',
  ]
  paper.table({
    title: `部门综合预算${isIncome ? '收入' : '支出'}总表`,
    marker: isIncome ? '表2' : '表3',
    unit: '万元',
    widths: [80, 220, 100, 120, 110, 90],
    head: [
      [
        '单位编码',
        '单位名称',
        '合计',
        '一般公共预算拨款',
        '政府性基金拨款',
        `其他${isIncome ? '收入' : '资金'}`,
      ].map((text) => ({
        text,
      })),
    ],
    rows: [
      row('', '合计', sum(leavesOf(d))),
      row(d.code, d.name, sum(leavesOf(d))),
      ...d.units.map((u) => row(u.code, u.name, sum(u.leaves))),
    ],
  })
}

function byFunction(paper: Paper, d: DepartmentYear, faults: Faults, basic: boolean): void {
  const leaves = leavesOf(d)
  const { year } = d
  const figures = (code: string, label: string): Cell[] => {
    const at = { functionCode: code }
    const key = (nature: string) => ({
      concept: 'expenditure',
      fund: 'general',
      function_code: code,
      nature,
      year,
    })
    const part = (nature: 'personnel' | 'public' | 'project') => {
      const value = sum(leaves, { ...at, nature })
      if (value === 0) return ''
      const name = `${label} ${nature}`
      const odd = faults.kind
      if (odd === 'row-part')
        faults.apply(odd, !basic && code === '2101101' && nature === 'personnel', value, name)
      else if (odd === 'unit-slip')
        faults.apply(odd, !basic && code === '2070199' && nature === 'project', value, name)
      else faults.apply('column-total', basic && code === '' && nature === 'personnel', value, name)
      return wan(value, key(nature), label, faults.printed)
    }
    const whole = basic ? sum(leaves, { ...at, nature: 'basic' }) : sum(leaves, at)
    const total = whole
      ? wan(
          faults.apply('class-sum', !basic && code === '20701', whole, label),
          key(basic ? 'basic' : ''),
          label,
          faults.printed,
        )
      : ''
    return [total, part('personnel'), part('public'), ...(basic ? [] : [part('project')]), '']
  }
  const heads = [
    '功能科目编码',
    '功能科目名称',
    '合计',
    '人员经费支出',
    '公用经费支出',
    ...(basic ? [] : ['专项业务经费支出']),
    '备注',
  ]
  paper.table({
    title: `部门综合预算一般公共预算${basic ? '基本' : ''}支出明细表（按支出功能分类科目）`,
    marker: basic ? '表7' : '表5',
    unit: '万元',
    widths: [90, 240, 90, 90, 90, ...(basic ? [] : [110]), 60],
    head: [heads.map((text) => ({ text }))],
    rows: [
      ['', '合计', ...figures('', '合计')],
      ...codesOf(leaves, 'functionCode').map((c): Cell[] => [
        c,
        basic
          ? (NAMES[c] as string)
          : faults.word('code-name', NAMES[c] as string, '机关事业单位职业年金缴费支出', c === '2080505'),
        ...figures(c, NAMES[c] as string),
      ]),
    ],
    repeatHead: true,
  })
}

function byEconomy(paper: Paper, d: DepartmentYear, faults: Faults): void {
  const leaves = leavesOf(d)
  const { year } = d
  const figures = (code: string, government: string, label: string): Cell[] => {
    const at = { economyCode: code, governmentCode: government }
    const key = (nature: string) => ({
      concept: 'expenditure',
      fund: 'general',
      economy_code: code,
      nature,
      year,
    })
    const part = (nature: 'personnel' | 'public' | 'project') => {
      const value = sum(leaves, { ...at, nature })
      return value ? wan(value, key(nature), label) : ''
    }
    const total = wan(
      faults.apply('economy-total', code === '', sum(leaves, at), '合计'),
      key(''),
      label,
      faults.printed,
    )
    return [total, part('personnel'), part('public'), part('project'), '']
  }
  const rows: Cell[][] = [['', '合计', '', '', ...figures('', '', '合计')]]
  for (const code of codesOf(leaves, 'economyCode')) {
    const name = NAMES[code] as string
    const pairs =
      code.length === 3
        ? ['']
        : [...new Set(leaves.filter((l) => l.economyCode === code).map((l) => l.governmentCode))]
    for (const government of pairs)
      rows.push([code, name, government, NAMES[government] ?? '', ...figures(code, government, name)])
  }
  paper.table({
    title: '部门综合预算一般公共预算支出明细表（按支出经济分类科目）',
    marker: '表6',
    unit: '万元',
    widths: [80, 150, 80, 120, 80, 75, 75, 85, 45],
    head: [
      [
        '部门经济科目编码',
        '部门经济科目名称',
        '政府经济科目编码',
        '政府经济科目名称',
        '合计',
        '人员经费支出',
        '公用经费支出',
        '专项业务经费支出',
        '备注',
      ].map((text) => ({ text })),
    ],
    rows,
  })
}

/** 表9 of a department without such money. */
function governmentFund(paper: Paper): void {
  paper.table({
    title: '部门综合预算政府性基金收支表',
    marker: '表9',
    unit: '万元',
    widths: [180, 90, 220, 90],
    head: [
      [
        { text: '收入', columns: 2 },
        { text: '支出', columns: 2 },
      ],
      ['项目', '预算数', '支出功能分类科目（按大类）', '预算数'].map((text) => ({ text })),
    ],
    rows: [
      ['政府性基金拨款', '', '', ''],
      ['本年收入合计', '', '本年支出合计', ''],
    ],
    note: '注：本部门当年无政府性基金预算收支，本表为空表。',
    noFigures: true,
  })
}

function threePublic(paper: Paper, now: DepartmentYear, before: DepartmentYear, faults: Faults): void {
  const { year } = now
  const groups = [
    {
      year: year - 1,
      measure: 'amount',
      of: (code: string, u: number) =>
        sum(before.units[u]?.leaves ?? leavesOf(before), { economyCode: code }),
    },
    {
      year,
      measure: 'amount',
      of: (code: string, u: number) => sum(now.units[u]?.leaves ?? leavesOf(now), { economyCode: code }),
    },
  ]
  const row = (code: string, name: string, u: number): Cell[] => [
    code,
    name,
    ...groups.flatMap((g): Cell[] => {
      const figure = (value: number, concept: string) =>
        wan(value, { concept, fund: 'general', year: g.year }, name)
      const guests = g.of('30217', u)
      const wheels = g.of('30231', u)
      const whole = faults.apply('three-public', g.year === year && u < 0, guests + wheels, '三公小计')
      return [
        wan(whole, { concept: 'three-public', fund: 'general', year: g.year }, name, faults.printed),
        '',
        figure(guests, 'three-public.reception'),
        figure(wheels, 'three-public.vehicle-operation'),
      ]
    }),
  ]
  const parts = ['小计', '因公出国（境）费用', '公务接待费', '公务用车运行维护费']
  paper.table({
    title: '部门综合预算一般公共预算拨款“三公”经费支出预算表',
    marker: '表13',
    unit: '万元',
    widths: [66, 160, 65, 70, 65, 75, 65, 70, 65, 75],
    head: [
      [
        { text: '单位编码', rows: 2 },
        { text: '单位名称', rows: 2 },
        { text: '上年', columns: 4 },
        { text: '当年', columns: 4 },
      ],
      [...parts, ...parts].map((text) => ({ text })),
    ],
    rows: [
      row('', '合计', -1),
      row(now.code, now.name, -1),
      ...now.units.map((u, i) => row(u.code, u.name, i)),
    ],
    size: 8,
  })
}
