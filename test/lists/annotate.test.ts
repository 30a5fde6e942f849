import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { annotatedPdf, type PlaceNote } from '../../src/lists/annotate.js'
import { readPages } from '../../src/read/index.js'
import { onePage } from '../read/raw-pdf.js'

const note = (box: PlaceNote['box'], more: Partial<PlaceNote> = {}): PlaceNote => ({
  page: 1,
  box,
  text: '第1页“合计”=1,046.55，应为96.05',
  severity: 'error',
  ...more,
})

async function annotationsOf(pdf: Uint8Array) {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  try {
    return (await (await document.getPage(1)).getAnnotations()) as {
      subtype: string
      rect: number[]
      color: Uint8ClampedArray
      contentsObj: { str: string }
      titleObj: { str: string }
    }[]
  } finally {
    await document.destroy()
  }
}

const content = 'BT /F1 20 Tf 150 300 Td (1046.55) Tj ET'
const copyOf = async (bytes: Uint8Array, notes: PlaceNote[]): Promise<Uint8Array> => {
  const copy = await annotatedPdf(bytes, notes)
  if ('fault' in copy) throw new Error(copy.fault)
  return copy
}

describe('an annotated copy', () => {
  it.each([
    ['upright', ''],
    ['turned by 90', '/Rotate 90'],
    ['turned by 180', '/Rotate 180'],
    ['turned by 270', '/Rotate 270'],
    ['cropped', '/CropBox [100 200 500 700]'],
    ['cropped and turned', '/CropBox [100 200 500 700] /Rotate 90'],
    ['cropped and turned back', '/CropBox [100 200 500 700] /Rotate 270'],
  ])('frames the figure where it is printed: %s', async (_, page) => {
    const bytes = onePage(content, { page })
    const read = await readPages(
      { kind: 'pdf', source: 'a.pdf', path: '', sha256: '', filingId: '0', bytes: bytes.length },
      Buffer.from(bytes),
      {},
    )
    if (!('pages' in read)) throw new Error(read.unreadable)
    const glyphs = read.pages[0]?.glyphs ?? []
    expect(glyphs.map((g) => g.text).join('')).toBe('1046.55')
    const box = {
      x0: Math.min(...glyphs.map((g) => g.x0)),
      y0: Math.min(...glyphs.map((g) => g.y0)),
      x1: Math.max(...glyphs.map((g) => g.x1)),
      y1: Math.max(...glyphs.map((g) => g.y1)),
    }
    const [square, ...others] = await annotationsOf(await copyOf(bytes, [note(box)]))
    expect(others).toEqual([])
    expect(square).toMatchObject({
      subtype: 'Square',
      contentsObj: { str: note(box).text },
      titleObj: { str: 'yusuan' },
    })
    expect([...(square?.color ?? [])]).toEqual([220, 38, 38])
    const [left = 0, bottom = 0, right = 0, top = 0] = square?.rect ?? []
    // Around the characters in page space, whichever way the page is turned.
    expect(left).toBeGreaterThan(144)
    expect(left).toBeLessThan(151)
    expect(right).toBeGreaterThan(215)
    expect(right).toBeLessThan(240)
    expect(bottom).toBeGreaterThan(285)
    expect(bottom).toBeLessThan(301)
    expect(top).toBeGreaterThan(312)
    expect(top).toBeLessThan(330)
  })

  it('begins with the original, and is the same each time', async () => {
    const bytes = onePage(content)
    const notes = [
      note({ x0: 1, y0: 2, x1: 30, y1: 40 }),
      note({ x0: 50, y0: 2, x1: 70, y1: 40 }, { severity: 'info' }),
    ]
    const copy = await copyOf(bytes, notes)
    expect(Buffer.from(copy.subarray(0, bytes.length)).equals(Buffer.from(bytes))).toBe(true)
    expect(await annotationsOf(copy)).toHaveLength(2)
    expect(Buffer.from(await copyOf(bytes, notes)).equals(Buffer.from(copy))).toBe(true)
  })

  it('says why there is none', async () => {
    expect(await annotatedPdf(Buffer.from('%PDF-1.7 nothing'), [])).toEqual({ fault: 'not-opened' })
    expect(await annotatedPdf(new Uint8Array(), [])).toEqual({ fault: 'not-opened' })
  })
})

const sample = fileURLToPath(
  new URL('../../samples/filings/青屏/青屏市水文化局2025年部门预算（类不等于表间）.pdf', import.meta.url),
)
it.runIf(existsSync(sample))('leaves a filing as it is, but for its frames', async () => {
  const bytes = readFileSync(sample)
  const copy = await copyOf(bytes, [
    note({ x0: 100, y0: 100, x1: 150, y1: 112 }),
    note({ x0: 1, y0: 1, x1: 2, y1: 2 }, { page: 99 }),
  ])
  const document = await getDocument({ data: copy.slice(), verbosity: 0 }).promise
  expect(document.numPages).toBe(14)
  await document.destroy()
  expect(await annotationsOf(copy)).toHaveLength(1)
})
