import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Picture } from '../../../src/read/ocr/picture.js'
import { readImages } from '../../../src/read/ocr/raster/image-files.js'
import type { RasterPage } from '../../../src/read/ocr/raster/page.js'
import { renderPages } from '../../../src/read/ocr/raster/pdf-pages.js'
import { makePdf } from '../make-pdf.js'
import { onePage } from '../raw-pdf.js'

type Colour = [number, number, number]
const BLACK: Colour = [0, 0, 0]
const RED: Colour = [220, 20, 30]

/** A white page with one block: its left upper corner stands at a quarter of the width and a tenth of the height. */
function page(width: number, height: number, ink: Colour = BLACK) {
  const data = new Uint8Array(width * height * 3).fill(255)
  const [left, top] = [Math.round(width / 4), Math.round(height / 10)]
  const [right, bottom] = [Math.round(width / 2), Math.round(height / 5)]
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) data.set(ink, (y * width + x) * 3)
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** Where a picture is dark: the box in parts of its size, rounded to hundredths. */
function inkIn({ width, height, channels, data }: Picture) {
  const box = { x0: width, y0: height, x1: 0, y1: 0 }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      // Green is dark in black and in red.
      if (data[(y * width + x) * channels + (channels === 3 ? 1 : 0)]! < 128) {
        box.x0 = Math.min(box.x0, x)
        box.x1 = Math.max(box.x1, x + 1)
        box.y0 = Math.min(box.y0, y)
        box.y1 = Math.max(box.y1, y + 1)
      }
  const part = (at: number, of: number) => Math.round((at / of) * 100) / 100
  return [part(box.x0, width), part(box.y0, height), part(box.x1, width), part(box.y1, height)]
}

/** The block as it was drawn, and after a quarter turn clockwise. */
const UPRIGHT = [0.25, 0.1, 0.5, 0.2]
const TURNED = [0.8, 0.25, 0.9, 0.5]

async function pagesOf(bytes: Uint8Array) {
  const pages: RasterPage[] = []
  const result = await readImages(bytes, (p) => {
    pages.push(p)
  })
  return { pages, result }
}

async function rendered(bytes: Uint8Array, numbers: number[]) {
  const pages: RasterPage[] = []
  const result = await renderPages(bytes, numbers, (p) => {
    pages.push(p)
  })
  return { pages, result }
}

/** An A4 page covered by a scan of so many dots an inch. */
async function scanned(dpi: number, options: PDFKit.PDFDocumentOptions = {}, ink: Colour = BLACK) {
  const [width, height] = [Math.round(8.27 * dpi), Math.round(11.69 * dpi)]
  const scan = await page(width, height, ink).png().toBuffer()
  return makePdf((doc) => doc.image(scan, 0, 0, { width: doc.page.width, height: doc.page.height }), options)
}

