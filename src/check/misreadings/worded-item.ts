import { economyCodes, foldName, functionCodes } from '../../catalogue/index.js'
import type { Fact, FactKey } from '../../model/filing.js'
import { ORGAN_ENDING } from '../../model/printed/organ.js'
import { NATURES, names } from './named-items.js'

/** What words make of a figure. */
export type Meaning = Partial<FactKey>

/** Shorter names stand inside of other words, and no name is longer. */
const [SHORTEST, LONGEST] = [3, 40]

const STARTS_AS_ORGAN = new RegExp(`^${ORGAN_ENDING}`)

/** The items that the words right before a figure name, where it was given to none of them. */
export function wordedItems(figure: Fact, words: string, filing: readonly Fact[]): Meaning[] {
  if (figure.concept !== 'expenditure' || words === '' || names(figure, words)) return []
  const named = lastNamed(words)
  if (named.length < 2) return named
  // One name of several codes (行政运行, 教育支出): those of a 款 that the filing has, else the class.
  const groups = new Set(filing.map((f) => f.function_code.slice(0, GROUP)))
  const known = named.filter(
    ({ function_code: code = '' }) => code.length > 3 && groups.has(code.slice(0, GROUP)),
  )
  return known.length > 0 ? known : named.filter((m) => m.function_code?.length === 3)
}

/** Digits of a 款. */
const GROUP = 5

/** The name that ends last, the longest of those. */
function lastNamed(words: string): Meaning[] {
  for (let end = words.length; end >= SHORTEST; end--)
    for (let start = Math.max(0, end - LONGEST); start <= end - SHORTEST; start++) {
      const found = meaningsOf(words.slice(start, end))
      if (found.length > 0 && !STARTS_AS_ORGAN.test(words.slice(end))) return found
    }
  return []
}

/** Names are folded one by one: inside of a sentence nothing tells where one ends. */
function meaningsOf(name: string): Meaning[] {
  const nature = natureNamed(name)
  if (nature) return [{ nature }]
  const code = { function_code: '', economy_code: '', government_economy_code: '' }
  const codes = (entries: readonly { code: string }[]) => [...new Set(entries.map((e) => e.code))]
  return [
    ...codes(functionCodes(name)).map((c) => ({ ...code, function_code: c })),
    ...codes(economyCodes(name)).map((c) => ({ ...code, economy_code: c })),
  ]
}

const natureNamed = (name: string): Fact['nature'] | undefined =>
  Object.entries(NATURES).find(([, printed]) => printed.some((p) => foldName(p) === foldName(name)))?.[0] as
    | Fact['nature']
    | undefined
