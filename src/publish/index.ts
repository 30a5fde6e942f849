// Takes validated filings, gives the output contract: one JSON per filing, the CSV files, the data package.
// Writes filing by filing, so that memory does not grow with their number, but for findings, whose order is over all of
// them; every file appears whole or not at all.
// Never recomputes: what it writes is what it was given.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Filing } from '../model/filing.js'
import { type Arranged, type FilingHead, type FindingRow, headOf } from '../model/finding-row.js'
import type { HintRow } from '../model/hint-row.js'
import type { Organization } from '../model/organization.js'
import {
  CHECKS,
  COMPLETENESS,
  type Column,
  CSV_FILES,
  DOUBTS,
  FACTS,
  FILINGS,
  FINDINGS,
  FINDINGS_GONE,
  HINTS,
  ORGANIZATIONS,
  PANEL,
  type Scalar,
  SECTIONS,
  TABLES,
} from './columns.js'
import { type Contents, dataPackage, GONE_FILE } from './data-package.js'
import { CsvFile, writeWhole } from './files.js'
import { FilingRows, type RowOverAll } from './filing-rows.js'
import { recordHash } from './hashes.js'
import { Scores } from './scores.js'

export { writeWhole } from './files.js'
export { type Hashes, isAsWritten, readHashes, settleHashes } from './hashes.js'
export { removePanel, writePanel } from './panel.js'
export { exportXbrl } from './xbrl/index.js'

export const filingPath = (output: string, filingId: string): string =>
  join(output, 'filings', `${filingId}.json`)

/** The folder of what filings say of each other. */
export const STANDING_FOLDER = 'standing'

export const standingPath = (output: string, filingId: string): string =>
  join(output, STANDING_FOLDER, `${filingId}.json`)

/** Writes one filing's JSON and its hash; line breaks keep differences between runs readable. */
export async function writeFiling(output: string, filing: Filing): Promise<void> {
  const content = `${JSON.stringify(filing, null, 1)}\n`
  await recordHash(output, filing.filing_id, content)
  await writeWhole(filingPath(output, filing.filing_id), content)
}

/** Puts down a file that a worker elsewhere wrote, by its path below the output. */
export async function placeFile(output: string, path: string, content: Buffer): Promise<void> {
  const [, filingId] = /^filings\/([0-9a-f]{16})\.json$/.exec(path) ?? []
  if (filingId) await recordHash(output, filingId, content)
  await writeWhole(join(output, ...path.split('/').filter((part) => part !== '..')), content)
}

/** A table of the contract: the name of its CSV, and its columns with their types. */
export interface TableOfOutput {
  name: string
  columns: readonly Pick<Column<never>, 'name' | 'type'>[]
}

/** The table that is made from the others. */
export const PANEL_TABLE: TableOfOutput = { name: 'panel', columns: [...PANEL] }

/** Those that are written from filings. */
const TABLES_OF_FILINGS: readonly TableOfOutput[] = Object.entries(CSV_FILES).map(([file, columns]) => ({
  name: file.replace(/\.csv$/, ''),
  columns: [...columns],
}))

export const TABLES_OF_OUTPUT: readonly TableOfOutput[] = [...TABLES_OF_FILINGS, PANEL_TABLE]

/** What is said and done over all filings. */
export interface OverAll {
  /** Asked for when facts.csv, sections.csv, tables.csv and organizations.csv are whole: it needs their figures. */
  rows?: () => AsyncIterable<RowOverAll> | Iterable<RowOverAll>
  /** Puts the findings of all filings in order, and tells those that are gone. */
  arrange?: (rows: FindingRow[], filings: FilingHead[]) => Arranged
  /** Asked for when all filings have passed. */
  hints?: () => HintRow[]
  /** The words for a filing's message; as it is where nobody has any. */
  sentence?: (message: string) => string
}

