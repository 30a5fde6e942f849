import { type Column, CSV_FILES } from './columns.js'
import { constraintsOf, FOREIGN_KEYS, PRIMARY_KEYS } from './constraints.js'

type CsvName = keyof typeof CSV_FILES

const TITLES: Record<CsvName, string> = {
  'filings.csv': 'One row per filing',
  'sections.csv': 'One row per heading',
  'tables.csv': 'One row per table',
  'facts.csv': 'One row per printed figure',
  'checks.csv': 'One row per check that was due',
  'findings.csv': 'One row per thing a person should look at',
  'organizations.csv': 'One row per organization over all filings',
}

/**
 * The Data Package descriptor of the CSV files (Frictionless v1), with a Table Schema for each. The Parquet beside a CSV
 * is named by a property of our own: as a resource it would have to be tabular, and v1 knows no tabular format but CSV.
 */
export function dataPackage(version: string, parquet: boolean): object {
  return {
    profile: 'tabular-data-package',
    name: 'yusuan-output',
    title: 'Budget filings and final accounts as data',
    version,
    resources: (Object.keys(CSV_FILES) as CsvName[]).map((file) => {
      const name = file.replace(/\.csv$/, '')
      return {
        profile: 'tabular-data-resource',
        name,
        path: file,
        title: TITLES[file],
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: {
          delimiter: ',',
          lineTerminator: '\n',
          quoteChar: '"',
          doubleQuote: true,
          header: true,
        },
        ...(parquet ? { parquet: `${name}.parquet` } : {}),
        schema: {
          fields: (CSV_FILES[file] as Column<never>[]).map((c) => ({
            name: c.name,
            type: c.type,
            ...constraintsOf(name, c.name),
          })),
          missingValues: [''],
          primaryKey: PRIMARY_KEYS[name],
          ...(FOREIGN_KEYS[name] ? { foreignKeys: FOREIGN_KEYS[name] } : {}),
        },
      }
    }),
  }
}
