import type { Hint } from '../hint.js'
import { ofTwenty, perHead } from '../per-head.js'

export const operatingCostPerHead: Hint = {
  id: 'YS-HINT-OPERATING-COST-PER-HEAD',
  asserts: {
    zh: '机关运行经费按实有人数平均，与同类文件相比。',
    en: 'Operating cost per head, compared with filings of the same kind.',
  },
  basis: '机关运行经费主要随人员数变动；参公和事业单位口径不同，只作线索。',
  scope: 'region',
  severity: 'info',
  unit: '元/人',
  example: '机关运行经费 400.00 万元，实有 20 人：200,000 元/人；同类中位数 40,000 元/人',
  passing: ofTwenty('operating-cost', '80.00'),
  failing: ofTwenty('operating-cost', '400.00'),
  measure: (filing) => perHead(filing, 'operating-cost'),
}
