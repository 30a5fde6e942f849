// Takes a message code and its parts, gives the words for people: Chinese first, English beside it.
// The only place for words: rooms speak in codes.

import { shown } from '../model/shown.js'
import { en } from './en.js'
import { type MessageKey, zhCN } from './zh-CN.js'

export type Language = 'zh-CN' | 'en'
export type { MessageKey } from './zh-CN.js'

export type Speak = (key: MessageKey, parts?: Record<string, string | number>) => string

/** Words of one language; parts in braces are filled in. */
export const speaker =
  (language: Language): Speak =>
  (key, parts = {}) =>
    (language === 'en' ? en : zhCN)[key].replace(/\{([\w-]+)\}/g, (whole, name: string) =>
      name in parts ? shown(String(parts[name])) : whole,
    )

/** Words for stable codes, each with an optional detail after a colon: `pages-unread: 3-5; no-facts`. */
export function wordsOf(speak: Speak, message: string): string {
  if (message === '') return ''
  const [first, ...more] = message.split(/; (?=[a-z-]+(?:: |; |$))/)
  if (more.length > 0) return [first as string, ...more].map((one) => wordsOf(speak, one)).join(' ')
  const [code, detail = ''] = message.split(/: (.*)/s)
  // Some details have a sentence of their own.
  const key = [`message.${code}.${detail}`, `message.${code}`].find((k) => k in zhCN)
  return key ? speak(key as MessageKey, { detail }) : message
}
