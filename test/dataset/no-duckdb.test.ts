import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { processAll } from '../../src/run/index.js'

// A platform for which npm has no DuckDB: importing it throws.
vi.mock('@duckdb/node-api', () => {
  throw new Error('no native binding')
})

it('writes everything but the dataset where there is no DuckDB, and says so', async () => {
  const output = mkdtempSync(join(tmpdir(), '无库 '))
  const { dataset_fault, totals, checks } = await processAll(
    [fileURLToPath(new URL('../../samples/filings/云汀', import.meta.url))],
    {
      output,
      report: false,
      lists: false,
      worker: new URL('../../dist/run/worker.js', import.meta.url),
      roster: [
        { line: 2, organization: '无名市局', level: 'department', parent: '', year: '2025', kind: 'budget' },
      ],
    },
  )
  expect(dataset_fault?.code).toBe('no-duckdb')
  expect(totals.ok).toBe(4)
  const lines = readFileSync(join(output, 'checks.csv'), 'utf8').trimEnd().split('\n')
  expect(lines.length - 1).toBe(checks.pass + checks.fail + checks.undecided)
  // Who is missing from the roster needs no figures.
  expect(lines.some((l) => l.includes('YS-REGION-ROSTER'))).toBe(true)
  const names = readdirSync(output).filter((n) => !['filings', 'standing', '.yusuan'].includes(n))
  expect(names.filter((n) => !/\.(?:csv|json)$/.test(n))).toEqual([])
  expect(readFileSync(join(output, 'datapackage.json'), 'utf8')).not.toContain('parquet')
})
