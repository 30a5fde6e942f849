import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { identitiesOf } from '../../src/check/index.js'
import { extractFiling } from '../../src/extract/index.js'
import { layOut } from '../../src/layout/index.js'
import type { Fact, Filing } from '../../src/model/filing.js'
import type { Alternative, Glyph, Page } from '../../src/model/page.js'
import type { Source } from '../../src/model/source.js'
import { validated } from '../../src/pipeline.js'
import { readPages } from '../../src/read/index.js'
import { resolveReadings } from '../../src/resolve/index.js'

const root = new URL('../../samples/filings/', import.meta.url).pathname

/** The sample whose name begins so, as a source. */
export function sample(folder: string, name: string): Source {
  const file = readdirSync(join(root, folder)).find((f) => f.startsWith(name) || f.includes(name))
  if (!file) throw new Error(`no sample ${folder}/${name}`)
  return {
    path: join(root, folder, file),
    source: file,
    sha256: 'c'.repeat(64),
    filingId: 'c'.repeat(16),
    kind: 'pdf',
    bytes: 1,
  }
}

export async function pagesOf(source: Source): Promise<Page[]> {
  const read = await readPages(source, readFileSync(source.path))
  if ('unreadable' in read) throw new Error(read.unreadable)
  return read.pages
}

/** What a recognizer made of one character. */
export interface Recognized {
  text: string
  confidence: number
  alternatives?: Alternative[]
}

/** Pages of a text layer as if a recognizer had given them; what it is not sure of says `recognize`. */
export const asScanned = (
  pages: readonly Page[],
  recognize: (glyph: Glyph) => Recognized | undefined = () => undefined,
): Page[] =>
  pages.map((page) => ({
    ...page,
    method: 'ocr',
    glyphs: page.glyphs.map((glyph) => ({
      ...glyph,
      confidence: SURELY,
      alternatives: [],
      ...recognize(glyph),
    })),
  }))

const SURELY = 0.99

/** Pages through the rooms behind `read/`, as the pipeline takes them. */
export function filingFrom(source: Source, pages: Page[]): Filing {
  const { extracted, readings } = extractFiling(source, layOut(pages))
  return validated(resolveReadings(extracted, readings, identitiesOf))
}

/** The characters that a fact was read from, left to right. */
export function glyphsOf(fact: Fact, pages: readonly Page[]): Glyph[] {
  const [x0, y0, x1, y1] = fact.bbox.split(' ').map(Number) as [number, number, number, number]
  const page = pages.find((p) => p.number === fact.page) as Page
  const inside = (g: Glyph) => {
    const [x, y] = [(g.x0 + g.x1) / 2, (g.y0 + g.y1) / 2]
    return x >= x0 && x <= x1 && y >= y0 && y <= y1
  }
  return page.glyphs.filter(inside).sort((a, b) => a.x0 - b.x0)
}

/** One character of a figure misread: which, as what, how surely, and what else the recognizer held possible. */
export interface Misreading {
  fact: Fact
  /** Index in the printed characters. */
  at: number
  as: Recognized
}

/** Scanned pages on which these characters were misread. */
export function misread(pages: readonly Page[], misreadings: readonly Misreading[]): Page[] {
  const planted = new Map<Glyph, Recognized>()
  for (const { fact, at, as } of misreadings) {
    const glyph = glyphsOf(fact, pages)[at]
    if (!glyph || glyph.text !== fact.raw[at]) throw new Error(`no such character: ${fact.raw} ${at}`)
    planted.set(glyph, as)
  }
  return asScanned(pages, (glyph) => planted.get(glyph))
}

/** Read as `wrong`, with the right character among the alternatives. */
export const unsurely = (wrong: string, right: string, ...others: string[]): Recognized => ({
  text: wrong,
  confidence: 0.61,
  alternatives: [right, ...others].map((text, i) => ({ text, confidence: 0.3 / (i + 1) })),
})
