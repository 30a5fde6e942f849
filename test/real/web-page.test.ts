import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Filing } from '../../src/model/filing.js'
import { FactKey } from '../../src/model/filing.js'
import { processAll } from '../../src/run/index.js'
import { wholeFilings } from '../whole-filings.js'

const folder = new URL('../../../shared/filings/chongqing/', import.meta.url).pathname

/** A department that published its prose as a page, and prose and tables as a PDF. */
describe.skipIf(!existsSync(folder))('a real filing on a page of the web and its PDF', () => {
  let page: Filing
  let pdf: Filing

  beforeAll(async () => {
    const output = mkdtempSync(join(tmpdir(), 'web '))
    const worker = new URL('../../dist/run/worker.js', import.meta.url)
    const { inputs } = await processAll([folder], {
      output,
      worker,
      concurrency: 2,
      report: false,
      lists: false,
    })
    const filings = await wholeFilings(output)
    page = filings.find((f) => f.source.endsWith('.html')) as Filing
    pdf = filings.find((f) => f !== page && f.organization === page.organization) as Filing
    expect(readdirSync(folder).length).toBe(inputs.length)
  })

  it('say the same about themselves', () => {
    expect(page).toMatchObject({ status: 'ok', kind: 'budget', fiscal_year: '2026' })
    for (const column of ['organization', 'organization_id', 'organization_level', 'region'] as const)
      expect(page[column]).toBe(pdf[column])
    expect(page.sections.map((s) => [s.level, s.number, s.title, s.type])).toEqual(
      pdf.sections.map((s) => [s.level, s.number, s.title, s.type]),
    )
  })

  it('state the same figures in their prose, by key and value', () => {
    const columns = Object.keys(FactKey.shape) as (keyof FactKey)[]
    const stated = (filing: Filing) =>
      filing.facts
        .filter((f) => f.source === 'prose')
        .map((f) => [...columns.map((c) => f[c]), f.value, f.unit, f.raw].join('|'))
    expect(stated(page).length).toBeGreaterThan(30)
    expect(stated(page)).toEqual(stated(pdf))
    expect(page.facts.every((f) => f.source === 'prose')).toBe(true)
  })

  it('are one filing', () => {
    expect(page.set_id).toBe(pdf.filing_id)
    expect(pdf.set_id).toBe(pdf.filing_id)
  })
})
