import type { Faults } from '../faults.js'
import type { Cell, Key, Paper } from '../paper.js'
import { PdfPaper } from '../pdf-paper.js'
import { codesOf, type DepartmentYear, leavesOf, NAMES, sum } from '../world.js'
import { wan } from './figures.js'

/** A final account (决算): tables 公开01–05, 万元, prose with 年初预算 and 支出决算. */
export function finalAccount(spent: DepartmentYear, planned: DepartmentYear, faults: Faults): Paper {
  const paper = new PdfPaper(`${spent.name}${spent.year}final`)
  const { year } = spent
  const leaves = leavesOf(spent)
  const total = sum(leaves)
  const carried = 1230000
  const key = (more: Omit<Key, 'year' | 'basis'>): Key => ({ year, basis: 'final', ...more })
  paper.newPage()
  paper.skip(160)
  paper.centred(`${spent.name}`, 22)
  paper.centred(`${year}年度部门决算`, 20)
  const classes = codesOf(leaves, 'functionCode').filter((c) => c.length === 3)
  const rows: Cell[][] = classes.map((code, i) => [
    i === 0 ? '一、一般公共预算财政拨款收入' : i === 1 ? '二、其他收入' : '',
    i === 0 ? wan(total, key({ concept: 'revenue', fund: 'general' }), '一般公共预算财政拨款收入') : '',
    `${'一二三四五六'[i]}、${NAMES[code]}`,
    wan(
      sum(leaves, { functionCode: code }),
      key({ concept: 'expenditure', fund: 'all', function_code: code }),
      NAMES[code] as string,
    ),
  ])
  rows.push([
    '本年收入合计',
    wan(total, key({ concept: 'revenue', fund: 'all' }), '本年收入合计'),
    '本年支出合计',
    wan(total, key({ concept: 'expenditure', fund: 'all' }), '本年支出合计'),
  ])
  rows.push([
    '年初结转和结余',
    wan(carried, key({ concept: 'revenue.carry-in', fund: 'all' }), '年初结转和结余'),
    '年末结转和结余',
    wan(carried, key({ concept: 'expenditure.carry-out', fund: 'all' }), '年末结转和结余'),
  ])
  rows.push([
    '总计',
    wan(total + carried, key({ concept: 'revenue.grand-total', fund: 'all' }), '总计'),
    '总计',
    wan(total + carried, key({ concept: 'expenditure.grand-total', fund: 'all' }), '总计'),
  ])
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
  const byCode = (fund: string): Cell[][] => {
    const line = (code: string, label: string): Cell[] => {
      const at = { functionCode: code }
      const k = (nature: string) => key({ concept: 'expenditure', fund, function_code: code, nature })
      const basic = sum(leaves, { ...at, nature: 'basic' })
      const project = sum(leaves, { ...at, nature: 'project' })
      return [
        wan(sum(leaves, at), k(''), label),
        basic ? wan(basic, k('basic'), label) : '',
        project ? wan(project, k('project'), label) : '',
      ]
    }
    return [
      ['', '合计', ...line('', '合计')],
      ...codesOf(leaves, 'functionCode').map((c): Cell[] => [
        c,
        NAMES[c] as string,
        ...line(c, NAMES[c] as string),
      ]),
    ]
  }
  for (const [marker, title, fund] of [
    ['公开03表', '支出决算表', 'all'],
    ['公开05表', '一般公共预算财政拨款支出决算表', 'general'],
  ] as const)
    paper.table({
      title,
      marker,
      unit: '万元',
      widths: [90, 260, 110, 110, 110],
      head: [['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'].map((text) => ({ text }))],
      rows: byCode(fund),
    })
  paper.newPage()
  paper.heading(1, '第三部分', `${year}年度部门决算情况说明`)
  paper.heading(2, '一、', '收入支出决算总体情况说明')
  const both = (fund: string) => [
    key({ concept: 'revenue.grand-total', fund }),
    key({ concept: 'expenditure.grand-total', fund }),
  ]
  paper.prose([
    `${spent.name}${year}年度收入支出总计`,
    wan(total + carried, both('all'), '收入支出总计'),
    '万元。',
  ])
  paper.heading(2, '二、', '支出决算情况说明')
  const basic = sum(leaves, { nature: 'basic' })
  const project = sum(leaves, { nature: 'project' })
  paper.prose([
    '本年支出合计',
    wan(
      faults.apply('prose-total', true, total),
      key({ concept: 'expenditure', fund: 'all' }),
      '本年支出合计',
      faults.printed,
    ),
    '万元，其中：基本支出',
    wan(basic, key({ concept: 'expenditure', fund: 'all', nature: 'basic' }), '基本支出'),
    '万元；项目支出',
    wan(project, key({ concept: 'expenditure', fund: 'all', nature: 'project' }), '项目支出'),
    '万元。',
  ])
  paper.heading(2, '三、', '一般公共预算财政拨款支出决算情况说明')
  codesOf(leaves, 'functionCode')
    .filter((c) => c.length === 7)
    .forEach((code, i) => {
      const [cls, section, item] = [code.slice(0, 3), code.slice(0, 5), code].map((c) => NAMES[c] as string)
      const k = (basis: string) => ({
        concept: 'expenditure',
        fund: 'general',
        function_code: code,
        year,
        basis,
      })
      paper.prose([
        `${i + 1}、${cls}（类）${section}（款）${item}（项）。年初预算为`,
        wan(sum(leavesOf(planned), { functionCode: code }), k('initial'), item as string),
        '万元，支出决算为',
        wan(sum(leaves, { functionCode: code }), k('final'), item as string),
        '万元。',
      ])
    })
  return paper
}
