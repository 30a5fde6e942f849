import stringWidth from 'string-width'

/** Columns a text takes on a terminal: Han and full-width characters take two. */
export const columnsOf = (text: string): number => stringWidth(text)

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
