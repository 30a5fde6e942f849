import type { Extracted, Fact } from '../model/filing.js'
import { isMeaningDoubtful } from '../model/reading.js'
import { type Classification, isOneOf, type PrintedCode, printedCode } from './codes.js'

/** Names of the codes are known from this year on, as YS-CODE-NAME asks them. */
const KNOWN_FROM = 2018
/** Of a name with a misread character so much is still read as it is printed. */
const ALIKE = 0.75

/**
 * Whether nothing speaks against a figure's meaning: what adds up with it proves an amount, not what the amount is of.
 * Its code has to bear its own name, and what was recognized has to be legible.
 */
export function hasMeaning({ fiscal_year }: Pick<Extracted, 'fiscal_year'>): (fact: Fact) => boolean {
  const year = Number(fiscal_year)
  const known = new Map<string, boolean>()
  return (fact) => {
    if (isMeaningDoubtful(fact)) return false
    return printedCode(fact).every((printed) => {
      const key = `${printed.classification.title}|${printed.code}|${printed.name}|${fact.method}`
      const before = known.get(key)
      if (before !== undefined) return before
      const bears = bearsItsName(printed, year)
      known.set(key, bears)
      return bears
    })
  }
}

function bearsItsName({ classification, code, name, fact }: PrintedCode, year: number): boolean {
  const official = classification.name(code)?.names
  // A text layer prints what it means, a code of its place and a project's own words too; a recognizer may be wrong.
  if (!official) return fact.method !== 'ocr'
  if (name === '' || isOneOf(name, official)) return true
  if (fact.method === 'ocr') return official.some((o) => isAlike(name, o))
  return year < KNOWN_FROM || !isOfAnother(classification, name, code, year)
}

const isOfAnother = ({ codes }: Classification, name: string, code: string, year: number): boolean =>
  codes(name, { year, level: code.length as 3 | 5 | 7 }).some((e) => isOneOf(name, [e.name]))

/** As long, most characters the same; or one cut off. */
function isAlike(read: string, official: string): boolean {
  if (official.startsWith(read) || read.startsWith(official)) return true
  const printed = [...official]
  const same = [...read].filter((c, i) => c === printed[i]).length
  return [...read].length === printed.length && same >= ALIKE * printed.length
}
