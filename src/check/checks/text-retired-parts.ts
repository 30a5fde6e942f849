import type { Extracted } from '../../model/filing.js'
import { canonical, decimal } from '../../model/money.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { pageNamed } from '../naming.js'
import { passagesOf, placeOfSpot, type Spot, spotsOf, wordsFail, wordsHold } from '../print.js'

/** `离退休人员78人，其中：离休3人，退休75人`; a third kind (退职, 遗属) makes it another sum. */
const PARTS =
  /离退休(?:人员|干部|职工)?(?:共计?|合计|总数|为)?[:：]?(\d+)[人名][，,；;（(。]?(?:其中)?[，,:：]?离休(?:人员|干部|职工)?[:：]?(\d+)[人名][，,、；;和]?退休(?:人员|干部|职工)?[:：]?(\d+)[人名](?![，,、；;和]?(?:退职|退养|遗属|供养|内退|其他)[^，。；]{0,6}\d)/g

/** The retired are those on 离休 and those on 退休. */
export const textRetiredParts: Check = {
  id: 'YS-TEXT-RETIRED-PARTS',
  asserts: {
    zh: '离退休人员＝离休人员＋退休人员。',
    en: 'The retired are those on full pay (离休) and the others (退休) together.',
  },
  basis: '离退休人员由离休和退休两类构成。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '离退休人员 78 人，其中：离休 3 人，退休 72 人',
  passing: { sections: [{ text: '离退休人员78人，其中：离休3人，退休75人。' }] },
  failing: { sections: [{ text: '离退休人员78人，其中：离休3人，退休72人。' }] },
  run: (filing) => spotsOf(passagesOf(filing), PARTS).map((spot) => judge(filing, spot)),
}

function judge(filing: Extracted, spot: Spot): Judgement {
  const [, whole = '0', one = '0', other = '0'] = spot.match
  const sum = decimal(one).plus(other)
  const subject = `离退休 ${whole}=${one}+${other}`
  if (sum.eq(whole)) return wordsHold(subject)
  const at = placeOfSpot(filing, spot)
  return wordsFail(
    subject,
    at,
    said('text-retired-parts.sum', {
      page: pageNamed(filing, at.page),
      whole,
      one,
      other,
      sum: canonical(sum),
    }),
    { expected: canonical(sum), actual: whole, difference: canonical(decimal(whole).minus(sum)) },
  )
}
