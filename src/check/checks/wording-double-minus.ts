import type { Extracted } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { orHolds, passagesOf, placeOfSpot, type Spot, spotNamed, spotsOf, wordsFail } from '../print.js'

/** A word of direction, and a minus of its own on the digits. */
const MINUS_AFTER_WORD =
  /(?:增加|增长|上升|减少|下降|降低|压减|缩减)(?:了|额|额为|数|数为|为)?[:：]?([-－−]\d[\d,，]*(?:\.\d+)?)(?:亿元|万元|元|%|％)/g

/** The word tells the direction of a change, the digits have no sign of their own. */
export const wordingDoubleMinus: Check = {
  id: 'YS-WORDING-DOUBLE-MINUS',
  asserts: {
    zh: '写明“增加”“减少”的，后面的数不再带负号。',
    en: 'Where a word says that a figure rose or fell, the digits behind it have no minus.',
  },
  basis: '方向已由文字写明；“减少-5 万元”可以读作增加，也可以读作减少。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '比上年减少-5.20 万元',
  passing: { sections: [{ text: '比上年减少5.20万元，下降4.1%。' }] },
  failing: { sections: [{ text: '比上年减少-5.20万元，下降4.1%。' }] },
  run: (filing) => {
    const passages = passagesOf(filing)
    return orHolds(
      passages,
      spotsOf(passages, MINUS_AFTER_WORD).map((spot) => judge(filing, spot)),
    )
  },
}

function judge(filing: Extracted, spot: Spot): Judgement {
  const [words, digits = ''] = spot.match
  const facts = filing.facts.filter(
    (f) => f.source === 'prose' && f.section_id === spot.section.section_id && f.raw === digits,
  )
  return wordsFail(
    `${words} p${spot.section.page}`,
    placeOfSpot(filing, spot),
    said('wording-double-minus.both', { at: spotNamed(filing, spot), words }),
    { actual: digits, facts },
  )
}