describe('pages of a PDF', () => {
  it.each([
    [100, 200],
    [200, 200],
    [250, 250],
    [400, 300],
  ])('a scan of %i dpi is worked at %i', async (source, dpi) => {
    const { pages, result } = await rendered(await scanned(source), [1])
    expect(result).toEqual({ failed: [] })
    expect(pages[0]!.dpi).toBeGreaterThan(dpi - 1)
    expect(pages[0]!.dpi).toBeLessThan(dpi + 1)
    expect(pages[0]!.width).toBeCloseTo(595.28, 1)
    expect(pages[0]!.picture.width).toBe(Math.round((595.28 * pages[0]!.dpi) / 72))
    expect(inkIn(pages[0]!.picture)).toEqual(UPRIGHT)
  })

  it.each([
    [300, 300],
    [150, 200],
  ])('strips of %i dpi are worked at %i', async (source, dpi) => {
    const [width, height] = [Math.round(8.27 * source), Math.round(11.69 * source)]
    const strips: Buffer[] = []
    const high = Math.ceil(height / 30)
    for (let top = 0; top < height; top += high)
      strips.push(
        await sharp(await page(width, height).png().toBuffer())
          .extract({ left: 0, top, width, height: Math.min(high, height - top) })
          .png()
          .toBuffer(),
      )
    const bytes = await makePdf((doc) => {
      const each = (high / height) * doc.page.height
      for (const [i, strip] of strips.entries()) doc.image(strip, 0, i * each, { width: doc.page.width })
    })
    const [drawn] = (await rendered(bytes, [1])).pages
    expect(Math.abs(drawn!.dpi - dpi)).toBeLessThan(2)
    expect(inkIn(drawn!.picture)).toEqual(UPRIGHT)
  })

  it('a picture off the page is not drawn, however large: it costs the page nothing', async () => {
    const huge = {
      dict: `/Type /XObject /Subtype /Image /Width 20000 /Height 20000 /BitsPerComponent 8 /ColorSpace /DeviceGray`,
      stream: '\x80',
    }
    const draw = (x: number) =>
      rendered(
        onePage(`0 0 300 400 re f q 600 0 0 800 ${x} 0 cm /P Do Q`, {
          resources: '/XObject << /P 5 0 R >>',
          objects: [huge],
        }),
        [1],
      )
    for (const x of [650, -620, 597]) {
      const { pages, result } = await draw(x)
      expect(result).toEqual({ failed: [] })
      expect(pages[0]!.dpi).toBe(200)
    }
    expect((await draw(0)).result).toEqual({ failed: [{ number: 1, fault: 'huge-image' }] })
  })

  it('a logo says nothing about the resolution, and text is drawn', async () => {
    const logo = await page(400, 400).png().toBuffer()
    const bytes = await makePdf((doc) => doc.image(logo, 500, 20, { width: 40 }).rect(0, 400, 100, 10).fill())
    const { pages } = await rendered(bytes, [1])
    expect(pages[0]!.dpi).toBe(200)
    expect(inkIn(pages[0]!.picture)).toEqual([0, 0.03, 0.87, 0.49])
  })

  it('stands upright as /Rotate says', async () => {
    const bytes = await makePdf((doc) => {
      doc.rect(doc.page.width / 4, doc.page.height / 10, doc.page.width / 4, doc.page.height / 10).fill()
      Object.assign(doc.page.dictionary.data, { Rotate: 90 })
    })
    const { pages } = await rendered(bytes, [1])
    expect(pages[0]!.picture.width).toBeGreaterThan(pages[0]!.picture.height)
    expect(inkIn(pages[0]!.picture)).toEqual(TURNED)
  })

  it('has colours only where the page has', async () => {
    const grey = await rendered(await scanned(200), [1])
    const red = await rendered(await scanned(200, {}, RED), [1])
    expect(grey.pages[0]!.picture.channels).toBe(1)
    expect(red.pages[0]!.picture.channels).toBe(3)
    const { data, width } = red.pages[0]!.picture
    const at = (400 * width + 600) * 3
    expect([...data.subarray(at, at + 3)]).toEqual(RED)
  })

  it('never has more than 14 million pixels', async () => {
    const bytes = await makePdf((doc) => doc.rect(750, 500, 750, 500).fill(), { size: [3000, 5000] })
    const { picture, dpi } = (await rendered(bytes, [1])).pages[0]!
    expect(picture.width * picture.height).toBeLessThan(14.1e6)
    expect(picture.width / dpi).toBeCloseTo(3000 / 72, 1)
    expect(inkIn(picture)).toEqual(UPRIGHT)
  })

  it('come in the order asked for, and a page that is not there costs only itself', async () => {
    const bytes = await makePdf((doc) => {
      doc.rect(0, 0, 50, 50).fill()
      doc.addPage({ size: [300, 200] })
    })
    const { pages, result } = await rendered(bytes, [2, 7, 1])
    expect(pages.map((p) => [p.number, p.width])).toEqual([
      [2, 300],
      [1, expect.closeTo(595.28, 1)],
    ])
    expect(result).toEqual({ failed: [{ number: 7, fault: 'broken-image' }] })
  })

  it('of a broken or locked file give the code of the reader', async () => {
    expect((await rendered(new TextEncoder().encode('%PDF-1.4 nothing'), [1])).result).toEqual({
      fault: 'broken-pdf',
    })
    const locked = await makePdf((doc) => doc.text('x'), { userPassword: 'secret' })
    expect((await rendered(locked, [1])).result).toEqual({ fault: 'encrypted-pdf' })
  })
})

