import { describe, expect, it } from 'vitest'
import type { Page } from '../../src/model/page.js'
import { PDF_ENGINES, type PdfEngine } from '../../src/model/reading-choices.js'
import type { Source } from '../../src/model/source.js'
import { readPages } from '../../src/read/index.js'
import { hasPictures } from '../../src/read/ocr/index.js'
import { coverage, picturesSeen } from '../../src/read/pdf/pictures.js'
import { onePage } from './raw-pdf.js'

const source: Source = {
  path: '',
  source: 'a.pdf',
  sha256: '0'.repeat(64),
  filingId: '0'.repeat(16),
  kind: 'pdf',
  bytes: 1,
}

/** One grey pixel, drawn as large as one likes. */
const PIXEL = {
  dict: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
  stream: '\x80',
}
/** A stencil: ink where it has zeros. */
const STENCIL = { dict: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ImageMask true', stream: '\x00' }

/** Left, bottom, width and height on a page of 600 × 800. */
type Place = [x: number, y: number, width: number, height: number]
const picture = ([x, y, width, height]: Place, name = 'P'): string =>
  `q ${width} 0 0 ${height} ${x} ${y} cm /${name} Do Q\n`
const words = (text: string, x = 100, y = 400): string => `BT /F1 12 Tf ${x} ${y} Td (${text}) Tj ET\n`

/** Columns and rows of pictures that make up an area, so far apart. */
function grid([x, y, width, height]: Place, columns: number, rows: number, gap = 0): string {
  const [w, h] = [width / columns, height / rows]
  return Array.from({ length: columns * rows }, (_, i) =>
    picture([x + (i % columns) * w, y + Math.floor(i / columns) * h, w - gap, h - gap]),
  ).join('')
}
const PAGE: Place = [0, 0, 600, 800]

async function read(engine: PdfEngine, content: string, page = ''): Promise<Page> {
  const bytes = onePage(content, {
    resources: '/XObject << /P 5 0 R /M 6 0 R >>',
    page,
    objects: [PIXEL, STENCIL],
  })
  const result = await readPages(source, bytes, { engine, ocr: 'off' })
  if ('unreadable' in result) throw new Error(result.unreadable)
  return result.pages[0] as Page
}

describe.each(PDF_ENGINES)('pages made of pictures, by %s', (engine) => {
  const pageOf = (content: string, page?: string) => read(engine, content, page)

  it.each([
    [1, 1],
    [1, 2],
    [1, 8],
    [1, 40],
    [1, 700],
    [4, 1],
    [3, 5],
    [12, 16],
  ])('%i by %i pictures are one scan', async (columns, rows) => {
    const page = await pageOf(grid(PAGE, columns, rows))
    expect(page.doubt).toBe('no-text')
    expect(page.pictures.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map(Math.round))).toEqual([
      [0, 0, 600, 800],
    ])
  })

  it('so are strips with seams between them, and on a page that is turned', async () => {
    const page = await pageOf(grid(PAGE, 1, 40, 0.4), '/Rotate 90')
    expect(page.doubt).toBe('no-text')
    expect(page.pictures).toHaveLength(1)
    expect(page.width).toBe(800)
  })

  it('where pictures overlap the area counts once', async () => {
    const seal: Place = [200, 200, 240, 300]
    expect((await pageOf(picture(seal) + picture(seal) + picture(seal))).doubt).toBeUndefined()
    expect((await pageOf(picture(PAGE) + picture(PAGE, 'M'))).doubt).toBe('no-text')
  })

  it.each([[[700, 0, 600, 800]], [[0, -900, 600, 800]], [[590, 0, 600, 800]], [[-550, -750, 600, 800]]] as [
    Place,
  ][])('what lies off the page counts nothing: %j', async (place) => {
    const page = await pageOf(picture(place))
    expect(page.doubt).toBeUndefined()
    expect(hasPictures(page)).toBe(false)
    for (const p of page.pictures)
      expect([p.x0 >= 0, p.x1 <= 600, p.y0 >= 0, p.y1 <= 800]).not.toContain(false)
  })

  it('a scan may have lost its margins, and bear a page number', async () => {
    const cropped: Place = [70, 100, 460, 625]
    expect((await pageOf(picture(cropped))).doubt).toBe('no-text')
    expect((await pageOf(picture(cropped) + words('- 12 -', 290, 40))).doubt).toBe('no-text')
    expect((await pageOf(grid(cropped, 1, 30) + words('- 12 -', 290, 40))).doubt).toBe('no-text')
  })

  it('a background is no scan, nor is a chart', async () => {
    const text = Array.from({ length: 20 }, (_, i) => words('1,234.50 5,678.90', 60, 60 + i * 30)).join('')
    for (const background of [picture(PAGE), grid(PAGE, 1, 40), picture(PAGE, 'M')]) {
      const page = await pageOf(background + text)
      expect(page.doubt).toBeUndefined()
      expect(page.glyphs.length).toBeGreaterThan(300)
      expect(hasPictures(page)).toBe(false)
    }
    expect((await pageOf(picture([100, 300, 300, 300]) + words('3', 290, 40))).doubt).toBeUndefined()
  })

  it('more text on a scan than a page number may be a stamp: the picture has to be looked at', async () => {
    const page = await pageOf(picture(PAGE) + words('Received on 3 February 2026', 60, 760))
    expect(page.doubt).toBeUndefined()
    expect(hasPictures(page)).toBe(true)
  })
})

describe('areas of pictures', () => {
  const box = (x0: number, y0: number, x1: number, y1: number) => ({ x0, y0, x1, y1 })
  const page = box(0, 0, 600, 800)

  it('are measured together, within the page', () => {
    expect(coverage([], page)).toBe(0)
    expect(coverage([box(-100, -100, 900, 900)], page)).toBe(1)
    expect(coverage([box(0, 0, 300, 800), box(150, 0, 450, 800)], page)).toBeCloseTo(0.75)
    expect(coverage([box(700, 0, 900, 800)], page)).toBe(0)
  })

  it('are joined only where pictures continue each other', () => {
    const beside = [box(0, 0, 200, 300), box(250, 0, 450, 300)]
    expect(picturesSeen(beside, page)).toEqual(beside)
    const steps = [box(0, 0, 200, 300), box(50, 300, 300, 500)]
    expect(picturesSeen(steps, page)).toEqual(steps)
  })
})
