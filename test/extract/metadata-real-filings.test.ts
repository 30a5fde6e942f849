import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ReadMetadata, readMetadata } from '../../src/extract/metadata.js'
import { layOut } from '../../src/layout/index.js'
import { readPages } from '../../src/read/index.js'

const filings = new URL('../../../shared/filings/', import.meta.url)
const catalog = new URL('CATALOG.tsv', filings)

interface Entry {
  path: string
  kind: 'budget' | 'final' | 'other'
  year: string
}

function entries(): Entry[] {
  const lines = readFileSync(catalog, 'utf8').trim().split('\n').slice(1)
  return lines.flatMap((line) => {
    const [path = '', kind = '', , , format = '', year = ''] = line.split('\t')
    if (!format.startsWith('pdf')) return []
    return { path, kind: kind === 'final-account' ? 'final' : (kind as Entry['kind']), year }
  })
}

async function read(path: string): Promise<ReadMetadata> {
  const bytes = readFileSync(new URL(encodeURI(path).replaceAll('#', '%23'), filings))
  const source = { path, source: path, sha256: '', filingId: '', kind: 'pdf', bytes: bytes.length } as const
  const result = await readPages(source, new Uint8Array(bytes), { ocr: 'off' })
  if ('unreadable' in result) throw new Error(`${path}: ${result.unreadable}`)
  return readMetadata(layOut(result.pages))
}

describe.skipIf(!existsSync(catalog))('metadata of the real filings', () => {
  const found = new Map<string, ReadMetadata>()

  // Half a minute alone on two cores, many where other suites run beside it: the common limit of hooks holds.
  beforeAll(async () => {
    for (const { path } of entries()) found.set(path, await read(path))
  })

  it('kind and year are those inside, whatever the file is called', () => {
    const wrong = entries()
      .filter((e) => e.kind !== 'other')
      .map((e) => ({ ...e, ...found.get(e.path)?.metadata }))
      .map(({ path, kind, year, fiscal_year }) => ({ path, kind, year: fiscal_year, expected: year }))
      .filter(({ year, expected }) => year !== expected)
    expect(wrong).toEqual([])
    const wrongKind = entries().filter(
      (e) => e.kind !== 'other' && found.get(e.path)?.metadata.kind !== e.kind,
    )
    expect(wrongKind).toEqual([])
  })

  it('every filing is one and has an organization and a level', () => {
    const wrong = entries()
      .filter((e) => e.kind !== 'other')
      .filter(({ path }) => {
        const one = found.get(path)
        return !one?.isFiling || !one.metadata.organization || !one.metadata.organization_level
      })
    expect(wrong).toEqual([])
  })

  it('no other paper is taken for a filing', () => {
    const others = entries().filter((e) => e.kind === 'other')
    expect(others.length).toBeGreaterThan(5)
    expect(others.filter(({ path }) => found.get(path)?.isFiling)).toEqual([])
  })
})
