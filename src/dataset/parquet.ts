import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { asPattern, Database, quoted } from './duckdb.js'

/** A table of the output: `<name>.csv`, and its columns as the Table Schema types them. */
export interface DatasetTable {
  name: string
  columns: readonly { name: string; type: 'string' | 'integer' | 'number' | 'boolean' | 'year' }[]
}

export const parquetPath = (output: string, name: string): string => join(output, `${name}.parquet`)

/** Rows of a Parquet row group: of the widest table some 20 MB, which is what is in memory at once; fewer of a wide panel. */
const rowGroup = (columns: number): number =>
  Math.max(2_048, Math.min(40_000, Math.floor(1_500_000 / columns)))

/** A sum over a hundred thousand filings names as many facts in one cell. */
const LONGEST_LINE = 4 * 2 ** 20

/** Writes `<name>.parquet` from `<name>.csv`: the same rows in the same order, under a temporary name until it is whole. */
export async function writeParquet(
  database: Database,
  output: string,
  { name, columns }: DatasetTable,
): Promise<void> {
  const path = parquetPath(output, name)
  const part = `${path}.part`
  const types = columns.map((c) => `${quoted(c.name)}: 'VARCHAR'`).join(', ')
  try {
    await database.run(
      `COPY (SELECT ${columns.map(typed).join(', ')}
        FROM read_csv(${asPattern(join(output, `${name}.csv`))}, columns = {${types}}, auto_detect = false,
          header = true, delim = ',', quote = '"', escape = '"', new_line = '\\n', max_line_size = ${LONGEST_LINE}, buffer_size = ${4 * LONGEST_LINE}))
      TO ${quoted(part)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroup(columns.length)})`,
    )
    await rename(part, path)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}

/** A cell of the CSV in its type. An empty one is NULL whatever its type, as the Table Schema says of the CSV. */
function typed({ name, type }: DatasetTable['columns'][0]): string {
  const cell = `"${name}"`
  if (type === 'string')
    // What spreadsheets would run as a formula has a mark before it in the CSV.
    return `CASE WHEN starts_with(${cell}, '''') THEN regexp_replace(${cell}, '^''([=+\\-@\\t\\r\\n＝＋－＠])', '\\1')
      ELSE nullif(${cell}, '') END AS ${cell}`
  if (type === 'integer' || type === 'year') return `CAST(${cell} AS INTEGER) AS ${cell}`
  if (type === 'boolean') return `CAST(${cell} AS BOOLEAN) AS ${cell}`
  // Exact or not at all: a figure of more digits is NULL here and whole in the CSV.
  return `CASE WHEN regexp_matches(${cell}, '^-?\\d{1,32}(\\.\\d{1,6})?$')
    THEN CAST(${cell} AS DECIMAL(38, 6)) END AS ${cell}`
}

/** Writes `<name>.parquet` beside a `<name>.csv` of the contract's form, outside of an output. */
export async function csvToParquet(folder: string, table: DatasetTable): Promise<void> {
  const database = await Database.open(folder)
  try {
    await writeParquet(database, folder, table)
  } finally {
    await database.close()
  }
}
