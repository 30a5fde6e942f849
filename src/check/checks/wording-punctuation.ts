import { said } from '../../model/saying.js'
import type { Check } from '../check.js'
import { orHolds, passagesOf, placeOfSpot, spotNamed, spotsOf, wordsFail } from '../print.js'

/** An ellipsis is one sign; a number's point is none. */
const DOUBLED = /。[。，；、]|[，、；]{2}|：[：，。、；]|[，、][。]|；。/g

/** Two marks where one belongs: words were deleted and their marks stayed. */
export const wordingPunctuation: Check = {
  id: 'YS-WORDING-PUNCTUATION',
  asserts: {
    zh: '正文没有重复的标点。',
    en: 'No punctuation mark is doubled in the running text.',
  },
  basis: '重复的标点多是删改后留下的，句子可能缺字。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'info',
  example: '减少了该项支出。。',
  passing: { sections: [{ text: '减少了该项支出。' }] },
  failing: { sections: [{ text: '减少了该项支出。。' }] },
  run: (filing) => {
    const passages = passagesOf(filing)
    const failed = spotsOf(passages, DOUBLED).map((spot) =>
      wordsFail(
        spot.match[0],
        placeOfSpot(filing, spot),
        said('wording-punctuation.doubled', { at: spotNamed(filing, spot), words: spot.match[0] }),
      ),
    )
    return orHolds(passages, failed)
  },
}
