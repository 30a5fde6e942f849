import { describe, expect, it } from 'vitest'
import { Hints } from '../../src/check/hints/index.js'
import { FEWEST_PEERS, outliers } from '../../src/check/hints/outliers.js'
import { HINTS } from '../../src/check/hints/registry.js'
import { worded } from '../../src/locales/findings.js'
import type { Filing } from '../../src/model/filing.js'
import { sayWell } from '../locales/say-well.js'
import { listOf, newPile } from '../piles.js'
import { filingOf } from './filing-of.js'

const measured = (values: number[]) => values.map((value, i) => ({ of: i, value }))

describe('outliers', () => {
  it('are far from the median of enough values, the farthest first', () => {
    const found = outliers(measured([10, 11, 9, 10, 12, 8, 10, 40, 90]))
    expect(found.map((o) => o.of)).toEqual([8, 7])
    expect(found[0]).toMatchObject({ median: 10, low: 10, high: 12 })
  })

  it('are not told among few values, nor where all are alike', () => {
    expect(outliers(measured(Array.from({ length: FEWEST_PEERS - 1 }, (_, i) => i * i * i)))).toEqual([])
    expect(outliers(measured([5, 5, 5, 5, 5, 5, 5, 5]))).toEqual([])
    expect(outliers(measured([0, 0, 0, 0, 0, 0, 0, 3]))).toEqual([])
  })

  it('allow a tenth of what most print', () => {
    expect(outliers(measured([100, 100, 100, 100, 100, 100, 100, 130]))).toEqual([])
    expect(outliers(measured([100, 100, 100, 100, 100, 100, 100, 140])).map((o) => o.of)).toEqual([7])
  })
})

describe.each(HINTS.map((h) => [h.id, h] as const))('%s', (_, hint) => {
  const filing = (sketch: typeof hint.passing, n: number, more: Partial<Filing> = {}): Filing => ({
    ...(filingOf(sketch) as Filing),
    filing_id: String(n).padStart(16, '0'),
    organization: `云汀市第${n}局`,
    status: 'ok',
    ...more,
  })
  const peers = (more: Partial<Filing> = {}) =>
    Array.from({ length: FEWEST_PEERS }, (_, n) => filing(hint.passing, n, more))
  const told = async (filings: Filing[]) => {
    const hints = new Hints(newPile)
    for (const f of filings) await hints.add(f)
    return (await listOf(hints.rows())).filter((r) => r.hint_id === hint.id)
  }

  it('points at a filing that stands out, with the figures and the peers', async () => {
    const rows = await told([...peers(), filing(hint.failing, 99)])
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ rank: 1, organization: '云汀市第99局', peers: FEWEST_PEERS + 1 })
    expect(rows.map((row) => worded(row, 'zh-CN').message)).toEqual([
      expect.stringMatching(/^云汀市第99局2026年.*只是线索，不是差错。$/),
    ])
    sayWell(hint.id, rows)
    expect(rows[0]?.peer_values).toContain('云汀市第0局')
    expect(rows[0]?.facts.length).toBeGreaterThan(0)
  })

  it('says nothing among its like, nor of another year, level or kind', async () => {
    expect(await told([...peers(), filing(hint.passing, 99)])).toEqual([])
    for (const other of [
      { organization_level: 'unit' as const },
      { kind: 'final' as const },
      { fiscal_year: '2019' },
    ])
      expect(await told([...peers(other), filing(hint.failing, 99)])).toEqual([])
  })
})
