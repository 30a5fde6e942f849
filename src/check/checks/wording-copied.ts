import { foldName } from '../../catalogue/index.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { type Passage, passagesOf, placeOfSpot, spotNamed, wordsFail, wordsHold } from '../print.js'

/** `公共安全支出（204类）司法（06款）行政运行（01项）`, also without 类. */
const PATH =
  /(?:[\u4e00-\u9fff、（）()]{2,40}?[（(]\d*类[）)])?[\u4e00-\u9fff、（）()]{2,40}?[（(]\d*款[）)]([\u4e00-\u9fff、（）()]{2,40}?)[（(]\d*项[）)]/g
const SECTION = /([\u4e00-\u9fff、]{2,40}(?:[（(]室[）)][\u4e00-\u9fff、]*)?)[（(]\d*款[）)]/
/** What an item's money is for, and why it changed. */
const SAID = /(主要用于|主要原因)[是为：:]*([^。；]{4,60})(?=[。；])/g

interface Item {
  passage: Passage
  from: number
  match: RegExpExecArray
  name: string
  section: string
  text: string
}

/** An item explained in the words of another: the text was copied and not changed. */
export const wordingCopied: Check = {
  id: 'YS-WORDING-COPIED',
  asserts: {
    zh: '各科目的用途和原因说的是本科目，不是另一科目。',
    en: "An item's purpose and reason speak of that item, not of another one.",
  },
  basis: '逐项说明时照抄另一项，名称没有改。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '职业年金缴费支出（项）……主要原因是：事业单位离退休经费增加',
  passing: {
    sections: [
      {
        text: '1、社会保障和就业支出（类）行政事业单位养老支出（款）事业单位离退休（项）5万元。主要原因是：事业单位离退休经费增加。',
      },
    ],
  },
  failing: {
    sections: [
      {
        text: '1、社会保障和就业支出（类）行政事业单位养老支出（款）事业单位离退休（项）5万元。主要原因是：事业单位离退休经费增加。2、社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）5万元。主要原因是：事业单位离退休经费增加。',
      },
    ],
  },
  run: (filing) => {
    const items = passagesOf(filing).flatMap(itemsOf)
    if (items.length === 0) return []
    const failed = items.flatMap((item): Judgement[] =>
      [...item.text.matchAll(SAID)].flatMap((match) => {
        const [told = '', what = '', words = ''] = match
        const other = otherNamed(item, items, words)
        if (!other) return []
        const spot = { ...item.passage, from: item.from, match: item.match }
        const at = { ...placeOfSpot(filing, spot), evidence: `${item.name}……${told}` }
        return wordsFail(
          `${item.name} ${what}`,
          at,
          said(
            `wording-copied.${what === '主要用于' ? 'purpose' : 'reason'}${words === other ? '-name' : ''}`,
            {
              at: spotNamed(filing, spot),
              item: item.name,
              words,
              other,
            },
          ),
          { expected: item.name, actual: words },
        )
      }),
    )
    return failed.length > 0 ? failed : [wordsHold('各科目的用途和原因')]
  },
}

function itemsOf(passage: Passage): Item[] {
  const paths = [...passage.text.matchAll(PATH)]
  return paths.map((match, i) => ({
    passage,
    from: match.index,
    match,
    name: foldName(match[1] as string),
    section: foldName(SECTION.exec(match[0])?.[1] ?? ''),
    text: passage.text.slice(match.index + match[0].length, paths[i + 1]?.index),
  }))
}

/** Names of many sections; without their section they say nothing. */
const GENERAL = /^(?:行政运行|事业运行|机关服务|一般行政管理事务|其他.*|.{0,3})$/

function otherNamed(item: Item, items: Item[], words: string): string | undefined {
  // 行政运行 pays for everything.
  if (GENERAL.test(item.name)) return undefined
  const text = foldName(words)
  if (isNamed(item, text)) return undefined
  return items
    .filter(({ name }) => !item.match[0].includes(name))
    .map(calledIn)
    .filter((called) => called !== '' && text.startsWith(called))
    .sort((a, b) => b.length - a.length)[0]
}

/** What another item's text calls it by: a general name with its section. */
function calledIn({ name, section }: Item): string {
  if (!GENERAL.test(name)) return name
  return section === '' ? '' : section + name
}

/** Its own name, or enough of it. */
const isNamed = (item: Item, text: string): boolean =>
  text.includes(item.name) || text.includes(item.name.slice(-4))
