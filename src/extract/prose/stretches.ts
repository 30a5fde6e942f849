import {
  FRESH,
  PURPOSE,
  REASON,
  REASON_HEADING,
  REASON_POINTS,
  RESUMES,
  SET_ASIDE,
} from '../../catalogue/prose-lexicon.js'
import type { NumberReason } from '../../model/filing.js'

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

/**
 * Cuts a folded paragraph into what it states and what it gives as reason or purpose. A reason lasts to the end of its
 * sentence, one in several points (一是…；二是…) over all its points; a purpose (主要用于…) ends where a comparison begins.
 */
export function stretchesOf(folded: string): Stretch[] {
  const out: Stretch[] = []
  let points = false
  let start = 0
  let opens = true
  for (const mark of `${folded}。`.matchAll(/[。；\n]/g)) {
    const end = mark.index
    const text = folded.slice(start, end)
    if (points && (FRESH.test(text) || (opens && !REASON_POINTS.test(text)))) points = false
    if (text !== '') {
      if (points || REASON_HEADING.test(text)) {
        points = true
        out.push({ start, end, opens, begins: true, passed: 'reason' })
      } else points = cut(text, start, opens, out)
    }
    // `；` keeps the sentence open.
    opens = mark[0] !== '；'
    start = end + 1
  }
  return out
}

/** Cuts one part of a sentence; true where its reason goes on in points after it. */
function cut(text: string, at: number, opens: boolean, out: Stretch[]): boolean {
  if (SET_ASIDE.test(text)) {
    out.push({ start: at, end: at + text.length, opens, begins: true, passed: 'no-concept' })
    return false
  }
  let from = 0
  while (from < text.length) {
    const rest = text.slice(from)
    const reason = rest.search(REASON)
    const first = from === 0
    if (reason < 0) {
      out.push({ start: at + from, end: at + text.length, opens: opens && first, begins: first })
      return false
    }
    if (reason > 0)
      out.push({ start: at + from, end: at + from + reason, opens: opens && first, begins: first })
    const words = rest.slice(reason)
    const resumed = PURPOSE.test(words) ? words.search(RESUMES) : -1
    const length = resumed < 0 ? words.length : resumed
    out.push({
      start: at + from + reason,
      end: at + from + reason + length,
      opens: false,
      begins: false,
      passed: 'reason',
    })
    if (resumed < 0) return !PURPOSE.test(words) && /[:是]?(?:一是|一、|1[.、]|\(1\)|\(一\)|①)/.test(words)
    from += reason + length
  }
  return false
}
