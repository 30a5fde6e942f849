import {
  type CodeEntry,
  type CodeQuery,
  economyCodes,
  functionCodes,
  governmentEconomyCodes,
} from '../../catalogue/index.js'

export interface NameQuery {
  /** Only codes below this one. */
  parent?: string
  level?: 3 | 5 | 7
  /** Also names that begin with this one: cells cut long names off. */
  beginning?: boolean
}

/** What extraction asks the classification: a printed name, in this filing's year, to its codes. */
export interface CodeBook {
  functionCodes(name: string, query?: NameQuery): string[]
  /** Department economic codes (30x). */
  economyCodes(name: string, query?: NameQuery): string[]
  /** Government economic codes (50x). */
  governmentCodes(name: string, query?: NameQuery): string[]
}

/** The catalogue's codes of a year; names that only other years know still resolve (old names live on in forms). */
export function codeBook(year: number): CodeBook {
  const ask = (find: (name: string, query: CodeQuery) => CodeEntry[]) => {
    const known = new Map<string, string[]>()
    return (name: string, query: NameQuery = {}) => {
      const key = `${name}|${query.parent ?? ''}|${query.level ?? ''}|${query.beginning ?? ''}`
      const before = known.get(key)
      if (before) return before
      const whole = name.replace(/社保/g, '社会保障')
      const own = find(whole, { ...query, year })
      const codes = [...new Set((own.length > 0 ? own : find(whole, query)).map((e) => e.code))]
      known.set(key, codes)
      return codes
    }
  }
  return {
    functionCodes: ask(functionCodes),
    economyCodes: ask(economyCodes),
    governmentCodes: ask(governmentEconomyCodes),
  }
}
