import type { Faults } from '../faults.js'
import type { Cell, Figure, Paper } from '../paper.js'
import { PdfPaper } from '../pdf-paper.js'
import { codesOf, type DepartmentYear, leavesOf, NAMES, sum } from '../world.js'
import { wan, yuan } from './figures.js'
import { guests, others, overview, statement, wheels } from './three-column-prose.js'
import { unitList } from './unit-list.js'

/** 类 | 款 | 项 in three columns, 元; prose item by item. */
export function threeColumn(now: DepartmentYear, before: DepartmentYear, faults: Faults): Paper {
  const paper = new PdfPaper(`${now.name}${now.year}`)
  const leaves = leavesOf(now)
  const { year } = now
  cover(paper, now)
  paper.newPage(true)
  overview(paper, now, faults)
  paper.heading(1, '', `${year}年部门预算编制说明`)
  statement(paper, now, before, faults)
  unitList(paper, now)
  const left = `编制部门：${now.name}`
  const total = sum(leaves)
  const classes = codesOf(leaves, 'functionCode').filter((c) => c.length === 3)
  const revenue = { concept: 'revenue', year }
  const income: [string, Figure | null][] = [
    ['一、财政拨款收入', yuan(total, { ...revenue, fund: 'fiscal' }, '财政拨款收入')],
    ['1. 一般公共预算资金', yuan(total, { ...revenue, fund: 'general' }, '一般公共预算资金')],
    ['2. 政府性基金', null],
    ['二、事业收入', null],
  ]
  const rows: Cell[][] = income.map(([name, figure], i) => {
    const code = classes[i]
    const spending = code
      ? yuan(
          faults.apply('class-sum', i === 1, sum(leaves, { functionCode: code }), NAMES[code]),
          { concept: 'expenditure', fund: 'all', function_code: code, year },
          NAMES[code] as string,
          faults.printed,
        )
      : null
    return [name, figure, code ? `${HAN[i]}、${NAMES[code]}` : '', spending]
  })
  rows.push([
    '收入总计',
    yuan(total, { concept: 'revenue.grand-total', fund: 'all', year }, '收入总计'),
    '支出总计',
    yuan(
      faults.apply('grand-total', true, total, '支出总计'),
      { concept: 'expenditure.grand-total', fund: 'all', year },
      '支出总计',
      faults.printed,
    ),
  ])
  paper.table({
    title: `${year}年部门财务收支预算总表`,
    left,
    unit: '元',
    widths: [200, 120, 220, 120],
    head: [
      [
        { text: '本年收入', columns: 2 },
        { text: '本年支出', columns: 2 },
      ],
      ['项目', '预算数', '项目', '预算数'].map((text) => ({ text })),
    ],
    rows,
  })
  incomeTable(paper, now)
  const title = '年部门支出预算总表'
  functionTable(
    paper,
    now,
    faults.word('title-year', `${year}${title}`, `${year - 1}${title}`),
    'all',
    true,
    faults,
  )
  fiscalTable(paper, now)
  functionTable(paper, now, `${year}年部门一般公共预算支出功能分类预算表`, 'general', false, faults)
  economyTable(paper, now, faults)
  empty(paper, now, '政府性基金')
  empty(paper, now, '国有资本经营')
  threePublic(paper, now, faults)
  paper.newPage(true)
  paper.heading(1, '', '其他相关情况说明')
  others(paper, now, before, faults)
  return paper
}

function cover(paper: Paper, d: DepartmentYear): void {
  paper.newPage(true)
  paper.skip(150)
  const unit = d.level === 'unit'
  paper.centred(`${d.place}${d.year}年市级${unit ? '单位' : '部门'}预算`, 26, true, 30)
  paper.centred(`${unit ? '预算单位' : '预算主管部门'}：${d.name}`, 18, false)
}

const HAN = '一二三四五六'

