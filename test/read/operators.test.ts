import { describe, expect, it } from 'vitest'
import type { Box } from '../../src/model/geometry.js'
import type { Page } from '../../src/model/page.js'
import { PDF_ENGINES, type PdfEngine } from '../../src/model/reading-choices.js'
import { readPages } from '../../src/read/index.js'
import { form, onePage, toUnicode } from './raw-pdf.js'

async function pageOf(engine: PdfEngine, bytes: Uint8Array): Promise<Page> {
  const source = { path: '', source: 'a.pdf', sha256: '', filingId: '', kind: 'pdf' as const, bytes: 1 }
  const result = await readPages(source, bytes, { engine, ocr: 'off' })
  if ('unreadable' in result) throw new Error(result.unreadable)
  return result.pages[0] as Page
}

const textOf = (page: Page): string => page.glyphs.map((g) => g.text).join('')
const rounded = ({ x0, y0, x1, y1 }: Box): number[] => [x0, y0, x1, y1].map(Math.round)
const boxes = (list: Box[]): number[][] => list.map(rounded).sort((a, b) => a[1]! - b[1]! || a[0]! - b[0]!)
const lines = (page: Page): string[] =>
  page.rulings.map((r) => `${r.direction[0]} ${[r.at, r.from, r.to].map(Math.round).join(' ')}`).sort()

/** A font of the system: what is in the file are widths alone, and the character map has to be known. */
const songti = (
  encoding: string,
) => `/G1 << /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding}
  /DescendantFonts [ << /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun
    /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [ 814 939 500 ]
    /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 32 /FontBBox [-8 -145 1000 859]
      /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 50 >> >> ] >>`
/** 预算12.5 in GBK. */
const GBK = '<D4A4CBE331322E35>'

