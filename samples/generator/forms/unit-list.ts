import type { Paper } from '../paper.js'
import type { DepartmentYear } from '../world.js'

/** The units whose budgets a department's filing takes in; a unit that files alone lists none. */
export function unitList(paper: Paper, d: DepartmentYear, kind = '预算'): void {
  if (d.units.length < 2) return
  paper.table({
    title: `${d.year}年部门${kind}单位构成表`,
    unit: '',
    widths: [60, 300],
    head: [['序号', '单位名称'].map((text) => ({ text }))],
    rows: d.units.map((u, i) => [String(i + 1), i === 0 ? `${u.name}（本级）` : u.name]),
    noFigures: true,
  })
}
