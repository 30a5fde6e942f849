import type { Paper } from '../../paper.js'
import { type DepartmentYear, totalOf } from '../../world.js'
import { count } from '../figures.js'

/** Vehicles and dear equipment on a day. */
export function assets(paper: Paper, d: DepartmentYear, day: string): void {
  const vehicles = totalOf(d, (u) => u.vehicles)
  const kinds = ['机要通信用车1辆', ...(vehicles > 1 ? [`其他用车${vehicles - 1}辆`] : [])]
  paper.prose([
    `截至${day}，${d.name}共有车辆`,
    count(vehicles, { concept: 'vehicles', year: '', basis: '' }, '共有车辆'),
    `辆，其中：${kinds.join('、')}；单价100万元（含）以上设备（不含车辆）`,
    count(0, { concept: 'equipment', year: '', basis: '' }, '设备'),
    '台（套）。',
  ])
}
