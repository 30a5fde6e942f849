// Draws the blocks of a page as a PDF, the way an office's word processor sets them.
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { drawTable, type Rules } from './draw-table.js'
import type { Block } from './page-text.js'

const fonts = createRequire(import.meta.url)
const REGULAR = fonts.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
const BOLD = fonts.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf')

const MARGIN = 72
const TEXT_SIZE = 12
const TABLE_SIZE = 9
/** Lines of running text stand this many sizes apart. */
const LEADING = 1.8

/** The blocks of each part begin on a page of their own. */
export function drawPages(parts: Block[][]): Promise<Buffer> {
  const sheet = new Sheet()
  for (const blocks of parts) {
    if (blocks[0]?.kind !== 'page') sheet.draw({ kind: 'page', landscape: false })
    for (const block of blocks) sheet.draw(block)
  }
  return sheet.finish()
}

/** A document under way, with the place where the next block goes. */
export class Sheet {
  y = MARGIN
  private readonly doc = new PDFDocument({
    autoFirstPage: false,
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
  })
  private readonly chunks: Buffer[] = []
  private landscape = false
  private margin = MARGIN
  private indent = 0
  private size: number | undefined
  private widths: number[] = []
  private rules: Rules = { all: true, top: true, bottom: true }

  constructor() {
    this.doc.registerFont('text', REGULAR)
    this.doc.registerFont('bold', BOLD)
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk))
  }

  draw(block: Block): void {
    if (block.kind === 'page') this.page(block.landscape)
    else if (block.kind === 'title') this.centred(block.text)
    else if (block.kind === 'heading') this.paragraph(`**${block.text}**`, this.left, this.left)
    else if (block.kind === 'caption') this.caption(block.left, block.right)
    else if (block.kind === 'table') this.table(block.rows)
    else if (block.kind === 'directive') this.follow(block)
    // A block that is set in as a whole has no further indent in its first line.
    else
      this.paragraph(
        block.text,
        this.left + (this.indent || 2 * (this.size ?? TEXT_SIZE)),
        this.left + this.indent,
      )
  }

  finish(): Promise<Buffer> {
    return new Promise((done) => {
      this.doc.on('end', () => done(Buffer.concat(this.chunks)))
      this.doc.end()
    })
  }

  get left(): number {
    return this.margin
  }

  get right(): number {
    return this.doc.page.width - this.margin
  }

  get bottom(): number {
    return this.doc.page.height - MARGIN
  }

  /** A new page of the same kind. */
  goOn(): void {
    this.page(this.landscape)
  }

  write(text: string, x: number, y: number, size: number, bold = false): void {
    this.font(size, bold).text(text, x, y, { lineBreak: false })
  }

  widthOf(text: string, size: number, bold = false): number {
    return this.font(size, bold).widthOfString(text)
  }

  rule(x0: number, y0: number, x1: number, y1: number): void {
    this.doc.lineWidth(0.6).moveTo(x0, y0).lineTo(x1, y1).stroke()
  }

  private font(size: number, bold: boolean) {
    return this.doc.font(bold ? 'bold' : 'text').fontSize(size)
  }

  private page(landscape: boolean): void {
    this.landscape = landscape
    this.doc.addPage({ size: 'A4', layout: landscape ? 'landscape' : 'portrait', margin: 0 })
    this.y = MARGIN
  }

  private centred(text: string): void {
    const size = (this.size ?? TEXT_SIZE) + 4
    const width = this.widthOf(text, size, true)
    if (width > this.right - this.left) throw new Error(`does not fit in one line; write two titles: ${text}`)
    this.write(text, (this.left + this.right - width) / 2, this.y, size, true)
    this.y += size * LEADING
  }

  private caption(left: string, right: string): void {
    const size = this.size ?? TABLE_SIZE
    this.write(left, this.left, this.y, size)
    this.write(right, this.right - this.widthOf(right, size), this.y, size)
    this.y += size * LEADING
  }

  /** Wrapped by characters; numbers are not torn, and no line begins with a closing mark. */
  private paragraph(text: string, first: number, left: number): void {
    const size = this.size ?? TEXT_SIZE
    const step = size * LEADING
    let start = first
    let x = first
    let run = ''
    let bold = false
    const flush = () => {
      this.write(run, start, this.y, size, bold)
      run = ''
      start = x
    }
    if (this.y + step > this.bottom) this.goOn()
    for (const word of text.match(/\*\*|[\d.,]*\d%?|[\s\S]/g) ?? []) {
      if (word === '**') {
        flush()
        bold = !bold
        continue
      }
      const width = this.widthOf(word, size, bold)
      if (x + width > this.right && !/^[，。；：、）”]$/.test(word)) {
        flush()
        start = left
        x = left
        this.y += step
        if (this.y + step > this.bottom) this.goOn()
      }
      run += word
      x += width
    }
    flush()
    this.y += step
  }

  private table(rows: string[][]): void {
    drawTable(this, rows, { size: this.size ?? TABLE_SIZE, widths: this.widths, rules: this.rules })
    this.rules = { all: true, top: true, bottom: true }
    this.y += 6
  }

  private follow({ name, numbers, text }: Extract<Block, { kind: 'directive' }>): void {
    const [a = 0, b = 0, c = 0, d = 0] = numbers
    if (name === 'size') this.size = a
    else if (name === 'margin') this.margin = a
    else if (name === 'indent') this.indent = a
    else if (name === 'skip') this.y += a
    else if (name === 'widths') this.widths = numbers
    else if (name === 'no-top-rule') this.rules.top = false
    else if (name === 'no-bottom-rule') this.rules.bottom = false
    else if (name === 'unruled') this.rules.all = false
    else if (name === 'at') this.write(text, a, b, c)
    else this.rule(a, b, c, d)
  }
}
