import type { Extracted } from '../../model/filing.js'
import { canonical, decimal } from '../../model/money.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { passagesOf, placeOfSpot, type Spot, spotNamed, spotsOf, wordsFail, wordsHold } from '../print.js'

/** `地上建筑面积为8013平方米（其中计容面积7998平方米，不计容面积105平方米）`: a whole and two parts that exclude each other. */
const AREA = String.raw`[^，。；（）]{0,12}?(\d+(?:\.\d+)?)平方米`
const PAIRS = [
  ['计容', '不计容'],
  ['地上', '地下'],
] as const
const SPLITS = PAIRS.map(
  ([a, b]) =>
    new RegExp(
      `${AREA}(?:（[^（）]*）)?[，（]其中[：:]?${a}${AREA}(?:（[^（）]*）)?[，、和]${b}${AREA}`,
      'g',
    ),
)

/** Areas that exclude each other add up to their whole. */
export const textAreas: Check = {
  id: 'YS-TEXT-AREAS',
  asserts: {
    zh: '正文中的建筑面积＝地上＋地下，＝计容＋不计容。',
    en: 'A floor area in the text is the sum of the parts that exclude each other: above and below ground.',
  },
  basis: '面积按地上与地下、计容与不计容划分，两部分互不重叠。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '地上建筑面积 8013 平方米（其中计容 7998 平方米，不计容 105 平方米）',
  passing: text('8103'),
  failing: text('8013'),
  run: (filing) =>
    SPLITS.flatMap((split) => spotsOf(passagesOf(filing), split).map((spot) => judge(filing, spot))),
}

function text(whole: string) {
  return {
    sections: [
      {
        text: `地上建筑面积为${whole}平方米（其中计容面积7998平方米，不计容面积105平方米），地下建筑面积5356平方米。`,
      },
    ],
  }
}

function judge(filing: Extracted, spot: Spot): Judgement {
  const [, whole = '0', one = '0', other = '0'] = spot.match
  const sum = decimal(one).plus(other)
  const subject = `面积 ${whole}=${one}+${other}`
  if (sum.eq(whole)) return wordsHold(subject)
  return wordsFail(
    subject,
    placeOfSpot(filing, spot),
    said('text-areas.sum', { at: spotNamed(filing, spot), whole, one, other, sum: canonical(sum) }),
    {
      expected: canonical(sum),
      actual: whole,
      difference: canonical(decimal(whole).minus(sum)),
      unit: '平方米',
    },
  )
}