/** Income by the function of the spending it pays for. */
function incomeTable(paper: Paper, d: DepartmentYear): void {
  const figures = (code: string, label: string): Cell[] => {
    const value = sum(leavesOf(d), { functionCode: code })
    const of = (fund: string) =>
      yuan(value, { concept: 'revenue', fund, function_code: code, year: d.year }, label)
    return [of('all'), of('fiscal'), null, null]
  }
  const rows: Cell[][] = codesOf(leavesOf(d), 'functionCode').map((code) => [
    code.slice(0, 3),
    code.slice(3, 5),
    code.slice(5, 7),
    NAMES[code] as string,
    ...figures(code, NAMES[code] as string),
  ])
  rows.push(['合计', ...figures('', '合计')])
  paper.table({
    title: `${d.year}年部门收入预算总表`,
    left: `编制部门：${d.name}`,
    unit: '元',
    widths: [44, 40, 40, 250, 100, 100, 80, 80],
    head: [
      [
        { text: '项目', columns: 4 },
        { text: '收入预算', columns: 4 },
      ],
      [
        { text: '功能分类科目编码', columns: 3 },
        { text: '功能分类科目名称', rows: 2 },
        { text: '合计', rows: 2 },
        { text: '财政拨款收入', rows: 2 },
        { text: '事业收入', rows: 2 },
        { text: '其他收入', rows: 2 },
      ],
      [{ text: '类' }, { text: '款' }, { text: '项' }],
    ],
    rows,
    spans: new Map([[rows.length - 1, 4]]),
    repeatHead: true,
  })
}

/** Fiscal appropriation beside what it is spent on, by the fund it comes from. */
function fiscalTable(paper: Paper, d: DepartmentYear): void {
  const { year } = d
  const total = sum(leavesOf(d))
  const income: [string, Figure | null][] = [
    ['一、一般公共预算资金', yuan(total, { concept: 'revenue', fund: 'general', year }, '一般公共预算资金')],
    ['二、政府性基金', null],
    ['三、国有资本经营预算', null],
  ]
  const spent = (code: string, concept: string, label: string): Cell[] => {
    const of = (fund: string) =>
      yuan(sum(leavesOf(d), { functionCode: code }), { concept, fund, function_code: code, year }, label)
    return [of('fiscal'), of('general'), null, null]
  }
  const rows: Cell[][] = codesOf(leavesOf(d), 'functionCode')
    .filter((c) => c.length === 3)
    .map((code, i) => [
      ...(income[i] ?? ['', null]),
      `${HAN[i]}、${NAMES[code]}`,
      ...spent(code, 'expenditure', NAMES[code] as string),
    ])
  rows.push([
    '收入总计',
    yuan(total, { concept: 'revenue.grand-total', fund: 'fiscal', year }, '收入总计'),
    '支出总计',
    ...spent('', 'expenditure.grand-total', '支出总计'),
  ])
  paper.table({
    title: `${year}年部门财政拨款收支预算总表`,
    left: `编制部门：${d.name}`,
    unit: '元',
    widths: [140, 90, 170, 90, 90, 80, 90],
    head: [
      [
        { text: '财政拨款收入', columns: 2 },
        { text: '财政拨款支出', columns: 5 },
      ],
      ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'].map(
        (text) => ({ text }),
      ),
    ],
    rows,
  })
}

function functionTable(
  paper: Paper,
  d: DepartmentYear,
  title: string,
  fund: string,
  repeatHead: boolean,
  faults: Faults,
): void {
  const leaves = leavesOf(d)
  const { year } = d
  const key = (code: string, nature = '') => ({
    concept: 'expenditure',
    fund,
    function_code: code,
    nature,
    year,
  })
  const figures = (code: string, label: string): Cell[] => {
    const at = { functionCode: code }
    const project = sum(leaves, { ...at, nature: 'project' })
    const basic = sum(leaves, { ...at, nature: 'basic' })
    faults.apply('row-part', fund === 'all' && code === '2101101', basic, `${label} basic`)
    const { printed } = faults
    return [
      yuan(sum(leaves, at), key(code), label),
      basic ? yuan(basic, key(code, 'basic'), label, printed) : null,
      project ? yuan(project, key(code, 'project'), label) : null,
    ]
  }
  const rows: Cell[][] = codesOf(leaves, 'functionCode').map((code) => [
    code.slice(0, 3),
    code.slice(3, 5),
    code.slice(5, 7),
    fund === 'all'
      ? faults.word('code-name', NAMES[code] as string, '机关事业单位职业年金缴费支出', code === '2080505')
      : (NAMES[code] as string),
    ...figures(code, NAMES[code] as string),
  ])
  rows.push(['合计', ...figures('', '合计')])
  paper.table({
    title,
    left: `编制部门：${d.name}`,
    unit: '元',
    widths: [44, 40, 40, 260, 110, 110, 110],
    head: [
      [
        { text: '项目', columns: 4 },
        { text: '支出预算', columns: 3 },
      ],
      [
        { text: '功能分类科目编码', columns: 3 },
        { text: '功能分类科目名称', rows: 2 },
        { text: '合计', rows: 2 },
        { text: '基本支出', rows: 2 },
        { text: '项目支出', rows: 2 },
      ],
      [{ text: '类' }, { text: '款' }, { text: '项' }],
    ],
    rows,
    spans: new Map([[rows.length - 1, 4]]),
    repeatHead,
  })
}

