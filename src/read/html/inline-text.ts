/** Characters without a shape: byte order marks, soft hyphens, direction marks, controls. */
const SHAPELESS = /(?![\t\n\r\f])[\p{Cc}\p{Cf}\u2028\u2029]/gu
/** Spaces that HTML folds; no-break and full-width spaces stand as they are. */
const FOLDED = /[ \t\n\r\f]+/g
/** Spaces that stand: a paragraph that begins with two Han characters' worth of them is set in. */
const STANDING = /^[\u00a0\u2000-\u200a\u3000 ]+/
/** A gap that layout takes for the space between two words (widths in set.ts): wider than one Han character. */
export const WORD_SPACE = '\u3000 '

/** One line of text as the page breaks it, with how many of its characters are bold. */
export interface TextLine {
  text: string
  bold: number
  /** Width of the spaces before the text, in characters. */
  indent: number
}

/** Collects the text of inline elements to lines: elements join without a space, white space folds. */
export class InlineText {
  private lines: TextLine[] = [{ text: '', bold: 0, indent: 0 }]
  private pending: '' | 'edge' | 'inside' = ''

  add(source: string, bold: boolean, keepsBreaks: boolean): void {
    const parts = keepsBreaks ? source.split(/\r?\n/) : [source]
    parts.forEach((part, i) => {
      if (i > 0) this.break()
      this.addPart(part.replace(SHAPELESS, ''), bold)
    })
  }

  break(): void {
    this.pending = ''
    this.lines.push({ text: '', bold: 0, indent: 0 })
  }

  /** A gap between parts that stand beside each other. */
  gap(): void {
    const line = this.lines.at(-1) as TextLine
    if (line.text !== '') line.text += WORD_SPACE
    this.pending = ''
  }

  /** The lines so far, without spaces at both ends; blank lines stay, they part paragraphs. */
  take(): TextLine[] {
    const lines = this.lines.map((line) => {
      const text = line.text.trimEnd()
      const spaces = STANDING.exec(text)?.[0] ?? ''
      return { ...line, text: text.slice(spaces.length), indent: spaceWidth(spaces) }
    })
    this.lines = [{ text: '', bold: 0, indent: 0 }]
    this.pending = ''
    return lines.some((l) => l.text !== '') ? lines : []
  }

  /**
   * White space inside a text node was typed; at its edge it mostly comes from how the source is laid out, and
   * figures are cut into elements: it shows as a narrow gap, which layout closes between Han characters and digits.
   */
  private addPart(text: string, bold: boolean): void {
    let from = 0
    for (const match of text.matchAll(FOLDED)) {
      this.append(text.slice(from, match.index), bold)
      from = match.index + match[0].length
      const edge = match.index === 0 || from === text.length
      if (!edge) this.pending = 'inside'
      else this.pending ||= 'edge'
    }
    this.append(text.slice(from), bold)
  }

  private append(text: string, bold: boolean): void {
    if (text === '') return
    const line = this.lines.at(-1) as TextLine
    if (this.pending !== '' && line.text !== '') {
      const numbers = this.pending === 'inside' && /\d$/.test(line.text) && /^\d/.test(text)
      line.text += numbers ? WORD_SPACE : ' '
    }
    this.pending = ''
    line.text += text
    if (bold) line.bold += text.length
  }
}

const spaceWidth = (spaces: string): number =>
  [...spaces].reduce((width, c) => width + (c === '\u3000' ? 1 : 0.5), 0)
