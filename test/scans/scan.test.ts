import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { prints } from '../../samples/scans/raster.js'
import { scanPdf } from '../../samples/scans/scan.js'
import { PLAIN } from '../../samples/scans/treatment.js'
import type { Page } from '../../src/model/page.js'
import { pdfium } from '../../src/read/pdf/pdfium/reader.js'
import { withScans } from './mixed-pdf.js'

const filing = readFileSync(
  new URL('../../samples/filings/云汀/云汀市水文化局2024年度部门决算.pdf', import.meta.url),
)
/** Coarse: what is tested is the file, not its letters. */
const COARSE = { ...PLAIN, dpi: 40 }

async function pagesOf(bytes: Uint8Array): Promise<Page[]> {
  const read = await pdfium.read(bytes, { pages: 1000, huge: new Set() })
  if ('fault' in read) throw new Error(read.fault)
  return read.pages
}
const sizes = (pages: readonly Page[]): number[][] =>
  pages.map((p) => [Math.round(p.width), Math.round(p.height)])

describe('a scanned PDF', () => {
  it.each([false, true])(
    'has the pages of the print and nothing but pictures (bilevel: %s)',
    async (bilevel) => {
      const printed = await pagesOf(filing)
      const scanned = await pagesOf(await scanPdf(filing, { ...COARSE, bilevel }))
      expect(sizes(scanned)).toEqual(sizes(printed))
      expect(new Set(sizes(scanned).map(([w, h]) => w! > h!)).size).toBe(2)
      expect(scanned.map((p) => p.doubt)).toEqual(printed.map(() => 'no-text'))
    },
  )

  it('is the same file for the same seed', async () => {
    const worn = { ...COARSE, noise: 5, seal: true, skew: 1, bleed: true }
    const once = await scanPdf(filing, worn, (page) => page < 3)
    expect((await scanPdf(filing, worn, (page) => page < 3)).equals(once)).toBe(true)
    expect((await scanPdf(filing, { ...worn, seed: 2 }, (page) => page < 3)).equals(once)).toBe(false)
  })

  it('has only the pages that are wanted, sideways where they were put in so', async () => {
    const [first] = await pagesOf(filing)
    const scanned = await pagesOf(await scanPdf(filing, { ...COARSE, turn: 90 }, (page) => page === 1))
    expect(sizes(scanned)).toEqual([[Math.round(first!.height), Math.round(first!.width)]])
  })

  it.each([false, true])('shows the print where it stood (bilevel: %s)', async (bilevel) => {
    const only = (page: number) => page === 4
    const scan = await scanPdf(filing, { ...PLAIN, dpi: 100, bilevel }, only)
    for await (const { picture: print } of prints(filing, 100, only))
      for await (const { picture } of prints(scan, 100)) {
        expect([picture.width, picture.height]).toEqual([print.width, print.height])
        let differing = 0
        for (let i = 0; i < print.data.length; i += 3)
          if (Math.abs(print.data[i]! - picture.data[i]!) > 128) differing++
        expect(differing / (print.width * print.height)).toBeLessThan(0.02)
      }
  })
})

describe('a filing of which one page is a scan', () => {
  it('keeps the text of the others, and everything its place', async () => {
    const printed = await pagesOf(filing)
    const scan = await scanPdf(filing, COARSE, (page) => page === 3)
    const mixed = await pagesOf(await withScans(filing, scan, [3]))
    expect(sizes(mixed)).toEqual(sizes(printed))
    expect(mixed.map((p) => p.doubt)).toEqual(printed.map((_, i) => (i === 2 ? 'no-text' : undefined)))
    for (const n of [0, 1, 3, 4]) expect(mixed[n]!.glyphs).toEqual(printed[n]!.glyphs)
  })
})
