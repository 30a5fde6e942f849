// Takes validated filings, gives the output contract: one JSON per filing, the CSV files, the data package.
// Writes filing by filing, so that memory does not grow with their number, but for findings, whose order is over all of
// them; every file appears whole or not at all.
// Never recomputes: what it writes is what it was given.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Filing } from '../model/filing.js'
import { type Arranged, type FilingHead, type FindingRow, headOf } from '../model/finding-row.js'
import type { Organization } from '../model/organization.js'
import {
  CHECKS,
  FACTS,
  FILINGS,
  FINDINGS,
  FINDINGS_GONE,
  ORGANIZATIONS,
  SECTIONS,
  TABLES,
} from './columns.js'
import { dataPackage, GONE_FILE } from './data-package.js'
import { CsvFile, writeWhole } from './files.js'

export { writeWhole } from './files.js'

export const filingPath = (output: string, filingId: string): string =>
  join(output, 'filings', `${filingId}.json`)

/** Writes one filing's JSON; line breaks keep differences between runs readable. */
export const writeFiling = (output: string, filing: Filing): Promise<void> =>
  writeWhole(filingPath(output, filing.filing_id), `${JSON.stringify(filing, null, 1)}\n`)

/** Puts the findings of all filings in order, and tells those that are gone. */
export type Arrange = (rows: FindingRow[], filings: FilingHead[]) => Arranged

const asTheyCome: Arrange = (rows) => ({ rows })

/** Writes all CSV files and datapackage.json from filings in the order they come; findings as `arrange` has them. */
export async function writeTables(
  output: string,
  filings: AsyncIterable<Filing>,
  organizations: Organization[],
  version: string,
  arrange: Arrange = asTheyCome,
): Promise<void> {
  await mkdir(output, { recursive: true })
  const files = {
    filings: new CsvFile(join(output, 'filings.csv'), FILINGS),
    sections: new CsvFile(join(output, 'sections.csv'), SECTIONS),
    tables: new CsvFile(join(output, 'tables.csv'), TABLES),
    facts: new CsvFile(join(output, 'facts.csv'), FACTS),
    checks: new CsvFile(join(output, 'checks.csv'), CHECKS),
    findings: new CsvFile(join(output, 'findings.csv'), FINDINGS),
    organizations: new CsvFile(join(output, 'organizations.csv'), ORGANIZATIONS),
  }
  const findings: FindingRow[] = []
  const heads: FilingHead[] = []
  let arranged: Arranged
  try {
    for await (const filing of filings) {
      await files.filings.write(filing, filing)
      for (const section of filing.sections) await files.sections.write(section, filing)
      for (const table of filing.tables) await files.tables.write(table, filing)
      for (const fact of filing.facts) await files.facts.write(fact, filing)
      for (const outcome of filing.outcomes) await files.checks.write(outcome, filing)
      const head = headOf(filing)
      heads.push(head)
      for (const finding of filing.findings) findings.push({ finding, filing: head, baseline: '' })
    }
    arranged = arrange(findings, heads)
    for (const row of arranged.rows) await files.findings.write(row, {} as Filing)
    for (const organization of organizations) await files.organizations.write(organization, {} as Filing)
  } catch (error) {
    await Promise.all(Object.values(files).map((f) => f.discard()))
    throw error
  }
  await Promise.all(Object.values(files).map((f) => f.close()))
  await writeGone(join(output, GONE_FILE), arranged.gone)
  const description = dataPackage(version, arranged.gone !== undefined)
  await writeWhole(join(output, 'datapackage.json'), `${JSON.stringify(description, null, 2)}\n`)
}

/** Without an earlier run there is no such file: one left by a comparison before would be of another run. */
async function writeGone(path: string, gone: Arranged['gone']): Promise<void> {
  if (gone === undefined) return rm(path, { force: true })
  const file = new CsvFile(path, FINDINGS_GONE)
  for (const row of gone) await file.write(row, {} as Filing)
  await file.close()
}
