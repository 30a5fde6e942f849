// The filings that ignorance is tried on, read once.
import { readFile } from 'node:fs/promises'
import { checkFiling } from '../../../src/check/index.js'
import { extractFiling } from '../../../src/extract/index.js'
import { findSources } from '../../../src/ingest/index.js'
import { layOut } from '../../../src/layout/index.js'
import type { Document } from '../../../src/model/document.js'
import type { Extracted, Finding } from '../../../src/model/filing.js'
import type { Page } from '../../../src/model/page.js'
import type { Source } from '../../../src/model/source.js'
import { readPages } from '../../../src/read/index.js'

/** What the program makes of a print. */
export interface Understanding {
  filing: Extracted
  errors: Finding[]
}

export interface SampleFiling {
  source: Source
  pages: Page[]
  document: Document
  /** With all that the program knows. */
  known: Understanding
}

/** The smallest filings of each place (the folders below). */
export async function readSample(folder: string, perPlace: number): Promise<SampleFiling[]> {
  const { sources } = await findSources([folder])
  const taken = new Map<string, number>()
  const sample: SampleFiling[] = []
  for (const source of sources.sort((a, b) => a.bytes - b.bytes)) {
    const place = source.source.split('/').at(-2) ?? ''
    if ((taken.get(place) ?? 0) >= perPlace) continue
    const read = await readPages(source, await readFile(source.path), { ocr: 'off' })
    if (!('pages' in read)) continue
    const document = layOut(read.pages)
    const known = understood(source, document)
    if (known.filing.facts.length === 0) continue
    taken.set(place, (taken.get(place) ?? 0) + 1)
    sample.push({ source, pages: read.pages, document, known })
  }
  return sample
}

export function understood(source: Source, document: Document): Understanding {
  const { extracted: filing } = extractFiling(source, document)
  return { filing, errors: checkFiling(filing).findings.filter((f) => f.severity === 'error') }
}
