/** Characters that do something to a terminal or turn text around instead of showing; line ends and tabs are no part of it. */
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const LINE_ENDS = /[\t\n\r\u2028\u2029]/g

/** Text for a person, in which such characters show as what they are: `\x1b`, `\u202e`. */
export const shown = (text: string): string => text.replace(UNSEEN, escaped)

/** The name of a file, which is one line besides. */
export const shownName = (name: string): string => shown(name).replace(LINE_ENDS, escaped)

function escaped(character: string): string {
  const code = character.charCodeAt(0)
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`
}
