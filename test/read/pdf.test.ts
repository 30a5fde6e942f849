import { describe, expect, it } from 'vitest'
import type { Page } from '../../src/model/page.js'
import { PDF_ENGINES, type PdfEngine } from '../../src/model/reading-choices.js'
import type { Source } from '../../src/model/source.js'
import { readPages } from '../../src/read/index.js'
import { makePdf } from './make-pdf.js'

const source = (kind: Source['kind']): Source => ({
  path: '',
  source: 'a.pdf',
  sha256: '0'.repeat(64),
  filingId: '0'.repeat(16),
  kind,
  bytes: 1,
})

async function read(engine: PdfEngine, bytes: Uint8Array): Promise<Page[]> {
  const result = await readPages(source('pdf'), bytes, { engine, ocr: 'off' })
  if ('unreadable' in result) throw new Error(result.unreadable)
  return result.pages
}

const textOf = (page: Page): string => page.glyphs.map((g) => g.text).join('')

describe.each(PDF_ENGINES)('reading digital PDFs by %s', (engine) => {
  const pagesOf = (bytes: Uint8Array) => read(engine, bytes)

  it('gives glyphs with boxes in points from the top left', async () => {
    const [page] = await pagesOf(
      await makePdf((d) => d.fontSize(20).text('1,234.50', 100, 200, { lineBreak: false })),
    )
    expect(textOf(page as Page)).toBe('1,234.50')
    const first = (page as Page).glyphs[0]!
    expect(first.x0).toBeCloseTo(100, 0)
    expect(first.y0).toBeGreaterThan(190)
    expect(first.y1).toBeLessThan(230)
    expect(first.size).toBeCloseTo(20, 1)
  })

  it('undoes /Rotate', async () => {
    const upright = await makePdf((d) => d.fontSize(12).text('88', 100, 200, { lineBreak: false }))
    const turned = Buffer.from(
      Buffer.from(upright).toString('latin1').replace('/Type /Page\n', '/Type /Page\n/Rotate 90\n'),
      'latin1',
    )
    const [page] = await pagesOf(new Uint8Array(turned))
    // A quarter turn clockwise: what stood left of the top stands at the right edge, and the page is landscape.
    expect((page as Page).width).toBeCloseTo(841.89, 0)
    expect((page as Page).height).toBeCloseTo(595.28, 0)
    expect((page as Page).glyphs[0]!.y0).toBeCloseTo(100, 0)
    expect((page as Page).glyphs[0]!.x1).toBeGreaterThan(600)
  })

  it('keeps clipped, invisible and off-page text apart and does not read it', async () => {
    const bytes = await makePdf((d) => {
      d.fontSize(12).text('seen', 50, 50, { lineBreak: false })
      d.text('off', 700, 50, { lineBreak: false })
      d.save().rect(50, 100, 40, 20).clip().text('cut', 300, 104, { lineBreak: false }).restore()
      d.addContent('3 Tr').text('ghost', 50, 150, { lineBreak: false })
    })
    const [page] = await pagesOf(bytes)
    expect(textOf(page as Page)).toBe('seen')
    const hidden = (page as Page).hidden.map((g) => g.text).join('')
    for (const word of ['off', 'cut', 'ghost']) expect(hidden).toContain(word)
  })

  it('reads a character drawn again to look bold once', async () => {
    const bytes = await makePdf((d) => {
      d.fontSize(12)
      for (const shift of [0, 0.3, 0.6]) d.text('77', 60 + shift, 60, { lineBreak: false })
    })
    const [page] = await pagesOf(bytes)
    expect(textOf(page as Page)).toBe('77')
    expect((page as Page).glyphs).toHaveLength(2)
  })

  it('takes strokes, thin filled rectangles and rectangles cell by cell as merged rulings', async () => {
    const bytes = await makePdf((d) => {
      d.moveTo(50, 100).lineTo(300, 100).stroke()
      d.rect(50, 200, 250, 0.8).fill()
      for (let i = 0; i < 5; i++) d.rect(50 + i * 50, 300, 50, 20).stroke()
      d.fillColor('white').rect(50, 400, 250, 0.8).fill()
    })
    const [page] = await pagesOf(bytes)
    const across = (page as Page).rulings.filter((r) => r.direction === 'horizontal')
    expect(across.map((r) => Math.round(r.at)).sort((a, b) => a - b)).toEqual([100, 200, 300, 320])
    expect(across.every((r) => Math.round(r.to - r.from) === 250)).toBe(true)
    expect((page as Page).rulings.filter((r) => r.direction === 'vertical')).toHaveLength(6)
  })

  it('does not believe a page that is a picture', async () => {
    const dot = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    )
    const bytes = await makePdf((d) => {
      d.image(dot, 0, 0, { width: 595, height: 842 })
      d.addPage()
        .image(dot, 0, 0, { width: 595, height: 842 })
        .addContent('3 Tr')
        .fontSize(12)
        .text('recognized 12345 words', 50, 50, { lineBreak: false })
      d.addPage()
    })
    const pages = await pagesOf(bytes)
    expect(pages.map((p) => p.doubt)).toEqual(['no-text', 'picture-with-text', undefined])
    expect(pages[1]!.glyphs).toEqual([])
  })
})

describe.each(PDF_ENGINES)('files that are no readable PDF, by %s', (engine) => {
  it.each([
    ['broken-pdf', 'pdf', Buffer.from('%PDF-1.7\nnothing')],
    ['empty-file', 'empty', Buffer.alloc(0)],
    ['not-a-paper', 'text', Buffer.from('a\tb')],
    ['unsupported-format', 'office', Buffer.from('x')],
    ['broken-image', 'image', Buffer.from('x')],
  ] as const)('gives %s as data, not as a throw', async (code, kind, bytes) => {
    expect(await readPages(source(kind), new Uint8Array(bytes), { engine })).toMatchObject({
      unreadable: code,
    })
  })

  it('tells an encrypted PDF from a broken one', async () => {
    const bytes = await makePdf((d) => d.text('secret'), { userPassword: 'u', ownerPassword: 'o' })
    expect(await readPages(source('pdf'), bytes, { engine })).toEqual({ unreadable: 'encrypted-pdf' })
  })

  it.each([
    ['1.4', 'geheim'],
    ['1.7ext3', 'yusuan 2031'],
  ] as const)(
    'opens a locked PDF %s by the one of several passwords that fits',
    async (pdfVersion, userPassword) => {
      const bytes = await makePdf((d) => d.text('secret'), { pdfVersion, userPassword, ownerPassword: 'o' })
      const read = (passwords: string[]) => readPages(source('pdf'), bytes, { engine, passwords })
      expect(await read(['wrong'])).toEqual({ unreadable: 'encrypted-pdf' })
      const result = await read(['wrong', userPassword])
      expect('pages' in result && result.pages.map(textOf)).toEqual(['secret'])
    },
  )

  it('reads what is left of a truncated PDF or says that it is broken', async () => {
    const bytes = await makePdf((d) => d.text('whole'))
    const result = await readPages(source('pdf'), bytes.slice(0, Math.floor(bytes.length * 0.6)), { engine })
    expect('unreadable' in result ? result.unreadable : result.pages.map(textOf).join()).toMatch(
      /^(?:broken-pdf|whole)$/,
    )
  })
})
