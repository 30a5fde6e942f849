import { decimal } from '../../../model/money.js'
import type { Hint } from '../hint.js'
import { ownAmounts, peopleOf, total } from '../own-figures.js'

export const operatingCostPerHead: Hint = {
  id: 'YS-HINT-OPERATING-COST-PER-HEAD',
  name: '人均机关运行经费',
  asserts: {
    zh: '机关运行经费按实有人数平均，与同类文件相比。',
    en: 'Operating cost per head, compared with filings of the same kind.',
  },
  basis: '机关运行经费主要随人员数变动；参公和事业单位口径不同，只作线索。',
  scope: 'region',
  severity: 'info',
  unit: '元/人',
  example: '机关运行经费 400.00 万元，实有 20 人：200,000 元/人；同类中位数 40,000 元/人',
  passing: paper('80.00'),
  failing: paper('400.00'),
  measure: (filing) => {
    const spent = total(ownAmounts(filing), 'operating-cost', ['', 'general', 'fiscal', 'all'])
    const people = peopleOf(filing)
    return spent && people
      ? { value: decimal(spent.value).div(people.value).round(2), facts: [spent, people] }
      : undefined
  },
}

function paper(raw: string) {
  return {
    facts: [
      { concept: 'operating-cost', fund: '' as const, value: `${Number(raw) * 10000}`, raw },
      { concept: 'staff.actual', measure: 'count' as const, value: '20', raw: '20', unit: '人', decimals: 0 },
    ],
  }
}
