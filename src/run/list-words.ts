import { EVERY_CHECK } from '../check/index.js'
import type { ListKey, ListWords } from '../lists/index.js'
import { type Language, speaker } from '../locales/index.js'
import { requirementNames } from './report-words.js'

/** The words of the lists in the language of the run, from the rooms that have them. */
export function listWords(language: Language): ListWords {
  const speak = speaker(language)
  const of = language === 'en' ? 'en' : 'zh'
  const asserts = new Map(EVERY_CHECK.map((check) => [check.id, check.asserts[of]]))
  const required = requirementNames()
  return {
    say: (key: ListKey, parts) => speak(`lists.${key}`, parts),
    asserts: (id) => asserts.get(id) ?? '',
    requirement: (id) => required[id]?.[of] ?? id,
    joined: (names) => names.join(language === 'en' ? '; ' : '；'),
  }
}

/** Folders of lists and of annotated copies in an output, in every language. */
export const LISTS_FOLDERS = (['zh-CN', 'en'] as const).flatMap((language) => [
  speaker(language)('lists.folder'),
  speaker(language)('lists.annotated'),
])
