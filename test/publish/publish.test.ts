import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { Filing } from '../../src/model/filing.js'
import { unread, validated } from '../../src/pipeline.js'
import { CSV_FILES } from '../../src/publish/columns.js'
import { cellText } from '../../src/publish/files.js'
import { writeDataPackage, writeFiling, writeTables } from '../../src/publish/index.js'
import { schemaNames, schemaText } from '../../src/schemas.js'
import { newPile } from '../piles.js'

const source = {
  path: '/x',
  source: '夹/a.pdf',
  sha256: 'b'.repeat(64),
  filingId: 'b'.repeat(16),
  kind: 'pdf' as const,
  bytes: 3,
}

async function written(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), '输出 '))
  const filing = { ...validated(unread(source, 'unreadable', 'no-text')), engine: 'e' }
  await writeFiling(folder, filing)
  async function* one() {
    yield filing
  }
  await writeTables(folder, one(), [], { newPile })
  await writeDataPackage(folder, '0.0.0', {
    parquet: false,
    gone: false,
    sources: { count: 1, first: [source] },
  })
  return folder
}

describe('cells', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@x', "'@x"],
    ['-5.20', '-5.20'],
    ['+3', '+3'],
    ['-abc', "'-abc"],
    ['plain', 'plain'],
    ['＝1+1', "'＝1+1"],
    ['－甲', "'－甲"],
    ['＋', "'＋"],
    ['＠x', "'＠x"],
    ['\n=1', "'\n=1"],
    ['甲\u001b[31m\u202e乙.pdf', '甲\\x1b[31m\\u202e乙.pdf'],
  ])('%s → %s', (value, cell) => {
    expect(cellText(value)).toBe(cell)
  })
})

it('leaves a cell empty of which the filing of an earlier version knows nothing', () => {
  expect([cellText(null), cellText(undefined as never), cellText(0), cellText(false)]).toEqual([
    '',
    '',
    '0',
    'false',
  ])
})

describe('the output contract', () => {
  it('writes every file whole, with BOM and header, and no leftovers', async () => {
    const folder = await written()
    expect(readdirSync(folder).sort()).toEqual(
      ['.yusuan', ...Object.keys(CSV_FILES), 'datapackage.json', 'filings'].sort(),
    )
    for (const [file, columns] of Object.entries(CSV_FILES)) {
      const text = readFileSync(join(folder, file), 'utf8')
      expect(text.charCodeAt(0)).toBe(0xfeff)
      const [header] = parse(text, { bom: true }) as string[][]
      expect(header).toEqual(columns.map((c) => c.name))
    }
  })

  it('describes each CSV in the data package as it is', async () => {
    const folder = await written()
    const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'))
    expect(resources.map((r: { path: string }) => r.path)).toEqual(Object.keys(CSV_FILES))
    for (const r of resources) {
      const [header] = parse(readFileSync(join(folder, r.path), 'utf8'), { bom: true }) as string[][]
      expect(r.schema.fields.map((f: { name: string }) => f.name)).toEqual(header)
    }
  })

  it('validates a filing before it is written', () => {
    const filing = validated(unread(source, 'unreadable', 'no-text'))
    expect(() => Filing.parse({ ...filing, fiscal_year: '26' })).toThrow()
  })

  it.each(schemaNames)('schemas/%s.schema.json is up to date (npm run schemas)', (name) => {
    expect(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')).toBe(
      schemaText(name),
    )
  })
})
