import type { Figure, Paper } from '../../paper.js'
import { type DepartmentYear, totalOf } from '../../world.js'
import { count } from '../figures.js'

/** How many posts there are, by kind. */
export function posts(paper: Paper, d: DepartmentYear): void {
  const of = (concept: string, value: number, label: string): Figure =>
    count(value, { concept, year: '', basis: '' }, label)
  const kinds = [
    ['administrative', '行政编制', totalOf(d, (u) => u.posts.administrative)],
    ['institutional', '事业编制', totalOf(d, (u) => u.posts.institutional)],
  ] as const
  paper.prose([
    '核定人员编制',
    of(
      'staff.established',
      kinds.reduce((all, [, , n]) => all + n, 0),
      '人员编制',
    ),
    '人，其中',
    ...kinds.flatMap(([kind, name, n], i) => [
      `${i === 0 ? '' : '人、'}${name}`,
      of(`staff.established.${kind}`, n, name),
    ]),
    '人。',
  ])
}
