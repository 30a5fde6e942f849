import { type Column, CSV_FILES, FINDINGS_GONE, PANEL, PANEL_FILE } from './columns.js'
import { constraintsOf, FOREIGN_KEYS, PRIMARY_KEYS } from './constraints.js'

/** Written only where a run is compared with an earlier one. */
export const GONE_FILE = 'findings-gone.csv'

const TITLES: Record<keyof typeof CSV_FILES | typeof GONE_FILE | typeof PANEL_FILE, string> = {
  'filings.csv': 'One row per filing',
  'sections.csv': 'One row per heading',
  'tables.csv': 'One row per table',
  'facts.csv': 'One row per printed figure',
  'checks.csv': 'One row per check that was due',
  'findings.csv': 'One row per thing a person should look at',
  'doubts.csv': 'One row per failure that a misreading of ours would explain',
  [GONE_FILE]: 'One row per finding that only the earlier run had',
  'organizations.csv': 'One row per organization over all filings',
  'completeness.csv': 'One row per filing and thing that has to be published',
  'hints.csv': 'One row per filing that stands out among its like',
  [PANEL_FILE]: 'One row per amount of an organization and year, the best of its prints',
}

/** What stands in the output beside the CSV files that are always there. */
export interface Contents {
  /** Each table stands beside its CSV as Parquet, and there is a panel. */
  parquet: boolean
  /** There is a file of the findings that only an earlier run had. */
  gone: boolean
}

/**
 * The Data Package descriptor of the CSV files (Frictionless v1), with a Table Schema for each. The Parquet beside a CSV
 * is named by a property of our own: as a resource it would have to be tabular, and v1 knows no tabular format but CSV.
 */
export function dataPackage(version: string, { parquet, gone }: Contents): object {
  const files = {
    ...CSV_FILES,
    ...(parquet ? { [PANEL_FILE]: PANEL } : {}),
    ...(gone ? { [GONE_FILE]: FINDINGS_GONE } : {}),
  }
  return {
    profile: 'tabular-data-package',
    name: 'yusuan-output',
    title: 'Budget filings and final accounts as data',
    version,
    resources: Object.entries(files).map(([file, columns]) => {
      const name = file.replace(/\.csv$/, '')
      return {
        profile: 'tabular-data-resource',
        name,
        path: file,
        title: TITLES[file as keyof typeof TITLES],
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
        ...(parquet && file !== GONE_FILE ? { parquet: `${name}.parquet` } : {}),
        schema: {
          fields: (columns as Column<never>[]).map((c) => ({
            name: c.name,
            type: c.type,
            ...constraintsOf(name, c.name),
          })),
          missingValues: [''],
          ...(PRIMARY_KEYS[name] ? { primaryKey: PRIMARY_KEYS[name] } : {}),
          ...(FOREIGN_KEYS[name] ? { foreignKeys: FOREIGN_KEYS[name] } : {}),
        },
      }
    }),
  }
}
