import type { Glyph, Page, Ruling } from '../../src/model/page.js'

/** Draws a page of glyphs and rulings by hand: what a reader would give. */
export class PageDrawing {
  private readonly glyphs: Glyph[] = []
  private readonly rulings: Ruling[] = []

  constructor(
    private readonly number = 1,
    private readonly width = 595,
    private readonly height = 842,
  ) {}

  /** Text from its left end; Han characters as wide as high, others half. */
  text(text: string, x: number, y: number, size = 12, bold = false): this {
    let at = x
    for (const char of text) {
      const advance = /[\u2e80-\uffef]/.test(char) ? size : size / 2
      if (char !== ' ')
        this.glyphs.push({
          text: char,
          page: this.number,
          x0: at,
          x1: at + advance,
          y0: y,
          y1: y + size,
          size,
          bold,
          confidence: 1,
        })
      at += advance
    }
    return this
  }

  line(x0: number, y0: number, x1: number, y1: number): this {
    const across = y0 === y1
    this.rulings.push({
      direction: across ? 'horizontal' : 'vertical',
      at: across ? y0 : x0,
      from: across ? Math.min(x0, x1) : Math.min(y0, y1),
      to: across ? Math.max(x0, x1) : Math.max(y0, y1),
      thickness: 0.5,
    })
    return this
  }

  /** A full grid with the given column and row edges, and its texts row by row. */
  grid(xs: number[], ys: number[], rows: string[][], size = 9): this {
    for (const y of ys) this.line(xs[0]!, y, xs.at(-1)!, y)
    for (const x of xs) this.line(x, ys[0]!, x, ys.at(-1)!)
    rows.forEach((cells, r) => {
      cells.forEach((cell, c) => {
        if (cell) this.text(cell, xs[c]! + 3, (ys[r]! + ys[r + 1]!) / 2 - size / 2, size)
      })
    })
    return this
  }

  page(): Page {
    return {
      number: this.number,
      width: this.width,
      height: this.height,
      glyphs: this.glyphs,
      rulings: this.rulings,
      pictures: [],
      hidden: [],
      method: 'text',
    }
  }
}
