import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { finished, type Sample, samples } from '../../samples/generator/samples.js'
import { truthText } from '../../samples/generator/truth.js'
import { codesOf, department, leavesOf, sum } from '../../samples/generator/world.js'
import { requirements } from '../../src/catalogue/index.js'
import type { Filing } from '../../src/model/filing.js'
import type { Source } from '../../src/model/source.js'
import { processFiling } from '../../src/pipeline.js'
import { chosenOcr } from '../../src/read/index.js'

const root = new URL('../../samples/', import.meta.url).pathname
const made = samples()
const fileName = (sample: Sample): string => `${sample.name}.${sample.paper.extension}`

describe('the generator', () => {
  it('makes worlds that add up', () => {
    for (const d of department(11, 4, [2024, 2025])) {
      const leaves = leavesOf(d)
      expect(d.units.reduce((t, u) => t + sum(u.leaves), 0)).toBe(sum(leaves))
      for (const code of codesOf(leaves, 'functionCode').filter((c) => c.length < 7)) {
        const below = codesOf(leaves, 'functionCode').filter(
          (c) => c.length === code.length + 2 && c.startsWith(code),
        )
        expect(below.reduce((t, c) => t + sum(leaves, { functionCode: c }), 0)).toBe(
          sum(leaves, { functionCode: code }),
        )
      }
    }
  })

  it.each(made.map((s) => [s.name, s] as const))(
    '%s: the committed truth and file are what it makes',
    async (_, sample) => {
      const base = `${sample.folder}__${sample.name}`
      for (const part of ['facts', 'sections', 'tables', 'findings'] as const)
        expect(readFileSync(join(root, 'truth', `${base}.${part}.csv`), 'utf8')).toBe(
          truthText(part, sample.paper.truth),
        )
      const committed = readFileSync(join(root, 'filings', sample.folder, fileName(sample)))
      expect((await finished(sample)).equals(committed)).toBe(true)
    },
  )

  it('keeps the folder below 5 MB', () => {
    const size = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .reduce((t, e) => t + statSync(join(e.parentPath, e.name)).size, 0)
    expect(size).toBeLessThan(5_000_000)
  })
})

const KEY = [
  'concept',
  'function_code',
  'economy_code',
  'nature',
  'year',
  'measure',
  'value',
  'source',
] as const
/** Dates of stocks and the fund of what the print leaves open are no part of the labels. */
const keyOf = (f: Record<string, unknown>): string =>
  KEY.map((k) =>
    k === 'year' && /^(?:staff|vehicles|equipment)/.test(String(f.concept)) ? '' : String(f[k]),
  ).join('|')

/** What has to be published and is left out of a paper on purpose. */
const LACKS: Readonly<Record<string, string[]>> = {
  '青屏市古渠保护局2025年部门预算（缺名词解释）': ['glossary'],
}

/** What Tesseract reads instead where onnxruntime is not installed is measured, not promised. */
const recognizes = (await chosenOcr('auto')) === 'ppocr'
const readable = made.filter((s) => !s.scan || recognizes)

describe.each(readable.map((s) => [s.name, s] as const))('reading %s', (_, sample) => {
  const path = join(root, 'filings', sample.folder, fileName(sample))
  const source: Source = {
    path,
    source: fileName(sample),
    sha256: 'c'.repeat(64),
    filingId: 'c'.repeat(16),
    kind: sample.paper.extension,
    bytes: 1,
  }
  const labels = (part: string) =>
    parse(readFileSync(join(root, 'truth', `${sample.folder}__${sample.name}.${part}.csv`), 'utf8'), {
      columns: true,
    }) as Record<string, string>[]

  let filing: Filing
  // Once for all tests: a scanned page takes seconds.
  beforeAll(async () => {
    filing = await processFiling(source)
  })

  it('gives exactly the facts, sections and tables that were printed', () => {
    expect(filing.status).toBe('ok')
    expect([...new Set(filing.facts.map(keyOf))].sort()).toEqual(
      [...new Set(labels('facts').map(keyOf))].sort(),
    )
    expect(filing.sections.map((s) => [String(s.level), s.number, s.title])).toEqual(
      labels('sections').map((s) => [s.level, s.number, s.title]),
    )
    // On which virtual page a table of a web page stands is the reader's business: the label is 0.
    const paged = sample.paper.extension === 'pdf'
    expect(
      filing.tables.map((t) => [
        t.title,
        ...[t.page_first, t.page_last].map((p) => `${paged ? p : 0}`),
        `${t.empty}`,
      ]),
    ).toEqual(labels('tables').map((t) => [t.title, t.page_first, t.page_last, t.empty]))
  })

  it('finds a planted fault and raises no alarm where none is planted', () => {
    if (sample.fault) expect(filing.findings.length).toBeGreaterThan(0)
    else expect(filing.findings).toEqual([])
    const missing = filing.findings.filter((f) => f.check_id === 'YS-STRUCTURE-REQUIRED')
    expect(missing).toHaveLength(LACKS[sample.name]?.length ?? 0)
  })

  it('says what of the checklist the paper lacks, and nothing of what it has', () => {
    const lacks = filing.completeness.filter((a) => a.outcome === 'no').map((a) => a.requirement)
    expect(filing.completeness.map((a) => a.requirement).sort()).toEqual(
      requirements()
        .map((r) => r.id)
        .sort(),
    )
    expect(lacks).toEqual(LACKS[sample.name] ?? [])
  })
})
