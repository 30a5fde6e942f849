import { access } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { asPattern, DatasetError, firstLine, quoted } from './duckdb.js'
import { type DatasetTable, parquetPath } from './parquet.js'
import { isQuestion } from './question.js'

/** Why a question has no answer: wrong SQL, another statement than a question, no dataset to ask, or no time left. */
export class QueryError extends Error {
  constructor(
    readonly code: 'no-dataset' | 'not-a-question' | 'sql' | 'timeout',
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
/** Seconds: sums over a hundred thousand filings take some ten. */
const TIME_LIMIT = 300
const NUMBER = /^(?:DECIMAL|.*INT|DOUBLE|FLOAT|REAL)/

/**
 * Answers one SELECT from the Parquet of an output folder; the tables are named as the CSV files. It may take
 * `timeLimit` seconds until its last row.
 */
export async function queryDataset(
  output: string,
  tables: readonly DatasetTable[],
  sql: string,
  timeLimit = TIME_LIMIT,
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
  // DuckDB finds no words for a text without a statement.
  if (sql.trim() === '' || !(await isQuestion(connection, sql))) throw new QueryError('not-a-question', '')
  const time = new TimeLimit(connection, timeLimit)
  try {
    const result = await connection.stream(sql)
    const types = result.columnTypes().map(String)
    const columns = result.columnNames().map((name, i) => ({ name, number: NUMBER.test(types[i] ?? '') }))
    return { columns, rows: rowsOf(result.yieldRowsJson(), types, time) }
  } catch (error) {
    throw time.faultOf(error as Error)
  }
}

/** Interrupts what takes too long. */
class TimeLimit {
  private over = false
  private readonly timer: NodeJS.Timeout

  constructor(
    connection: DuckDBConnection,
    private readonly seconds: number,
  ) {
    this.timer = setTimeout(() => {
      this.over = true
      connection.interrupt()
    }, seconds * 1000)
  }

  end(): void {
    clearTimeout(this.timer)
  }

  faultOf(error: Error): QueryError {
    this.end()
    return this.over
      ? new QueryError('timeout', String(this.seconds))
      : new QueryError('sql', firstLine(error))
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
  time: TimeLimit,
): AsyncGenerator<(string | number | boolean | null)[]> {
  try {
    for await (const rows of chunks)
      for (const row of rows) yield row.map((value, i) => cellOf(value, types[i] ?? ''))
  } catch (error) {
    throw time.faultOf(error as Error)
  } finally {
    time.end()
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
