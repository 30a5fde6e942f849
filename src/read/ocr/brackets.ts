import type { ReadCharacter } from './engine.js'
import { settledAs } from './settled.js'

const WIDE: Readonly<Record<string, string>> = { '(': '（', ')': '）' }
const OPENING = /[(（]/
const CLOSING = /[)）]/
/** The one stroke of 一 between brackets was not seen; as likely wrong as right. */
const LOST = 0.5
/** Between brackets with nothing in them is less room, share of their height. */
const ROOM = 0.4
const HAN = /\p{Script=Han}/u

/**
 * Brackets around Chinese words as Chinese type has them: a recognizer does not tell wide ones from narrow ones, and the
 * name of an organization is the same name with either. Around figures they stay as they were read. One bracket read twice
 * is one, and a line that opens with empty ones counts: （一）.
 */
export const settleBrackets = (line: readonly ReadCharacter[]): ReadCharacter[] =>
  numbered(line.filter((c, i) => !(OPENING.test(c.text) && OPENING.test(line[i - 1]?.text ?? '')))).map(
    widened,
  )

const widened = (c: ReadCharacter, i: number, line: readonly ReadCharacter[]): ReadCharacter => {
  const wide = WIDE[c.text]
  const within = line[c.text === '(' ? i + 1 : i - 1]
  return wide && within && HAN.test(within.text) ? settledAs(c, wide) : c
}

function numbered(line: readonly ReadCharacter[]): readonly ReadCharacter[] {
  const [open, close, behind] = line
  if (!open || !close || !behind) return line
  const isEmpty = OPENING.test(open.text) && CLOSING.test(close.text) && HAN.test(behind.text)
  if (!isEmpty || close.x0 - open.x1 < ROOM * (open.y1 - open.y0)) return line
  const lost = { ...open, text: '一', confidence: LOST, alternatives: [], x0: open.x1, x1: close.x0 }
  return [open, lost, ...line.slice(1)]
}
