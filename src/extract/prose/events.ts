import { BASE_ZERO, FLAT, WHOLE, ZERO_WORDS } from '../../catalogue/prose-lexicon.js'
import { type NumberToken, numbersOf } from './lexer.js'

/** Something that can state a figure. */
export type Event =
  /** A printed number. */
  | { kind: 'number'; start: number; end: number; token: NumberToken }
  /** Words for zero (无…, 未安排…) and what is zero. */
  | { kind: 'zero'; start: number; end: number; object: string }
  /** 上年基数为零: the prior year's figure of what was named before. */
  | { kind: 'base-zero'; start: number; end: number }
  /** Words for no change (持平). */
  | { kind: 'flat'; start: number; end: number }
  /** 全部为…: the figure before it once more, under a narrower name. */
  | { kind: 'whole'; start: number; end: number; object: string }

/** Objects that are no figure: 无变化, 无法…, 无偿. */
const NO_OBJECT =
  /^(?:增减|变化|变动|法|需|偿|线|形|此|关|相关|论|人|障碍|主|房|独立|下属|其他|\d{4}年结转的(?!.{0,8}(?:政府性基金|国有资本)))/
const FIGURE = /\d+(?:\.\d+)?(?:万元|元|%)/
/** 与《收支预算总表》的…数一致 compares two tables, not two years; …持平的原因 only names what a reason follows. */
const NO_COMPARISON = /(?:与|同|和)[^，]*(?:《|表)[^，]*$/
/** 与国有资产占用车辆12辆一致 agrees with something else than a year or a basis. */
const COMPARES_OTHERS = /(?:与|同(?!比)|和|跟)(?![^，]*(?:年|预算|决算|执行|同期|上期))[^，]*$/
const NAMES_A_REASON = /^的(?:(?:主要)?原因|$)/

/** Everything in a stretch of folded text that can state a figure, in order. */
export function eventsOf(text: string): Event[] {
  const events: Event[] = numbersOf(text)
    .filter((token) => token.kind !== 'form')
    .map((token) => ({ kind: 'number', start: token.start, end: token.end, token }))
  for (const { 0: words, 1: object = '', index } of text.matchAll(ZERO_WORDS)) {
    if (NO_OBJECT.test(object) || FIGURE.test(object)) continue
    const first = object.split(/、(?=[无没])/)[0] as string
    events.push({ kind: 'zero', start: index, end: index + words.length, object: first })
  }
  for (const { 0: words, index } of text.matchAll(BASE_ZERO))
    events.push({ kind: 'base-zero', start: index, end: index + words.length })
  for (const { 0: words, index } of text.matchAll(FLAT)) {
    const end = index + words.length
    const before = text.slice(0, index)
    if (NAMES_A_REASON.test(text.slice(end)) || NO_COMPARISON.test(before) || COMPARES_OTHERS.test(before))
      continue
    events.push({ kind: 'flat', start: index, end })
  }
  for (const { 0: words, 1: object = '', index } of text.matchAll(WHOLE))
    events.push({ kind: 'whole', start: index, end: index + words.length, object })
  return events.sort((a, b) => a.start - b.start)
}
