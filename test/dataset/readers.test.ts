import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { beforeAll, describe, expect, it } from 'vitest'
import { queryDataset } from '../../src/dataset/index.js'
import { TABLES_OF_OUTPUT } from '../../src/publish/index.js'
import { processAll } from '../../src/run/index.js'

// The Parquet files as a reader sees them that shares no code with DuckDB, which wrote them.

const samples = fileURLToPath(new URL('../../samples/filings/青屏', import.meta.url))
const output = mkdtempSync(join(tmpdir(), '读者 '))

const bytesOf = (name: string): ArrayBuffer => {
  const { buffer, byteOffset, byteLength } = readFileSync(join(output, `${name}.parquet`))
  return (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength)
}
const rowsOf = (name: string) => parquetReadObjects({ file: bytesOf(name), compressors })
const linesOf = (name: string) =>
  parse(readFileSync(join(output, `${name}.csv`)), { bom: true, columns: true }) as Record<string, string>[]

/** A cell of the CSV as its column's type has it. */
const typed = (cell: string, type: string): unknown => {
  if (cell === '') return null
  if (type === 'boolean') return cell === 'true'
  return type === 'string' ? cell.replace(/^'(?=[=+\-@\t\r])/, '') : Number(cell)
}

beforeAll(async () => {
  const worker = new URL('../../dist/run/worker.js', import.meta.url)
  expect((await processAll([samples], { output, worker, report: false })).dataset_fault).toBeUndefined()
})

describe('an independent reader of Parquet', () => {
  it.each(TABLES_OF_OUTPUT.map(({ name, columns }) => [name, columns] as const))(
    'finds in %s the rows of the CSV: numbers as numbers, nothing where a cell is empty',
    async (name, columns) => {
      const rows = await rowsOf(name)
      const lines = linesOf(name)
      expect(rows).toHaveLength(lines.length)
      for (const [i, line] of lines.entries())
        for (const { name: column, type } of columns)
          expect(rows[i]?.[column] ?? null, `${column} of row ${i}`).toEqual(
            typed(line[column] as string, type),
          )
    },
  )

  it('is told what is a number, a code and a year', () => {
    const { schema } = parquetMetadata(bytesOf('facts'))
    const typeOf = (name: string) => {
      const { type, converted_type, precision, scale } = schema.find((s) => s.name === name) ?? {}
      return [type, converted_type, precision, scale].filter((part) => part !== undefined).join(' ')
    }
    expect(typeOf('value')).toMatch(/DECIMAL 38 6$/)
    expect(typeOf('year')).toMatch(/^INT32/)
    expect(typeOf('function_code')).toMatch(/^BYTE_ARRAY UTF8/)
  })
})

describe('missing values', () => {
  const ask = async (sql: string) => {
    const rows = []
    for await (const row of (await queryDataset(output, TABLES_OF_OUTPUT, sql)).rows) rows.push(row)
    return rows
  }

  it('are NULL in every column of every table, and no text is empty', async () => {
    for (const { name, columns } of TABLES_OF_OUTPUT) {
      const empty = columns.filter((c) => c.type === 'string').map((c) => `"${c.name}" = ''`)
      expect(await ask(`SELECT count(*) FROM "${name}" WHERE ${empty.join(' OR ')}`)).toEqual([[0]])
    }
    const [[none]] = (await ask('SELECT count(*) FROM facts WHERE function_code IS NULL')) as [[number]]
    expect(none).toBe(linesOf('facts').filter((f) => f.function_code === '').length)
    expect(none).toBeGreaterThan(0)
  })
})
