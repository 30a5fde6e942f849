import type { Cell, Key, Paper } from '../paper.js'
import { codesOf, type DepartmentYear, leavesOf, NAMES, sum } from '../world.js'
import { wan } from './figures.js'
import type { Account } from './final.js'

/** Carried over from the year before, and to the next. */
export const CARRIED = 1230000

export const finalKey = (year: number, more: Omit<Key, 'year' | 'basis'>): Key => ({
  year,
  basis: 'final',
  ...more,
})

const HAN = '一二三四五六'
const classesOf = (d: DepartmentYear): string[] =>
  codesOf(leavesOf(d), 'functionCode').filter((c) => c.length === 3)

/** 公开01表 */
export function summaryTable(paper: Paper, d: DepartmentYear): void {
  const leaves = leavesOf(d)
  const total = sum(leaves)
  const key = (more: Omit<Key, 'year' | 'basis'>) => finalKey(d.year, more)
  const rows: Cell[][] = classesOf(d).map((code, i) => [
    i === 0 ? '一、一般公共预算财政拨款收入' : i === 1 ? '二、其他收入' : '',
    i === 0 ? wan(total, key({ concept: 'revenue', fund: 'general' }), '一般公共预算财政拨款收入') : '',
    `${HAN[i]}、${NAMES[code]}`,
    wan(
      sum(leaves, { functionCode: code }),
      key({ concept: 'expenditure', fund: 'all', function_code: code }),
      NAMES[code] as string,
    ),
  ])
  rows.push(
    [
      '本年收入合计',
      wan(total, key({ concept: 'revenue', fund: 'all' }), '本年收入合计'),
      '本年支出合计',
      wan(total, key({ concept: 'expenditure', fund: 'all' }), '本年支出合计'),
    ],
    [
      '年初结转和结余',
      wan(CARRIED, key({ concept: 'revenue.carry-in', fund: 'all' }), '年初结转和结余'),
      '年末结转和结余',
      wan(CARRIED, key({ concept: 'expenditure.carry-out', fund: 'all' }), '年末结转和结余'),
    ],
    [
      '总计',
      wan(total + CARRIED, key({ concept: 'revenue.grand-total', fund: 'all' }), '总计'),
      '总计',
      wan(total + CARRIED, key({ concept: 'expenditure.grand-total', fund: 'all' }), '总计'),
    ],
  )
  paper.table({
    title: '收入支出决算总表',
    marker: '公开01表',
    unit: '万元',
    widths: [210, 110, 230, 110],
    head: [
      [
        { text: '收入', columns: 2 },
        { text: '支出', columns: 2 },
      ],
      ['项目', '决算数', '项目', '决算数'].map((text) => ({ text })),
    ],
    rows,
  })
}

/** 公开02表 */
export function incomeTable(paper: Paper, d: DepartmentYear): void {
  const line = (code: string, label: string): Cell[] => {
    const of = (fund: string) =>
      wan(
        sum(leavesOf(d), { functionCode: code }),
        finalKey(d.year, { concept: 'revenue', fund, function_code: code }),
        label,
      )
    return [of('all'), of('fiscal'), '', '']
  }
  paper.table({
    title: '收入决算表',
    marker: '公开02表',
    unit: '万元',
    widths: [80, 230, 100, 100, 80, 80],
    head: [
      ['科目编码', '科目名称', '本年收入合计', '财政拨款收入', '事业收入', '其他收入'].map((text) => ({
        text,
      })),
    ],
    rows: [
      ['', '合计', ...line('', '合计')],
      ...codesOf(leavesOf(d), 'functionCode').map((c): Cell[] => [
        c,
        NAMES[c] as string,
        ...line(c, NAMES[c] as string),
      ]),
    ],
  })
}

/** 公开03表 of all spending, 公开05表 of the general public budget. */
export function byFunction(paper: Paper, d: DepartmentYear, fund: 'all' | 'general'): void {
  const leaves = leavesOf(d)
  const line = (code: string, label: string): Cell[] => {
    const at = { functionCode: code }
    const k = (nature: string) =>
      finalKey(d.year, { concept: 'expenditure', fund, function_code: code, nature })
    const basic = sum(leaves, { ...at, nature: 'basic' })
    const project = sum(leaves, { ...at, nature: 'project' })
    return [
      wan(sum(leaves, at), k(''), label),
      basic ? wan(basic, k('basic'), label) : '',
      project ? wan(project, k('project'), label) : '',
    ]
  }
  paper.table({
    title: fund === 'all' ? '支出决算表' : '一般公共预算财政拨款支出决算表',
    marker: fund === 'all' ? '公开03表' : '公开05表',
    unit: '万元',
    widths: [90, 260, 110, 110, 110],
    head: [['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'].map((text) => ({ text }))],
    rows: [
      ['', '合计', ...line('', '合计')],
      ...codesOf(leaves, 'functionCode').map((c): Cell[] => [
        c,
        NAMES[c] as string,
        ...line(c, NAMES[c] as string),
      ]),
    ],
  })
}

