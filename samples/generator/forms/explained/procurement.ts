import type { Faults } from '../../faults.js'
import type { Key, Paper } from '../../paper.js'
import { type DepartmentYear, totalOf } from '../../world.js'
import { wan } from '../figures.js'

const boughtBy = (d: DepartmentYear): { goods: number; services: number } => ({
  goods: totalOf(d, (u) => u.procurement.goods),
  services: totalOf(d, (u) => u.procurement.services),
})

/** What is to be bought in the year. */
export function procurement(paper: Paper, d: DepartmentYear, subject: string, faults: Faults): void {
  const { goods, services } = boughtBy(d)
  const { year } = d
  paper.prose([
    `${subject}政府采购预算共`,
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
}

/** What was bought, and from whom: the services came from small firms. */
export function procured(paper: Paper, d: DepartmentYear): void {
  const { goods, services } = boughtBy(d)
  const key = (concept: string): Key => ({ concept, year: d.year, basis: 'final' })
  const share = { value: Math.round((services / (goods + services)) * 10000) / 100, keys: [], label: '占比' }
  paper.prose([
    `${d.year}年度政府采购支出总额`,
    wan(goods + services, key('procurement'), '政府采购支出'),
    '万元，其中：政府采购货物支出',
    wan(goods, key('procurement.goods'), '货物'),
    '万元、政府采购工程支出',
    wan(0, key('procurement.works'), '工程'),
    '万元、政府采购服务支出',
    wan(services, key('procurement.services'), '服务'),
    '万元。授予中小企业合同金额',
    wan(services, [], '授予中小企业合同金额'),
    '万元，占政府采购支出总额的',
    { ...share, per: 1 },
    '%。',
  ])
}
