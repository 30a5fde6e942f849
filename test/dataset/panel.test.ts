import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Dataset } from '../../src/dataset/index.js'
import { TABLES_OF_OUTPUT, writeRows } from '../../src/publish/index.js'

type Row = Record<string, string | number | boolean | null>

const DEFAULTS: Readonly<Record<string, Row>> = {
  filings: {
    filing_id: 'a'.repeat(16),
    source: 'a.pdf',
    kind: 'budget',
    fiscal_year: 2026,
    organization_id: 'o-1',
    organization_level: 'department',
    sha256: 'a'.repeat(64),
  },
  organizations: { organization_id: 'o-1', name: '某市某局' },
  tables: {},
  facts: {
    filing_id: 'a'.repeat(16),
    year: 2026,
    basis: 'budget',
    measure: 'amount',
    unit: '万元',
    decimals: 2,
    source: 'table',
    page: 1,
    bbox: '0.0 0.0 1.0 1.0',
    confidence: 1,
    status: 'proven',
  },
}

/** The panel of figures in 万元 with two digits, as `concept fund nature value_yuan prints conflict`. */
async function panelOf(facts: readonly Row[], tables: readonly Row[] = []): Promise<string[]> {
  const output = mkdtempSync(join(tmpdir(), '面板 '))
  const given: Record<string, readonly Row[]> = {
    filings: [{}],
    organizations: [{}],
    tables,
    facts: facts.map((fact, i) => ({ fact_id: `f${i}`, raw: `${Number(fact.value) / 1e4}`, ...fact })),
  }
  const taken = TABLES_OF_OUTPUT.filter((t) => t.name in given)
  const dataset = await Dataset.open(output, taken)
  try {
    for (const { name, columns } of taken) {
      async function* rows() {
        for (const row of given[name]!)
          yield columns.map((c) => row[c.name] ?? DEFAULTS[name]?.[c.name] ?? null)
      }
      await writeRows(join(output, `${name}.csv`), columns, rows())
      await dataset.take({ name, columns })
    }
    const found = []
    for await (const r of dataset.panel())
      found.push(
        [r.concept, r.fund, r.nature, r.value_yuan, r.prints, r.conflict].filter((c) => c !== '').join(' '),
      )
    return found.sort()
  } finally {
    await dataset.close()
  }
}

describe('two totals that differ by what is carried', () => {
  const income = { concept: 'revenue', fund: 'all' }
  it('are income with and without what comes from the year before', async () => {
    expect(
      await panelOf([
        { ...income, value: '30000000' },
        { ...income, value: '32000000', source: 'prose' },
        { concept: 'revenue.carry-in', fund: 'all', value: '2000000' },
      ]),
    ).toEqual([
      'revenue all 30000000 1 false',
      'revenue.carry-in all 2000000 1 false',
      'revenue.grand-total all 32000000 1 false',
    ])
  })

  it('agree with a total that is called so', async () => {
    const found = await panelOf([
      { concept: 'expenditure', fund: 'all', value: '30000000' },
      { concept: 'expenditure', fund: 'all', value: '32000000' },
      { concept: 'expenditure.grand-total', fund: 'all', value: '32000000' },
      { concept: 'expenditure.carry-out', fund: 'all', value: '2000000' },
    ])
    expect(found).toContain('expenditure.grand-total all 32000000 2 false')
    expect(found).toContain('expenditure all 30000000 1 false')
  })

  it('are project spending as a whole and that of this year’s money', async () => {
    const project = { concept: 'expenditure', fund: 'general', nature: 'project' }
    expect(
      await panelOf([
        { ...project, value: '16122900' },
        { ...project, value: '16049500' },
        { concept: 'revenue.carry-in', fund: 'general', value: '73400' },
      ]),
    ).toContain('expenditure general project 16122900 1 false')
  })

  it.each([
    ['by another sum', '2000200'],
    ['by nothing that is printed', undefined],
  ])('contradict each other where they differ %s', async (_, carried) => {
    const found = await panelOf([
      { ...income, value: '30000000' },
      { ...income, value: '32000000' },
      ...(carried ? [{ concept: 'revenue.carry-in', fund: 'all', value: carried }] : []),
    ])
    expect(found).toContain('revenue all 30000000 2 true')
  })

  it('contradict each other where what is carried is of another fund, year or basis', async () => {
    const others: Row[] = [
      { fund: 'government-fund' },
      { fund: 'all', year: 2025 },
      { fund: 'all', basis: 'final' },
    ]
    for (const other of others)
      expect(
        await panelOf([
          { ...income, value: '30000000' },
          { ...income, value: '32000000' },
          { concept: 'revenue.carry-in', value: '2000000', ...other },
        ]),
      ).toContain('revenue all 30000000 2 true')
  })
})

describe('what has no money of its own in its key', () => {
  it('is of the fund that its table is about', async () => {
    const operating = { concept: 'expenditure.operating' }
    expect(
      await panelOf(
        [
          { ...operating, value: '5000000', table_id: 't0' },
          { ...operating, value: '0', table_id: 't1' },
          { ...operating, value: '0', table_id: 't2' },
        ],
        [
          { table_id: 't0', type: 'income-expenditure-summary' },
          { table_id: 't1', type: 'fiscal-summary' },
          { table_id: 't2', type: 'government-fund' },
        ],
      ),
    ).toEqual([
      'expenditure.operating 5000000 1 false',
      'expenditure.operating fiscal 0 1 false',
      'expenditure.operating government-fund 0 1 false',
    ])
  })

  it('leaves out targets, whose key does not say of what', async () => {
    expect(
      await panelOf([
        { concept: 'performance.amount', value: '900000' },
        { concept: 'meetings', value: '10000' },
      ]),
    ).toEqual(['meetings 10000 1 false'])
  })
})
