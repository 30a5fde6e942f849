// Takes validated filings, gives the output contract: one JSON per filing, the CSV files, the data package.
// Writes filing by filing, so that memory does not grow with their number; every file appears whole or not at all.
// Never recomputes: what it writes is what it was given.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckOutcome, Filing } from '../model/filing.js'
import type { Organization } from '../model/organization.js'
import {
  CHECKS,
  type Column,
  CSV_FILES,
  FACTS,
  FILINGS,
  FINDINGS,
  type FindingRow,
  ORGANIZATIONS,
  SECTIONS,
  TABLES,
} from './columns.js'
import { dataPackage } from './data-package.js'
import { CsvFile, writeWhole } from './files.js'
import { FilingRows } from './filing-rows.js'

export { writeWhole } from './files.js'

export const filingPath = (output: string, filingId: string): string =>
  join(output, 'filings', `${filingId}.json`)

/** Writes one filing's JSON; line breaks keep differences between runs readable. */
export const writeFiling = (output: string, filing: Filing): Promise<void> =>
  writeWhole(filingPath(output, filing.filing_id), `${JSON.stringify(filing, null, 1)}\n`)

/** A table of the contract: the name of its CSV, and its columns with their types. */
export interface TableOfOutput {
  name: string
  columns: readonly Pick<Column<never>, 'name' | 'type'>[]
}

export const TABLES_OF_OUTPUT: readonly TableOfOutput[] = Object.entries(CSV_FILES).map(
  ([file, columns]) => ({ name: file.replace(/\.csv$/, ''), columns: [...columns] }),
)

/** A check over many filings and what it found; `filing_id` names the filing that carries it, or is empty. */
export interface RowOverAll {
  outcome: CheckOutcome
  finding?: FindingRow & Pick<Filing, 'source' | 'organization' | 'fiscal_year'>
}

/**
 * Writes all CSV files from filings in the order they come. What is said over all filings needs their figures: it is
 * asked for when facts.csv, sections.csv, tables.csv and organizations.csv are whole, and stands at the end.
 */
export async function writeTables(
  output: string,
  filings: AsyncIterable<Filing>,
  organizations: Organization[],
  overAll: () => AsyncIterable<RowOverAll> | Iterable<RowOverAll> = () => [],
): Promise<void> {
  await mkdir(output, { recursive: true })
  const figures = {
    sections: new CsvFile(join(output, 'sections.csv'), SECTIONS),
    tables: new CsvFile(join(output, 'tables.csv'), TABLES),
    facts: new CsvFile(join(output, 'facts.csv'), FACTS),
    organizations: new CsvFile(join(output, 'organizations.csv'), ORGANIZATIONS),
  }
  const judged = {
    filings: new CsvFile(join(output, 'filings.csv'), FILINGS),
    checks: new CsvFile(join(output, 'checks.csv'), CHECKS),
    findings: new CsvFile(join(output, 'findings.csv'), FINDINGS),
  }
  const rows = new FilingRows()
  try {
    for await (const filing of filings) {
      rows.add(filing)
      for (const section of filing.sections) await figures.sections.write(section, filing)
      for (const table of filing.tables) await figures.tables.write(table, filing)
      for (const fact of filing.facts) await figures.facts.write(fact, filing)
      for (const outcome of filing.outcomes) await judged.checks.write(outcome, filing)
      for (const finding of filing.findings) await judged.findings.write(finding, filing)
    }
    for (const organization of organizations) await figures.organizations.write(organization, {} as Filing)
    await Promise.all(Object.values(figures).map((f) => f.close()))
    for await (const { outcome, finding } of overAll()) {
      rows.count(outcome)
      await judged.checks.write(outcome, {} as Filing)
      if (finding) await judged.findings.write(finding, finding as unknown as Filing)
    }
    for (const cells of rows.cells()) await judged.filings.writeCells(cells)
  } catch (error) {
    await Promise.all([...Object.values(figures), ...Object.values(judged)].map((f) => f.discard()))
    throw error
  }
  await Promise.all(Object.values(judged).map((f) => f.close()))
}

/** Writes datapackage.json; `parquet`: each table stands beside its CSV as Parquet. */
export const writeDataPackage = (output: string, version: string, parquet: boolean): Promise<void> =>
  writeWhole(join(output, 'datapackage.json'), `${JSON.stringify(dataPackage(version, parquet), null, 2)}\n`)
