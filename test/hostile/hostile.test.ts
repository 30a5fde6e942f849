import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findSources } from '../../src/ingest/index.js'
import type { Filing } from '../../src/model/filing.js'
import { PDF_ENGINES } from '../../src/model/reading-choices.js'
import type { Source } from '../../src/model/source.js'
import { processFiling } from '../../src/pipeline.js'
import { HOSTILE } from './files.js'

const cases = new URL('../../../shared/cases/hostile', import.meta.url).pathname

async function read(path: string, options: Parameters<typeof processFiling>[1] = {}): Promise<Filing> {
  const { sources } = await findSources([path])
  return processFiling(sources[0] as Source, { ocr: 'off', ...options })
}

function saved(name: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'hostile-')), 'file.pdf')
  writeFileSync(path, (HOSTILE[name] as () => Uint8Array)())
  return path
}

const of = ({ status, message, pages }: Filing) => ({ status, message, doubts: pages.map((p) => p.doubt) })

describe.each(PDF_ENGINES)('a file made to trap readers, read by %s', (pdfEngine) => {
  it.each<[string, ReturnType<typeof of>]>([
    [
      'unpacks to hundreds of megabytes',
      { status: 'unreadable', message: 'huge-content', doubts: ['huge-content', ''] },
    ],
    [
      'opens a hundred thousand marks',
      { status: 'unreadable', message: 'huge-content', doubts: ['huge-content'] },
    ],
    [
      'draws forms that draw forms',
      { status: 'unreadable', message: 'huge-content', doubts: ['huge-content'] },
    ],
  ])('that %s ends with its own code, and costs a page where it can', async (name, ending) => {
    expect(of(await read(saved(name), { pdfEngine }))).toEqual(ending)
  })

  it.each([
    'has a character beyond Unicode',
    'nests a hundred thousand elements',
    'has tables within tables',
    'is a form that draws itself',
    'has a tree of pages that leads back to its root',
  ])('that %s is read', async (name) => {
    expect(['not-a-filing', 'unreadable', 'failed']).toContain(
      (await read(saved(name), { pdfEngine })).status,
    )
  })

  it('that counts a million pages ends soon', async () => {
    // pdf.js finds out that there is but one.
    const message = pdfEngine === 'pdfium' ? 'too-many-pages' : 'page-damaged: 1'
    expect(await read(saved('counts a million pages'), { pdfEngine })).toMatchObject({ message })
  })

  it('that shows a picture of 900 million pixels is told as that', async () => {
    const filing = await read(saved('shows a picture of 900 million pixels'), { pdfEngine, ocr: 'auto' })
    expect(filing).toMatchObject({ status: 'unreadable', message: 'huge-image' })
  })

  it('may have as many pages as is asked for', async () => {
    const filing = await read(saved('unpacks to hundreds of megabytes'), { pdfEngine, maxPages: 1 })
    expect(filing).toMatchObject({ status: 'failed', message: 'too-many-pages' })
  })
})

describe.skipIf(!existsSync(cases))('the files that were met', () => {
  it.each([
    'flip-cq-36-n8.pdf',
    'flip-pt-01-n1.pdf',
    'flip-pt-35-n4.pdf',
    'flip-sz-21-n16.pdf',
    'flip-sz-24-n1.pdf',
  ])(
    '%s, a good filing with some bytes changed, is partial and proves nothing on those pages',
    async (name) => {
      const filing = await read(join(cases, name))
      expect(filing.status).toBe('partial')
      expect(filing.message).toMatch(/page-damaged: /)
      const damaged = new Set(filing.pages.filter((p) => p.doubt === 'damaged').map((p) => p.page))
      expect(filing.facts.filter((f) => f.status === 'proven' && damaged.has(f.page))).toEqual([])
    },
    600_000,
  )

  it.each([
    ['bomb-content-2GB-double.pdf', 'huge-content'],
    ['count-lie-1M.pdf', 'too-many-pages'],
    ['laughs-10^12.pdf', 'huge-content'],
    ['codepoint-beyond-unicode.pdf', 'too-little'],
    ['deep-bdc.pdf', 'huge-content'],
    ['offpage-image.pdf', 'too-little'],
    ['offpage-image-left.pdf', 'too-little'],
    ['tiff-2000p.tif', 'ocr-off'],
    ['scan30000px.pdf', 'no-text'],
  ])('%s ends as %s', async (name, message) => {
    expect((await read(join(cases, name))).message).toBe(message)
  })
})
