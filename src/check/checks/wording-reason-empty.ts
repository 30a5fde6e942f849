import { said } from '../../model/saying.js'
import type { Check } from '../check.js'
import { orHolds, passagesOf, placeOfSpot, spotNamed, spotsOf, wordsFail } from '../print.js'

/** 主要原因是。 */
const NOTHING_FOLLOWS = /主要(?:变动)?(?:原因|用于)(?:[是为系：:]|主要)*[是为系：:于][：:]?[。；]/g

/** A reason announced and not given. */
export const wordingReasonEmpty: Check = {
  id: 'YS-WORDING-REASON-EMPTY',
  asserts: {
    zh: '“主要原因是”后面写出了原因。',
    en: 'Where the text announces a reason, it gives one.',
  },
  basis: '预决算公开要求说明增减变化的原因。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '与上年预算持平，主要原因是。',
  passing: { sections: [{ text: '与上年预算持平，主要原因是无变化。' }] },
  failing: { sections: [{ text: '与上年预算持平，主要原因是。其中：购置费0万元。' }] },
  run: (filing) => {
    const passages = passagesOf(filing)
    const failed = spotsOf(passages, NOTHING_FOLLOWS).map((spot) =>
      wordsFail(
        spot.match[0],
        placeOfSpot(filing, spot),
        said('wording-reason-empty.nothing', {
          at: spotNamed(filing, spot),
          words: spot.match[0].replace(/[。；]$/, ''),
        }),
      ),
    )
    return orHolds(passages, failed)
  },
}
