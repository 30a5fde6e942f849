import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/model/filing.js'
import type { FilingHead, FindingRow } from '../../src/model/finding-row.js'
import { compared, type EarlierOutput, readBaseline } from '../../src/second-look/index.js'
import { headOf, rowOf } from './rows.js'

/** An earlier run that found these. */
function earlierOf(rows: FindingRow[]): EarlierOutput {
  return {
    name: 'old',
    findings: rows.map(({ finding, filing }) => ({
      ...Object.fromEntries(Object.entries(finding).map(([name, value]) => [name, String(value)])),
      source: filing.source,
    })),
    filings: new Map(rows.map(({ filing }) => [filing.filing_id, { ...filing }])),
  }
}

function against(before: FindingRow[], now: FindingRow[], heads: FilingHead[] = now.map((r) => r.filing)) {
  const { rows, gone } = compared(now, heads, earlierOf(before))
  return {
    rows: Object.fromEntries(rows.map((r) => [r.finding.finding_id, r.baseline])),
    gone: gone?.map((g) => [g.cells.finding_id, g.because]),
  }
}

/** The same paper in other bytes: another id, other ids of findings, other pages. */
const again = (finding: Partial<Finding>, filing: Partial<FilingHead> = {}): FindingRow =>
  rowOf(
    { finding_id: 'y', filing_id: 'b'.repeat(16), page: 7, bbox: '5.0 5.0 6.0 6.0', ...finding },
    { filing_id: 'b'.repeat(16), source: '新/b.pdf', ...filing },
  )

describe('findings against an earlier run', () => {
  it.each<[string, Partial<Finding>, Partial<FilingHead>, 'persisting' | 'new']>([
    ['issued again, moved to another page', {}, {}, 'persisting'],
    [
      'with another figure, still wrong',
      { actual: '120', evidence: '合计 120；行政运行 100' },
      {},
      'persisting',
    ],
    ['under a heading of another number', { place: '“（三）支出”' }, {}, 'persisting'],
    ['another figure under another heading', { place: '“（三）支出”', actual: '1' }, {}, 'new'],
    ['another item', { item: '行政运行=Σ项' }, {}, 'new'],
    ['another check', { check_id: 'YS-TABLES-SAME-FIGURE' }, {}, 'new'],
    ['another organization', {}, { organization_id: 'o-2' }, 'new'],
    ['another year', {}, { fiscal_year: '2025' }, 'new'],
    ['the final account', {}, { kind: 'final' }, 'new'],
  ])('%s', (_, finding, filing, mark) => {
    expect(against([rowOf({})], [again(finding, filing)]).rows).toEqual({ y: mark })
  })

  it('takes the same id before anything alike, and each earlier one once', () => {
    const before = [rowOf({ finding_id: 'x1' }), rowOf({ finding_id: 'x2' })]
    const now = [rowOf({ finding_id: 'x3' }), rowOf({ finding_id: 'x2' }), rowOf({ finding_id: 'x4' })]
    expect(against(before, now)).toEqual({
      rows: { x3: 'persisting', x2: 'persisting', x4: 'new' },
      gone: [],
    })
  })

  it('holds one file read by two versions together, whatever ids and names they give', () => {
    const now = rowOf(
      { finding_id: 'y', evidence: '合计 110' },
      { organization_id: 'o-7', organization: '水文化局', kind: 'final' },
    )
    expect(against([rowOf({})], [now])).toEqual({ rows: { y: 'persisting' }, gone: [] })
    const elsewhere = { ...now, finding: { ...now.finding, filing_id: 'b'.repeat(16) } }
    elsewhere.filing = { ...now.filing, filing_id: 'b'.repeat(16) }
    expect(against([rowOf({})], [elsewhere]).rows).toEqual({ y: 'new' })
  })

  it('pairs what no filing stands behind by whom it speaks of', () => {
    const missing = (finding_id: string, organization: string) => {
      const nobody = { filing_id: '', source: '', organization, organization_id: '' }
      return rowOf({ finding_id, filing_id: '', place: '', item: '名单' }, nobody)
    }
    const earlier = earlierOf([missing('x1', '水文化局'), missing('x2', '林草局')])
    earlier.filings.clear()
    for (const [i, cells] of earlier.findings.entries())
      earlier.findings[i] = { ...cells, organization: i === 0 ? '水文化局' : '林草局' }
    const { rows, gone } = compared([missing('y2', '林草局'), missing('y3', '盐务局')], [], earlier)
    expect(rows.map((r) => [r.finding.finding_id, r.baseline])).toEqual([
      ['y2', 'persisting'],
      ['y3', 'new'],
    ])
    expect(gone.map((g) => g.cells.finding_id)).toEqual(['x1'])
  })

  it('tells what was mended from what nobody looked at', () => {
    const other = { filing_id: 'c'.repeat(16), organization_id: 'o-9', source: '夹/c.pdf' }
    const broken = { filing_id: 'd'.repeat(16), organization_id: '', organization: '', source: '夹/d.pdf' }
    const before = [
      rowOf({ finding_id: 'mended' }),
      rowOf({ finding_id: 'left-out', filing_id: other.filing_id }, other),
      rowOf({ finding_id: 'unreadable', filing_id: broken.filing_id }, broken),
    ]
    const heads = [
      headOf({ filing_id: 'b'.repeat(16), source: '新/b.pdf' }),
      headOf({ ...broken, status: 'unreadable' }),
    ]
    expect(against(before, [], heads).gone).toEqual([
      ['mended', 'no-longer-found'],
      ['left-out', 'filing-not-in-run'],
      ['unreadable', 'filing-not-in-run'],
    ])
  })
})

describe('the folder of an earlier run', () => {
  const folderOf = (files: Record<string, string>) => {
    const folder = mkdtempSync(join(tmpdir(), '上次 '))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    return folder
  }
  const run = JSON.stringify({ tool: 'yusuan', contract_version: '1' })
  const header = 'finding_id,filing_id,check_id,place,item,expected,actual,evidence'
  const filings = 'filing_id,kind\n'

  it('may be missing, of something else, or of another version', async () => {
    expect(await readBaseline('/nowhere')).toBe('not-found')
    expect(await readBaseline(folderOf({}))).toBe('foreign')
    expect(await readBaseline(folderOf({ 'run.json': 'no' }))).toBe('foreign')
    expect(await readBaseline(folderOf({ 'run.json': 'null' }))).toBe('foreign')
    expect(await readBaseline(folderOf({ 'run.json': '{"tool":"other"}' }))).toBe('foreign')
    expect(await readBaseline(folderOf({ 'run.json': run }))).toBe('foreign')
    expect(await readBaseline(folderOf({ 'run.json': run.replace('"1"', '"9"') }))).toBe('version')
    expect(
      await readBaseline(
        folderOf({ 'run.json': run, 'findings.csv': 'finding_id,message\n', 'filings.csv': filings }),
      ),
    ).toBe('version')
  })

  it('gives its cells as they were before they were made safe for spreadsheets', async () => {
    const folder = folderOf({
      'run.json': run,
      'findings.csv': `\ufeff${header}\nx,f,c,'=p,"a\nb",1,-2,"'quoted"\n`,
      'filings.csv': filings,
    })
    const earlier = await readBaseline(folder)
    expect(earlier).toMatchObject({
      findings: [{ place: '=p', item: 'a\nb', actual: '-2', evidence: "'quoted" }],
    })
  })
})
