import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { beforeAll, describe, expect, it } from 'vitest'
import { cellName } from '../../src/dataset/panel-table.js'
import { call, NO_PAPERS, samples } from './call.js'

type Row = Record<string, string>
const folder = mkdtempSync(join(tmpdir(), '面板 '))
/** What SQL would end a text at, and a shell a name. */
const output = join(folder, "结果's [1]")
const asked = (...args: string[]) => call('panel', '-o', output, ...args)
const rowsOf = (text: string) => parse(text, { bom: true, columns: true }) as Row[]
const KEY = ['organization_id', 'organization_level', 'kind', 'basis', 'year']
const keyOf = (row: Row, more: string[] = []) => [...KEY, ...more].map((k) => row[k]).join('|')
let long: Row[]

beforeAll(() => {
  expect(
    call('-q', 'run', join(samples, '青屏'), join(samples, '云汀'), '-o', output, ...NO_PAPERS).status,
  ).toBe(0)
  long = rowsOf(readFileSync(join(output, 'panel.csv'), 'utf8'))
  expect(long.length).toBeGreaterThan(500)
}, 120_000)

describe('yusuan panel', () => {
  it('prints the rows of panel.csv, and of them those that are asked for', () => {
    expect(rowsOf(asked().stdout)).toEqual(long)
    const some = asked(
      '--concept',
      'expenditure,revenue',
      '--fund',
      'all',
      '--nature',
      'none',
      '--code-digits',
      '0,3',
    )
    const codes = ['function_code', 'economy_code', 'government_economy_code']
    expect(rowsOf(some.stdout)).toEqual(
      long.filter(
        (r) =>
          ['expenditure', 'revenue'].includes(r.concept as string) &&
          r.fund === 'all' &&
          r.nature === '' &&
          codes.every((c) => [0, 3].includes((r[c] as string).length)),
      ),
    )
    const final = rowsOf(asked('--kind', 'final', '--level', 'department', '--year', '2024').stdout)
    expect(final.length).toBeGreaterThan(0)
    expect(final).toEqual(
      long.filter((r) => `${r.kind} ${r.organization_level} ${r.year}` === 'final department 2024'),
    )
  })

  it.each([false, true])(
    'has each amount at one place of the wide form, and nothing else (by fund: %s)',
    (byFund) => {
      const { stdout, status } = asked('--wide', ...(byFund ? ['--by-fund'] : []))
      expect(status).toBe(0)
      const more = byFund ? ['fund'] : []
      const wide = new Map(rowsOf(stdout).map((row) => [keyOf(row, more), row]))
      expect(wide.size).toBe(new Set(long.map((row) => keyOf(row, more))).size)
      const places = new Set<string>()
      for (const row of long) {
        const { fund, ...without } = row
        const name = cellName(byFund ? without : row)
        const place = `${keyOf(row, more)} ${name}`
        expect(places.has(place), place).toBe(false)
        places.add(place)
        expect(wide.get(keyOf(row, more))?.[name], place).toBe(row.value_yuan)
      }
      const filled = [...wide.values()].flatMap((row) =>
        Object.entries(row).filter(
          ([name, cell]) => /^[a-z-]+(\.|$)/.test(name) && !NAMED.includes(name) && cell !== '',
        ),
      )
      expect(filled).toHaveLength(long.length)
      for (const [key, row] of wide)
        expect(row.conflicts, key).toBe(
          String(long.filter((r) => keyOf(r, more) === key && r.conflict === 'true').length),
        )
    },
  )

  it('writes the same as CSV for spreadsheets and as Parquet, the same bytes each time', async () => {
    const [csv, parquet, again] = ['宽.csv', '宽.parquet', '又.parquet'].map((n) => join(folder, n)) as [
      string,
      string,
      string,
    ]
    for (const to of [csv, parquet, again]) {
      const { status, stdout, stderr } = asked('--wide', '--to', to)
      expect([status, stdout]).toEqual([0, ''])
      expect(stderr).toContain(to)
    }
    const text = readFileSync(csv, 'utf8')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(rowsOf(text)).toEqual(rowsOf(asked('--wide').stdout))
    expect(readFileSync(parquet).equals(readFileSync(again))).toBe(true)
    const { buffer, byteOffset, byteLength } = readFileSync(parquet)
    const file = (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength)
    const rows = await parquetReadObjects({ file, compressors })
    for (const [i, row] of rowsOf(text).entries())
      for (const [name, cell] of Object.entries(row)) expect(String(rows[i]?.[name] ?? ''), name).toBe(cell)
    expect(readdirSync(folder).sort()).toEqual(['又.parquet', '宽.csv', '宽.parquet', "结果's [1]"].sort())
  })

  it.each([
    [['--concept', "expenditure') OR (1=1"], '--concept'],
    [['--fund', 'some'], 'general'],
    [['--year', '2025; DROP VIEW panel'], '--year'],
    [['--code-digits', '4'], '0、3、5、7'],
    [['--format', 'xlsx'], 'csv, parquet'],
    [['--format', 'parquet'], '--to'],
    [['--by-fund'], '--wide'],
    [['--to', join(output, 'panel.csv')], '不能覆盖'],
    [['--to', join(folder, '没有', 'x.csv')], '不能写'],
    [['--wide', '--to', join(output, 'filings')], '不能写'],
  ])('answers a wrong call by one sentence: %s', (args, says) => {
    const before = readFileSync(join(output, 'panel.csv'), 'utf8')
    const { status, stdout, stderr } = asked(...args)
    expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1])
    expect(stderr).toContain(says)
    expect(readFileSync(join(output, 'panel.csv'), 'utf8')).toBe(before)
  })

  it('says where there is no output, and no panel', () => {
    expect(call('panel', '-o', folder)).toMatchObject({ status: 2, stdout: '' })
    expect(call('panel', '-o', folder).stderr).toContain('run.json')
    rmSync(join(output, 'panel.parquet'))
    expect(asked()).toMatchObject({ status: 2, stdout: '' })
    expect(asked().stderr).toContain('yusuan check')
  })
})

const NAMED = [...KEY, 'organization', 'region', 'fund', 'conflicts']

describe('the name of an amount’s column', () => {
  it.each([
    [{ concept: 'expenditure', fund: 'general', function_code: '2050101' }, 'expenditure.general.2050101'],
    [{ concept: 'expenditure', fund: 'general', nature: 'basic' }, 'expenditure.general.basic'],
    [
      { concept: 'expenditure', economy_code: '30108', government_economy_code: '50102' },
      'expenditure.30108.g50102',
    ],
    [{ concept: 'expenditure', economy_code: '50102' }, 'expenditure.50102'],
    [{ concept: 'expenditure', function_code: '50102' }, 'expenditure.f50102'],
    [{ concept: 'expenditure', economy_code: '20102' }, 'expenditure.e20102'],
    [{ concept: 'meetings', fund: '', function_code: '' }, 'meetings'],
  ])('%o is %s', (cell, name) => expect(cellName(cell)).toBe(name))
})
