import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Encoded } from './encode.js'

/** A picture where it stands on a page. */
export interface PlacedPicture {
  picture: Encoded
  /** Pixels of the picture that are shown, from the top left: the rest is padding. */
  columns: number
  rows: number
  /** Where what is shown stands, points from the top left of the page. */
  x: number
  y: number
  width: number
  height: number
}

/** A character of a text layer, points from the top left; `size` is the height of the type. */
export interface LayerCharacter {
  text: string
  x: number
  y: number
  size: number
  /** Such as scanning programs lay beneath a scan. */
  hidden: boolean
}

/** A page of pictures, and of text on top of them. */
export interface PicturePage {
  /** Points. */
  width: number
  height: number
  pictures: PlacedPicture[]
  text?: LayerCharacter[]
}

/** What pdfkit hands out and its types leave out. */
interface Reference {
  end(bytes: Buffer): void
}

const FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
)
/** Ways of showing text: as fill, or not at all. */
const SHOWN = 0
const HIDDEN = 3

/** A PDF of pictures; the same pages give the same bytes. */
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

  add({ width, height, pictures, text = [] }: PicturePage): void {
    this.doc.addPage({ size: [width, height], margin: 0 })
    for (const [i, placed] of pictures.entries()) this.place(placed, i === 0 ? 'Scan' : `Scan${i}`)
    if (text.length > 0) this.doc.font(FONT)
    for (const c of text) {
      this.doc.addContent(`${c.hidden ? HIDDEN : SHOWN} Tr`)
      this.doc.fontSize(c.size).text(c.text, c.x, c.y, { lineBreak: false, baseline: -c.size * ASCENT })
    }
  }

  private place({ picture, columns, rows, x, y, width, height }: PlacedPicture, name: string): void {
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
    ;(this.doc.page as unknown as { xobjects: Record<string, unknown> }).xobjects[name] = image
    const wide = (picture.width / columns) * width
    const high = (picture.height / rows) * height
    // pdfkit's own coordinates run downwards: the picture is put upright again, its top at its own top.
    this.doc.addContent(`q ${wide} 0 0 ${-high} ${x} ${y + high} cm /${name} Do Q`)
  }

  finish(): Promise<Buffer> {
    return new Promise((done) => {
      this.doc.on('end', () => done(Buffer.concat(this.chunks)))
      this.doc.end()
    })
  }
}

/** Share of the type's height that stands above the baseline. */
const ASCENT = 0.88
