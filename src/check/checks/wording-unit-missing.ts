import type { Extracted, Fact } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { at, figureNamed } from '../naming.js'
import {
  compact,
  orHolds,
  passagesOf,
  placeOfSpot,
  type Spot,
  sentenceAround,
  spotNamed,
  spotsOf,
  titleOf,
  wordsFail,
} from '../print.js'

/** 增长13.95。: neither %, 倍, 个百分点 nor an amount. */
const NO_PERCENT = /(?:增长|下降|增幅|降幅|上升|降低)(?:为|了|约)?(\d+(?:\.\d+)?)(?=[，。；）)])/g
/** 接待支出0.39万（…）: people and things are counted in 万 too, money has a word for it before. */
const NO_YUAN =
  /(?:费|支出|预算|收入|资金|经费|拨款|金额|总额|决算数?|预算数)[^，。；：、\d]{0,6}([\d,]+(?:\.\d+)?万)(?=[，。；、（(）)]|$)/g

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
        const place = {
          page: fact.page,
          bbox: fact.bbox,
          place: titleOf(section),
          evidence: sentenceAround(text, from, fact.raw.length),
        }
        return wordsFail(
          `${fact.label} ${fact.raw}`.trim(),
          place,
          said('wording-unit-missing.bare', {
            at: at(filing, fact),
            name: figureNamed(fact),
            printed: fact.raw,
          }),
        )
      })
    const noted = failed.map((j) => j.at?.evidence ?? '')
    const open = [...spotsOf(passages, NO_PERCENT), ...spotsOf(passages, NO_YUAN)]
      .filter((spot) => !noted.some((sentence) => sentence.includes(spot.match[1] as string)))
      .filter((spot) => !isUnread(filing, spot))
      .map((spot) => ofSpot(filing, spot))
    return orHolds(passages, [...failed, ...open])
  },
}

/** What stands behind the figure is no character of the text: a percent sign drawn as a picture. */
const isUnread = (filing: Extracted, { section, match }: Spot): boolean =>
  filing.facts.some(
    (f) => f.section_id === section.section_id && f.note.includes('unit-unread') && f.raw === match[1],
  )

/** Where a passage writes 万 for 万元 throughout, it is a manner of writing and not a word lost. */
function ofSpot(filing: Extracted, spot: Spot): Judgement {
  const [bare, whole] = [spot.text.match(/\d万(?!元)/g) ?? [], spot.text.match(/\d万元/g) ?? []]
  const isManner = spot.match[0].endsWith('万') && bare.length > 2 && bare.length > whole.length
  return wordsFail(
    spot.match[0],
    placeOfSpot(filing, spot),
    said('wording-unit-missing.of-figure', { at: spotNamed(filing, spot), figure: spot.match[0] }),
    isManner ? { severity: 'info' } : {},
  )
}

/** Where the figure stands with no unit behind it. */
function bareAt(text: string, fact: Fact): number {
  for (let at = text.indexOf(fact.raw); at >= 0; at = text.indexOf(fact.raw, at + 1)) {
    const alone = !/[\d.,]/.test(text[at - 1] ?? '')
    if (alone && !/^[\d.,]*(?:万|亿|元|[%％])/.test(text.slice(at + fact.raw.length))) return at
  }
  return -1
}
