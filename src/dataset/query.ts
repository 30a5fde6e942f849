import { access } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { asPattern, DatasetError, firstLine, quoted } from './duckdb.js'
import { type DatasetTable, parquetPath } from './parquet.js'

/** Why a question has no answer: wrong SQL, another statement than a question, or no dataset to ask. */
export class QueryError extends Error {
  constructor(
    readonly code: 'no-dataset' | 'not-a-question' | 'sql',
    detail: string,
  ) {
    super(detail)
  }
}

export interface AnswerColumn {
  name: string
  /** Whether its values are numbers. */
  number: boolean
}

/** Rows come one by one; decimals are canonical text, nothing is floating point unless the SQL asks for it. */
export interface Answer {
  columns: AnswerColumn[]
  rows: AsyncGenerator<(string | number | boolean | null)[]>
}

const MEMORY_LIMIT = '1GB'
const NUMBER = /^(?:DECIMAL|.*INT|DOUBLE|FLOAT|REAL)/

/** Answers one SELECT from the Parquet of an output folder; the tables are named as the CSV files. */
export async function queryDataset(
  output: string,
  tables: readonly DatasetTable[],
  sql: string,
): Promise<Answer> {
  for (const { name } of tables)
    await access(parquetPath(output, name)).catch(() => {
      throw new QueryError('no-dataset', output)
    })
  const duckdb = await import('@duckdb/node-api').catch((error: Error) => {
    throw new DatasetError('no-duckdb', firstLine(error))
  })
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY_LIMIT,
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  for (const { name } of tables)
    await connection.run(
      `CREATE VIEW "${name}" AS SELECT * FROM read_parquet(${asPattern(parquetPath(output, name))})`,
    )
  await lock(connection, output, tables)
  try {
    // DuckDB finds no words for a text without a statement.
    const statements = sql.trim() === '' ? undefined : await connection.extractStatements(sql)
    if (statements?.count !== 1) throw new QueryError('not-a-question', '')
    const statement = await statements.prepare(0)
    const { SELECT, EXPLAIN } = duckdb.StatementType
    if (statement.statementType !== SELECT && statement.statementType !== EXPLAIN)
      throw new QueryError('not-a-question', '')
    const result = await statement.stream()
    const types = result.columnTypes().map(String)
    const columns = result.columnNames().map((name, i) => ({ name, number: NUMBER.test(types[i] ?? '') }))
    return { columns, rows: rowsOf(result.yieldRowsJson(), types) }
  } catch (error) {
    throw error instanceof QueryError ? error : new QueryError('sql', firstLine(error as Error))
  }
}

/** Only the dataset's own files can be read from here on, nothing written, nothing fetched. */
async function lock(connection: DuckDBConnection, output: string, tables: readonly DatasetTable[]) {
  const paths = tables.flatMap(({ name }) => {
    const path = parquetPath(output, name)
    // DuckDB compares the pattern as it is written in the view.
    return [quoted(path), asPattern(path)]
  })
  await connection.run(`SET allowed_paths = [${[...new Set(paths)].join(', ')}]`)
  await connection.run('SET enable_external_access = false')
  await connection.run('SET lock_configuration = true')
}

async function* rowsOf(
  chunks: AsyncIterable<unknown[][]>,
  types: readonly string[],
): AsyncGenerator<(string | number | boolean | null)[]> {
  try {
    for await (const rows of chunks)
      for (const row of rows) yield row.map((value, i) => cellOf(value, types[i] ?? ''))
  } catch (error) {
    throw new QueryError('sql', firstLine(error as Error))
  }
}

function cellOf(value: unknown, type: string): string | number | boolean | null {
  if (typeof value === 'string') {
    if (type.startsWith('DECIMAL') && value.includes('.')) return value.replace(/\.?0+$/, '')
    // 64-bit integers come as text; most fit a number of JavaScript.
    return type.endsWith('INT') && Number.isSafeInteger(Number(value)) ? Number(value) : value
  }
  if (value === null || value === undefined) return null
  return typeof value === 'object' ? JSON.stringify(value) : (value as number | boolean)
}
