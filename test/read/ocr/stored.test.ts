import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { asJpeg } from '../../../samples/scans/encode.js'
import { PicturePdf } from '../../../samples/scans/picture-pdf.js'
import { prints } from '../../../samples/scans/raster.js'
import { degraded, scanPdf } from '../../../samples/scans/scan.js'
import { PLAIN } from '../../../samples/scans/treatment.js'
import type { Picture } from '../../../src/read/ocr/picture.js'
import { makePdf } from '../make-pdf.js'
import { readPaper, SIZE, smallPaper, textOf } from './small-paper.js'

const LONG = 300_000
async function scanOf(): Promise<Picture> {
  for await (const { picture } of prints(smallPaper, PLAIN.dpi))
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
      const whole = await readPaper(await scanPdf(smallPaper, PLAIN))
      expect(textOf(whole)).toContain('财政拨款收入1,234.56')
      const inParts = await readPaper(await scanPdf(smallPaper, { ...PLAIN, strips, columns }))
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
      const page = await readPaper(await stamped(await scanOf(), stamp, 250))
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
      const page = await readPaper(
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
      const page = await readPaper(bytes)
      expect([page.glyphs, page.doubt, page.method]).toEqual([[], undefined, 'ocr'])
    },
    LONG,
  )
})
