import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { asJpeg } from '../../../samples/scans/encode.js'
import { PicturePdf } from '../../../samples/scans/picture-pdf.js'
import { prints } from '../../../samples/scans/raster.js'
import { degraded, scanPdf } from '../../../samples/scans/scan.js'
import { PLAIN } from '../../../samples/scans/treatment.js'
import type { Page } from '../../../src/model/page.js'
import { readPages } from '../../../src/read/index.js'
import type { Picture } from '../../../src/read/ocr/picture.js'
import { makePdf } from '../make-pdf.js'
import { CHINESE } from './draw-text.js'

const LONG = 120_000
const SIZE = { width: 420, height: 300 }

/** A page with lines of prose and a ruled table of figures. */
const print = await makePdf(
  (doc) => {
    doc.font(CHINESE).fontSize(12)
    doc.text('收入支出预算总表', 150, 30, { lineBreak: false })
    doc.text('本年收入合计比上年增加，主要原因是项目支出增加。', 60, 60, { lineBreak: false })
    const rows = [
      ['项目', '预算数'],
      ['财政拨款收入', '1,234.56'],
      ['事业收入', '789.10'],
      ['其他收入', '45.33'],
    ]
    for (const [r, cells] of rows.entries())
      for (const [c, text] of cells.entries()) {
        doc.rect(60 + c * 150, 90 + r * 30, 150, 30).stroke()
        doc.text(text, 70 + c * 150, 97 + r * 30, { lineBreak: false })
      }
  },
  { size: [SIZE.width, SIZE.height] },
)

async function read(bytes: Uint8Array): Promise<Page> {
  const source = { path: '', source: 'a.pdf', sha256: '', filingId: '0', kind: 'pdf', bytes: 1 } as const
  const result = await readPages(source, bytes)
  if ('unreadable' in result) throw new Error(result.unreadable)
  return result.pages[0] as Page
}

/** Characters in order of their places, so that another order of reading says nothing. */
const textOf = (page: Page): string =>
  [...page.glyphs]
    .sort((a, b) => Math.round(a.y0 / 8) - Math.round(b.y0 / 8) || a.x0 - b.x0)
    .map((g) => g.text)
    .join('')

async function scanOf(): Promise<Picture> {
  for await (const { picture } of prints(print, PLAIN.dpi))
    return degraded(picture, PLAIN, undefined as never)
  throw new Error('no page')
}

/** The scan with a text printed on top of it. */
async function stamped(picture: Picture, text: string, y: number): Promise<Buffer> {
  const pdf = new PicturePdf()
  pdf.add({
    ...SIZE,
    pictures: [
      {
        picture: await asJpeg(picture, 90),
        columns: picture.width,
        rows: picture.height,
        x: 0,
        y: 0,
        ...SIZE,
      },
    ],
    text: [...text].map((c, i) => ({ text: c, x: 60 + i * 10, y, size: 10, hidden: false })),
  })
  return pdf.finish()
}

describe('a scan', () => {
  it.each([
    [8, 1],
    [40, 1],
    [5, 3],
  ])(
    'in %i strips of %i pictures is read as the whole one',
    async (strips, columns) => {
      const whole = await read(await scanPdf(print, PLAIN))
      expect(textOf(whole)).toContain('财政拨款收入1,234.56')
      const inParts = await read(await scanPdf(print, { ...PLAIN, strips, columns }))
      expect(textOf(inParts)).toBe(textOf(whole))
      expect(inParts.rulings.length).toBe(whole.rulings.length)
      expect(inParts.width).toBeCloseTo(whole.width)
    },
    LONG,
  )

  it(
    'that bears a stamp of text is read all the same, and the stamp is kept as it was put',
    async () => {
      const stamp = '本文件于二〇二六年三月一日收悉并公开发布'
      const page = await read(await stamped(await scanOf(), stamp, 250))
      expect(page.method).toBe('ocr')
      expect(textOf(page)).toContain('财政拨款收入1,234.56')
      expect(textOf(page)).toContain(stamp)
      expect(page.glyphs.filter((g) => stamp.includes(g.text) && g.y0 > 245)).toHaveLength(stamp.length)
    },
    LONG,
  )

  it(
    'that is only a background leaves the page as it is printed',
    async () => {
      const [width, height] = [840, 600]
      const data = new Uint8Array(width * height)
      for (let i = 0; i < data.length; i++) data[i] = 200 + Math.round((50 * i) / data.length)
      const page = await read(
        await stamped({ width, height, channels: 1, data }, '第二部分二〇二六年部门预算表', 120),
      )
      expect(page.method).toBe('text')
      expect(textOf(page)).toBe('第二部分二〇二六年部门预算表')
    },
    LONG,
  )

  it(
    'that is blank is an empty page',
    async () => {
      const white = await sharp({ create: { width: 840, height: 600, channels: 3, background: 'white' } })
        .png()
        .toBuffer()
      const bytes = await makePdf((doc) => doc.image(white, 0, 0, SIZE), { size: [SIZE.width, SIZE.height] })
      const page = await read(bytes)
      expect([page.glyphs, page.doubt, page.method]).toEqual([[], undefined, 'ocr'])
    },
    LONG,
  )
})
