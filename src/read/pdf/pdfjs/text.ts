import type { Box } from '../../../model/geometry.js'
import { ASCENT, drawsNothing, type ReadGlyphs, seen, settleHeight } from '../characters.js'
import { IDENTITY, type Matrix, multiply, scaleOf, transformBox } from '../page-space.js'
import type { Font, RawGlyph } from './fonts.js'
import type { State } from './state.js'

/** Render modes of PDF that matter here. */
const FILL_AND_STROKE = 2
const INVISIBLE = 3

/** ﬀ to ﬆ: several letters in one character, which nobody searches for. */
const LIGATURES = /[\ufb00-\ufb06]/g

/** Follows the text operators of a page and writes down every character with its box. */
export class TextWriter {
  readonly read: ReadGlyphs = { visible: [], hidden: [], unmapped: 0 }
  private matrix = IDENTITY
  private line = IDENTITY

  constructor(
    private readonly fonts: Map<string, Font>,
    private readonly bounds: Box,
    private readonly page: number,
  ) {}

  setMatrix(matrix: Matrix): void {
    this.matrix = matrix
    this.line = matrix
  }

  moveLine(x: number, y: number): void {
    this.line = multiply({ ...IDENTITY, e: x, f: y }, this.line)
    this.matrix = this.line
  }

  /** Draws codes of the state's font; numbers between them are gaps in thousandths of an em. */
  show(items: (RawGlyph | number | null)[], state: State): void {
    const font = this.fonts.get(state.font)
    if (!font) return
    const { fontSize, stretch } = state
    for (const item of items) {
      if (item === null) continue
      if (typeof item === 'number') {
        this.advance(font, (-item / 1000) * fontSize, stretch)
        continue
      }
      this.draw(item, font, state)
      const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0)
      const along = font.vertical ? verticalOf(item, font).advance : item.width * font.unit
      this.advance(font, along * fontSize + spacing, stretch)
    }
  }

  private advance(font: Font, by: number, stretch: number): void {
    const step = font.vertical ? { ...IDENTITY, f: by } : { ...IDENTITY, e: by * stretch }
    this.matrix = multiply(step, this.matrix)
  }

  private draw(raw: RawGlyph, font: Font, state: State): void {
    const characters = [...raw.unicode.replace(LIGATURES, (sign) => sign.normalize('NFKC'))]
    const scale = { a: state.fontSize * state.stretch, b: 0, c: 0, d: state.fontSize, e: 0, f: state.rise }
    const toView = multiply(scale, multiply(this.matrix, state.matrix))
    const size = scaleOf(toView)
    const across = Math.abs(toView.a) >= Math.abs(toView.b)
    const width = raw.width * font.unit
    // Several characters in one sign share its width.
    for (const [i, text] of characters.entries()) {
      if (drawsNothing(text.codePointAt(0) as number)) continue
      const left = (width * i) / characters.length
      const right = (width * (i + 1)) / characters.length
      const box = font.vertical
        ? uprightBox(toView, verticalOf(raw, font))
        : transformBox(toView, left, font.descent, right, font.ascent)
      if (across) settleHeight(box, size, () => toView.f)
      const glyph = { text, page: this.page, ...box, size, bold: isBold(font, state), confidence: 1 }
      if (!this.isSeen(glyph, state)) this.read.hidden.push(glyph)
      else {
        this.read.visible.push(glyph)
        if (!font.names(raw.originalCharCode)) this.read.unmapped++
      }
    }
  }

  private isSeen(box: Box, { renderMode, clip }: State): boolean {
    return renderMode !== INVISIBLE && seen(box, this.bounds) && (!clip || seen(box, clip))
  }
}

// Fill and stroke is how office suites fake bold type.
const isBold = (font: Font, state: State): boolean => font.bold || state.renderMode === FILL_AND_STROKE

/** Advance and origin of a character that stands below the one before, in ems. */
function verticalOf(raw: RawGlyph, font: Font): { advance: number; x: number; y: number } {
  const [advance, x, y] = raw.vmetric ?? (font.vertical as number[])
  const unit = font.unit
  return { advance: advance! * unit, x: x! * unit, y: y! * unit }
}

/** The em around a character's baseline, which lies below the origin of vertical text. */
const uprightBox = (toView: Matrix, { x, y }: { x: number; y: number }): Box =>
  transformBox(toView, -x, ASCENT - 1 - y, 1 - x, ASCENT - y)
