import { decimal } from '../../../src/model/money.js'
import type { Block, FrontMatter } from './page-text.js'

/** How many pages are put before a page that is not bare. */
export const PAGES_BEFORE = 2

/** Name of the file as an office would publish it. */
export const fileName = ({ organization, kind, year }: FrontMatter): string =>
  `${organization}${kind === 'final' ? `${year}年度部门决算` : `${year}年部门预算`}`

/** A cover and a summary that balances: enough to be taken for a filing, too little to contradict the page. */
export function pagesBefore(front: FrontMatter): Block[][] {
  const { organization, kind, total } = front
  const period = kind === 'final' ? `${front.year}年度部门决算` : `${front.year}年部门预算`
  const [summary, figures] = kind === 'final' ? ['收入支出决算总表', '决算数'] : ['收支总表', '预算数']
  return [
    [
      { kind: 'directive', name: 'skip', numbers: [150], text: '' },
      { kind: 'directive', name: 'size', numbers: [20], text: '' },
      { kind: 'title', text: organization },
      { kind: 'title', text: period },
      { kind: 'directive', name: 'size', numbers: [12], text: '' },
    ],
    [
      { kind: 'title', text: summary },
      { kind: 'caption', left: `部门：${organization}`, right: '单位：万元' },
      {
        kind: 'table',
        rows: [
          ['收入', '<', '支出', '<'],
          ['项目', figures, '项目', figures],
          ...yearRows(front),
          ['收入总计', total, '支出总计', total],
        ],
      },
    ],
  ]
}

/** Where money is carried over, the summary leaves open how much of it is spent this year. */
function yearRows({ total, carried }: FrontMatter): string[][] {
  if (carried === '') return [['本年收入合计', total, '本年支出合计', total]]
  return [
    ['本年收入合计', decimal(total).minus(carried).toFixed(2), '', ''],
    ['上年结转', carried, '', ''],
  ]
}
