import type { Faults } from '../faults.js'
import type { Paper } from '../paper.js'
import { codesOf, type DepartmentYear, leavesOf, NAMES, sum } from '../world.js'
import { assets } from './explained/assets.js'
import { duties, organization } from './explained/duties.js'
import { glossary } from './explained/glossary.js'
import { performanceTargets } from './explained/performance.js'
import { posts } from './explained/posts.js'
import { procurement } from './explained/procurement.js'
import { change, wan } from './figures.js'
import { numbered } from './numbered.js'

/** What stands before the statement: duties, how it is set up, terms. */
export function overview(paper: Paper, d: DepartmentYear, faults: Faults): void {
  const part = (title: string) => paper.heading(1, '', title)
  part('主要职能')
  duties(paper, d)
  part('机构设置')
  organization(paper, d)
  posts(paper, d)
  if (faults.leavesOut('专业名词解释')) return
  part('名词解释')
  glossary(paper)
}

/** Income and spending and why they changed, then spending item by item. */
export function statement(paper: Paper, now: DepartmentYear, before: DepartmentYear, faults: Faults): void {
  const total = sum(leavesOf(now))
  const prior = sum(leavesOf(before))
  const { year } = now
  const word = total >= prior ? '增加' : '减少'
  const move = (key: { concept: string; fund: string }, label: string) => [
    `万元，比${year - 1}年预算${word}`,
    wan(total - prior, { ...key, year, measure: 'change' }, label),
    '万元，主要原因是按工作任务调整了安排',
  ]
  paper.prose([
    `${year}年，${now.name}收入预算`,
    wan(total, { concept: 'revenue', fund: 'all', year }, '收入预算'),
    '万元，其中：财政拨款收入',
    wan(total, { concept: 'revenue', fund: 'fiscal', year }, '财政拨款收入'),
    ...move({ concept: 'revenue', fund: 'fiscal' }, '财政拨款收入'),
    '；事业收入',
    wan(0, { concept: 'revenue.institutional', year }, '事业收入', { decimals: 0 }),
    '万元。',
  ])
  paper.prose([
    '支出预算',
    wan(
      faults.apply('prose-total', true, total, '支出预算'),
      { concept: 'expenditure', fund: 'all', year },
      '支出预算',
      faults.printed,
    ),
    '万元，其中：财政拨款支出预算',
    wan(total, { concept: 'expenditure', fund: 'fiscal', year }, '财政拨款支出预算'),
    ...move({ concept: 'expenditure', fund: 'fiscal' }, '财政拨款支出预算'),
    '。',
  ])
  paper.prose(['财政拨款支出主要内容如下：'])
  codesOf(leavesOf(now), 'functionCode')
    .filter((c) => c.length === 7)
    .forEach((code, i) => {
      const [cls, section, item] = [code.slice(0, 3), code.slice(0, 5), code].map((c) => NAMES[c] as string)
      paper.prose([
        `${i + 1}. “${cls}（类）${section}（款）${item}（项）”`,
        wan(
          faults.apply('prose-item', code === '2080505', sum(leavesOf(now), { functionCode: code }), item),
          { concept: 'expenditure', fund: 'fiscal', function_code: code, year },
          item as string,
          faults.printed,
        ),
        '万元，主要用于本项工作的日常开支。',
      ])
    })
}

/** Receptions and the running of vehicles. */
export const guests = (d: DepartmentYear) => sum(leavesOf(d), { economyCode: '30217' })
export const wheels = (d: DepartmentYear) => sum(leavesOf(d), { economyCode: '30231' })

/** What stands behind the tables. */
export function others(paper: Paper, d: DepartmentYear, before: DepartmentYear, faults: Faults): void {
  const { year } = d
  const heading = numbered(paper, 2)
  const three = { concept: 'three-public', year }
  heading(`${year}年“三公”经费预算情况说明`)
  paper.prose([
    `${year}年“三公”经费预算数为`,
    wan(wheels(d) + guests(d), three, '三公'),
    '万元',
    ...change(wheels(d) + guests(d), wheels(before) + guests(before), three, '三公'),
    '，主要原因是按工作任务调整了安排。其中：',
  ])
  paper.prose([
    '（一）因公出国（境）费',
    wan(0, { concept: 'three-public.abroad', year }, '因公出国（境）费', { decimals: 0 }),
    '万元。',
  ])
  paper.prose([
    '（二）公务接待费',
    wan(guests(d), { concept: 'three-public.reception', year }, '公务接待费'),
    '万元。',
  ])
  heading('机关运行经费预算')
  paper.prose([
    `${year}年${d.name}${d.units.length > 1 ? '下属1家机关和1家事业单位' : ''}的机关运行经费预算为`,
    wan(
      faults.apply('operating-cost', true, sum(leavesOf(d), { nature: 'public' }), '机关运行经费'),
      { concept: 'operating-cost', year },
      '机关运行经费',
      faults.printed,
    ),
    '万元。',
  ])
  heading('政府采购情况')
  procurement(paper, d, `${year}年`, faults)
  heading('预算绩效情况')
  performanceTargets(paper, d)
  heading('国有资产占有使用情况')
  assets(paper, d, `${year - 1}年8月31日`)
}
