import type { Fact } from '../../../model/filing.js'
import { decimal } from '../../../model/money.js'
import { sumOf } from '../../sums.js'
import type { Hint } from '../hint.js'
import { ownAmounts, total } from '../own-figures.js'

/** Items of a section that have no name of their own end in 99. */
const OTHER = /^\d{5}99$/

export const otherShare: Hint = {
  id: 'YS-HINT-OTHER-SHARE',
  asserts: {
    zh: '功能分类中“其他……支出”（末两位 99 的项）占支出合计的比重，与同类文件相比。',
    en: 'The share of items called 其他 (codes that end in 99) in spending, compared with filings of the same kind.',
  },
  basis: '列入“其他”的支出看不出用途；比重明显高于同类的，值得细看。',
  scope: 'region',
  severity: 'info',
  unit: '%',
  example: '支出 100.00 万元，其中 2010199 其他支出 80.00 万元：80 %；同类中位数 10 %',
  passing: paper('10.00'),
  failing: paper('80.00'),
  measure: (filing) => {
    const amounts = ownAmounts(filing)
    for (const fund of ['general', 'fiscal', 'all'] as const) {
      const whole = total(amounts, 'expenditure', [fund])
      const table = amounts.find(
        (f) => f.source === 'table' && f.fund === fund && OTHER.test(f.function_code),
      )
      if (!whole || !table || decimal(whole.value).lte(0)) continue
      const items = amounts.filter((f) => isItem(f, table)).sort((a, b) => decimal(b.value).cmp(a.value))
      return { value: sumOf(items).div(whole.value).times(100).round(2), facts: [...items, whole] }
    }
    return undefined
  },
}

const isItem = (f: Fact, like: Fact): boolean =>
  f.table_id === like.table_id &&
  f.column === like.column &&
  f.concept === 'expenditure' &&
  f.nature === '' &&
  OTHER.test(f.function_code)

function paper(raw: string) {
  const table = { table_id: 't', fund: 'general' as const, column: 3 }
  return {
    facts: [
      { ...table, value: '1000000', raw: '100.00', row: 0 },
      { ...table, function_code: '2010199', value: `${Number(raw) * 10000}`, raw, row: 1 },
    ],
  }
}