describe.each(PDF_ENGINES)('operators of PDF as %s reads them', (engine) => {
  const read = (...args: Parameters<typeof onePage>) => pageOf(engine, onePage(...args))

  it.each([
    ['up', '0 1 -1 0 200 300', '492 500', '485 492'],
    ['down', '0 -1 1 0 200 300', '500 508', '508 515'],
  ])('text that runs %s', async (_, matrix, first, second) => {
    const { glyphs } = await read(`BT /F1 12 Tf ${matrix} Tm (A1) Tj ET`)
    expect(glyphs.map((g) => `${Math.round(g.y0)} ${Math.round(g.y1)}`)).toEqual([first, second])
    for (const g of glyphs) {
      expect(g.x1 - g.x0).toBeGreaterThan(12)
      expect(g.x1 - g.x0).toBeLessThan(15)
    }
  })

  it('/Rotate and /CropBox together', async () => {
    const page = await read('BT /F1 12 Tf 0 1 -1 0 200 300 Tm (A1) Tj ET 60 100 m 60 300 l S', {
      page: '/Rotate 90 /CropBox [50 60 500 700]',
    })
    expect([page.width, page.height]).toEqual([640, 450])
    expect(page.glyphs.map((g) => [Math.round(g.x0), Math.round(g.x1)])).toEqual([
      [240, 248],
      [248, 255],
    ])
    expect(lines(page)).toEqual(['h 10 40 240'])
  })

  it('text stretched, mirrored, and of negative size', async () => {
    const { glyphs } = await read(`BT /F1 12 Tf 50 Tz 100 700 Td (b) Tj ET
      q 1 0 0 -1 0 800 cm BT /F1 12 Tf 100 Tz 1 0 0 -1 100 200 Tm (b) Tj ET Q
      BT /F1 -12 Tf 100 Tz -1 0 0 -1 100 500 Tm (b) Tj ET`)
    expect(glyphs.map((g) => Math.round(g.x1 - g.x0))).toEqual([3, 7, 7])
    expect(glyphs.map((g) => Math.round(g.size))).toEqual([8, 12, 12])
    const baselines = [100, 200, 300]
    for (const [i, g] of glyphs.entries()) {
      expect(g.y0).toBeLessThan(baselines[i]! - 6)
      expect(g.y1).toBeGreaterThan(baselines[i]!)
      expect(g.y1).toBeLessThan(baselines[i]! + 4)
    }
  })

  it('spacing, gaps, leading, rise and next lines', async () => {
    const { glyphs } =
      await read(`BT /F1 10 Tf 12 TL 3 Tc 5 Tw 100 700 Td (a b) Tj T* [(a) -500 (b) 200 (c)] TJ
      (d e) ' 1 2 (f g) " 4 Ts (h) Tj 0 Ts 10 -20 TD (i) Tj T* (j) Tj ET`)
    expect(glyphs.map((g) => g.text + Math.round(g.x0)).join(' ')).toBe(
      'a100 b119 a100 b114 c120 d100 e119 f100 g111 h118 i110 j110',
    )
    const down = glyphs.map((g) => Math.round(g.y0 - glyphs[0]!.y0))
    expect(down).toEqual([0, 0, 12, 12, 12, 24, 24, 36, 36, 32, 56, 76])
  })

  it('predefined character maps of fonts that are not in the file', async () => {
    const page = await read(`BT /G1 14 Tf 100 500 Td ${GBK} Tj ET`, { fonts: songti('GBK-EUC-H') })
    expect(textOf(page)).toBe('预算12.5')
    expect(page.glyphs.map((g) => Math.round(g.x0))).toEqual([100, 114, 128, 135, 142, 149])
    const words = await read('BT /G1 14 Tf 100 500 Td <98847B97> Tj ET', { fonts: songti('UniGB-UCS2-H') })
    expect(textOf(words)).toBe('预算')
  })

  it('vertical writing', async () => {
    const page = await read(`BT /G1 14 Tf 100 500 Td ${GBK} Tj ET`, { fonts: songti('GBK-EUC-V') })
    expect(textOf(page)).toBe('预算12.5')
    expect(page.glyphs.map((g) => [g.y0, g.y1].map(Math.round))).toEqual(
      [300, 314, 328, 342, 356, 370].map((y) => [y, y + 14]),
    )
  })

  it('fonts of drawn glyphs', async () => {
    const page = await read('BT /T3 20 Tf 100 500 Td (aa) Tj ET', {
      fonts: `/T3 << /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0]
        /CharProcs << /sq 5 0 R >> /Encoding << /Type /Encoding /Differences [97 /sq] >>
        /FirstChar 97 /LastChar 97 /Widths [1000] /ToUnicode 6 0 R >>`,
      objects: [{ stream: '1000 0 0 0 750 750 d1 0 0 750 750 re f' }, toUnicode(['<61> <0058>'])],
    })
    expect(textOf(page)).toBe('XX')
    expect(boxes(page.glyphs)).toEqual([
      [100, 285, 120, 300],
      [120, 285, 140, 300],
    ])
    expect(page.rulings).toEqual([])
  })

  it.each([['<00660069>'], ['<FB01>']])('several letters in one sign: %s', async (letters) => {
    const page = await read('BT /L 20 Tf 100 500 Td (abc) Tj ET', {
      fonts: '/L << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >>',
      objects: [toUnicode([`<62> ${letters}`])],
    })
    expect(textOf(page)).toBe('afic')
    expect(page.doubt).toBeUndefined()
  })

  it('forms within forms: matrix, box and clip', async () => {
    const page = await read('q 2 0 0 2 100 100 cm /X Do Q BT /F1 12 Tf 10 10 Td (z) Tj ET', {
      resources: '/XObject << /X 5 0 R /Y 6 0 R >>',
      objects: [
        {
          dict: `/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Matrix [1 0 0 1 10 20] /Resources <<
            /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /Y 6 0 R >> >>`,
          stream: 'BT /F1 10 Tf 5 5 Td (in) Tj 60 0 Td (out) Tj ET 0 30 m 200 30 l S /Y Do',
        },
        form(
          '/BBox [0 0 20 20] /Matrix [0 1 -1 0 40 20] /Group << /S /Transparency >>',
          'BT /F1 8 Tf 1 1 Td (YYYYY) Tj ET',
        ),
      ],
    })
    expect(textOf(page)).toBe('inYYYYz')
    expect(page.hidden.map((g) => g.text).join('')).toBe('outY')
    expect(Math.round(page.glyphs[0]!.x0)).toBe(130)
    expect(lines(page)).toEqual(['h 600 120 220'])
  })

  it('clips, and clips of nothing', async () => {
    const page = await read(`q 100 100 50 50 re W n BT /F1 12 Tf 110 110 Td (in) Tj 100 0 Td (cut) Tj ET
      0 120 m 600 120 l S Q q 5 5 m W n BT /F1 12 Tf 350 300 Td (point) Tj ET Q
      BT /F1 12 Tf 3 Tr 10 10 Td (ghost) Tj ET`)
    expect(textOf(page)).toBe('in')
    expect(page.hidden.map((g) => g.text).join('')).toBe('cutpointghost')
    expect(lines(page)).toEqual(['h 680 100 150'])
  })

  it('a soft mask is no ink', async () => {
    const page = await read('/S gs BT /F1 12 Tf 100 100 Td (real) Tj ET', {
      resources: '/ExtGState << /S << /SMask << /S /Luminosity /G 5 0 R >> >> >>',
      objects: [
        form(
          '/BBox [0 0 600 800] /Group << /S /Transparency /CS /DeviceGray >>',
          'BT /F1 12 Tf 200 200 Td (mask) Tj ET 0 50 m 500 50 l S',
        ),
      ],
    })
    expect(textOf(page)).toBe('real')
    expect(page.hidden).toEqual([])
    expect(page.rulings).toEqual([])
  })

  it('lines: strokes, thin fills, mitred fills; none that is white, transparent or curved', async () => {
    const page = await read(
      `0.5 w 10 10 m 300 10 l S  10 50 300 0.7 re f  10 60 m 310 60 l 309 60.5 l 11 60.5 l h f
      q 1 g 10 70 300 1 re f Q  10 100 m 100 100 l 100 200 l 10 200 l s  200 300 100 50 re B
      q /G gs 10 400 300 1 re f Q  0 1 0 0 K 10 410 m 99 410 l S  50 500 m 60 520 80 520 90 500 c S
      q 10 0 0 10 0 0 cm 1 65 m 30 65 l 0.1 w S Q`,
      { resources: '/ExtGState << /G << /ca 0 >> >>' },
    )
    expect(lines(page)).toEqual(
      [
        ...['h 790 10 300', 'h 750 10 310', 'h 740 10 310', 'h 390 10 99', 'h 150 10 300'],
        ...['h 700 10 100', 'v 100 600 700', 'h 600 10 100', 'v 10 600 700'],
        ...['h 450 200 300', 'h 500 200 300', 'v 200 450 500', 'v 300 450 500'],
      ].sort(),
    )
  })

  it('pictures: alone, inline, masks, and many that are drawn alike', async () => {
    const draw = (what: string, count: number, y: number) =>
      Array.from({ length: count }, (_, i) => `q 5 0 0 5 ${i * 10} ${y} cm ${what} Q`).join('\n')
    const inline = 'BI /W 1 /H 1 /BPC 8 /CS /G ID b EI'
    const page = await read(
      `q 100 0 0 50 20 30 cm /I Do Q\n${draw('/I Do', 12, 500)}\n${draw(inline, 12, 550)}\n${draw('/M Do', 12, 520)}
      q 0 0 30 30 re W n 100 0 0 50 10 10 cm /M Do Q`,
      {
        resources: '/XObject << /I 5 0 R /M 6 0 R >>',
        objects: [
          {
            dict: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
            stream: 'a',
          },
          {
            dict: '/Type /XObject /Subtype /Image /Width 8 /Height 2 /BitsPerComponent 1 /ImageMask true',
            stream: 'ab',
          },
        ],
      },
    )
    const row = (y: number) => Array.from({ length: 12 }, (_, i) => [i * 10, y, i * 10 + 5, y + 5])
    expect(boxes(page.pictures)).toEqual([
      ...[...row(245), ...row(275), ...row(295)],
      [20, 720, 120, 770],
      [10, 770, 30, 790],
    ])
  })

  it('the text of a page whose state is saved and restored too often', async () => {
    const page = await read(`Q Q q BT /F1 12 Tf 100 100 Td (a) Tj ET
      q 2 0 0 2 0 0 cm BT /F1 12 Tf 100 200 Td (b) Tj ET`)
    expect(page.glyphs.map((g) => [g.text, Math.round(g.x0), Math.round(g.size)])).toEqual([
      ['a', 100, 12],
      ['b', 200, 24],
    ])
  })

  it('bold by name of the face or by stroke', async () => {
    const page = await read(
      'BT /B 12 Tf 100 100 Td (b) Tj /F1 12 Tf 2 Tr 0 40 Td (b) Tj 0 Tr 0 40 Td (n) Tj ET',
      {
        fonts: '/B << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
      },
    )
    expect(page.glyphs.map((g) => g.bold)).toEqual([true, true, false])
  })

  it('a hyphen that ends a line', async () => {
    const page = await read('BT /F1 12 Tf 14 TL 100 500 Td (word-) Tj T* (next) Tj T* (-) Tj T* (12) Tj ET')
    expect(textOf(page)).toBe('word-next-12')
  })
})
