import type { Faults } from '../faults.js'
import type { Cell, Figure, Paper } from '../paper.js'
import { PdfPaper } from '../pdf-paper.js'
import { codesOf, type DepartmentYear, leavesOf, NAMES, sum, type UnitYear } from '../world.js'
import { change, count, wan } from './figures.js'
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
  prose(paper, now, before, faults)
  if (!tables) unitList(paper, now)
  if (tables) {
    fourViews(paper, now, faults)
    units(paper, now, faults)
    byFunction(paper, now, faults, false)
    byFunction(paper, now, faults, true)
    byEconomy(paper, now, faults)
    threePublic(paper, now, before, faults)
  }
  return paper
}

function prose(paper: Paper, now: DepartmentYear, before: DepartmentYear, faults: Faults): void {
  const leaves = leavesOf(now)
  const past = leavesOf(before)
  const { year } = now
  const total = sum(leaves)
  const prior = sum(past)
  const of = (figure: (u: UnitYear) => number) => now.units.reduce((all, u) => all + figure(u), 0)
  const posts = {
    administrative: of((u) => u.posts.administrative),
    institutional: of((u) => u.posts.institutional),
  }
  const people = {
    administrative: of((u) => u.people.administrative),
    institutional: of((u) => u.people.institutional),
    retired: of((u) => u.people.retired),
  }
  paper.heading(1, '一、', '部门人员情况说明')
  paper.prose([
    `截至${year - 1}年底，本部门人员编制`,
    count(
      posts.administrative + posts.institutional,
      { concept: 'staff.established', year: '', basis: '' },
      '人员编制',
    ),
    '人，其中行政编制',
    count(
      posts.administrative,
      { concept: 'staff.established.administrative', year: '', basis: '' },
      '行政编制',
    ),
    '人、事业编制',
    count(
      posts.institutional,
      { concept: 'staff.established.institutional', year: '', basis: '' },
      '事业编制',
    ),
    '人；实有人员',
    count(
      people.administrative + people.institutional,
      { concept: 'staff.actual', year: '', basis: '' },
      '实有人员',
    ),
    '人，其中行政',
    count(people.administrative, { concept: 'staff.actual.administrative', year: '', basis: '' }, '行政'),
    '人、事业',
    count(people.institutional, { concept: 'staff.actual.institutional', year: '', basis: '' }, '事业'),
    '人。单位管理的离退休人员',
    count(people.retired, { concept: 'staff.retired', year: '', basis: '' }, '离退休人员'),
    '人。',
  ])
  paper.heading(1, '二、', '收支预算总体情况说明')
  for (const [concept, word] of [
    ['revenue', '收入'],
    ['expenditure', '支出'],
  ] as const) {
    const key = { concept, fund: 'all', year }
    const moved = change(total, prior, { concept, fund: 'general', year }, word)
    if (concept === 'expenditure') spoilChange(moved, faults)
    paper.prose([
      `本部门当年预算${word}`,
      wan(total, key, `预算${word}`),
      '万元，其中：一般公共预算拨款',
      wan(total, { concept, fund: 'general', year }, '一般公共预算拨款'),
      '万元',
      ...moved,
      '，变动的主要原因是工作安排调整。',
    ])
  }
  paper.heading(1, '三、', '一般公共预算拨款支出明细情况说明')
  paper.heading(2, '（一）', '支出按功能科目分类的明细情况')
  paper.prose([
    '本部门当年一般公共预算支出',
    wan(
      faults.apply('prose-total', true, total, '一般公共预算支出'),
      { concept: 'expenditure', fund: 'general', year },
      '一般公共预算支出',
      faults.printed,
    ),
    '万元，其中：',
  ])
  codesOf(leaves, 'functionCode')
    .filter((c) => c.length === 7)
    .forEach((code, i) => {
      const at = { functionCode: code }
      const key = { concept: 'expenditure', fund: 'general', function_code: code, year }
      const value = sum(leaves, at)
      paper.prose([
        `${i + 1}.${NAMES[code]}（${code}）`,
        wan(
          faults.apply('prose-item', code === '2080505', value, NAMES[code]),
          key,
          NAMES[code] as string,
          faults.printed,
        ),
        '万元',
        ...change(value, sum(past, at), key, NAMES[code] as string),
        '；',
      ])
    })
  paper.heading(2, '（二）', '支出按经济科目分类的明细情况')
  codesOf(leaves, 'economyCode')
    .filter((c) => c.length === 3)
    .forEach((code, i) => {
      const key = { concept: 'expenditure', fund: 'general', economy_code: code, year }
      paper.prose([
        `（${i + 1}）${NAMES[code]}（${code}）`,
        wan(sum(leaves, { economyCode: code }), key, NAMES[code] as string),
        '万元；',
      ])
    })
  paper.heading(1, '四、', '政府性基金预算支出情况说明')
  const none = { value: 0, label: '政府性基金预算收支', printed: 0 }
  paper.prose(['本部门无当年政府性基金预算收支，并已公开空表。'])
  for (const concept of ['revenue', 'expenditure'])
    paper.truth.facts.push({
      concept,
      fund: 'government-fund',
      function_code: '',
      economy_code: '',
      nature: '',
      year,
      basis: 'budget',
      measure: 'amount',
      value: '0',
      unit: '',
      raw: '无',
      source: 'prose',
      page: paper.truth.sections.at(-1)?.page ?? 1,
      label: none.label,
    })
  paper.heading(1, '五、', '“三公”经费及会议费、培训费情况说明')
  const guests = sum(leaves, { economyCode: '30217' })
  const wheels = sum(leaves, { economyCode: '30231' })
  const guestsBefore = sum(past, { economyCode: '30217' })
  const wheelsBefore = sum(past, { economyCode: '30231' })
  const three = { concept: 'three-public', fund: 'general', year }
  paper.prose([
    '本部门当年一般公共预算“三公”经费预算支出',
    wan(guests + wheels, three, '三公'),
    '万元',
    ...change(guests + wheels, guestsBefore + wheelsBefore, three, '三公'),
    '。其中：',
  ])
  const reception = { concept: 'three-public.reception', fund: 'general', year }
  paper.prose([
    '公务接待费',
    wan(guests, reception, '公务接待费'),
    '万元',
    ...change(guests, guestsBefore, reception, '公务接待费'),
    '；',
  ])
  const running = { concept: 'three-public.vehicle-operation', fund: 'general', year }
  paper.prose([
    '公务用车运行维护费',
    wan(wheels, running, '公务用车运行维护费'),
    '万元',
    ...change(wheels, wheelsBefore, running, '公务用车运行维护费'),
    '。',
  ])
  const goods = of((u) => u.procurement.goods)
  const services = of((u) => u.procurement.services)
  paper.heading(1, '六、', '政府采购情况说明')
  paper.prose([
    '当年本部门政府采购预算共',
    wan(
      faults.apply('procurement', true, goods + services, '政府采购'),
      { concept: 'procurement', year },
      '政府采购',
      faults.printed,
    ),
    '万元，其中政府采购货物类预算',
    wan(goods, { concept: 'procurement.goods', year }, '货物'),
    '万元、政府采购服务类预算',
    wan(services, { concept: 'procurement.services', year }, '服务'),
    '万元、政府采购工程类预算',
    wan(0, { concept: 'procurement.works', year }, '工程'),
    '万元。',
  ])
  if (faults.has('placeholder'))
    paper.prose([`当年安排面向中小企业采购${faults.word('placeholder', '0.00', 'XX')}万元。`])
}

