import type { Check } from '../check.js'
import { compareWithFirst, sameMeaning, withCarry } from './same-key.js'

/** The text does not contradict itself. */
export const textSameFigure: Check = {
  id: 'YS-TEXT-SAME-FIGURE',
  asserts: {
    zh: '同一指标在文字说明中多次出现时应当一致。',
    en: 'A figure that the text states several times is the same every time.',
  },
  basis: '同一份说明不应自相矛盾。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '收支总体情况写支出 64.46 万元，规模变化情况也写 64.46 万元',
  passing: [
    { source: 'prose', table_id: '', value: '644600', raw: '64.46', decimals: 2 },
    { source: 'prose', table_id: '', value: '644600', raw: '64.46', decimals: 2, page: 2 },
  ],
  failing: [
    { source: 'prose', table_id: '', value: '644600', raw: '64.46', decimals: 2 },
    { source: 'prose', table_id: '', value: '654600', raw: '65.46', decimals: 2, page: 2 },
  ],
  run: (filing) =>
    sameMeaning(filing.facts.filter((f) => f.source === 'prose')).flatMap(([first, ...later]) =>
      first ? compareWithFirst(first, later, '文内').map((j) => withCarry(j, filing)) : [],
    ),
}
