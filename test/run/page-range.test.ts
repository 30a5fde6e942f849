// A filing that was read in part says so, is never taken for the whole, and makes no finding of what was not read.
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findSources } from '../../src/ingest/index.js'
import { asPageRange } from '../../src/model/page-range.js'
import { processFiling } from '../../src/pipeline.js'
import { type Progress, processAll } from '../../src/run/index.js'

const samples = new URL('../../samples/filings', import.meta.url).pathname
const worker = new URL('../../dist/run/worker.js', import.meta.url)
const { sources } = await findSources([join(samples, '云汀'), join(samples, '青屏')])
const budget = sources.find((s) =>
  s.source.endsWith('云汀市水文化局2024年部门预算.pdf'),
) as (typeof sources)[0]
const read = (source = budget, pages = '', more = {}) =>
  processFiling(source, { ocr: 'off', ...(pages ? { pageRange: asPageRange(pages) } : {}), ...more })

describe.each(['pdfium', 'pdfjs'] as const)('pages that %s is asked for', (pdfEngine) => {
  it('are read, the others named and left alone', async () => {
    const filing = await read(budget, '3-5,8', { pdfEngine })
    expect(filing.status).toBe('partial')
    expect(filing.message).toBe('pages-not-asked: 1-2,6-7,9-14')
    expect(filing.pages).toHaveLength(14)
    expect(filing.pages.filter((p) => p.doubt === '').map((p) => p.page)).toEqual([3, 4, 5, 8])
    expect(new Set(filing.pages.map((p) => p.doubt))).toEqual(new Set(['', 'not-asked']))
    const whole = await read(budget, '', { pdfEngine })
    expect(filing.facts.length).toBeGreaterThan(20)
    expect([3, 4, 5, 8]).toEqual(expect.arrayContaining(filing.facts.map((f) => f.page)))
    const values = (f: typeof whole) => f.facts.filter((x) => x.page === 3).map((x) => x.value)
    expect(values(filing)).toEqual(values(whole))
  })
})

it('all pages are the filing as it is', async () => {
  expect(await read(budget, '1-99')).toEqual(await read())
})

it('pages that are not there are said, with how many there are', async () => {
  const { status, message } = await read(budget, '15-20')
  expect([status, message]).toEqual(['failed', 'no-such-pages: 14'])
})

it('no part of any sample is ok, no filing, or in error where the whole is not', async () => {
  for (const source of sources.filter((s) => s.kind === 'pdf')) {
    const whole = await read(source)
    const clean = whole.findings.every((f) => f.severity === 'info')
    for (const range of ['1-2', '3-5', '6-8', `2-${whole.pages.length}`, `1-${whole.pages.length - 1}`]) {
      const part = await read(source, range)
      expect([source.source, range, part.status]).toEqual([source.source, range, 'partial'])
      if (clean) expect(part.findings.filter((f) => f.severity !== 'info').map((f) => f.message)).toEqual([])
      // Days suit or do not suit a year; one that was not read is none.
      if (part.fiscal_year === '')
        expect(part.findings.map((f) => f.check_id)).not.toContain('YS-WORDING-DATE')
      for (const answer of part.completeness) expect(answer.outcome).not.toBe('no')
    }
  }
}, 240_000)

it('results are taken over by a run that asks for the same pages, and by no other', async () => {
  const output = join(mkdtempSync(join(tmpdir(), 'yusuan ')), '结果')
  const reused = async (pages?: string) => {
    const seen: boolean[] = []
    const { inputs } = await processAll([budget.path], {
      output,
      worker,
      ocr: 'off',
      pageRange: pages === undefined ? undefined : asPageRange(pages),
      onProgress: (p: Progress) => seen.push(p.reused),
    })
    const { options } = JSON.parse(readFileSync(join(output, 'run.json'), 'utf8'))
    return [seen[0], inputs[0]?.outcome, options.page_range]
  }
  expect(await reused('1-3')).toEqual([false, 'partial', '1-3'])
  expect(await reused('1,2-3')).toEqual([true, 'partial', '1-3'])
  expect(await reused('1-4')).toEqual([false, 'partial', '1-4'])
  expect(await reused()).toEqual([false, 'ok', ''])
  expect(await reused()).toEqual([true, 'ok', ''])
}, 120_000)
