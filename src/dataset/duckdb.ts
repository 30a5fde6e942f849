import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

/** Why there is no dataset: no DuckDB for this platform, or a file that could not be written or read. */
export type DatasetFaultCode = 'no-duckdb' | 'failed'

export class DatasetError extends Error {
  constructor(
    readonly code: DatasetFaultCode,
    detail: string,
  ) {
    super(detail)
  }
}

/** What DuckDB may hold in memory; what is more goes to disk. */
const MEMORY_LIMIT = '384MB'
/** A folder of what does not fit into memory; left over only where the process was killed. */
const SPILL = '.dataset-'

/** A database in memory, for one command. One thread: the same rows give the same bytes. */
export class Database {
  private aside: DuckDBConnection | undefined

  private constructor(
    private readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
    private readonly spill: string,
  ) {}

  static async open(output: string): Promise<Database> {
    const duckdb = await import('@duckdb/node-api').catch((error: Error) => {
      throw new DatasetError('no-duckdb', firstLine(error))
    })
    let spill: string | undefined
    try {
      spill = await mkdtemp(join(output, SPILL))
      const instance = await duckdb.DuckDBInstance.create(':memory:', {
        threads: '1',
        memory_limit: MEMORY_LIMIT,
        temp_directory: spill,
        // Nothing is fetched: json, parquet and csv are built in.
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
      })
      return new Database(instance, await instance.connect(), spill)
    } catch (error) {
      if (spill) await rm(spill, { recursive: true, force: true })
      throw new DatasetError('failed', firstLine(error as Error))
    }
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql).catch((error: Error) => {
      throw new DatasetError('failed', firstLine(error))
    })
  }

  /** Rows in chunks, so that a large result never is in memory as a whole. */
  async *rows(sql: string): AsyncGenerator<Record<string, unknown>> {
    try {
      const result = await this.connection.stream(sql)
      for await (const chunk of result.yieldRowObjectJs()) yield* chunk
    } catch (error) {
      throw error instanceof DatasetError ? error : new DatasetError('failed', firstLine(error as Error))
    }
  }

  /** One row. Beside `rows`: a connection that is asked again forgets what it was still telling. */
  async one(sql: string): Promise<Record<string, unknown> | undefined> {
    try {
      this.aside ??= await this.instance.connect()
      return (await this.aside.runAndReadAll(sql)).getRowObjectsJS()[0]
    } catch (error) {
      throw new DatasetError('failed', firstLine(error as Error))
    }
  }

  async close(): Promise<void> {
    this.aside?.closeSync()
    this.connection.closeSync()
    this.instance.closeSync()
    await rm(this.spill, { recursive: true, force: true })
  }
}

/** Removes what a killed process did not keep in memory. Nobody else may write to the output. */
export async function removeSpills(output: string): Promise<void> {
  for (const name of await readdir(output))
    if (name.startsWith(SPILL)) await rm(join(output, name), { recursive: true, force: true })
}

/** DuckDB repeats the statement below its first line. */
export const firstLine = (error: Error): string =>
  error.message.split('\n')[0]?.replaceAll(/\s+/g, ' ').trim() ?? ''

/** A text as SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A path as SQL where DuckDB would take brackets, stars and question marks for patterns. */
export const asPattern = (path: string): string => quoted(path.replace(/[[*?]/g, '[$&]'))
