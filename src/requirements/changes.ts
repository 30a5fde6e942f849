// Takes running text, gives the sentence that says why income or spending or another subject changed.
import type { Words } from '../catalogue/index.js'
import { DOWN, UP } from '../model/printed/direction.js'
import { fits } from '../model/printed/fits.js'
import type { Passage, Spot } from './paper.js'
import { MISSING, type Sight, spotOf } from './sight.js'

const CLAUSES = /[^。;!\n]+[。;!]?/g

const DIRECTION = new RegExp(`${UP}|${DOWN}|增减|变化|变动`)
/** A figure moved: by something, not by 0.00. */
const MOVED = new RegExp(`(?:${UP}|${DOWN})[^。;,\\d]{0,6}(?!0(?:\\.0+)?(?![\\d.]))\\d`)
const FLAT = /持平|相同|一致|不变|(?:无|未发生|没有)(?:增减)?(?:变化|变动)|无增减/
const WHY = /原因|主要是|主要系|主要因|主要由于|主要为|由于|因为|系因|是因|厉行节约|落实/

const REASON_FIRST = /^(?:主要)?原因|^主要(?:是|系|由于)/

/** What a sentence is about stands before its reason, which names other things too. */
const told = (sentence: string): string =>
  REASON_FIRST.test(sentence)
    ? ''
    : (/^(.{4,}?)(?:原因|主要是|主要系|主要由于)/.exec(sentence)?.[1] ?? sentence)

/** What amounts may be of: a sentence on one of them is on none of the others. */
const SIDES = ['收入', '支出', '结转', '结余']
const AMOUNT = /\d[\d,]*(?:\.\d+)?(?:万元|亿元|元)/
/** Not the commas within a number. */
const COMMAS = /[,;](?!\d{3}(?!\d))/

/** What a sentence names before its amounts: 年初结转5.00万元,为以前年度支出预算未完成的资金 is not of spending. */
const subjectsOf = (sentence: string): string[] =>
  told(sentence)
    .split(COMMAS)
    .flatMap((clause) => {
      const at = clause.search(AMOUNT)
      return at < 0 ? [] : [clause.slice(0, at)]
    })

function isOfOther(sentence: string, words: Words): boolean {
  const subjects = subjectsOf(sentence)
  return (
    !subjects.some((subject) => fits(subject, words)) &&
    subjects.some((subject) => SIDES.some((side) => subject.includes(side)))
  )
}

/** 收、支总计各增加5.00万元: one reason is of both. */
const BOTH = /收[^,;]{0,4}支/

/** 2026年预算比2025年预算增加5.00万元, 2026年预算安排6.00万元,比上年减少: of what, the heading says. */
const BUDGET_ITSELF =
  /^(?:20\d\d年度?)?(?:[我本][^,]{1,3})?总?预算(?:总额|总数|数|安排)?为?(?=[比较与同和]|\d)/
/** 收入预算5.00万元。比上年减少1.00万元: the subject stands before it. */
const FOLLOWING = /^(?:比|较|与|同|和)/

/** A change is explained in its own sentence or in one after it; what did not change needs no reason. */
export function reasonOf(passages: readonly Passage[], words: Words): Sight {
  let shared: Spot | undefined
  let unexplained: Spot | undefined
  let flat: Spot | undefined
  for (const passage of passages) {
    const sentences = [...passage.text.matchAll(CLAUSES)]
    const isAbout = (i: number): boolean => {
      const sentence = sentences[i]?.[0] ?? ''
      return (
        (fits(told(sentence), words) && !isOfOther(sentence, words)) ||
        (BUDGET_ITSELF.test(sentence) && fits(passage.title, words)) ||
        (FOLLOWING.test(sentence) && i > 0 && isAbout(i - 1))
      )
    }
    // A sentence that names nothing goes on with what the one before was about.
    const isOwn = (i: number): boolean =>
      isAbout(i) || (!isOfOther(sentences[i]?.[0] ?? '', words) && (i === 0 || isOwn(i - 1)))
    const about = sentences.filter((_, i) => isAbout(i))
    const change = about.find((s) => DIRECTION.test(s[0]))
    const whys = change ? sentences.slice(sentences.indexOf(change)).filter((s) => WHY.test(s[0])) : []
    const why = whys.find((s) => isOwn(sentences.indexOf(s)))
    if (why) return spotOf(passage, why.index, why[0])
    if (whys[0] && BOTH.test(told(change?.[0] ?? ''))) shared ??= spotOf(passage, whys[0].index, whys[0][0])
    const moved = about.find((s) => MOVED.test(s[0]) && !FLAT.test(s[0]))
    if (moved) unexplained ??= spotOf(passage, moved.index, moved[0])
    const same = about.find((s) => FLAT.test(s[0]))
    if (same) flat ??= spotOf(passage, same.index, same[0])
  }
  if (shared) return shared
  if (unexplained) return { missing: true, at: unexplained }
  return flat ?? MISSING
}
