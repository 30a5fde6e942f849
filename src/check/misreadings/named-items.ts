import {
  concepts,
  economyName,
  foldName,
  functionName,
  governmentEconomyName,
} from '../../catalogue/index.js'
import type { Fact } from '../../model/filing.js'
import { ORGAN_ENDING } from '../../model/printed/organ.js'

/** Names that a figure's item goes by: those of its code, of its nature, of its concept. */
export function namesOf({
  concept,
  function_code,
  economy_code,
  government_economy_code,
  nature,
}: Fact): string[] {
  const official =
    functionName(function_code) ?? economyName(economy_code) ?? governmentEconomyName(government_economy_code)
  if (official) return official.names
  if (nature !== '') return NATURES[nature] ?? []
  const label = WHOLE.test(concept) ? undefined : concepts().get(concept)?.label
  return label ? [label] : []
}

const WHOLE = /^(?:revenue|expenditure)(?:\.grand-total)?$/

export const NATURES: Readonly<Record<string, string[]>> = {
  basic: ['基本支出'],
  project: ['项目支出'],
  personnel: ['人员经费', '人员支出'],
  public: ['公用经费', '公用支出'],
}

/** Whether words name a figure's item. */
export const names = (fact: Fact, words: string): boolean => {
  const folded = foldName(words)
  return namesOf(fact).some((name) => folded.includes(foldName(name)))
}

/** Items that the filing's tables print, to find their names in the words before a figure. */
export class NamedItems {
  private readonly byName = new Map<string, Fact>()

  constructor(tables: readonly Fact[]) {
    for (const fact of tables)
      for (const name of namesOf(fact)) {
        const folded = foldName(name)
        if (folded.length >= SHORTEST && !this.byName.has(folded)) this.byName.set(folded, fact)
      }
  }

  /** 云汀市公共安全局 names no 公共安全支出. */
  private isNamed(name: string, words: string): boolean {
    const at = words.indexOf(name)
    return at >= 0 && !STARTS_AS_ORGAN.test(words.slice(at + name.length))
  }

  /** Whether the words that lead to a figure name an item, and not the one that it was given to. */
  contradict(figure: Fact, words: string): boolean {
    if (words === '' || names(figure, words)) return false
    const folded = foldName(words)
    return [...this.byName.keys()].some((name) => this.isNamed(name, folded))
  }
}

const STARTS_AS_ORGAN = new RegExp(`^${ORGAN_ENDING}`)

/** Shorter names stand inside of other words. */
const SHORTEST = 3
