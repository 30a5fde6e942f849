import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { type Cell, type Figure, type HeadCell, Paper, raw, type TableOptions } from './paper.js'

const fonts = createRequire(import.meta.url)
const REGULAR = fonts.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
const BOLD = fonts.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf')

/** A file of type, with the name of the face where it holds several. */
export interface Face {
  file: string
  name?: string
}

/** What papers are set in; bold type is the same face where there is no other. */
let faces: { regular: Face; bold: Face } = { regular: { file: REGULAR }, bold: { file: BOLD } }

/** Sets all papers that follow in other type than the samples. */
export function setIn(face: Face): void {
  faces = { regular: face, bold: face }
}

const MARGIN = 56
const ROW = 19

/** A paper drawn on pages. */
export class PdfPaper extends Paper {
  readonly extension = 'pdf'
  private readonly doc
  private readonly chunks: Buffer[] = []
  private y = MARGIN

  constructor(seed: string) {
    super()
    const date = new Date(Date.UTC(2026, 0, 1))
    this.doc = new PDFDocument({
      autoFirstPage: false,
      info: { Title: seed, CreationDate: date, ModDate: date },
      compress: true,
    })
    this.doc.registerFont('text', faces.regular.file, faces.regular.name)
    this.doc.registerFont('bold', faces.bold.file, faces.bold.name)
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk))
  }

  finish(): Promise<Buffer> {
    return new Promise((done) => {
      this.doc.on('end', () => done(Buffer.concat(this.chunks)))
      this.doc.end()
    })
  }

  newPage(landscape = false): void {
    this.doc.addPage({ size: 'A4', layout: landscape ? 'landscape' : 'portrait', margin: 0 })
    this.page++
    this.y = MARGIN
    const text = `- ${this.page} -`
    this.doc.font('text').fontSize(9)
    this.write(text, (this.width - this.doc.widthOfString(text)) / 2, this.doc.page.height - 34, 9)
  }

  /** Centred line; for covers and titles. */
  centred(text: string, size: number, bold = true, gap = 10): void {
    this.doc.font(bold ? 'bold' : 'text').fontSize(size)
    this.write(text, (this.width - this.doc.widthOfString(text)) / 2, this.y, size, bold)
    this.y += size * 1.4 + gap
  }

  skip(points: number): void {
    this.y += points
  }

  heading(level: number, number: string, title: string): void {
    this.room(40)
    this.truth.sections.push({ level, number, title, page: this.page })
    this.doc.font('bold').fontSize(13)
    // Parts and unnumbered titles stand in the middle, numbered headings at the margin.
    if (number === '' || number.startsWith('第')) this.centred(`${number} ${title}`.trim(), 16)
    else {
      this.write(`${number}${title}`, MARGIN + 26, this.y, 13, true)
      this.y += 25
    }
  }

  /** Running text with figures in it, wrapped by characters; numbers are not torn. */
  prose(parts: (string | Figure)[], unit = '万元'): void {
    const size = 12
    this.doc.font('text').fontSize(size)
    let x = MARGIN + 2 * size
    const right = this.width - MARGIN
    this.room(26)
    for (const part of parts) {
      const figure = typeof part === 'string' ? undefined : part
      const text = figure ? raw(figure) : (part as string)
      const words = figure ? [text] : (text.match(/[\d.,]+|[\s\S]/g) ?? [])
      for (const word of words) {
        const width = this.doc.widthOfString(word)
        if (x + width > right && !/^[，。；、：）”]$/.test(word)) {
          x = MARGIN
          this.y += 23
          this.room(26)
          this.doc.font('text').fontSize(size)
        }
        if (figure) this.note(figure, text, unit, 'prose')
        this.write(word, x, this.y, size)
        x += width
      }
    }
    this.y += 27
  }

  /** A ruled table; breaks over pages with or without its header. */
  table(o: TableOptions): void {
    this.newPage(o.landscape ?? true)
    const size = o.size ?? 9
    const total = o.widths.reduce((a, b) => a + b)
    const left = (this.width - total) / 2
    const xs = [left]
    for (const w of o.widths) xs.push((xs.at(-1) as number) + w)
    if (o.marker) {
      this.write(o.marker, left, this.y, 10)
      this.y += 16
    }
    this.centred(o.title, 15, true, 4)
    const unitText = o.unit ? `单位：${o.unit}` : ''
    this.doc.font('text').fontSize(10)
    if (o.left) this.write(o.left, left, this.y, 10)
    this.write(unitText, xs.at(-1)! - this.doc.widthOfString(unitText), this.y, 10)
    this.y += 17
    const first = this.page
    this.head(o.head, xs, size)
    o.rows.forEach((cells, r) => {
      if (this.y + ROW > this.doc.page.height - 52) {
        this.newPage(o.landscape ?? true)
        if (o.repeatHead) this.head(o.head, xs, size)
      }
      this.row(cells, xs, size, o.spans?.get(r) ?? 1, o.unit)
    })
    this.truth.tables.push({
      title: o.title,
      unit: o.unit,
      page_first: first,
      page_last: this.page,
      empty: o.noFigures ?? false,
    })
    if (o.note) {
      this.y += 5
      this.write(o.note, left, this.y, 10)
      this.y += 18
    }
  }

  private get width(): number {
    return this.doc.page.width
  }

  private room(points: number): void {
    if (this.y + points > this.doc.page.height - 52) this.newPage(this.width > this.doc.page.height)
  }

  private write(text: string, x: number, y: number, size: number, bold = false): void {
    this.doc
      .font(bold ? 'bold' : 'text')
      .fontSize(size)
      .text(text, x, y, { lineBreak: false })
  }

  private head(head: HeadCell[][], xs: number[], size: number): void {
    const taken = head.map(() => new Array<boolean>(xs.length - 1).fill(false))
    head.forEach((cells, r) => {
      let c = 0
      for (const cell of cells) {
        while (taken[r]![c]) c++
        const columns = cell.columns ?? 1
        const rows = cell.rows ?? 1
        for (let i = r; i < r + rows; i++) for (let j = c; j < c + columns; j++) taken[i]![j] = true
        this.cell(
          cell.text,
          xs[c]!,
          this.y + r * ROW,
          xs[c + columns]!,
          this.y + (r + rows) * ROW,
          size,
          'center',
          true,
        )
        c += columns
      }
    })
    this.y += head.length * ROW
  }

  private row(cells: Cell[], xs: number[], size: number, span: number, unit: string): void {
    let c = 0
    cells.forEach((cell, i) => {
      const columns = i === 0 ? span : 1
      const text = cell === null ? '' : typeof cell === 'string' ? cell : raw(cell)
      const align =
        typeof cell === 'object' && cell !== null ? 'right' : i === 0 && span > 1 ? 'center' : 'left'
      this.cell(text, xs[c]!, this.y, xs[c + columns]!, this.y + ROW, size, align)
      if (cell !== null && typeof cell === 'object') this.note(cell, text, unit, 'table')
      c += columns
    })
    this.y += ROW
  }

  private cell(
    text: string,
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    size: number,
    align: 'left' | 'right' | 'center',
    bold = false,
  ): void {
    this.doc
      .lineWidth(0.6)
      .rect(x0, y0, x1 - x0, y1 - y0)
      .stroke()
    if (!text) return
    this.doc.font(bold ? 'bold' : 'text').fontSize(size)
    const lines = this.wrapped(text, x1 - x0 - 5)
    const small = lines.length > 1 ? Math.min(size, (y1 - y0 - 2) / lines.length / 1.15) : size
    this.doc.fontSize(small)
    lines.forEach((line, i) => {
      const width = this.doc.widthOfString(line)
      const x = align === 'right' ? x1 - 3 - width : align === 'center' ? (x0 + x1 - width) / 2 : x0 + 3
      const height = small * 1.15
      this.write(
        line,
        x,
        (y0 + y1) / 2 - (lines.length * height) / 2 + i * height - small * 0.14,
        small,
        bold,
      )
    })
  }

  private wrapped(text: string, width: number): string[] {
    const lines: string[] = []
    let line = ''
    for (const char of text) {
      if (line && this.doc.widthOfString(line + char) > width) {
        lines.push(line)
        line = ''
      }
      line += char
    }
    return [...lines, line]
  }
}