/** The amount, the percentage or the direction of a change that does not go with the other two. */
function spoilChange(parts: (string | Figure)[], faults: Faults): void {
  const [word, amount, , pct] = parts
  if (typeof amount !== 'object' || typeof pct !== 'object') return
  const away = amount.value < 0 ? -1 : 1
  if (faults.has('direction')) {
    parts[0] = (word as string).includes('增加') ? '，较上年减少' : '，较上年增加'
    faults.plant('支出增减方向', amount.value, -amount.value)
  }
  if (faults.has('change-amount')) {
    parts[1] = { ...amount, printed: amount.value + away * 90000 }
    faults.plant('支出增减额', amount.value, amount.value + away * 90000)
  }
  if (faults.has('change-pct')) {
    const printed = Math.round((pct.value + away * 5) * 100) / 100
    parts[3] = { ...pct, printed }
    faults.plant('支出增减百分比', pct.value, printed)
  }
}

/** 收支总表: income and three views of spending side by side, every pair its own list. */
function fourViews(paper: Paper, d: DepartmentYear, faults: Faults): void {
  const leaves = leavesOf(d)
  const { year } = d
  const total = sum(leaves)
  const spend = (value: number, more: object, label: string, printed: Partial<Figure> = {}) =>
    wan(value, { concept: 'expenditure', fund: 'all', year, ...more }, label, printed)
  const income: Cell[][] = [
    ['一、部门预算', wan(total, { concept: 'revenue', fund: 'all', year }, '部门预算')],
    ['1、财政拨款', wan(total, { concept: 'revenue', fund: 'fiscal', year }, '财政拨款')],
    ['(1)一般公共预算拨款', wan(total, { concept: 'revenue', fund: 'general', year }, '一般公共预算拨款')],
    ['(2)政府性基金拨款', ''],
    ['2、其他收入', ''],
  ]
  const view = (kind: 'functionCode' | 'governmentCode', key: 'function_code' | 'economy_code'): Cell[][] => [
    ['一、部门预算', spend(total, {}, '部门预算')],
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
  const economy: Cell[][] = [['一、部门预算', spend(total, {}, '部门预算')]]
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
      { concept, fund: 'all', year },
      '总计',
      faults.printed,
    )
  const yearly = (concept: string) => wan(total, { concept, fund: 'all', year }, '合计')
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
    title: '部门综合预算收支总表',
    marker: '表1',
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

function units(paper: Paper, d: DepartmentYear, faults: Faults): void {
  const { year } = d
  const row = (code: string, name: string, value: number): Cell[] => [
    code,
    name,
    wan(value, { concept: 'revenue', fund: 'all', year }, name),
    wan(
      faults.apply('income-part', name === '合计', value, '一般公共预算拨款'),
      { concept: 'revenue', fund: 'general', year },
      name,
      faults.printed,
    ),
    '',
    '',
  ]
  paper.table({
    title: '部门综合预算收入总表',
    marker: '表2',
    unit: '万元',
    widths: [80, 220, 100, 120, 110, 90],
    head: [
      ['单位编码', '单位名称', '合计', '一般公共预算拨款', '政府性基金拨款', '其他收入'].map((text) => ({
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
