import type { Fact } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import type { Check } from '../check.js'
import { figureNamed } from '../naming.js'
import { compact, orHolds, passagesOf, sentenceAround, titleOf, wordsFail } from '../print.js'

/** 较上年增加185.24（1026.00%）: the figure is read as 万元 because all around are; the print does not say so. */
export const wordingUnitMissing: Check = {
  id: 'YS-WORDING-UNIT-MISSING',
  asserts: {
    zh: '正文中的金额后面印有单位。',
    en: 'Every amount in the running text has its unit.',
  },
  basis: '正文金额没有单位时，不能确定是元还是万元。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '预算支出 203.31 万元，较上年增加 185.24（1026.00%）',
  passing: { sections: [{ text: '支出预算5.00万元。' }], facts: [{ source: 'prose', raw: '5.00' }] },
  failing: {
    sections: [{ text: '支出预算25.00万元，较上年增加5.31，主要原因是人员增加。' }],
    facts: [{ source: 'prose', section_id: 's0', raw: '5.31', note: ['unit-missing'] }],
  },
  run: (filing) => {
    const passages = passagesOf(filing)
    const failed = filing.facts
      .filter((f) => f.source === 'prose' && f.note.includes('unit-missing'))
      .flatMap((fact) => {
        const section = filing.sections.find((s) => s.section_id === fact.section_id)
        if (!section) return []
        const text = compact(section.text)
        const from = bareAt(text, fact)
        if (from < 0) return []
        const at = {
          page: fact.page,
          bbox: fact.bbox,
          place: titleOf(section),
          evidence: sentenceAround(text, from, fact.raw.length),
        }
        return wordsFail(
          `${fact.label} ${fact.raw}`.trim(),
          at,
          said('wording-unit-missing.bare', { name: figureNamed(fact), printed: fact.raw }),
        )
      })
    return orHolds(passages, failed)
  },
}

/** Where the figure stands with no unit behind it. */
function bareAt(text: string, fact: Fact): number {
  for (let at = text.indexOf(fact.raw); at >= 0; at = text.indexOf(fact.raw, at + 1)) {
    const alone = !/[\d.,]/.test(text[at - 1] ?? '')
    if (alone && !/^[\d.,]*(?:万|亿|元|[%％])/.test(text.slice(at + fact.raw.length))) return at
  }
  return -1
}
