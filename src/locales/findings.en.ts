import type { zhSentences } from './findings.zh-CN.js'

/** Sentences of findings, one for each code of the Chinese ones. */
export const enSentences: Readonly<Record<keyof typeof zhSentences, string>> = {}
