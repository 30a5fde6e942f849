import type { Finding } from '../model/filing.js'
import type { SaidPart } from '../model/saying.js'
import { enSentences } from './findings.en.js'
import { zhSentences } from './findings.zh-CN.js'
import type { Language } from './index.js'

/** A sentence, or a part of one, in words; what has no words in `locales/` is a defect. */
export function inWords(language: Language, part: SaidPart): string {
  if (typeof part === 'string' || typeof part === 'number') return String(part)
  if (isList(part)) return part.map((p) => inWords(language, p)).join(SEPARATOR[language])
  const words: Readonly<Record<string, string>> = language === 'en' ? enSentences : zhSentences
  const sentence = words[part.code]
  if (sentence === undefined) throw new Error(`locales/ have no words for ${part.code}`)
  return sentence.replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const value = part.parts[name]
    return value === undefined ? whole : inWords(language, value)
  })
}

const SEPARATOR: Readonly<Record<Language, string>> = { 'zh-CN': '、', en: ', ' }

const isList = (part: SaidPart): part is readonly SaidPart[] => Array.isArray(part)

/** A finding with its message in words. */
export const worded = <F extends Pick<Finding, 'said' | 'message'>>(finding: F, language: Language): F => ({
  ...finding,
  message: finding.said.map((part) => inWords(language, part)).join(language === 'en' ? ' ' : ''),
})
