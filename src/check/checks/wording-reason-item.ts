import type { Extracted, Fact } from '../../model/filing.js'
import { DOWN, UP } from '../../model/printed/direction.js'
import { said } from '../../model/saying.js'
import { printedLike } from '../amounts.js'
import type { Check, Judgement } from '../check.js'
import { single } from '../groups.js'
import { at, figureNamed } from '../naming.js'
import { passagesOf, placeOfSpot, type Spot, spotNamed, spotsOf, wordsFail, wordsHold } from '../print.js'

/** What a reason of the three public expenses can name. */
const ITEMS: Readonly<Record<string, string>> = {
  公务接待: 'three-public.reception',
  因公出国: 'three-public.abroad',
  公务用车运行: 'three-public.vehicle-operation',
  公务用车购置费: 'three-public.vehicle-purchase',
  会议费: 'meetings',
  培训费: 'training',
}
/** `减少4.50万元，主要是压缩公务接待费`: the change, and what its reason says to have moved. */
const REASON = new RegExp(
  `(${UP}|${DOWN})[\\d,.]+(?:万?元|[%％])(?:[，（(][^。；，]{0,20}[%％][）)]?)?[，。；]?[^。，；\\d]{0,8}(?:主要是|原因[是为系：:]*)[^。；]{0,20}?(${UP}|${DOWN}|精简|节约)了?(${Object.keys(ITEMS).join('|')})`,
  'g',
)
const UPWARD = new RegExp(UP)

/** The reason of a change names an item that moved the other way. */
export const wordingReasonItem: Check = {
  id: 'YS-WORDING-REASON-ITEM',
  asserts: {
    zh: '原因中说压缩（增加）的项目，本身也是减少（增加）的。',
    en: 'What a reason says was cut (or raised) has itself gone down (or up).',
  },
  basis: '同一文件里该项目另印有增减额；方向相反时，原因或增减额有一处不对。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '“三公”经费减少 4.50 万元，主要是压缩公务接待费；公务接待费较上年增加 1.50 万元',
  passing: paper('-15000'),
  failing: paper('15000'),
  run: (filing) => spotsOf(passagesOf(filing), REASON).flatMap((spot) => judge(filing, spot)),
}

function paper(change: string) {
  return {
    sections: [{ section_id: 's', text: '“三公”经费比上年减少4.50万元，主要是压缩公务接待费。' }],
    facts: [
      {
        source: 'prose' as const,
        concept: 'three-public.reception',
        measure: 'change' as const,
        label: '公务接待费',
        value: change,
        raw: '1.50',
      },
    ],
  }
}

function judge(filing: Extracted, spot: Spot): Judgement[] {
  const [words, , moved = '', name = ''] = spot.match
  const change = changeOf(filing, ITEMS[name] as string)
  if (!change || change.value === '0') return []
  const subject = `${words} p${spot.section.page}`
  const saysUp = UPWARD.test(moved)
  const isUp = !change.value.startsWith('-')
  if (saysUp === isUp) return [wordsHold(subject)]
  return [
    wordsFail(
      subject,
      placeOfSpot(filing, spot),
      said(isUp ? 'wording-reason-item.up' : 'wording-reason-item.down', {
        place: spotNamed(filing, spot),
        reason: `${moved}${name}`,
        at: at(filing, change),
        name: figureNamed(change),
        printed: printedLike({ ...change, measure: 'amount' }, change),
      }),
    ),
  ]
}

/** How much an item changed, where the text says it once or always alike. */
const changeOf = (filing: Extracted, concept: string): Fact | undefined =>
  single(
    filing.facts.filter(
      (f) =>
        f.source === 'prose' &&
        f.concept === concept &&
        f.measure === 'change' &&
        f.year === filing.fiscal_year &&
        f.entity === '' &&
        !f.note.includes('part-or-whole'),
    ),
  )
