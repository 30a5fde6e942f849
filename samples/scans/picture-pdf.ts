import PDFDocument from 'pdfkit'
import type { Encoded } from './encode.js'

/** A page that is one picture. */
export interface PicturePage {
  /** Points. */
  width: number
  height: number
  picture: Encoded
  /** Pixels of the picture that the page shows, from the top left: the rest is padding. */
  columns: number
  rows: number
}

/** What pdfkit hands out and its types leave out. */
interface Reference {
  end(bytes: Buffer): void
}

/** A PDF of pictures alone; the same pages give the same bytes. */
export class PicturePdf {
  private readonly date = new Date(Date.UTC(2026, 0, 1))
  private readonly chunks: Buffer[] = []
  private readonly doc = new PDFDocument({
    autoFirstPage: false,
    info: { CreationDate: this.date, ModDate: this.date },
  })

  constructor() {
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk))
  }

  add({ width, height, picture, columns, rows }: PicturePage): void {
    this.doc.addPage({ size: [width, height], margin: 0 })
    const image = this.doc.ref({
      Type: 'XObject',
      Subtype: 'Image',
      Width: picture.width,
      Height: picture.height,
      BitsPerComponent: picture.filter === 'CCITTFaxDecode' ? 1 : 8,
      ColorSpace: picture.channels === 1 ? 'DeviceGray' : 'DeviceRGB',
      Filter: picture.filter,
      ...(picture.filter === 'CCITTFaxDecode'
        ? { DecodeParms: { K: -1, Columns: picture.width, Rows: picture.height } }
        : {}),
    }) as unknown as Reference
    image.end(picture.bytes)
    ;(this.doc.page as unknown as { xobjects: Record<string, unknown> }).xobjects.Scan = image
    const wide = (picture.width / columns) * width
    const high = (picture.height / rows) * height
    // pdfkit's own coordinates run downwards: the picture is put upright again, its top at the top of the page.
    this.doc.addContent(`q ${wide} 0 0 ${-high} 0 ${high} cm /Scan Do Q`)
  }

  finish(): Promise<Buffer> {
    return new Promise((done) => {
      this.doc.on('end', () => done(Buffer.concat(this.chunks)))
      this.doc.end()
    })
  }
}
