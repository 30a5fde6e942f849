import { decimal } from '../../../model/money.js'
import { single } from '../../groups.js'
import type { Hint } from '../hint.js'
import { ownAmounts } from '../own-figures.js'

export const changeOverYears: Hint = {
  id: 'YS-HINT-CHANGE',
  asserts: {
    zh: '支出合计比上年增减的幅度（按印出的增减额计算），与同类文件相比。',
    en: 'How much spending changed against the year before, compared with filings of the same kind.',
  },
  basis: '同一地区同一年的预算大多同向小幅变动；大起大落应当有说明。',
  scope: 'region',
  severity: 'info',
  unit: '%',
  example: '支出 200.00 万元，比上年增加 150.00 万元：增长 300 %；同类中位数 3 %',
  passing: paper('200.00', '6.00'),
  failing: paper('200.00', '150.00'),
  measure: (filing) => {
    const amounts = ownAmounts(filing)
    for (const fund of ['all', 'fiscal', 'general'] as const) {
      const of = (measure: string) =>
        filing.facts.filter(
          (f) =>
            f.concept === 'expenditure' &&
            f.fund === fund &&
            f.measure === measure &&
            f.year === filing.fiscal_year &&
            f.function_code + f.economy_code + f.nature + f.entity === '' &&
            !f.note.includes('part-or-whole'),
        )
      const change = single(of('change'))
      const totals = new Set(of('amount'))
      const now = single(amounts.filter((f) => totals.has(f) && f.source === 'prose'))
      if (!change || !now) continue
      const prior = decimal(now.value).minus(change.value)
      if (prior.gt(0))
        return { value: decimal(change.value).div(prior).times(100).round(2), facts: [change, now] }
    }
    return undefined
  },
}

function paper(amount: string, change: string) {
  const prose = { source: 'prose' as const, fund: 'all' as const }
  return {
    facts: [
      { ...prose, value: `${Number(amount) * 10000}`, raw: amount },
      { ...prose, measure: 'change' as const, value: `${Number(change) * 10000}`, raw: change },
    ],
  }
}
