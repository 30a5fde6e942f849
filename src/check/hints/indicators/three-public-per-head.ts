import type { Hint } from '../hint.js'
import { ofTwenty, perHead } from '../per-head.js'

export const threePublicPerHead: Hint = {
  id: 'YS-HINT-THREE-PUBLIC-PER-HEAD',
  asserts: {
    zh: '“三公”经费按实有人数平均，与同类文件相比。',
    en: 'The three public expenses per head, compared with filings of the same kind.',
  },
  basis: '人员规模相近的单位“三公”经费应当相近；偏高或偏低都可能有正当原因，只作线索。',
  scope: 'region',
  severity: 'info',
  unit: '元/人',
  example: '“三公”经费 60.00 万元，实有 20 人：30,000 元/人；同类中位数 6,000 元/人',
  passing: ofTwenty('three-public', '12.00'),
  failing: ofTwenty('three-public', '60.00'),
  measure: (filing) => perHead(filing, 'three-public'),
}
