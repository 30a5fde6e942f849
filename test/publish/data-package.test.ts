import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { Profile } from 'datapackage'
import { Table } from 'tableschema'
import { beforeAll, describe, expect, it } from 'vitest'
import { CSV_FILES, PANEL_FILE } from '../../src/publish/columns.js'
import { dataPackage, FirstSources } from '../../src/publish/data-package.js'
import { processAll } from '../../src/run/index.js'

// The Data Package and Table Schema standards (v1), by the libraries of those who wrote them.

const samples = new URL('../../samples/filings', import.meta.url).pathname
const output = mkdtempSync(join(tmpdir(), '数据包 '))

interface Resource {
  name: string
  path: string
  profile: string
  parquet?: string
  schema: {
    fields: Record<'name' | 'title' | 'description', string>[]
    primaryKey: string
    foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[]
  }
}
const descriptor = () =>
  JSON.parse(readFileSync(join(output, 'datapackage.json'), 'utf8')) as {
    profile: string
    resources: Resource[]
    sources: { title: string; sha256?: string; path?: string }[]
  }
/** Rows of a CSV once the BOM is stripped, the header first. */
const linesOf = (path: string) =>
  parse(readFileSync(join(output, path), 'utf8').replace(/^\uFEFF/, '')) as string[][]
const recordsOf = (path: string) =>
  parse(readFileSync(join(output, path), 'utf8'), { bom: true, columns: true }) as Record<string, string>[]

/** What is wrong with rows by their Table Schema, keys to other tables included. */
async function wrong(schema: Resource['schema'], lines: string[][], filings: object[]): Promise<string[]> {
  const table = await Table.load(lines, { schema })
  try {
    await table.read({ relations: { filings } })
    return []
  } catch (error) {
    const { message, errors = [] } = error as Error & { errors?: Error[] }
    return [message, ...errors.map((e) => e.message)]
  }
}

beforeAll(async () => {
  await processAll([samples], {
    output,
    report: false,
    worker: new URL('../../dist/run/worker.js', import.meta.url),
    // A row without a filing, and one of each kind over all filings.
    control: [2, 3].map((line) => ({
      line,
      kind: 'budget',
      year: line === 2 ? '2025' : '1999',
      basis: 'budget',
      concept: 'expenditure',
      fund: 'all',
      function_code: '',
      amount: '1',
    })),
    roster: [
      { line: 2, organization: '无名市局', level: 'department', parent: '', year: '2025', kind: 'budget' },
    ],
  })
})

const FILES = [...Object.keys(CSV_FILES), PANEL_FILE]

describe('datapackage.json', () => {
  it('validates against the JSON Schema of its profile, and each resource against that of its own', async () => {
    const { profile, resources } = descriptor()
    expect(profile).toBe('tabular-data-package')
    for (const name of ['data-package', profile]) {
      const schema = await Profile.load(name)
      expect(schema.validate(descriptor()).errors).toEqual([])
      expect(schema.validate({ ...descriptor(), resources: [] }).valid).toBe(false)
    }
    for (const resource of resources)
      expect((await Profile.load(resource.profile)).validate(resource).errors).toEqual([])
  })

  it('names every file, and the Parquet beside it', () => {
    expect(descriptor().resources.map((r) => r.path)).toEqual(FILES)
    for (const { name, parquet } of descriptor().resources) {
      expect(parquet).toBe(`${name}.parquet`)
      expect(
        readFileSync(join(output, `${name}.parquet`))
          .subarray(0, 4)
          .toString(),
      ).toBe('PAR1')
    }
  })
})

