import { lexicon, type Place } from '../../catalogue/lexicon.js'
import type { Aspects } from '../../model/aspects.js'
import { meet } from './meet.js'

/** What printed words say, and whether they are understood. */
export interface Understood {
  aspects: Aspects
  /** Every character stands in a known word, and no two words contradict each other. */
  whole: boolean
  /** What no word covers. */
  rest: string
}

/** What a bracket leaves out or takes in does not change what the name before it means. */
const QUALIFIER = /[(（][^()（）]*(?:不?含|不?包括)[^()（）]*[)）]/g
/** 扣除…后: a second count of the whole without a part of it, which no concept covers. */
const SET_ASIDE = /[(（]?扣除[^()（）]*?(?:后|[)）]|$)/
/** `(万元)`, `单位:万元`: the unit stands in the head. */
const UNIT = /[(（]?(?:金额)?(?:单位:)?(?:人民币)?[百千万亿]?元[)）]?$/
/** `2026年`, `2026年度`, `2026`. */
const YEAR = /(20\d\d)(?:年度?)?/
const AMONG = /^(?:其中|其他?中)[:,]?/

/** Reads folded words as they stand in a title, a head or a row. */
export function understand(folded: string, place: Place): Understood {
  if (COMPARISON.test(folded)) return comparison(folded, place)
  const year = YEAR.exec(folded)?.[1]
  const text = folded
    .replace(YEAR, '')
    .replace(QUALIFIER, '')
    .replace(SET_ASIDE, '')
    .replace(UNIT, '')
    .replace(AMONG, '')
    .replace(/[:,]$/, '')
  const { words, rest } = lexicon().read(text, place)
  const cutOff = rest === '' ? undefined : lexicon().cutOff(text, place)
  if (cutOff) return { aspects: { ...cutOff, ...(year ? { year } : {}) }, whole: true, rest: '' }
  let aspects: Aspects = year === undefined || place === 'title' ? {} : { year }
  if (place !== 'title' && SET_ASIDE.test(folded)) aspects.none = true
  for (const { sets } of words) {
    const both = meet(aspects, sets)
    if (!both) return { aspects: {}, whole: false, rest }
    const kinds = { ...aspects.kinds, ...sets.kinds }
    aspects = Object.keys(kinds).length > 0 ? { ...both, kinds } : both
  }
  return { aspects, whole: rest.replace(/[()（）]/g, '') === '', rest }
}

/** `2026年预算数比2025年执行数`, `2031比2030`, `本年比上年` */
const COMPARISON = /^(?:20\d\d|本年|当年)[^比较与]*[比较与](?:20\d\d|上年|去年)/

/** A column of changes; what it is about is said by the words before 比. */
function comparison(folded: string, place: Place): Understood {
  const [before = '', after = ''] = folded.split(/[比较与]/)
  const own = understand(before, place)
  // `(扣除…)` behind the year compared with narrows both.
  const narrowed = understand(after, place)
  const { none, measure = 'change' } = narrowed.aspects
  const { year: _, yearOffset: __, ...aspects } = own.aspects
  return {
    aspects: { ...aspects, ...(none ? { none } : {}), measure },
    whole: own.whole && narrowed.whole,
    rest: own.rest + narrowed.rest,
  }
}
