import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Filing } from '../../src/model/filing.js'
import { processAll, type RunSummary } from '../../src/run/index.js'
import { wholeFilings } from '../whole-filings.js'

const shared = new URL('../../../shared/', import.meta.url).pathname
const present = existsSync(join(shared, 'filings'))

interface Listed {
  path: string
  kind: string
  format: string
  year: string
}

describe.skipIf(!present)('the real filings', () => {
  let summary: RunSummary
  let listed: Listed[]
  let byPath: Map<string, Filing>

  beforeAll(async () => {
    const output = mkdtempSync(join(tmpdir(), 'real '))
    const worker = new URL('../../dist/run/worker.js', import.meta.url)
    summary = await processAll([join(shared, 'filings')], {
      output,
      worker,
      concurrency: 2,
      report: false,
      lists: false,
    })
    listed = parse(readFileSync(join(shared, 'filings', 'CATALOG.tsv'), 'utf8'), {
      columns: true,
      delimiter: '\t',
      quote: null,
    })
    byPath = new Map((await wholeFilings(output)).map((f) => [f.source.replace('filings/', ''), f]))
  })

  it('give every input a typed outcome, none of them a fault of ours', () => {
    const { inputs, ...outcomes } = summary.totals
    expect(Object.values(outcomes).reduce((a, b) => a + b)).toBe(inputs)
    expect(summary.totals.failed).toBe(0)
  })

  it('are ok in at least nine of ten with a text layer, the rest partial', () => {
    const withText = listed
      .filter((l) => l.format.startsWith('pdf-text') && l.kind !== 'other')
      .map((l) => byPath.get(l.path))
    const statuses = withText.map((f) => f?.status)
    expect(statuses.every((s) => s === 'ok' || s === 'partial')).toBe(true)
    expect(statuses.filter((s) => s === 'ok').length).toBeGreaterThanOrEqual(0.9 * statuses.length)
  })

  it('know year, kind, organization and level of every filing, whatever the file is called', () => {
    const wrong = listed
      .filter((l) => l.format.startsWith('pdf-text') && l.kind !== 'other')
      .filter((l) => {
        const f = byPath.get(l.path)
        return (
          // Tables that print no year have that of the paper beside them.
          !f ||
          (l.year !== '' && f.fiscal_year !== l.year) ||
          f.kind !== (l.kind.startsWith('final') ? 'final' : 'budget') ||
          f.organization === '' ||
          f.organization_level === ''
        )
      })
    expect(wrong.map((l) => l.path)).toEqual([])
  })

  it('leave papers that are no filing out', () => {
    const others = listed.filter((l) => l.kind === 'other').map((l) => byPath.get(l.path)?.status)
    expect(others.length).toBe(10)
    expect(others.every((s) => s === 'not-a-filing' || s === 'unreadable')).toBe(true)
  })

  // A form of targets may name the money of its main tasks alone.
  const isIdentity = (o: { check_id: string }) => /^YS-TABLE/.test(o.check_id) && !/TARGET/.test(o.check_id)

  it('hold together: every identity of tables holds, but in the filings whose tables do not add up', () => {
    const tables = [...byPath].map(([path, f]) => [path, f.outcomes.filter(isIdentity)] as const)
    const of = (outcome: string) => tables.flatMap(([, all]) => all.filter((o) => o.outcome === outcome))
    expect(of('pass').length).toBeGreaterThan(30_000)
    // Each read against its page: prints that do not add up. One more is a misreading of ours until it was looked at.
    const failing = tables.filter(([, all]) => all.some((o) => o.outcome === 'fail')).map(([path]) => path)
    expect(failing.length, failing.join('\n')).toBeLessThanOrEqual(13)
  })

  it('leave hardly a printed number unexplained, in no place', () => {
    const shares: number[] = []
    const places = new Map<string, { unbound: number; printed: number }>()
    for (const [path, f] of byPath) {
      if (f.status !== 'ok' && f.status !== 'partial') continue
      shares.push(f.numbers_unbound / f.numbers_printed)
      const place = path.split('/')[0] as string
      const sum = places.get(place) ?? { unbound: 0, printed: 0 }
      sum.unbound += f.numbers_unbound
      sum.printed += f.numbers_printed
      places.set(place, sum)
    }
    shares.sort((a, b) => a - b)
    expect(shares[shares.length >> 1]).toBeLessThan(0.01)
    // A paper of a few dozen numbers may leave two of them open.
    for (const [place, { unbound, printed }] of places)
      expect(unbound, place).toBeLessThanOrEqual(Math.max(2, 0.02 * printed))
  })

  it('bind every fact to a place on an existing page', () => {
    for (const filing of byPath.values())
      for (const fact of filing.facts) {
        const page = filing.pages[fact.page - 1]!
        const [x0, y0, x1, y1] = fact.bbox.split(' ').map(Number) as [number, number, number, number]
        const inside =
          x0 >= -1 && y0 >= -1 && x1 <= page.width + 1 && y1 <= page.height + 1 && x1 > x0 && y1 > y0
        expect(inside, `${filing.source} ${fact.fact_id}`).toBe(true)
      }
  })
})
