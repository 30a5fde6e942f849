import { type Column, CSV_FILES, FINDINGS_GONE } from './columns.js'

/** Written only where a run is compared with an earlier one. */
export const GONE_FILE = 'findings-gone.csv'

const TITLES: Record<keyof typeof CSV_FILES | typeof GONE_FILE, string> = {
  'filings.csv': 'One row per filing',
  'sections.csv': 'One row per heading',
  'tables.csv': 'One row per table',
  'facts.csv': 'One row per printed figure',
  'checks.csv': 'One row per check that was due',
  'findings.csv': 'One row per thing a person should look at',
  [GONE_FILE]: 'One row per finding that only the earlier run had',
  'organizations.csv': 'One row per organization over all filings',
}

/** The Data Package descriptor of the CSV files (Frictionless v1), with a Table Schema for each. */
export function dataPackage(version: string, compared: boolean): object {
  const files = compared ? { ...CSV_FILES, [GONE_FILE]: FINDINGS_GONE } : CSV_FILES
  return {
    profile: 'tabular-data-package',
    name: 'yusuan-output',
    title: 'Budget filings and final accounts as data',
    version,
    resources: Object.entries(files).map(([file, columns]) => ({
      profile: 'tabular-data-resource',
      name: file.replace(/\.csv$/, ''),
      path: file,
      title: TITLES[file as keyof typeof TITLES],
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        fields: (columns as Column<never>[]).map((c) => ({ name: c.name, type: c.type })),
        missingValues: [''],
      },
    })),
  }
}
