import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonical, decimal } from '../../src/model/money.js'
import { processAll } from '../../src/run/index.js'

const shared = new URL('../../../shared/', import.meta.url).pathname
const gold = join(shared, 'gold')
const present = existsSync(gold) && existsSync(join(shared, 'filings'))

interface Row {
  kind: string
  file_a: string
  file_b: string
  subject: string
  value_a: string
  value_b: string
  difference: string
}

const rowsOf = (path: string): Record<string, string>[] =>
  parse(readFileSync(path, 'utf8'), { columns: true, bom: true })

/** Rows that no check row can stand for, each with its reason. */
const UNREACHED: Record<string, string> = {
  '（二）本年其他资金收入': '880.69 is a printed figure that the contract has no concept for',
  '名词解释市级/区级': 'words, no figures',
  '项目概况8013/8103、错别字': 'no values: the same slip in both years',
}

const files = present ? readdirSync(gold).filter((f) => f.endsWith('.cross.csv')) : []

describe.skipIf(!present)('what the labels say of two filings', () => {
  let checks: Record<string, string>[]
  let idOf: Map<string, string>

  beforeAll(async () => {
    const output = mkdtempSync(join(tmpdir(), 'cross '))
    const worker = new URL('../../dist/run/worker.js', import.meta.url)
    const places = ['beijing', 'putuo', 'suzhou'].map((p) => join(shared, 'filings', p))
    await processAll(places, { output, worker, concurrency: 2, report: false, lists: false })
    checks = rowsOf(join(output, 'checks.csv'))
    idOf = new Map(
      rowsOf(join(output, 'filings.csv')).map((f) => [
        (f.source as string).split('/').at(-1) as string,
        f.filing_id as string,
      ]),
    )
  }, 300_000)

  /** One of the files is in 万元; its vehicles are not. */
  const yuan = (value: string, file: string): string =>
    value === ''
      ? ''
      : canonical(decimal(value).times(file.includes('万里街道') && value !== '8' ? 10_000 : 1))

  /** A row of checks.csv with figures of both files, these two values and this difference. */
  function isIn(row: Row, file: string): boolean {
    const ids = [row.file_a, row.file_b].map((f) => idOf.get(f) as string)
    const values = [yuan(row.value_a, file), yuan(row.value_b, file)].filter(Boolean).sort()
    const difference = row.difference && canonical(decimal(yuan(row.difference, file)).abs())
    return checks.some((c) => {
      const facts = c.facts as string
      if (!ids.every((id) => facts.includes(`${id}-`))) return false
      const found = [c.expected, c.actual].filter(Boolean).sort()
      if (values.length > 0 && found.join(' ') !== values.join(' ')) return false
      return (
        difference === '' ||
        (c.difference !== '' && canonical(decimal(c.difference as string).abs()) === difference)
      )
    })
  }

  it.each(
    files.flatMap((file) =>
      rowsOf(join(gold, file)).map((row) => [file, row.subject as string, row] as const),
    ),
  )('%s: %s', (file, subject, row) => {
    if (UNREACHED[subject]) return
    expect(isIn(row as unknown as Row, file)).toBe(true)
  })

  it('leave out no more rows than are listed', () => {
    const subjects = files.flatMap((file) => rowsOf(join(gold, file)).map((r) => r.subject as string))
    expect(Object.keys(UNREACHED).filter((s) => !subjects.includes(s))).toEqual([])
  })
})