describe('picture files', () => {
  it.each(['png', 'jpeg', 'tiff', 'gif', 'webp'] as const)('%s', async (format) => {
    const bytes = await page(827, 1169).toFormat(format).toBuffer()
    const { pages, result } = await pagesOf(bytes)
    expect(result).toEqual({ failed: [] })
    expect(pages[0]!.picture.channels).toBe(1)
    expect(inkIn(pages[0]!.picture)).toEqual(UPRIGHT)
  })

  it('take the resolution from the file where it is plausible, else from A4', async () => {
    const said = async (dpi: number) =>
      (await pagesOf(await page(827, 1169).withMetadata({ density: dpi }).png().toBuffer())).pages[0]!
    const a5 = await said(150)
    expect(a5.dpi).toBe(200)
    expect(a5.picture.width).toBe(Math.round((827 * 200) / 150))
    expect(a5.width).toBeCloseTo((827 * 72) / 150, 3)
    const guessed = await said(72)
    expect(guessed.width).toBeCloseTo(595.5, 0)
    expect(guessed.dpi).toBeCloseTo(200, 0)
  })

  it('are scaled down to 300 dpi', async () => {
    const bytes = await page(3307, 4676).withMetadata({ density: 400 }).jpeg().toBuffer()
    const { dpi, picture } = (await pagesOf(bytes)).pages[0]!
    expect(dpi).toBe(300)
    expect([picture.width, picture.height]).toEqual([2480, 3507])
    expect(inkIn(picture)).toEqual(UPRIGHT)
  })

  it('are enlarged no more than twice', async () => {
    const { picture } = (await pagesOf(await page(200, 300).png().toBuffer())).pages[0]!
    expect([picture.width, picture.height]).toEqual([400, 600])
  })

  it('stand upright as EXIF says', async () => {
    const bytes = await page(1654, 2339).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { picture, width } = (await pagesOf(bytes)).pages[0]!
    expect([picture.width, picture.height]).toEqual([2339, 1654])
    expect(width).toBeCloseTo(841.9, 0)
    expect(inkIn(picture)).toEqual(TURNED)
  })

  it('keep colours, and show white where they are transparent', async () => {
    const red = (await pagesOf(await page(827, 1169, RED).png().toBuffer())).pages[0]!.picture
    expect(red.channels).toBe(3)
    const clear = await sharp({
      create: { width: 800, height: 1000, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer()
    expect((await pagesOf(clear)).pages[0]!.picture.data.every((v) => v === 255)).toBe(true)
  })

  it.each(['rgb16', 'grey16', 'cmyk'] as const)('%s comes as eight bits', async (space) => {
    const bytes = await page(827, 1169).toColourspace(space).tiff().toBuffer()
    const { picture } = (await pagesOf(bytes)).pages[0]!
    expect(picture.data[0]).toBeGreaterThan(250)
    expect(inkIn(picture)).toEqual(UPRIGHT)
  })

  it('a fax of several pages gives them all', async () => {
    const bytes = multiPageTiff([
      await page(1728, 2400).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
      await page(1728, 2000).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
      await page(200, 300).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
    ])
    const { pages, result } = await pagesOf(bytes)
    expect(result).toEqual({ failed: [] })
    // The third is a preview.
    expect(pages.map((p) => [p.number, Math.round((p.picture.height / p.picture.width) * 100)])).toEqual([
      [1, 139],
      [2, 116],
    ])
    for (const { picture } of pages) expect(inkIn(picture)).toEqual(UPRIGHT)
  })

  it('broken and cut off files are data', async () => {
    const whole = await page(1654, 2339, RED).jpeg().toBuffer()
    for (const bytes of [
      new Uint8Array(0),
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      whole.subarray(0, 300),
      whole.subarray(0, whole.length / 2),
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]),
    ])
      expect((await pagesOf(bytes)).result).toEqual({ fault: 'broken-image' })
  })

  it('more than 200 million pixels are refused unseen', async () => {
    const bytes = await page(100, 100).jpeg().toBuffer()
    // Height and width follow the start of the frame.
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
    bytes.writeUInt16BE(14_000, frame + 5)
    bytes.writeUInt16BE(15_000, frame + 7)
    expect((await pagesOf(bytes)).result).toEqual({ fault: 'huge-image' })
  })
})

describe('BMP', () => {
  it.each([1, 4, 8, 24, 32])('of %i bits', async (bits) => {
    const { pages } = await pagesOf(bmp(301, 400, bits))
    expect(inkIn(pages[0]!.picture)).toEqual(UPRIGHT)
  })

  it('from the top down, and with its resolution', async () => {
    const bytes = bmp(1654, 2339, 8, { down: true, dotsPerMetre: 7874 })
    const { dpi, picture } = (await pagesOf(bytes)).pages[0]!
    expect(dpi).toBe(200)
    expect(inkIn(picture)).toEqual(UPRIGHT)
  })

  it('cut off, run-length coded or huge is refused', async () => {
    const bytes = bmp(300, 400, 8)
    expect((await pagesOf(bytes.subarray(0, 20_000))).result).toEqual({ fault: 'broken-image' })
    const packed = bytes.slice()
    packed[30] = 1
    expect((await pagesOf(packed)).result).toEqual({ fault: 'broken-image' })
    new DataView(bytes.buffer).setInt32(18, 20_000_000, true)
    expect((await pagesOf(bytes)).result).toEqual({ fault: 'huge-image' })
  })
})

/** The page with the block as a BMP; palettes hold white first and black second. */
function bmp(width: number, height: number, bits: number, { down = false, dotsPerMetre = 0 } = {}) {
  const colours = bits < 24 ? 2 ** bits : 0
  const start = 54 + colours * 4
  const stride = Math.ceil((width * bits) / 32) * 4
  const bytes = new Uint8Array(start + stride * height)
  const view = new DataView(bytes.buffer)
  bytes.set([0x42, 0x4d])
  view.setUint32(10, start, true)
  view.setUint32(14, 40, true)
  view.setInt32(18, width, true)
  view.setInt32(22, down ? -height : height, true)
  view.setUint16(28, bits, true)
  view.setInt32(38, dotsPerMetre, true)
  if (colours) bytes.set([255, 255, 255, 0], 54)
  const inside = (x: number, y: number) =>
    x >= Math.round(width / 4) &&
    x < Math.round(width / 2) &&
    y >= Math.round(height / 10) &&
    y < Math.round(height / 5)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const row = start + (down ? y : height - 1 - y) * stride
      const ink = inside(x, y)
      if (bits >= 24) bytes.fill(ink ? 0 : 255, row + (x * bits) / 8, row + (x * bits) / 8 + 3)
      else if (ink) bytes[row + Math.floor((x * bits) / 8)]! |= 1 << (8 - bits - ((x * bits) % 8))
    }
  return bytes
}

