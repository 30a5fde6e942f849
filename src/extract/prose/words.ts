import { lexicon } from '../../catalogue/lexicon.js'
import type { Aspects } from '../../model/aspects.js'
import type { Fund, Nature } from '../../model/filing.js'

/** A word of the lexicon that names what a figure is about. */
export interface TopicWord {
  start: number
  end: number
  text: string
  /** Undefined where it names a kind of money only by its nature, or a figure without a concept. */
  concept?: string
  fund?: Fund
  nature?: Nature
  /** No concept of the contract covers the figure. */
  none?: true
}

const read = (text: string) => lexicon().read(text, 'prose')
const names = (sets: Aspects): boolean => Boolean(sets.concept || sets.nature || sets.none)

/** The words of a folded phrase that name something, in order. */
export const topicWords = (phrase: string): TopicWord[] =>
  read(phrase)
    .words.filter((word) => names(word.sets))
    .map(({ start, end, sets }) => ({
      start,
      end,
      text: phrase.slice(start, end),
      // A nature alone is one of spending; income by source is of no fund but its own.
      concept: sets.concept ?? (sets.nature ? 'expenditure' : ''),
      ...(sets.fund !== undefined ? { fund: sets.fund } : {}),
      ...(OWN_MONEY.test(sets.concept ?? '') ? { fund: '' as const } : {}),
      ...(sets.nature ? { nature: sets.nature } : {}),
      ...(sets.none ? { none: true as const } : {}),
    }))

/** Income by source and spending outside the funds: their fund stays empty. */
const OWN_MONEY = /^(?:revenue\.(?!carry-in|grand-total)|expenditure\.(?:operating|to-superior|to-affiliate))/

/** The narrowest money that a phrase names. */
export function fundIn(phrase: string): Fund | undefined {
  const named = read(phrase).words.flatMap(({ sets }) => (sets.concept || !sets.fund ? [] : [sets.fund]))
  return NARROWEST.find((fund) => named.some((n) => n === fund))
}
const NARROWEST = ['government-fund', 'state-capital', 'general', 'fiscal'] as const

/** A text without the words that only say whose money it is. */
export function withoutFunds(text: string): string {
  let rest = ''
  let at = 0
  for (const { start, end, sets } of read(text).words)
    if (sets.fund && !names(sets)) {
      rest += text.slice(at, start)
      at = end
    }
  return rest + text.slice(at)
}

/** What no word of the lexicon explains, with the words that name something. */
export function unexplained(text: string): string {
  const { words, rest } = read(text)
  return (
    rest +
    words
      .filter((w) => names(w.sets))
      .map((w) => text.slice(w.start, w.end))
      .join('')
  )
}
