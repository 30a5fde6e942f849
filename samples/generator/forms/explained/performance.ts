import type { Paper } from '../../paper.js'
import { type DepartmentYear, leavesOf, sum } from '../../world.js'
import { count, wan } from '../figures.js'

/** The projects for which targets were set. */
export function performanceTargets(paper: Paper, d: DepartmentYear): void {
  const { year } = d
  const projects = leavesOf(d).filter((l) => l.nature === 'project')
  paper.prose([
    `按照预算绩效管理的要求，${year}年编报绩效目标的项目`,
    count(projects.length, { concept: 'performance.projects', year }, '编报绩效目标的项目'),
    '个，涉及项目预算资金',
    wan(sum(projects), { concept: 'performance.amount', year }, '涉及项目预算资金'),
    '万元。',
  ])
}

/** How the projects of a final account did. */
export function performanceResults(paper: Paper): void {
  paper.prose(['项目支出全部开展了绩效自评，自评等级为优，评价结果已用于安排下一年度的项目。'])
}