/** Joins little-endian TIFFs of one page each: the directories are chained, places inside them moved along. */
function multiPageTiff(files: Buffer[]): Uint8Array {
  const whole = Buffer.concat(files)
  let link = 4
  let base = 0
  for (const file of files) {
    const directory = base + file.readUInt32LE(4)
    whole.writeUInt32LE(directory, link)
    const count = whole.readUInt16LE(directory)
    for (let i = 0; i < count; i++) moveEntry(whole, directory + 2 + i * 12, base)
    link = directory + 2 + count * 12
    base += file.length
  }
  whole.writeUInt32LE(0, link)
  return new Uint8Array(whole)
}

/** Strip offsets (tag 273), and values too long to stand in the entry itself, are places in the file. */
function moveEntry(whole: Buffer, entry: number, base: number) {
  const [tag, type, count] = [
    whole.readUInt16LE(entry),
    whole.readUInt16LE(entry + 2),
    whole.readUInt32LE(entry + 4),
  ]
  const bytes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8][type]! * count
  const outside = bytes > 4
  if (outside) whole.writeUInt32LE(whole.readUInt32LE(entry + 8) + base, entry + 8)
  if (tag !== 273) return
  const at = outside ? whole.readUInt32LE(entry + 8) : entry + 8
  for (let i = 0; i < count; i++) whole.writeUInt32LE(whole.readUInt32LE(at + 4 * i) + base, at + 4 * i)
}
