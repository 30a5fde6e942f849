import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { reportEn } from '../locales/report.en.js'
import { type ReportKey, reportZh } from '../locales/report.zh-CN.js'
import type { Words } from '../model/report.js'

export type Language = 'zh-CN' | 'en'

/** Says what the report says, in the language that is chosen. */
export interface Voice {
  language: Language
  say: (key: ReportKey, parts?: Record<string, string | number>) => string
  /** A code's word where it has one, else the code itself. */
  name: (group: string, code: string) => string
  /** Of words in both languages those that are read; the Chinese ones where there are no others. */
  read: (words: Words | undefined) => string
}

export function voiceOf(language: Language): Voice {
  const words: Readonly<Record<string, string>> = language === 'en' ? reportEn : reportZh
  return {
    language,
    say: (key, parts = {}) =>
      (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, part: string) => String(parts[part] ?? whole)),
    name: (group, code) => words[`${group}.${code}`] ?? code,
    read: (both) => (language === 'en' ? both?.en || both?.zh : both?.zh) ?? '',
  }
}

export const VoiceContext = createContext<Voice>(voiceOf('zh-CN'))
export const useVoice = (): Voice => useContext(VoiceContext)
