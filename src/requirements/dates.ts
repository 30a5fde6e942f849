// Takes a paper, gives the date on which it says that it was published.
import type { Paper } from './paper.js'
import { type Sight, spotOf } from './sight.js'

const DATE = /(?:公开|公布|发布|发文|成文|生成)(?:日期|时间):?(20\d\d[-年./]\d{1,2}(?:[-月./]\d{1,2}日?|月))/
/** The date of a paper on its cover, or in its last line: 2026年2月10日. */
const BARE_DATE =
  /^(?:二[〇○零0O][一二三四五六七八九〇○零]{2}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?|20\d\d年\d{1,2}月(?:\d{1,2}日)?)$/

export function dateOf(paper: Paper): Sight {
  for (const passage of [...paper.front, ...paper.passages]) {
    const match = DATE.exec(passage.text)
    if (match) return spotOf(passage, match.index, match[0])
  }
  const bare = [...paper.front, ...paper.ends].find((p) => BARE_DATE.test(p.text))
  // A paper is dated by the page that it is published on, which was not read.
  return bare ? spotOf(bare, 0, bare.text) : { unclear: 'dated-where-published' }
}
