import { concepts, requirements } from '../catalogue/index.js'
import type { Finding } from '../model/filing.js'
import type { SaidPart, Saying } from '../model/saying.js'
import { enSentences } from './findings.en.js'
import { zhSentences } from './findings.zh-CN.js'
import type { Language } from './index.js'

/** A sentence, or a part of one, in words; what has no words in `locales/` is a defect. */
export function inWords(language: Language, part: SaidPart): string {
  if (typeof part === 'string' || typeof part === 'number') return String(part)
  if (isList(part)) return part.map((p) => inWords(language, p)).join(SEPARATOR[language])
  const sentence = sentenceFor(language, part.code)
  if (sentence === undefined) throw new Error(`locales/ have no words for ${part.code}`)
  // What is quoted is printed, and may hold quotes itself.
  return sentence.replace(/“[^“”]*”|\{[\w-]+\}/g, (piece) =>
    piece.startsWith('“')
      ? `“${filled(piece.slice(1, -1), part, language).replaceAll('“', '‘').replaceAll('”', '’')}”`
      : filled(piece, part, language),
  )
}

const filled = (words: string, { parts }: Saying, language: Language): string =>
  words.replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const value = parts[name]
    return value === undefined ? whole : inWords(language, value)
  })

/** Names of concepts and of what has to be published stand in the catalogue. */
function sentenceFor(language: Language, code: string): string | undefined {
  const words: Readonly<Record<string, string>> = language === 'en' ? enSentences : zhSentences
  const concept = /^concept\.(.+)$/.exec(code)?.[1]
  const requirement = /^requirement\.(.+)$/.exec(code)?.[1]
  if (requirement !== undefined) return requirementNamed(requirement)?.[language === 'en' ? 'en' : 'zh']
  if (concept === undefined) return words[code]
  return language === 'en' ? concept.replace(/[.-]/g, ' ') : (concepts().get(concept)?.label ?? concept)
}

const requirementNamed = (id: string) => requirements().find((r) => r.id === id)?.what

const SEPARATOR: Readonly<Record<Language, string>> = { 'zh-CN': '、', en: ', ' }

const isList = (part: SaidPart): part is readonly SaidPart[] => Array.isArray(part)

/** Whether all of it has words; an output of an earlier version may say what nothing says any more. */
function isKnown(part: SaidPart): boolean {
  if (typeof part === 'string' || typeof part === 'number') return true
  if (isList(part)) return part.every(isKnown)
  return sentenceFor('zh-CN', part.code) !== undefined && Object.values(part.parts).every(isKnown)
}

type Spoken = Pick<Finding, 'said' | 'message'>

/** A finding with its message in words; one without its codes keeps the words it has. */
export const worded = <F extends Spoken>(finding: F, language: Language): F =>
  finding.said.length === 0 || (finding.message !== '' && !finding.said.every(isKnown))
    ? finding
    : {
        ...finding,
        message: finding.said
          .map((part) => inWords(language, part))
          .map((words) => (language === 'en' ? capitalized(words) : words))
          .join(language === 'en' ? ' ' : ''),
      }

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