function economyTable(paper: Paper, d: DepartmentYear, faults: Faults): void {
  const leaves = leavesOf(d).filter((l) => l.nature !== 'project')
  const { year } = d
  const figures = (code: string, label: string): Cell[] => {
    const at = { economyCode: code }
    const key = (nature: string) => ({
      concept: 'expenditure',
      fund: 'general',
      economy_code: code,
      nature,
      year,
    })
    const personnel = sum(leaves, { ...at, nature: 'personnel' })
    const open = sum(leaves, { ...at, nature: 'public' })
    faults.apply('column-total', code === '', personnel, `${label} personnel`)
    const { printed } = faults
    return [
      yuan(sum(leaves, at), key('basic'), label),
      personnel ? yuan(personnel, key('personnel'), label, printed) : null,
      open ? yuan(open, key('public'), label) : null,
    ]
  }
  const rows: Cell[][] = codesOf(leaves, 'economyCode').map((code) => [
    code.slice(0, 3),
    code.slice(3, 5),
    NAMES[code] as string,
    ...figures(code, NAMES[code] as string),
  ])
  rows.push(['合计', ...figures('', '合计')])
  paper.table({
    title: `${year}年部门一般公共预算基本支出部门预算经济分类预算表`,
    left: `编制部门：${d.name}`,
    unit: '元',
    widths: [50, 46, 280, 110, 110, 110],
    head: [
      [
        { text: '项目', columns: 3 },
        { text: '一般公共预算基本支出', columns: 3 },
      ],
      [
        { text: '部门预算经济分类科目编码', columns: 2 },
        { text: '经济分类科目名称', rows: 2 },
        { text: '合计', rows: 2 },
        { text: '人员经费', rows: 2 },
        { text: '公用经费', rows: 2 },
      ],
      [{ text: '类' }, { text: '款' }],
    ],
    rows,
    spans: new Map([[rows.length - 1, 3]]),
  })
}

function empty(paper: Paper, d: DepartmentYear, fund: string): void {
  paper.table({
    title: `${d.year}年部门${fund}预算支出功能分类预算表`,
    left: `编制部门：${d.name}`,
    unit: '元',
    widths: [44, 40, 40, 260, 110, 110, 110],
    head: [
      [
        { text: '项目', columns: 4 },
        { text: `${fund}预算支出`, columns: 3 },
      ],
      [
        { text: '功能分类科目编码', columns: 3 },
        { text: '功能分类科目名称', rows: 2 },
        { text: '合计', rows: 2 },
        { text: '基本支出', rows: 2 },
        { text: '项目支出', rows: 2 },
      ],
      [{ text: '类' }, { text: '款' }, { text: '项' }],
    ],
    rows: [
      ['', '', '', '', '', '', ''],
      ['合计', '', '', ''],
    ],
    spans: new Map([[1, 4]]),
    note: `注：本部门${d.year}年无${fund}预算安排，本表为空表。`,
    noFigures: true,
  })
}

function threePublic(paper: Paper, d: DepartmentYear, faults: Faults): void {
  const { year } = d
  const whole = faults.apply('three-public', true, wheels(d) + guests(d), '三公合计')
  const { printed } = faults
  const figure = (value: number, concept: string, label: string) => wan(value, { concept, year }, label)
  const open = sum(leavesOf(d), { nature: 'public' })
  paper.table({
    title: '部门“三公”经费和机关运行经费预算表',
    left: `编制部门：${d.name}`,
    unit: '万元',
    widths: [90, 110, 100, 90, 90, 90, 130],
    head: [
      [
        { text: `${year}年“三公”经费预算数`, columns: 6 },
        { text: '机关运行经费预算数', rows: 3 },
      ],
      [
        { text: '合计', rows: 2 },
        { text: '因公出国（境）费', rows: 2 },
        { text: '公务接待费', rows: 2 },
        { text: '公务用车购置及运行费', columns: 3 },
      ],
      [{ text: '小计' }, { text: '购置费' }, { text: '运行费' }],
    ],
    rows: [
      [
        wan(whole, { concept: 'three-public', year }, '合计', printed),
        figure(0, 'three-public.abroad', '因公出国（境）费'),
        figure(guests(d), 'three-public.reception', '公务接待费'),
        figure(wheels(d), 'three-public.vehicle', '小计'),
        figure(0, 'three-public.vehicle-purchase', '购置费'),
        figure(wheels(d), 'three-public.vehicle-operation', '运行费'),
        figure(open, 'operating-cost', '机关运行经费预算数'),
      ],
    ],
  })
}
