import { readFile } from 'node:fs/promises'
import { checkFiling, identitiesOf } from '../../src/check/index.js'
import { extractFiling } from '../../src/extract/index.js'
import { findSources } from '../../src/ingest/index.js'
import { layOut } from '../../src/layout/index.js'
import type { Document } from '../../src/model/document.js'
import type { Extracted } from '../../src/model/filing.js'
import type { Page } from '../../src/model/page.js'
import type { Source } from '../../src/model/source.js'
import { readPages } from '../../src/read/index.js'
import { resolveReadings } from '../../src/resolve/index.js'

/** A filing as a recognizer without fault would read its pictures. */
export interface Recognized {
  source: Source
  pages: Page[]
}

/** How sure a recognizer is of what it reads rightly. */
const CONFIDENCE = 0.99

/** The digital PDFs below a folder, or those of which the name holds a text. */
export async function recognizedFilings(folder: string, named = ''): Promise<Recognized[]> {
  const { sources } = await findSources([folder])
  const filings: Recognized[] = []
  for (const source of sources.filter((s) => s.kind === 'pdf' && s.source.includes(named))) {
    const result = await readPages(source, await readFile(source.path), { ocr: 'off' })
    if (!('pages' in result) || result.pages.some((p) => p.doubt)) continue
    filings.push({ source, pages: result.pages.map(asRecognized) })
  }
  return filings
}

/** A page of a text layer as if each of its characters had been recognized. */
const asRecognized = (page: Page): Page => ({
  ...page,
  method: 'ocr',
  hidden: [],
  glyphs: page.glyphs.map((g) => ({ ...g, bold: false, confidence: CONFIDENCE, alternatives: [] })),
})

/** Pages through the rooms, as `pipeline.ts` sends them. */
export function understood(source: Source, pages: Page[]): { document: Document; filing: Extracted } {
  const document = layOut(pages)
  const { extracted, readings } = extractFiling(source, document)
  const resolved = resolveReadings(extracted, readings, identitiesOf)
  return { document, filing: { ...resolved, facts: checkFiling(resolved).facts } }
}
