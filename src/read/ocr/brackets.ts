import type { ReadCharacter } from './engine.js'
import { settledAs } from './settled.js'

const WIDE: Readonly<Record<string, string>> = { '(': '（', ')': '）' }
const HAN = /\p{Script=Han}/u

/**
 * Brackets around Chinese words as Chinese type has them: a recognizer does not tell wide ones from narrow ones, and the
 * name of an organization is the same name with either. Around figures they stay as they were read.
 */
export const settleBrackets = (line: readonly ReadCharacter[]): ReadCharacter[] =>
  line.map((c, i) => {
    const wide = WIDE[c.text]
    const within = line[c.text === '(' ? i + 1 : i - 1]
    return wide && within && HAN.test(within.text) ? settledAs(c, wide) : c
  })
