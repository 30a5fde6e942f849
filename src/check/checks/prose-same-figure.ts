import type { Check } from '../check.js'
import { fundCompared } from '../one-fund.js'
import { withUnitsRounded } from '../units-rounded.js'
import { compareWithFirst, onePerTable, sameMeaning, withCarry, withOtherColumn } from './same-key.js'

/** What the text says is what the tables say. */
export const proseSameFigure: Check = {
  id: 'YS-PROSE-SAME-FIGURE',
  asserts: {
    zh: '文字说明中的数应当与表中同一指标一致。',
    en: 'A figure in the text agrees with the same figure in the tables.',
  },
  basis: '说明和报表出自同一套数据。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '说明：行政运行 47.02 万元；表：470,202.30 元',
  passing: [
    { source: 'table', table_id: 'a', value: '470202.3', raw: '470,202.30', unit: '元', decimals: 2 },
    { source: 'prose', table_id: '', value: '470200', raw: '47.02', unit: '万元', decimals: 2 },
  ],
  failing: [
    { source: 'table', table_id: 'a', value: '470202.3', raw: '470,202.30', unit: '元', decimals: 2 },
    { source: 'prose', table_id: '', value: '480200', raw: '48.02', unit: '万元', decimals: 2 },
  ],
  run: (filing) =>
    sameMeaning(filing.facts, fundCompared(filing)).flatMap((group) => {
      const { figures } = onePerTable(group.filter((f) => f.source === 'table'))
      const prose = group.filter((f) => f.source === 'prose')
      const first = figures[0]
      // Tables that contradict each other are reported as such: the text can not agree with both.
      if (!first || figures.some((f) => f.value !== first.value && f.unit === first.unit)) return []
      return compareWithFirst(first, prose, '文表').map((j) =>
        withUnitsRounded(withOtherColumn(withCarry(j, filing), filing), filing),
      )
    }),
}
