import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scanPdf } from '../../samples/scans/scan.js'
import { PLAIN } from '../../samples/scans/treatment.js'
import type { Fact, Filing } from '../../src/model/filing.js'
import { processFiling } from '../../src/pipeline.js'

const SAMPLES = 'samples/filings/泽岭'
const MINUTE = 60_000

/** Everything but where it stands, which is another page of the file. */
const meaningOf = ({ concept, fund, function_code, economy_code, nature, entity, year, value, raw }: Fact) =>
  [concept, fund, function_code, economy_code, nature, entity, year, value, raw].join('|')

describe('a scan of two pages a picture', () => {
  const folder = mkdtempSync(join(tmpdir(), 'booklet-'))
  const read = (path: string, filingId: string): Promise<Filing> =>
    processFiling({ path, filingId, source: path, kind: 'pdf', sha256: filingId.repeat(4), bytes: 0 })
  const name = readdirSync(SAMPLES).find((file) => file.includes('说明'))!
  let digital: Filing
  let scan: Filing

  beforeAll(async () => {
    const path = join(folder, 'booklet.pdf')
    writeFileSync(path, await scanPdf(readFileSync(join(SAMPLES, name)), { ...PLAIN, spread: true }))
    digital = await read(join(SAMPLES, name), '0123456789abcdef')
    scan = await read(path, 'fedcba9876543210')
  }, 5 * MINUTE)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is read as its pages are', () => {
    expect(scan.pages).toHaveLength(Math.ceil(digital.pages.length / 2))
    expect(scan.facts.map(meaningOf).sort()).toEqual(digital.facts.map(meaningOf).sort())
    expect(scan.findings.filter((f) => f.severity === 'error')).toHaveLength(
      digital.findings.filter((f) => f.severity === 'error').length,
    )
  })

  it('has its figures where they stand on the picture', () => {
    for (const fact of scan.facts) {
      const page = scan.pages[fact.page - 1]!
      const [x0, , x1] = fact.bbox.split(' ').map(Number)
      expect(x0).toBeGreaterThan(0)
      expect(x1).toBeLessThan(page.width)
    }
    const twin = digital.facts.find((f) => f.page % 2 === 0)!
    const same = scan.facts.find((f) => meaningOf(f) === meaningOf(twin) && f.page === twin.page / 2)!
    const left = Number(twin.bbox.split(' ')[0]) + digital.pages[twin.page - 2]!.width
    expect(Math.abs(Number(same.bbox.split(' ')[0]) - left)).toBeLessThan(4)
  })
})