/** 公开04表 */
export function fiscalTable(paper: Paper, d: DepartmentYear): void {
  const leaves = leavesOf(d)
  const total = sum(leaves)
  const key = (concept: string, fund: string, function_code = '') =>
    finalKey(d.year, { concept, fund, function_code })
  const income = [
    '一、一般公共预算财政拨款',
    '二、政府性基金预算财政拨款',
    '三、国有资本经营预算财政拨款',
  ] as const
  const spent = (value: number, concept: string, label: string, code = ''): Cell[] => [
    ...['fiscal', 'general'].map((fund) => wan(value, key(concept, fund, code), label)),
    '',
    '',
  ]
  const both = (
    value: number,
    [inName, inConcept]: [string, string],
    [outName, outConcept]: [string, string],
  ): Cell[] => [
    inName,
    wan(value, key(inConcept, 'fiscal'), inName),
    outName,
    ...spent(value, outConcept, outName),
  ]
  paper.table({
    title: '财政拨款收入支出决算总表',
    marker: '公开04表',
    unit: '万元',
    widths: [160, 80, 170, 80, 90, 80, 80],
    head: [
      [
        { text: '收入', columns: 2 },
        { text: '支出', columns: 5 },
      ],
      [
        '项目',
        '决算数',
        '项目',
        '合计',
        '一般公共预算财政拨款',
        '政府性基金预算财政拨款',
        '国有资本经营预算财政拨款',
      ].map((text) => ({ text })),
    ],
    rows: [
      ...classesOf(d).map((code, i): Cell[] => [
        income[i] ?? '',
        i === 0 ? wan(total, key('revenue', 'general'), income[0]) : '',
        `${HAN[i]}、${NAMES[code]}`,
        ...spent(sum(leaves, { functionCode: code }), 'expenditure', NAMES[code] as string, code),
      ]),
      both(total, ['本年收入合计', 'revenue'], ['本年支出合计', 'expenditure']),
      both(
        CARRIED,
        ['年初财政拨款结转和结余', 'revenue.carry-in'],
        ['年末财政拨款结转和结余', 'expenditure.carry-out'],
      ),
      both(total + CARRIED, ['总计', 'revenue.grand-total'], ['总计', 'expenditure.grand-total']),
    ],
  })
}

/** 公开06表: basic spending by economic classification, 人员经费 beside 公用经费. */
export function basicTable(paper: Paper, d: DepartmentYear): void {
  const leaves = leavesOf(d).filter((l) => l.nature !== 'project')
  const line = (code: string, label: string): Cell[] => {
    const k = (nature: string) =>
      finalKey(d.year, { concept: 'expenditure', fund: 'general', economy_code: code, nature })
    const of = (nature: 'basic' | 'personnel' | 'public') => {
      const value = sum(leaves, { economyCode: code, nature })
      return value ? wan(value, k(nature), label) : ''
    }
    return [of('basic'), of('personnel'), of('public')]
  }
  paper.table({
    title: '一般公共预算财政拨款基本支出决算表',
    marker: '公开06表',
    unit: '万元',
    widths: [90, 260, 110, 110, 110],
    head: [
      ['经济分类科目编码', '科目名称', '基本支出合计', '人员经费', '公用经费'].map((text) => ({ text })),
    ],
    rows: [
      ['', '合计', ...line('', '合计')],
      ...codesOf(leaves, 'economyCode').map((c): Cell[] => [
        c,
        NAMES[c] as string,
        ...line(c, NAMES[c] as string),
      ]),
    ],
  })
}

/** Receptions and the running of vehicles: there is nothing else of the three public expenses. */
export const guests = (d: DepartmentYear): number => sum(leavesOf(d), { economyCode: '30217' })
export const wheels = (d: DepartmentYear): number => sum(leavesOf(d), { economyCode: '30231' })

/** 公开07表: six columns planned, six spent. */
export function threePublicTable(paper: Paper, { spent, planned }: Account): void {
  const half = (d: DepartmentYear, basis: string): Cell[] => {
    const of = (concept: string, value: number, label: string) =>
      wan(value, { concept, fund: 'fiscal', year: d.year, basis }, label)
    return [
      of('three-public', guests(d) + wheels(d), '合计'),
      of('three-public.abroad', 0, '因公出国（境）费'),
      of('three-public.vehicle', wheels(d), '小计'),
      of('three-public.vehicle-purchase', 0, '公务用车购置费'),
      of('three-public.vehicle-operation', wheels(d), '公务用车运行维护费'),
      of('three-public.reception', guests(d), '公务接待费'),
    ]
  }
  const over = ['合计', '因公出国（境）费'].map((text) => ({ text, rows: 2 }))
  const columns = [...over, { text: '公务用车购置及运行维护费', columns: 3 }, { text: '公务接待费', rows: 2 }]
  const vehicle = ['小计', '公务用车购置费', '公务用车运行维护费'].map((text) => ({ text }))
  paper.table({
    title: '财政拨款“三公”经费支出决算表',
    marker: '公开07表',
    unit: '万元',
    widths: Array.from({ length: 12 }, () => 60),
    head: [
      [
        { text: '预算数', columns: 6 },
        { text: '决算数', columns: 6 },
      ],
      [...columns, ...columns],
      [...vehicle, ...vehicle],
    ],
    rows: [[...half(planned, 'budget'), ...half(spent, 'final')]],
  })
}

/** 公开08表 and 公开09表, of funds that the department has no money of. */
export function emptyTable(
  paper: Paper,
  d: DepartmentYear,
  marker: string,
  money: string,
  fund: string,
  concepts: readonly string[],
): void {
  paper.table({
    title: `${money}决算表`,
    marker,
    unit: '万元',
    widths: [90, 260, 110, 110, 110],
    head: [['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'].map((text) => ({ text }))],
    rows: [
      ['', '合计', '', '', ''],
      ['', '', '', '', ''],
    ],
    note: `注：本部门${d.year}年度无${money}，本表为空表。`,
    noFigures: true,
  })
  paper.noMoney(
    money,
    concepts.map((concept) => finalKey(d.year, { concept, fund })),
  )
}