describe('what the package says beside its tables', () => {
  it('is what each column means, in both languages', () => {
    for (const { name, schema } of descriptor().resources)
      for (const field of schema.fields) {
        expect(field.title, `${name}.${field.name}`).toMatch(/\p{Script=Han}.* [A-Za-z]/u)
        expect(field.description, `${name}.${field.name}`).toMatch(/\p{Script=Han}.* \S*[A-Za-z]/u)
      }
  })

  it('is which files were read, by their hashes; of very many where that is said', () => {
    const { sources } = descriptor()
    expect(sources).toEqual(recordsOf('filings.csv').map((f) => ({ title: f.source, sha256: f.sha256 })))
    const many = new FirstSources()
    for (let i = 0; i < 201; i++) many.add({ source: `${i}.pdf`, sha256: 'a'.repeat(64) })
    const contents = { parquet: false, gone: false, sources: many }
    expect(dataPackage('0', contents)).toMatchObject({ sources: [{ path: 'filings.csv' }] })
    expect(dataPackage('0', { ...contents, sources: new FirstSources() })).not.toHaveProperty('sources')
  })

  it('is how tables hang together: every key leads to a row', () => {
    const tables = new Map(descriptor().resources.map(({ name, path }) => [name, recordsOf(path)]))
    let keys = 0
    for (const { name, schema } of descriptor().resources)
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const rows = tables.get(reference.resource || name) as Record<string, string>[]
        const known = new Set(rows.map((row) => row[reference.fields]))
        const cells = (tables.get(name) as Record<string, string>[]).map((row) => row[fields])
        expect(
          cells.filter((cell) => cell !== '' && !known.has(cell)),
          `${name}.${fields}`,
        ).toEqual([])
        keys++
      }
    expect(keys).toBeGreaterThan(15)
  })
})

/** Among so few samples none stands out and none is misread: rows as they would be; `-` is the filing, `_` is empty. */
const ROWS: Readonly<Record<string, string>> = {
  'hints.csv': '1 YS-HINT-CHANGE - a.pdf 某局 2025 budget 55.4 % 7.5 0.6 -3 4 23 乙局 增幅明显高 支出 f1',
  'doubts.csv':
    'd1 - YS-PROSE-SAME-FIGURE subject-slip 3 _ 也可能是程序读错 2 1 1 元 f1 f1 f2 支出 a.pdf 某局 2025 正文 c1',
}

describe.each(FILES)('%s', (path) => {
  const resource = () => descriptor().resources.find((r) => r.path === path) as Resource

  it('is what its Table Schema says', async () => {
    const lines = linesOf(path)
    expect(lines.length).toBeGreaterThan(path in ROWS ? 0 : 1)
    expect(lines[0]).toEqual(resource().schema.fields.map((f) => f.name))
    expect(await wrong(resource().schema, lines, recordsOf('filings.csv'))).toEqual([])
  })

  it('has a schema that notices an id that stands twice, and one of no filing', async () => {
    const { schema } = resource()
    const filings = recordsOf('filings.csv')
    const lines = linesOf(path)
    const cell = (c: string) => (c === '-' ? String(filings.at(-1)?.filing_id) : c === '_' ? '' : c)
    if (lines.length === 1) lines.push((ROWS[path] as string).split(' ').map(cell))
    expect(await wrong(schema, lines, filings)).toEqual([])
    expect(await wrong(schema, [...lines, lines[1] as string[]], filings)).not.toEqual([])
    if (schema.foreignKeys?.some((key) => key.reference.resource === 'filings'))
      expect(await wrong(schema, lines, filings.slice(0, 1))).not.toEqual([])
  })
})

describe('facts.csv', () => {
  it.each([
    ['value', 'twelve'],
    ['value', ''],
    ['page', '1.5'],
    ['fund', 'some'],
    ['function_code', '20'],
    ['year', '202'],
    ['bbox', '1 2 3'],
    ['value_unit', '万元'],
    ['filing_id', 'x'],
  ])('has a schema that notices %s "%s"', async (column, value) => {
    const { schema } = descriptor().resources.find((r) => r.path === 'facts.csv') as Resource
    const [header, first] = linesOf('facts.csv') as [string[], string[]]
    const row = first.map((cell, i) => (header[i] === column ? value : cell))
    const filings = [...recordsOf('filings.csv'), { filing_id: 'x' }]
    expect(await wrong(schema, [header, first], filings)).toEqual([])
    expect(await wrong(schema, [header, row], filings)).not.toEqual([])
  })
})
