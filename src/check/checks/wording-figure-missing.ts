import { said } from '../../model/saying.js'
import type { Check } from '../check.js'
import { orHolds, passagesOf, placeOfSpot, spotNamed, spotsOf, wordsFail } from '../print.js'

/** 支出预算支出万元。 / 增长%： a unit with no figure before it. */
const UNIT_ALONE =
  /(?:预算|支出|收入|经费|合计|总计|增加|减少|增长|下降|上升|降低|安排|决算数?|预算数|费用?|为|是|占|共)(?:万元|[%％])(?=[，。；、,;]|$)/g
/** 预算数5.00为万元: the figure stands before the word instead of behind it. */
const FIGURE_BEFORE = /\d[为是共占]$/
/** 单位为万元, 计量单位是万元, 以万元为单位. */
const NAMES_UNIT = /(?:单位|计量|以|计价|货币)[^。，]{0,4}$/

/** The sentence has a place for a figure and no figure. */
export const wordingFigureMissing: Check = {
  id: 'YS-WORDING-FIGURE-MISSING',
  asserts: {
    zh: '“万元”“%”前面印有数字。',
    en: 'A figure is printed before every 万元 and every percent sign.',
  },
  basis: '计量单位前没有数字，句子没有说出数额。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '政府性基金支出预算万元，与上年相比增加 0 万元',
  passing: { sections: [{ text: '政府性基金支出预算0万元，增长0%。' }] },
  failing: { sections: [{ text: '政府性基金支出预算万元，增长0%。' }] },
  run: (filing) => {
    const passages = passagesOf(filing)
    const failed = spotsOf(passages, UNIT_ALONE)
      .filter((spot) => !FIGURE_BEFORE.test(spot.text.slice(0, spot.from + 1)))
      .filter((spot) => !NAMES_UNIT.test(spot.text.slice(0, spot.from + spot.match[0].length - 2)))
      .map((spot) =>
        wordsFail(
          spot.match[0],
          placeOfSpot(filing, spot),
          said('wording-figure-missing.blank', { at: spotNamed(filing, spot), words: spot.match[0] }),
        ),
      )
    return orHolds(passages, failed)
  },
}
