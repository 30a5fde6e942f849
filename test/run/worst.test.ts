import { expect, it } from 'vitest'
import type { FindingRow } from '../../src/model/finding-row.js'
import type { Organization } from '../../src/model/organization.js'
import { WorstSoFar } from '../../src/run/worst.js'
import { newPile } from '../piles.js'

const organization = (organization_id: string, name: string, parent_id = ''): Organization => ({
  organization_id,
  name,
  aliases: [],
  region: '云汀市',
  parent_id,
  first_year: '2025',
  last_year: '2025',
  evidence: '',
})
const row = (severity: string, filing_id: string, organization_id: string, organization = ''): FindingRow =>
  ({
    finding: { severity },
    filing: { filing_id, source: `夹/${filing_id}.pdf`, organization, organization_id, fiscal_year: '2025' },
  }) as FindingRow

const organizations = [
  organization('a', '水文局'),
  organization('b', '水文站', 'a'),
  organization('c', '园林局'),
]

async function worstOf(rows: readonly FindingRow[]) {
  const sofar = new WorstSoFar(newPile, new Map(organizations.map((o) => [o.organization_id, o])))
  for (const one of rows) await sofar.add(one)
  return sofar.worst()
}

it('ranks filings by errors, then warnings, and counts units with their department', async () => {
  const { filings, departments } = await worstOf([
    row('warning', '1', 'a', '水文局'),
    row('warning', '1', 'a', '水文局'),
    row('warning', '1', 'a', '水文局'),
    row('error', '2', 'b', '水文站'),
    row('error', '3', 'c', '园林局'),
    row('warning', '3', 'c', '园林局'),
    row('info', '4', 'c', '园林局'),
    row('warning', '', '', '未报局'),
  ])
  expect(filings.map((f) => [f.source, f.errors, f.warnings])).toEqual([
    ['夹/3.pdf', 1, 1],
    ['夹/2.pdf', 1, 0],
    ['夹/1.pdf', 0, 3],
  ])
  expect(departments).toEqual([
    { organization_id: 'a', name: '水文局', errors: 1, warnings: 3 },
    { organization_id: 'c', name: '园林局', errors: 1, warnings: 1 },
    { organization_id: '', name: '未报局', errors: 0, warnings: 1 },
  ])
})

it('names ten at most, the same whatever the order of the findings', async () => {
  const rows = Array.from({ length: 14 }, (_, i) => row('error', String(10 + i), 'c'))
  const { filings } = await worstOf(rows)
  expect(filings.map((f) => f.filing_id)).toEqual([
    '10',
    '11',
    '12',
    '13',
    '14',
    '15',
    '16',
    '17',
    '18',
    '19',
  ])
  expect((await worstOf(rows.toReversed())).filings).toEqual(filings)
})
