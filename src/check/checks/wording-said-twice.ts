import type { Extracted } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { pageNamed, sectionNamed } from '../naming.js'
import {
  compact,
  passagesOf,
  placeOfSpot,
  type Spot,
  spotNamed,
  spotsOf,
  titleOf,
  wordsFail,
  wordsHold,
} from '../print.js'

/** An item of a list, with its number, up to the next one. */
const ITEM =
  /(?<=^|[。；：:])(?:\d{1,2}[.、．]|[（(](?:\d{1,2}|[一二三四五六七八九十]+)[）)]|[①-⑳])\D.*?(?=[。；：:](?:\d{1,2}[.、．]\D|[（(](?:\d{1,2}|[一二三四五六七八九十]+)[）)]|[①-⑳])|$)/g
const NUMBER = /^(?:\d{1,2}[.、．]|[（(](?:\d{1,2}|[一二三四五六七八九十]+)[）)]|[①-⑳])/
/** 0万元 is said of everything. */
const HAS_MONEY = /[1-9]\d*(?:\.\d+)?(?:亿|万)?元|\d\.\d*[1-9]\d*(?:亿|万)?元/
const SHORTEST = 12

const list = (second: string) => ({
  sections: [{ text: `1.其他支出（款）支出5万元，主要用于补助。2.${second}支出5万元，主要用于补助。` }],
})

/** Two items of one list in the same words with the same amount: one was copied and not changed, or printed twice. */
export const wordingSaidTwice: Check = {
  id: 'YS-WORDING-SAID-TWICE',
  asserts: {
    zh: '同一段说明里，没有两项名称、金额和文字完全相同。',
    en: 'In one passage no two items are alike word for word, amount included.',
  },
  basis: '逐项说明时重复印出同一项，或照抄后没有改。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '1.其他支出（款）支出5万元；2.其他支出（款）支出5万元',
  passing: list('培训支出（款）'),
  failing: list('其他支出（款）'),
  run: (filing) => {
    const passages = passagesOf(filing)
    const items = spotsOf(passages, ITEM).filter((spot) => isItem(wordsOf(spot)))
    const again = items.filter((spot, i) => isAlike(spot, items[i - 1]))
    const failed = [...again.map((spot) => judge(filing, spot)), ...sectionsAlike(filing)]
    return failed.length > 0 || items.length === 0 ? failed : [wordsHold('正文各项')]
  },
}

const wordsOf = ({ match }: Spot): string => match[0].replace(NUMBER, '').replace(/[。；]$/, '')
const isAlike = (spot: Spot, before: Spot | undefined): boolean =>
  before?.section === spot.section && wordsOf(before) === wordsOf(spot)
const isItem = (words: string): boolean => words.length >= SHORTEST && HAS_MONEY.test(words)

function judge(filing: Extracted, spot: Spot): Judgement {
  const words = wordsOf(spot)
  return wordsFail(
    `重复 ${words.slice(0, 30)}`,
    placeOfSpot(filing, spot),
    said('wording-said-twice.item', { at: spotNamed(filing, spot), words: words.slice(0, 40) }),
  )
}

/** Items whose titles became headings: neighbours of one heading that say the same. */
function sectionsAlike(filing: Extracted): Judgement[] {
  const told = filing.sections.map((section) => ({ section, words: compact(section.title + section.text) }))
  const items = told.filter(({ words }) => isItem(words))
  const alike = groupBy(items, ({ section, words }) => `${section.parent_id}|${words}`)
  return [...alike.values()].flatMap(([, again]) => {
    if (!again) return []
    const { section, words } = again
    const at = {
      page: section.page,
      bbox: section.bbox,
      place: titleOf(section),
      evidence: words.slice(0, 60),
    }
    return wordsFail(
      `重复 ${words.slice(0, 30)}`,
      at,
      said('wording-said-twice.item', {
        at: said('at', { page: pageNamed(filing, section.page), place: sectionNamed(section) }),
        words: words.slice(0, 40),
      }),
    )
  })
}
