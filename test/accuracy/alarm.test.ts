import { describe, expect, it } from 'vitest'
import type { Fixture } from '../../src/check/check.js'
import { Filing } from '../../src/model/filing.js'
import { filingOf } from '../check/filing-of.js'
import { type AlarmKind, alarmsOf } from './alarm.js'

const wholeOf = (fixture: Fixture, over: Partial<Filing> = {}): Filing => ({
  ...filingOf(fixture),
  contract_version: '1',
  set_id: '',
  organization_id: '',
  completeness: [],
  score: null,
  engine: '',
  outcomes: [],
  doubts: [],
  findings: [],
  ...over,
})

const kindsOf = (filing: Filing): AlarmKind[] => alarmsOf(filing).map(({ kind }) => kind)

const finding = (over: Partial<Filing['findings'][0]>) =>
  Filing.shape.findings.element.parse({
    finding_id: 'x',
    filing_id: 'a'.repeat(16),
    check_id: 'YS-TABLES-SAME-FIGURE',
    severity: 'warning',
    root_cause_id: '',
    page: 1,
    bbox: '0.0 0.0 1.0 1.0',
    message: '相差5万元。',
    said: [],
    expected: '',
    actual: '',
    difference: '',
    unit: '',
    facts: [],
    evidence: '',
    place: '',
    outcome_ids: [],
    item: '',
    lowered_from: '',
    follows_from: '',
    ...over,
  })

describe('the alarm', () => {
  const planted = [
    { fact_id: 'table', value: '3100000', raw: '310.00', page: 4 },
    { fact_id: 'prose', value: '3150000', raw: '315.00', page: 9, source: 'prose' as const },
  ]

  it('fires on two values of one key', () => {
    const [alarm] = alarmsOf(wholeOf(planted))
    expect(alarm).toMatchObject({
      kind: 'conflict',
      page: 9,
      subject: 'expenditure|general|2026|budget|amount',
    })
    expect(alarm?.figures).toContain('310.00')
    expect(alarm?.figures).toContain('315.00')
  })

  it('is silent where the printed digits allow both, keys differ, or a finding tells', () => {
    const rounded = [{ value: '3104400' }, { value: '3100000', decimals: 0, raw: '310' }]
    expect(kindsOf(wholeOf(rounded))).toEqual([])
    expect(kindsOf(wholeOf([planted[0] ?? {}, { ...planted[1], entity: '某中心' }]))).toEqual([])
    expect(kindsOf(wholeOf(planted, { findings: [finding({ facts: ['prose'] })] }))).toEqual([])
  })

  const table = {
    facts: [{ table_id: 't0', row: 0, column: 1, value: '3100000' }],
    tables: [
      {
        header_rows: 1,
        lines: [
          ['项目', '预算数'],
          ['基本支出', '310.00'],
          ['项目支出', '5.00'],
        ],
      },
    ],
  }

  it('fires on a cell with money that is neither a fact nor explained', () => {
    const [alarm, ...others] = alarmsOf(wholeOf(table))
    expect(others).toEqual([])
    expect(alarm).toMatchObject({ kind: 'cell', figures: '5.00' })
    expect(alarm?.subject).toContain('项目支出')
  })

  it('is silent where the cell has a reason', () => {
    const filing = wholeOf({ ...table, facts: [] })
    for (const cell of filing.tables[0]?.cells ?? []) cell.bbox = `0.0 ${cell.row}0.0 9.0 ${cell.row}9.0`
    const explained = { page: 1, bbox: '2.0 12.0 6.0 18.0', text: '310.00', reason: 'listed' as const }
    expect(alarmsOf({ ...filing, loose_numbers: [explained] }).map(({ figures }) => figures)).toEqual([
      '5.00',
    ])
  })

  it('fires on a figure of the text that a table prints for the code below', () => {
    const prose = { value: '2500000', source: 'prose' as const, page: 9 }
    const row = { value: '2500000', function_code: '2012601' }
    expect(kindsOf(wholeOf([prose, row]))).toEqual(['slip'])
    expect(kindsOf(wholeOf([prose, row, { value: '2500000', page: 3 }]))).toEqual([])
    // All money may be of one fund.
    expect(kindsOf(wholeOf([{ ...prose, fund: 'fiscal' }, { value: '2500000' }, row]))).toEqual([])
  })

  it('tells error findings and filings that are not ok', () => {
    expect(kindsOf(wholeOf([], { findings: [finding({ severity: 'error' })] }))).toEqual(['error'])
    expect(kindsOf(wholeOf([], { status: 'partial', message: 'unbound' }))).toEqual(['status'])
  })
})
