import { judgeBelowZero } from '../below-zero.js'
import type { Check } from '../check.js'

/** No income and no spending in the text is below zero. */
export const textBelowZero: Check = {
  id: 'YS-TEXT-BELOW-ZERO',
  asserts: {
    zh: '正文中的收入、支出数不为负数（结转结余和增减额除外）。',
    en: 'Income and spending in the text are never negative, but for what is left over and for changes.',
  },
  basis: '收入和支出预算不为负数；决算中冲减以前年度支出的应当说明，所以只作提示。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '公务接待费支出预算 -0.85 万元',
  passing: [{ source: 'prose', table_id: '', value: '8500', raw: '0.85' }],
  failing: [{ source: 'prose', table_id: '', value: '-8500', raw: '-0.85' }],
  run: (filing) => judgeBelowZero(filing, 'prose'),
}
