import {
  type CodeEntry,
  type CodeQuery,
  economyCodes,
  economyName,
  functionCodes,
  functionName,
  governmentEconomyCodes,
  governmentEconomyName,
} from '../../catalogue/index.js'

export interface NameQuery {
  /** Only codes below this one. */
  parent?: string
  level?: 3 | 5 | 7
  /** Also names that begin with this one: cells cut long names off. */
  beginning?: boolean
  /** Also names that end with this one: texts leave out whose it is. */
  ending?: boolean
}

/** What extraction asks the classification: a printed name, in this filing's year, to its codes. */
export interface CodeBook {
  functionCodes(name: string, query?: NameQuery): string[]
  /** Department economic codes (30x). */
  economyCodes(name: string, query?: NameQuery): string[]
  /** Government economic codes (50x). */
  governmentCodes(name: string, query?: NameQuery): string[]
  /** Whether the year's classifications have this code. */
  has(code: string): boolean
  /** Whether the classifications of any year have it. */
  isCode(code: string): boolean
  /** Whether it is a code with this name. */
  isNamed(code: string, name: string): boolean
  /** Whether it is a name of other codes of its classification alone; a local code may bear that of the one above it. */
  isOfAnother(code: string, name: string): boolean
}

/** The catalogue's codes of a year; names that only other years know still resolve (old names live on in forms). */
export function codeBook(year: number): CodeBook {
  const ask = (find: (name: string, query: CodeQuery) => CodeEntry[]) => {
    const known = new Map<string, string[]>()
    return (name: string, query: NameQuery = {}) => {
      const key = `${name}|${query.parent ?? ''}|${query.level ?? ''}|${query.beginning ?? ''}|${query.ending ?? ''}`
      const before = known.get(key)
      if (before) return before
      const whole = name.replace(/社保/g, '社会保障')
      const own = find(whole, { ...query, year })
      const codes = [...new Set((own.length > 0 ? own : find(whole, query)).map((e) => e.code))]
      known.set(key, codes)
      return codes
    }
  }
  const book = {
    functionCodes: ask(functionCodes),
    economyCodes: ask(economyCodes),
    governmentCodes: ask(governmentEconomyCodes),
  }
  // The first digit tells the classification: 2 functions, 3 the department's economic codes, 5 the government's.
  const classification = (code: string) =>
    code.startsWith('2')
      ? { name: functionName, codes: book.functionCodes }
      : code.startsWith('3')
        ? { name: economyName, codes: book.economyCodes }
        : { name: governmentEconomyName, codes: book.governmentCodes }
  const isCode = (code: string): boolean => classification(code).name(code) !== undefined
  return {
    ...book,
    has: (code) => classification(code).name(code, year) !== undefined,
    isCode,
    isNamed: (code, name) => name !== '' && classification(code).codes(name).includes(code),
    isOfAnother: (code, name) => {
      if (name === '') return false
      const codes = classification(code).codes(name)
      const isOwn = (other: string): boolean => other === code || (!isCode(code) && code.startsWith(other))
      return codes.length > 0 && !codes.some(isOwn)
    },
  }
}
