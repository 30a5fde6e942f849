import {
  ACCOUNT_NAME,
  DEFINITIONS,
  DIFFERS_FROM_BUDGET,
  GOES_ON,
  GOES_ON_WITH_PARTS,
  PURPOSE,
  REASON,
  REASON_HEADING,
  REASON_POINTS,
  RESUMES,
  RESUMES_WITH_REASON,
  SET_ASIDE,
} from '../../catalogue/prose-lexicon.js'
import type { NumberReason } from '../../model/filing.js'
import { isListed } from '../../model/printed/list-number.js'

/** A piece of a paragraph between full stops, semicolons and reasons. */
export interface Stretch {
  start: number
  end: number
  /** It begins a sentence: a full stop, or nothing, stands before it. */
  opens: boolean
  /** It begins a part of a sentence: a semicolon or more stands before it. */
  begins: boolean
  /** Why its figures are no facts; undefined where it states something. */
  passed?: NumberReason
}

/** What a reason or purpose still holds of the text behind it. */
type Running =
  /** Nothing. */
  | 'no'
  /** Its sentence: parts behind `；` belong to it until one speaks of the budget again. */
  | 'sentence'
  /** Points (一是…；二是…): those behind full stops too. */
  | 'points'

/** Whether a part of a sentence speaks of the budget again: its words name something that the budget has. */
export type Opens = (part: string) => boolean

/**
 * Cuts a folded paragraph into what it states and what it gives as reason or purpose. Both run on over semicolons until
 * the budget is spoken of again, a reason over sentences that only add to it (同时…, 一是…); a purpose (主要用于…) ends
 * where a comparison begins.
 */
export function stretchesOf(folded: string, opensBudget: Opens): Stretch[] {
  const out: Stretch[] = []
  let running: Running = 'no'
  let start = 0
  let opens = true
  for (const mark of `${folded}。`.matchAll(/[。；\n]/g)) {
    const end = mark.index
    const text = folded.slice(start, end)
    if (text !== '') {
      if (goesOn(running, text, opens, opensBudget)) {
        out.push({ start, end, opens, begins: true, passed: 'reason' })
        if (isListed(text) || REASON_POINTS.test(text)) running = 'points'
      } else if (REASON_HEADING.test(text)) {
        running = 'points'
        out.push({ start, end, opens, begins: true, passed: 'reason' })
      } else running = cut(text, start, opens, out, opensBudget)
    }
    // `；` keeps the sentence open.
    opens = mark[0] !== '；'
    start = end + 1
  }
  return out
}

/** `…维修（护）费。5.00万元等。`: what the figure is about stands before a full stop that is none. */
export const beginsWithFigure = (text: string): boolean => /^[\d,.]+(?:亿|百万|万|千)?元/.test(text)

/** Whether a reason before it still holds for a part of a sentence. */
function goesOn(running: Running, text: string, opens: boolean, opensBudget: Opens): boolean {
  if (running === 'no') return false
  if (running === 'points' && isListed(text)) return true
  // Numbers list the parts of a budget as well as the points of a reason: those of a reason go on.
  const isPoint = REASON_POINTS.test(text) || GOES_ON.test(text) || beginsWithFigure(text)
  return isPoint || (!opens && !opensBudget(text))
}
/** Cuts one part of a sentence; says what its reason holds of the text behind it. */
function cut(text: string, at: number, opens: boolean, out: Stretch[], opensBudget: Opens): Running {
  if (SET_ASIDE.test(text)) {
    out.push({ start: at, end: at + text.length, opens, begins: true, passed: 'no-concept' })
    return 'no'
  }
  let from = 0
  while (from < text.length) {
    const rest = text.slice(from)
    const reason = reasonIn(text, from, opensBudget)
    const first = from === 0
    if (reason < 0) {
      out.push({ start: at + from, end: at + text.length, opens: opens && first, begins: first })
      return 'no'
    }
    if (reason > 0)
      out.push({ start: at + from, end: at + from + reason, opens: opens && first, begins: first })
    const words = rest.slice(reason)
    const before = text.slice(0, from + reason)
    const again = resumesAt(words, before)
    // 主要用于培训60万元，比上年增加3万元: of the training or of the whole.
    const isOpen = PURPOSE.test(words) && ONE_AMOUNT.test(words.slice(0, Math.max(again, 0)))
    const resumed = isOpen ? -1 : again
    const length = resumed < 0 ? words.length : resumed
    out.push({
      start: at + from + reason,
      end: at + from + reason + length,
      opens: false,
      begins: false,
      passed: 'reason',
    })
    if (resumed < 0)
      return !isPurpose(words, text.slice(0, from + reason)) &&
        /[:是]?(?:一是|一、|1[.、]|\(1\)|\(一\)|①)/.test(words)
        ? 'points'
        : 'sentence'
    from += reason + length
  }
  return 'no'
}

/** Behind an amount without a change, 主要为… says what it is for: the change follows. */
const EXPLAINS = /^主要(?:是|为|系)/
const STATES_ALONE = /^(?!.*(?:增|减|升|降|持平|变化|一致)).*\d(?:亿|万)?元(?:\([^()]*\))?，?$/

const isPurpose = (words: string, before: string): boolean =>
  PURPOSE.test(words) || (EXPLAINS.test(words) && STATES_ALONE.test(before))

/** Where a statement goes on behind a reason or purpose; -1 where it does not. */
function resumesAt(words: string, before: string): number {
  if (DIFFERS_FROM_BUDGET.test(before)) return words.search(RESUMES_WITH_REASON)
  const parts = SAYS_WHAT.test(words) ? words.search(GOES_ON_WITH_PARTS) : -1
  // What has figures of its own splits something else.
  const goesOn = parts > 0 && !/\d(?:万元|元|%)/.test(words.slice(0, parts)) ? parts : -1
  const compares = isPurpose(words, before) ? words.search(RESUMES) : -1
  return goesOn < 0 || (compares >= 0 && compares < goesOn) ? compares : goesOn
}
const SAYS_WHAT = /^(?:主要)?(?:用于|是|为|系|包括)/

/** One amount and no second. */
const ONE_AMOUNT = /^[^\d]*\d[\d,.]*(?:亿|万)?元[^\d]*$/
/** Where the next reason or purpose begins, counted from `from`; an account may be called 用于…支出. */
function reasonIn(text: string, from: number, opensBudget: Opens): number {
  for (const match of text.slice(from).matchAll(REASON)) {
    const at = from + match.index
    if (DEFINITIONS.some(([words]) => text.slice(at).search(words) === 0)) continue
    // 本年收入…，主要包括：一般公共预算拨款收入80万元 lists parts.
    if (match[0] === '主要包括' && opensBudget(text.slice(at + match[0].length).replace(/^:/, ''))) continue
    if (!ACCOUNT_NAME.test(text.slice(at)) || !NAME_BEGINS.test(text.slice(0, at))) return match.index
  }
  return -1
}
/** What stands before a name: nothing, a list number, the mark of the level above, a dash, a quote. */
const NAME_BEGINS = /(?:^|[类款]\)|["\-—、.．)①-⑳])$/
