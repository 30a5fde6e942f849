import type { Paper } from '../../paper.js'
import type { DepartmentYear } from '../../world.js'

/** What the organization is for. */
export function duties(paper: Paper, d: DepartmentYear): void {
  paper.prose([
    `${d.name}的主要职责是：执行文化方面的法规和政策；调查、整理和保护本地的文化资源，并向公众开放；支持基层的文化活动；完成上级交办的其他事项。`,
  ])
}

/** How it is set up. */
export function organization(paper: Paper, d: DepartmentYear): void {
  const below = d.units.length > 1 ? `下属事业单位${d.units.length - 1}家。` : '没有下属单位。'
  paper.prose([`${d.name}内设办公室、规划科、业务科三个科室。${below}`])
}
