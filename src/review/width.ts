/** Columns a text takes on a terminal: Han and full-width characters take two. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const char of text) columns += isWide(char.codePointAt(0) as number) ? 2 : 1
  return columns
}

const isWide = (c: number): boolean =>
  (c >= 0x1100 && c <= 0x115f) ||
  (c >= 0x2e80 && c <= 0xa4cf) ||
  (c >= 0xac00 && c <= 0xd7a3) ||
  (c >= 0xf900 && c <= 0xfaff) ||
  (c >= 0xfe30 && c <= 0xfe6f) ||
  (c >= 0xff00 && c <= 0xff60) ||
  (c >= 0xffe0 && c <= 0xffe6) ||
  c >= 0x20000

/** Fills up with spaces to a width in columns. */
export const padded = (text: string, columns: number, right = false): string => {
  const fill = ' '.repeat(Math.max(0, columns - columnsOf(text)))
  return right ? fill + text : text + fill
}

/** Cuts a text to a width in columns; `…` shows that something is missing. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let out = ''
  for (const char of text) {
    if (columnsOf(out) + columnsOf(char) > columns - 1) break
    out += char
  }
  return `${out}…`
}

/** What no line ends between: a word or one Han character, with the marks that open before and close after it. */
const PIECE = /[（“《]*(?:\p{sc=Han}|[^\s\p{sc=Han}，。；：、！？）”》（“《]+)?[，。；：、！？）”》]*\s*/gu

/** Breaks a text into lines of at most so many columns, at spaces and between Han characters. */
export function wrapped(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((whole) => {
      const lines: string[] = []
      let line = ''
      for (const piece of whole.match(PIECE) ?? []) {
        if (line.trim() !== '' && columnsOf(line + piece.trimEnd()) > columns) {
          lines.push(line.trimEnd())
          line = ''
        }
        line += piece
      }
      return [...lines, line.trimEnd()]
    })
    .join('\n')
}
