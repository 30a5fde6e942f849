import type { Faults } from '../faults.js'
import type { Key, Paper } from '../paper.js'
import { codesOf, leavesOf, NAMES, sum, totalOf } from '../world.js'
import { assets } from './explained/assets.js'
import { performanceResults } from './explained/performance.js'
import { procured } from './explained/procurement.js'
import { change, wan } from './figures.js'
import type { Account } from './final.js'
import { CARRIED, finalKey, guests, wheels } from './final-tables.js'
import { numbered } from './numbered.js'

/** The third part of a final account. */
export function finalProse(paper: Paper, account: Account, faults: Faults): void {
  const { spent } = account
  const heading = changes(paper, account, faults)
  items(paper, account, heading)
  heading('“三公”经费支出决算情况说明')
  threePublic(paper, account)
  heading('机关运行经费支出情况说明')
  paper.prose([
    `${spent.year}年度机关运行经费支出`,
    wan(
      sum(leavesOf(spent), { nature: 'public' }),
      finalKey(spent.year, { concept: 'operating-cost' }),
      '机关运行经费',
    ),
    '万元。',
  ])
  heading('政府采购支出情况说明')
  procured(paper, spent)
  heading('国有资产占有使用情况说明')
  assets(paper, spent, `${spent.year}年12月31日`)
  heading('预算绩效管理情况说明')
  performanceResults(paper)
}

const WHY = '，主要原因是当年任务有所调整'

/** Income and spending as a whole, and why they changed; gives the numbering of the headings to come. */
export function changes(paper: Paper, { spent, before }: Account, faults: Faults): (title: string) => void {
  const { year } = spent
  const leaves = leavesOf(spent)
  const [total, prior] = [sum(leaves), sum(leavesOf(before))]
  const key = (more: Omit<Key, 'year' | 'basis'>) => finalKey(year, more)
  const heading = numbered(paper, 2)
  heading('收入支出决算总体情况说明')
  const grand = ['revenue.grand-total', 'expenditure.grand-total'].map((concept) =>
    key({ concept, fund: 'all' }),
  )
  paper.prose([`${spent.name}${year}年度收入支出总计`, wan(total + CARRIED, grand, '收入支出总计'), '万元。'])
  heading('收入决算情况说明')
  const income = key({ concept: 'revenue', fund: 'all' })
  paper.prose([
    '本年收入合计',
    wan(total, income, '本年收入合计'),
    '万元',
    ...change(total, prior, income, '本年收入合计'),
    `${WHY}。`,
  ])
  heading('支出决算情况说明')
  const spending = key({ concept: 'expenditure', fund: 'all' })
  paper.prose([
    '本年支出合计',
    wan(faults.apply('prose-total', true, total), spending, '本年支出合计', faults.printed),
    '万元',
    ...change(total, prior, spending, '本年支出合计'),
    `${WHY}。其中：基本支出`,
    wan(sum(leaves, { nature: 'basic' }), { ...spending, nature: 'basic' }, '基本支出'),
    '万元；项目支出',
    wan(sum(leaves, { nature: 'project' }), { ...spending, nature: 'project' }, '项目支出'),
    '万元。',
  ])
  return heading
}

/** Spending item by item against what was planned at the beginning of the year. */
export function items(paper: Paper, { spent, planned }: Account, heading: (title: string) => void): void {
  heading('一般公共预算财政拨款支出决算情况说明')
  codesOf(leavesOf(spent), 'functionCode')
    .filter((c) => c.length === 7)
    .forEach((code, i) => {
      const [cls, section, item] = [code.slice(0, 3), code.slice(0, 5), code].map((c) => NAMES[c] as string)
      const k = (basis: string) => ({
        concept: 'expenditure',
        fund: 'general',
        function_code: code,
        year: spent.year,
        basis,
      })
      paper.prose([
        `${i + 1}、${cls}（类）${section}（款）${item}（项）。年初预算为`,
        wan(sum(leavesOf(planned), { functionCode: code }), k('initial'), item as string),
        '万元，支出决算为',
        wan(sum(leavesOf(spent), { functionCode: code }), k('final'), item as string),
        '万元。',
      ])
    })
}

function threePublic(paper: Paper, { spent, planned, before }: Account): void {
  const key = (concept: string, basis = 'final'): Key => ({
    concept,
    // No money is named.
    fund: '',
    year: spent.year,
    basis,
  })
  const total = guests(spent) + wheels(spent)
  paper.prose([
    `${spent.year}年度“三公”经费支出预算为`,
    wan(guests(planned) + wheels(planned), key('three-public', 'budget'), '三公'),
    '万元，支出决算为',
    wan(total, key('three-public'), '三公'),
    '万元',
    ...change(total, guests(before) + wheels(before), key('three-public'), '三公'),
    `${WHY}。其中：`,
  ])
  paper.prose([
    '因公出国（境）费支出决算为',
    wan(0, key('three-public.abroad'), '因公出国（境）费'),
    '万元，全年因公出国（境）团组0个，累计0人次。',
  ])
  paper.prose([
    '公务用车购置费支出决算为',
    wan(0, key('three-public.vehicle-purchase'), '公务用车购置费'),
    '万元，购置车辆0辆；公务用车运行维护费支出决算为',
    wan(wheels(spent), key('three-public.vehicle-operation'), '公务用车运行维护费'),
    `万元，年末公务用车保有量为${totalOf(spent, (u) => u.vehicles)}辆。`,
  ])
  const [batches, persons] = [
    totalOf(spent, (u) => u.receptions.batches),
    totalOf(spent, (u) => u.receptions.guests),
  ]
  paper.prose([
    '公务接待费支出决算为',
    wan(guests(spent), key('three-public.reception'), '公务接待费'),
    `万元，全年国内公务接待${batches}批次、${persons}人次。`,
  ])
}
