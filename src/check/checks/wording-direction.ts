import type { Extracted } from '../../model/filing.js'
import { DOWN, UP } from '../../model/printed/direction.js'
import { withoutListNumbers } from '../../model/printed/list-number.js'
import { type Saying, said } from '../../model/saying.js'
import type { Check } from '../check.js'
import { orHolds, passagesOf, placeOfSpot, type Spot, spotNamed, spotsOf, wordsFail } from '../print.js'
import { itemBefore } from '../same-names.js'

const UPWARD = new RegExp(UP)
const DOWNWARD = new RegExp(DOWN)
/** `减少2.98%。主要原因是：…`: the change and, behind it, the reason up to the end of its sentence. */
const MOVED =
  /(增加|增长|减少|下降)[\d,.]+(?:万?元|[%％])(?:[，（(][^。；，]{0,20}[%％][）)]?)?[，。；]?[^。，；\d]{0,8}原因[是为系：:]*([^。；]{2,60})(?=[。；]|$)/g
/** `与2031年度持平。主要原因：…减少支付` */
const FLAT_WITH_REASON =
  /(?<!基本)持平(?:[（(][^）)]*[）)])?[，。；]?[^。，；]{0,6}原因[是为系：:]*([^。；]{2,80})(?=[。；]|$)/g
/** `与上年持平，增加5.00万元` */
const FLAT_WITH_CHANGE =
  /(?<!基本)持平[，,]?(?:较上年|比上年)?(?:增加|减少|增长|下降)(?=[\d.,]*[1-9])[\d,.]+(?:万?元|[%％])/g
/** The reason ends in a movement: 经费增加, 缴费增加, 增加了该项支出. Inside a sentence it may be a part of one. */
const ENDS_UP = /(?:增加|增长|提高|上升)(?:了?(?:该|此)项(?:支出|经费|预算))?$/
const ENDS_DOWN = /(?:减少|下降|降低|压减)(?:了?(?:该|此)项(?:支出|经费|预算))?$/
/** Fewer people, or more of the prior year, move a sum the other way. */
const OTHER_BASE =
  /上年|去年|以前年度|退休|占比|一次性|基数|其他收入|自有|非财政|结余|结转|无|没有|未|不再|相抵/
/** 一是…增加；二是…减少: the sum of them is what moved. */
const ONE_OF_SEVERAL = /^(?:[:：]?(?:一是|一方面|首先|第一|其一)|[（(]?[1一①][)）、.．]|①)/
/** More spending leaves less over. */
const REMAINDER = /结转|结余/
/** Thrift keeps a figure level as well as it lowers one. */
const THRIFT = /节约|控制|从严|压|规范|规定|无|没有|未|不|相抵|一致/

/** The figure goes one way and its reason the other. */
export const wordingDirection: Check = {
  id: 'YS-WORDING-DIRECTION',
  asserts: {
    zh: '增加的原因不说减少，减少的原因不说增加；持平的没有增减。',
    en: 'An increase is not explained by a decrease or the reverse, and what stays level has no change.',
  },
  basis: '同一句话里的增减方向和原因应当一致；多是沿用上年文字。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '减少 2.98%，主要原因是：宣传事务经费增加',
  passing: { sections: [{ text: '支出5.00万元，比上年减少2.98%。主要原因是：宣传经费减少。' }] },
  failing: { sections: [{ text: '支出5.00万元，比上年减少2.98%。主要原因是：宣传经费增加。' }] },
  run: (filing) => {
    const passages = passagesOf(filing)
    const against = spotsOf(passages, MOVED).filter(({ match, text, from }) => {
      const [, moved = '', reason = ''] = match
      if (ONE_OF_SEVERAL.test(reason)) return false
      if (OTHER_BASE.test(reason) || REMAINDER.test(clauseBefore(text, from))) return false
      return /增/.test(moved)
        ? ENDS_DOWN.test(reason) && !UPWARD.test(reason)
        : ENDS_UP.test(reason) && !DOWNWARD.test(reason)
    })
    const flat = spotsOf(passages, FLAT_WITH_REASON).filter(({ match }) => {
      const reason = match[1] as string
      return !THRIFT.test(reason) && UPWARD.test(reason) !== DOWNWARD.test(reason)
    })
    return orHolds(passages, [
      ...against.map((spot) =>
        wordsFail(spot.match[0], placeOfSpot(filing, spot), reasonSaid(filing, spot), {
          reason: 'reason-against-change',
        }),
      ),
      ...flat.map((spot) =>
        wordsFail(
          spot.match[0],
          placeOfSpot(filing, spot),
          said('wording-direction.flat-reason', { at: spotNamed(filing, spot), reason: spot.match[1] ?? '' }),
          {
            reason: 'flat-with-reason',
          },
        ),
      ),
      ...spotsOf(passages, FLAT_WITH_CHANGE).map((spot) =>
        wordsFail(
          spot.match[0],
          placeOfSpot(filing, spot),
          said('wording-direction.flat-change', { at: spotNamed(filing, spot), words: spot.match[0] }),
          {
            reason: 'flat-with-change',
          },
        ),
      ),
    ])
  },
}

/** Of the item that the sentence begins with, else of the item of the list that it stands in. */
function reasonSaid(filing: Extracted, spot: Spot): Saying {
  const [, moved = '', reason = ''] = spot.match
  const parts = { at: spotNamed(filing, spot), moved, reason }
  const sentence = /[^。；]*$/.exec(spot.text.slice(0, spot.from))?.[0] ?? ''
  const subject = /^[\u4e00-\u9fff、]{3,30}(?:[（(]\d+[）)])?/.exec(
    withoutListNumbers(sentence.replace(/^[.．、，]+/, '')),
  )?.[0]
  const number = itemBefore(spot.text, spot.from)
  const item = subject ? said('quoted', { words: subject }) : number && said('mark.item', { number })
  return item
    ? said('wording-direction.item-reason', { ...parts, item })
    : said('wording-direction.reason', parts)
}

/** What the change is of: the sentence up to it. */
const clauseBefore = (text: string, from: number): string =>
  text.slice(Math.max(0, from - 40), from).replace(/^.*[。；]/, '')
