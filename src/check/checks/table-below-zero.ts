import { judgeBelowZero } from '../below-zero.js'
import type { Check } from '../check.js'

/** No income and no spending of a table is below zero. */
export const tableBelowZero: Check = {
  id: 'YS-TABLE-BELOW-ZERO',
  asserts: {
    zh: '表中的收入、支出数不为负数（结转结余和增减额除外）。',
    en: 'Income and spending in a table are never negative, but for what is left over and for changes.',
  },
  basis: '收入和支出预算不为负数；决算中冲减以前年度支出的应当说明，所以只作提示。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'warning',
  example: '支出总表：行政运行 -12.00 万元',
  passing: [{ value: '120000', raw: '12.00' }],
  failing: [{ value: '-120000', raw: '-12.00' }],
  run: (filing) => judgeBelowZero(filing, 'table'),
}