/** Writes all CSV files from filings in the order they come; findings as `arrange` has them. */
export async function writeTables(
  output: string,
  filings: AsyncIterable<Filing>,
  organizations: Organization[],
  {
    rows: overAll = () => [],
    arrange = (rows) => ({ rows }),
    hints = () => [],
    sentence = (message) => message,
  }: OverAll = {},
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
    doubts: new CsvFile(join(output, 'doubts.csv'), DOUBTS),
    hints: new CsvFile(join(output, 'hints.csv'), HINTS),
    completeness: new CsvFile(join(output, 'completeness.csv'), COMPLETENESS),
  }
  const rows = new FilingRows(sentence)
  const scores = new Scores()
  const findings: FindingRow[] = []
  const heads = new Map<string, FilingHead>()
  let arranged: Arranged
  try {
    for await (const filing of filings) {
      rows.add(filing)
      scores.add(filing)
      for (const section of filing.sections) await figures.sections.write(section, filing)
      for (const table of filing.tables) await figures.tables.write(table, filing)
      for (const fact of filing.facts) await figures.facts.write(fact, filing)
      for (const outcome of filing.outcomes) await judged.checks.write(outcome, filing)
      for (const doubt of filing.doubts) await judged.doubts.write(doubt, filing)
      for (const answer of filing.completeness) await judged.completeness.write(answer, filing)
      const head = headOf(filing)
      heads.set(filing.filing_id, head)
      for (const finding of filing.findings) findings.push({ finding, filing: head, baseline: '' })
    }
    for (const organization of organizations)
      await figures.organizations.write(
        { ...organization, score: scores.of(organization.organization_id) },
        {} as Filing,
      )
    await closeAll(Object.values(figures))
    for await (const row of overAll()) {
      rows.count(row)
      const { outcome, finding } = row
      await judged.checks.write(outcome, {} as Filing)
      if (finding) findings.push({ finding, filing: headFor(finding, heads), baseline: '' })
    }
    arranged = arrange(findings, [...heads.values()])
    for (const row of arranged.rows) await judged.findings.write(row, {} as Filing)
    for (const hint of hints()) await judged.hints.write(hint, {} as Filing)
    for (const cells of rows.cells()) await judged.filings.writeCells(cells)
  } catch (error) {
    await Promise.allSettled([...Object.values(figures), ...Object.values(judged)].map((f) => f.discard()))
    throw error
  }
  await closeAll(Object.values(judged))
  await writeGone(join(output, GONE_FILE), arranged.gone)
}

/** One file that cannot get its name, open in a spreadsheet on Windows, costs no other. */
async function closeAll(files: readonly { close(): Promise<void> }[]): Promise<void> {
  const ends = await Promise.allSettled(files.map((f) => f.close()))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** The filing that a finding over all filings is told with; where nobody filed, who is missing. */
const headFor = (
  finding: NonNullable<RowOverAll['finding']>,
  heads: Map<string, FilingHead>,
): FilingHead => ({
  filing_id: finding.filing_id,
  status: 'ok',
  kind: '',
  organization_id: '',
  ...heads.get(finding.filing_id),
  source: finding.source,
  organization: finding.organization,
  fiscal_year: finding.fiscal_year,
})

/** Without an earlier run there is no such file: one left by a comparison before would be of another run. */
async function writeGone(path: string, gone: Arranged['gone']): Promise<void> {
  if (gone === undefined) return rm(path, { force: true })
  const file = new CsvFile(path, FINDINGS_GONE)
  for (const row of gone) await file.write(row, {} as Filing)
  await file.close()
}

/** Writes rows as a CSV of the contract's form, whole or not at all. */
export async function writeRows(
  path: string,
  columns: TableOfOutput['columns'],
  rows: AsyncIterable<readonly Scalar[]>,
): Promise<void> {
  const file = new CsvFile<never>(
    path,
    columns.map(({ name, type }) => ({ name, type, value: () => null })),
  )
  try {
    for await (const cells of rows) await file.writeCells(cells)
  } catch (error) {
    await file.discard()
    throw error
  }
  await file.close()
}

/** Writes datapackage.json. */
export const writeDataPackage = (output: string, version: string, contents: Contents): Promise<void> =>
  writeWhole(join(output, 'datapackage.json'), `${JSON.stringify(dataPackage(version, contents), null, 2)}\n`)
