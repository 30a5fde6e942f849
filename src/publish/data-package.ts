import { columnWords, type InBoth, type ValueWords, valuesOf } from '../catalogue/index.js'
import { type Column, CSV_FILES, FINDINGS_GONE, PANEL, PANEL_FILE } from './columns.js'
import { constraintsOf, FOREIGN_KEYS, PRIMARY_KEYS } from './constraints.js'

/** Written only where a run is compared with an earlier one. */
export const GONE_FILE = 'findings-gone.csv'

/** What a row of each file is. */
export const TITLES: Record<keyof typeof CSV_FILES | typeof GONE_FILE | typeof PANEL_FILE, InBoth> = {
  'filings.csv': { zh: '每份文件一行', en: 'One row per filing' },
  'sections.csv': { zh: '每个标题一行', en: 'One row per heading' },
  'tables.csv': { zh: '每张表一行', en: 'One row per table' },
  'facts.csv': { zh: '每个印刷的数一行', en: 'One row per printed figure' },
  'checks.csv': { zh: '每项应做的核对一行', en: 'One row per check that was due' },
  'findings.csv': { zh: '每个应由人看的问题一行', en: 'One row per thing a person should look at' },
  'doubts.csv': {
    zh: '每个可能由程序误读引起的不符一行',
    en: 'One row per failure that a misreading of ours would explain',
  },
  [GONE_FILE]: { zh: '每个只有上次才有的问题一行', en: 'One row per finding that only the earlier run had' },
  'organizations.csv': { zh: '每个机构一行', en: 'One row per organization over all filings' },
  'completeness.csv': {
    zh: '每份文件的每个应公开事项一行',
    en: 'One row per filing and thing that has to be published',
  },
  'hints.csv': { zh: '每份在同类中突出的文件一行', en: 'One row per filing that stands out among its like' },
  [PANEL_FILE]: {
    zh: '每个机构每年的每个金额一行，取最好的一处印刷',
    en: 'One row per amount of an organization and year, the best of its prints',
  },
}

/** What stands in the output beside the CSV files that are always there. */
export interface Contents {
  /** Each table stands beside its CSV as Parquet, and there is a panel. */
  parquet: boolean
  /** There is a file of the findings that only an earlier run had. */
  gone: boolean
  /** What was read. */
  sources: Pick<FirstSources, 'count' | 'first'>
}

/** So many inputs are named, in some 30 KB; every tool that opens the package parses them. More stand in filings.csv alone. */
const MOST_SOURCES = 200

/** What was read, as far as it is named. */
export class FirstSources {
  count = 0
  readonly first: { source: string; sha256: string }[] = []

  add({ source, sha256 }: { source: string; sha256: string }): void {
    this.count++
    if (this.first.length < MOST_SOURCES) this.first.push({ source, sha256 })
  }
}

const sourcesOf = ({ count, first }: Contents['sources']): object =>
  count === 0
    ? {}
    : {
        sources:
          count > MOST_SOURCES
            ? [{ title: `${count} filings: columns source and sha256`, path: 'filings.csv' }]
            : first.map(({ source, sha256 }) => ({ title: source, sha256 })),
      }

/** The filings are their publishers': nothing is granted for them. */
const LICENSE = {
  name: 'notspecified',
  title:
    'Not specified: rights in the filings remain with their publishers; yusuan (Apache-2.0) claims none in its output',
}

const inBoth = ({ zh, en }: InBoth): string => `${zh} ${en}`

/** A column as a field of a Table Schema; `unit`, `columnType` and `categories` are said beside what v1 knows. */
function fieldOf(table: string, { name, type }: Column<never>): object {
  const { title, description, empty, unit, columnType } = columnWords(table, name)
  const missing = empty ? ` 空：${empty.zh}。 Empty: ${empty.en}.` : ''
  const categories = valuesOf(table, name)
  return {
    name,
    type,
    title: inBoth(title),
    description: `${inBoth(description)}${missing}`,
    ...(unit ? { unit } : {}),
    ...(columnType ? { columnType } : {}),
    ...(categories.length > 0 ? { categories: categories.map(categoryOf) } : {}),
    ...constraintsOf(table, name),
  }
}

const categoryOf = (word: ValueWords): object => ({ value: word.value, label: inBoth(word) })

/**
 * The Data Package descriptor of the CSV files (Frictionless v1), with a Table Schema for each. The Parquet beside a CSV
 * is named by a property of our own: as a resource it would have to be tabular, and v1 knows no tabular format but CSV.
 */
export function dataPackage(version: string, { parquet, gone, sources }: Contents): object {
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
    licenses: [LICENSE],
    ...sourcesOf(sources),
    resources: Object.entries(files).map(([file, columns]) => {
      const name = file.replace(/\.csv$/, '')
      return {
        profile: 'tabular-data-resource',
        name,
        path: file,
        title: inBoth(TITLES[file as keyof typeof TITLES]),
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
          fields: (columns as Column<never>[]).map((column) => fieldOf(name, column)),
          missingValues: [''],
          ...(PRIMARY_KEYS[name] ? { primaryKey: PRIMARY_KEYS[name] } : {}),
          ...(FOREIGN_KEYS[name] ? { foreignKeys: FOREIGN_KEYS[name] } : {}),
        },
      }
    }),
  }
}
