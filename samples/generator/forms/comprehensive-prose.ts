import type { Faults } from '../faults.js'
import type { Figure, Paper } from '../paper.js'
import { codesOf, type DepartmentYear, leavesOf, NAMES, sum, totalOf } from '../world.js'
import { assets } from './explained/assets.js'
import { duties, organization } from './explained/duties.js'
import { glossary } from './explained/glossary.js'
import { performanceTargets } from './explained/performance.js'
import { procurement } from './explained/procurement.js'
import { change, count, wan } from './figures.js'
import { numbered } from './numbered.js'

/** The explanations of the comprehensive form, by function and by economy with codes in brackets. */
export function comprehensiveProse(
  paper: Paper,
  now: DepartmentYear,
  before: DepartmentYear,
  faults: Faults,
): void {
  const heading = numbered(paper, 1)
  const inner = (number: string, title: string) => paper.heading(2, number, title)
  heading('部门主要职责及机构设置')
  inner('（一）', '主要职责')
  duties(paper, now)
  inner('（二）', '机构设置')
  organization(paper, now)
  heading('部门人员情况说明')
  staff(paper, now)
  heading('收支预算总体情况说明')
  totals(paper, now, before, faults)
  heading('一般公共预算拨款支出明细情况说明')
  inner('（一）', '支出按功能科目分类的明细情况')
  byFunction(paper, now, before, faults)
  inner('（二）', '支出按经济科目分类的明细情况')
  byEconomy(paper, now)
  const both = (fund: string) =>
    ['revenue', 'expenditure'].map((concept) => ({ concept, fund, year: now.year }))
  heading('政府性基金预算支出情况说明')
  paper.prose(['本部门无当年政府性基金预算收支，并已公开空表。'])
  paper.noMoney('政府性基金预算收支', both('government-fund'))
  heading('国有资本经营预算拨款支出情况说明')
  paper.prose(['本部门无当年国有资本经营预算拨款收支。'])
  paper.noMoney('国有资本经营预算拨款收支', both('state-capital'))
  heading('“三公”经费及会议费、培训费情况说明')
  threePublic(paper, now, before)
  heading('机关运行经费安排说明')
  paper.prose([
    '当年机关运行经费预算安排',
    wan(
      sum(leavesOf(now), { nature: 'public' }),
      { concept: 'operating-cost', year: now.year },
      '机关运行经费',
    ),
    '万元。',
  ])
  heading('政府采购情况说明')
  procurement(paper, now, '当年本部门', faults)
  if (faults.has('placeholder'))
    paper.prose([`当年安排面向中小企业采购${faults.word('placeholder', '0.00', 'XX')}万元。`])
  heading('国有资产占有使用情况说明')
  assets(paper, now, `${now.year - 1}年底`)
  heading('预算绩效目标情况说明')
  performanceTargets(paper, now)
  if (faults.leavesOut('专业名词解释')) return
  heading('专业名词解释')
  glossary(paper)
}

function staff(paper: Paper, now: DepartmentYear): void {
  const posts = {
    administrative: totalOf(now, (u) => u.posts.administrative),
    institutional: totalOf(now, (u) => u.posts.institutional),
  }
  const people = {
    administrative: totalOf(now, (u) => u.people.administrative),
    institutional: totalOf(now, (u) => u.people.institutional),
    retired: totalOf(now, (u) => u.people.retired),
  }
  const of = (concept: string, value: number, label: string): Figure =>
    count(value, { concept, year: '', basis: '' }, label)
  paper.prose([
    `截至${now.year - 1}年底，本部门人员编制`,
    of('staff.established', posts.administrative + posts.institutional, '人员编制'),
    '人，其中行政编制',
    of('staff.established.administrative', posts.administrative, '行政编制'),
    '人、事业编制',
    of('staff.established.institutional', posts.institutional, '事业编制'),
    '人；实有人员',
    of('staff.actual', people.administrative + people.institutional, '实有人员'),
    '人，其中行政',
    of('staff.actual.administrative', people.administrative, '行政'),
    '人、事业',
    of('staff.actual.institutional', people.institutional, '事业'),
    '人。单位管理的离退休人员',
    of('staff.retired', people.retired, '离退休人员'),
    '人。',
  ])
}

function totals(paper: Paper, now: DepartmentYear, before: DepartmentYear, faults: Faults): void {
  const { year } = now
  const total = sum(leavesOf(now))
  for (const [concept, word] of [
    ['revenue', '收入'],
    ['expenditure', '支出'],
  ] as const) {
    const key = { concept, fund: 'all', year }
    const moved = change(total, sum(leavesOf(before)), { concept, fund: 'general', year }, word)
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
}

function byFunction(paper: Paper, now: DepartmentYear, before: DepartmentYear, faults: Faults): void {
  const leaves = leavesOf(now)
  const { year } = now
  paper.prose([
    '本部门当年一般公共预算支出',
    wan(
      faults.apply('prose-total', true, sum(leaves), '一般公共预算支出'),
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
        ...change(value, sum(leavesOf(before), at), key, NAMES[code] as string),
        '；',
      ])
    })
}

function byEconomy(paper: Paper, now: DepartmentYear): void {
  const leaves = leavesOf(now)
  codesOf(leaves, 'economyCode')
    .filter((c) => c.length === 3)
    .forEach((code, i) => {
      const key = { concept: 'expenditure', fund: 'general', economy_code: code, year: now.year }
      paper.prose([
        `（${i + 1}）${NAMES[code]}（${code}）`,
        wan(sum(leaves, { economyCode: code }), key, NAMES[code] as string),
        '万元；',
      ])
    })
}

const WHY = '，主要原因是按当年任务核定'

function threePublic(paper: Paper, now: DepartmentYear, before: DepartmentYear): void {
  const { year } = now
  const of = (d: DepartmentYear, code: string) => sum(leavesOf(d), { economyCode: code })
  const [guests, guestsBefore] = [of(now, '30217'), of(before, '30217')]
  const [wheels, wheelsBefore] = [of(now, '30231'), of(before, '30231')]
  const three = { concept: 'three-public', fund: 'general', year }
  paper.prose([
    '本部门当年一般公共预算“三公”经费预算支出',
    wan(guests + wheels, three, '三公'),
    '万元',
    ...change(guests + wheels, guestsBefore + wheelsBefore, three, '三公'),
    `${WHY}。其中：`,
  ])
  const none = (concept: string, label: string, end: string): (string | Figure)[] => [
    label,
    wan(0, { concept, fund: 'general', year }, label),
    `万元${end}`,
  ]
  paper.prose(none('three-public.abroad', '因公出国（境）费用', '；'))
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
    '；',
  ])
  paper.prose(none('three-public.vehicle-purchase', '公务用车购置费', '。'))
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
