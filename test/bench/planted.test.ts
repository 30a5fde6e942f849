import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DistrictFiling, district } from '../../samples/generator/district.js'
import type { Planted } from '../../samples/generator/truth.js'
import { plantedText } from '../../samples/generator/truth.js'
import { department } from '../../samples/generator/world.js'
import { processFiling } from '../../src/pipeline.js'
import { score, scoreText, type Told } from './planted.js'

const fault = (over: Partial<Planted> = {}): Planted => ({
  filing: '0001-a2025.pdf',
  department: '0001',
  kind: 'class-sum',
  family: 'TABLE',
  figure: '文化和旅游',
  expected: '100',
  actual: '90100',
  ...over,
})

const told = (over: Partial<Told> = {}): Told => ({
  check_id: 'YS-TABLE-CODE-HIERARCHY',
  severity: 'error',
  source: 'filings/0001-a2025.pdf',
  message: '',
  evidence: '',
  expected: '100',
  actual: '90100',
  values: ['90100', '50', '50'],
  ...over,
})

const left = fault({ family: 'STRUCTURE', kind: 'part-left-out', expected: '名词解释', actual: '' })
const lacks = { check_id: 'YS-STRUCTURE-REQUIRED', values: [], actual: '', expected: '' }

const families = new Set(['TABLE', 'PROSE', 'SERIES', 'WORDING', 'STRUCTURE'])
const short = (planted: Planted[], list: Told[]) => {
  const { found, byOthers, missed, unchecked, twice, unplanned } = score(planted, list, families)
  return [found, byOthers, missed, unchecked, twice, unplanned].map((l) => l.length)
}

describe('what a run found of what was planted', () => {
  it.each([
    ['a finding about the planted figure', [fault()], [told()], [1, 0, 0, 0, 0, 0]],
    ['one of another family', [fault()], [told({ check_id: 'YS-PROSE-SAME-FIGURE' })], [0, 1, 0, 0, 0, 0]],
    ['none', [fault()], [], [0, 0, 1, 0, 0, 0]],
    ['none, and no check that could', [fault({ family: 'GROUP', kind: 'group' })], [], [0, 0, 0, 1, 0, 0]],
    ['another figure', [fault()], [told({ actual: '7', values: ['7'] })], [0, 0, 1, 0, 0, 1]],
    ['another filing', [fault()], [told({ source: 'filings/0002-b2025.pdf' })], [0, 0, 1, 0, 0, 1]],
    ['a hint', [], [told({ severity: 'info' })], [0, 0, 0, 0, 0, 0]],
    [
      'the same wrong figure against the year after',
      [fault()],
      [told(), told({ check_id: 'YS-SERIES-PRIOR', source: 'filings/0001-a2026.pdf', severity: 'info' })],
      [1, 0, 0, 0, 0, 0],
    ],
    ['two findings that do not know of each other', [fault()], [told(), told()], [1, 0, 0, 0, 1, 0]],
    ['one that follows from the other', [fault()], [told(), told({ severity: 'info' })], [1, 0, 0, 0, 0, 0]],
    ['something left out', [left], [told({ ...lacks, message: '没有“名词解释”' })], [1, 0, 0, 0, 0, 0]],
    ['something else left out', [left], [told({ ...lacks, message: '没有“职责”' })], [0, 0, 1, 0, 0, 1]],
    [
      'a paper that agrees with itself against the year before',
      [fault({ family: 'SERIES', kind: 'series' })],
      [told({ check_id: 'YS-SERIES-PRIOR', actual: '1', values: ['1'] })],
      [1, 0, 0, 0, 0, 0],
    ],
    [
      'words',
      [fault({ family: 'WORDING', kind: 'title-year', actual: '2024年部门支出预算总表' })],
      [told({ check_id: 'YS-WORDING-YEAR', evidence: '2024年部门支出预算总表' })],
      [1, 0, 0, 0, 0, 0],
    ],
  ])('%s', (_, planted, list, counts) => {
    expect(short(planted, list)).toEqual(counts)
  })

  it('is written by family and kind', () => {
    const text = scoreText(score([fault()], [told(), told({ values: [], actual: '' })], families))
    expect(text).toContain('| TABLE | class-sum | 1 | 1 | 0 | 0 | 0 | 0 |')
    expect(text).toContain('findings that are not planted: 1')
  })
})

describe('a generated district with faults', () => {
  const filings: DistrictFiling[] = [...district(4, 2, 7, true)]

  it('plants one fault a filing at most, leaves others clean, and is the same for the same seed', () => {
    const faults = filings.map((f) => f.fault)
    expect(faults.filter(Boolean).length).toBeGreaterThan(4)
    // One filing in three of each form is clean, and so are the units' own but for a planted sum.
    expect(faults.filter((f) => !f).length).toBeGreaterThan(2)
    for (const f of faults) if (f) expect(f.expected).not.toBe(f.actual)
    expect([...district(4, 2, 7, true)].map((f) => f.fault)).toEqual(faults)
    expect(plantedText([fault()])).toBe(
      'filing,department,kind,family,figure,expected,actual\n0001-a2025.pdf,0001,class-sum,TABLE,文化和旅游,100,90100\n',
    )
  })

  it('never gives two departments of a place one name', () => {
    const names = Array.from({ length: 20_480 }, (_, i) => department(7, i, [2025])[0]?.name)
    expect(new Set(names).size).toBe(20_480)
  })

  it('raises an alarm only where a fault is planted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'district '))
    for (const { name, paper } of filings) writeFileSync(join(folder, `${name}.pdf`), await paper.finish())
    for (const file of readdirSync(folder)) {
      const planted = filings.find((f) => `${f.name}.pdf` === file)?.fault
      const { status, findings } = await processFiling({
        path: join(folder, file),
        source: file,
        sha256: 'd'.repeat(64),
        filingId: 'd'.repeat(16),
        kind: 'pdf',
        bytes: 1,
      })
      expect(status).toBe('ok')
      // Faults that show only beside another filing leave a paper that agrees with itself.
      if (!planted || ['SERIES', 'GROUP'].includes(planted.family)) expect(findings, file).toEqual([])
      else if (['TABLE', 'TEXT'].includes(planted.family)) expect(findings.length, file).toBeGreaterThan(0)
    }
  })
})
