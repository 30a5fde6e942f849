// Takes validated filings, gives the output contract: one JSON per filing, the CSV files, the data package.
// Writes filing by filing, what has to wait for others on piles, so that memory does not grow with their number; every
// file appears whole or not at all.
// Never recomputes: what it writes is what it was given.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Filing } from '../model/filing.js'
import { type FilingHead, type FindingRow, type GoneRow, headOf } from '../model/finding-row.js'
import type { HintRow } from '../model/hint-row.js'
import type { Organization } from '../model/organization.js'
import type { NewPile } from '../model/pile.js'
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

export { FirstSources } from './data-package.js'
export { writeWhole } from './files.js'
export type { RowOverAll } from './filing-rows.js'
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
  newPile: NewPile
  /** Asked for when facts.csv, sections.csv, tables.csv and organizations.csv are whole: it needs their figures. */
  rows?: () => AsyncIterable<RowOverAll> | Iterable<RowOverAll>
  /** Puts the findings of all filings in order. */
  arrange?: (rows: AsyncIterable<FindingRow>) => AsyncIterable<FindingRow>
  /** Those that are gone since an earlier run, when all are in order; nothing without one. */
  gone?: () => readonly GoneRow[] | undefined
  /** Asked for when all filings have passed. */
  hints?: () => AsyncIterable<HintRow> | Iterable<HintRow>
  /** The words for a filing's message; as it is where nobody has any. */
  sentence?: (message: string) => string
}

/** Writes all CSV files from filings in the order they come; findings as `arrange` has them. */
export async function writeTables(
  output: string,
  filings: AsyncIterable<Filing>,
  organizations: AsyncIterable<Organization> | Iterable<Organization>,
  {
    newPile,
    rows: overAll = () => [],
    arrange = (rows) => rows,
    gone = () => undefined,
    hints = () => [],
    sentence = (message) => message,
  }: OverAll,
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
  const rows = new FilingRows(newPile, sentence)
  const scores = new Scores()
  const findings = newPile<FindingRow>()
  try {
    for await (const filing of filings) {
      await rows.add(filing)
      scores.add(filing)
      for (const section of filing.sections) await figures.sections.write(section, filing)
      for (const table of filing.tables) await figures.tables.write(table, filing)
      for (const fact of filing.facts) await figures.facts.write(fact, filing)
      for (const outcome of filing.outcomes) await judged.checks.write(outcome, filing)
      for (const doubt of filing.doubts) await judged.doubts.write(doubt, filing)
      for (const answer of filing.completeness) await judged.completeness.write(answer, filing)
      const head = headOf(filing)
      for (const finding of filing.findings) await findings.add({ finding, filing: head, baseline: '' })
    }
    for await (const organization of organizations)
      await figures.organizations.write(
        { ...organization, score: scores.of(organization.organization_id) },
        {} as Filing,
      )
    await closeAll(Object.values(figures))
    for await (const row of overAll()) {
      rows.count(row)
      const { outcome, finding } = row
      await judged.checks.write(outcome, {} as Filing)
      if (finding) await findings.add({ finding, filing: headFor(finding, row.about), baseline: '' })
    }
    for await (const row of arrange(findings.rows())) await judged.findings.write(row, {} as Filing)
    for await (const hint of hints()) await judged.hints.write(hint, {} as Filing)
    for await (const cells of rows.cells()) await judged.filings.writeCells(cells)
  } catch (error) {
    await Promise.allSettled([...Object.values(figures), ...Object.values(judged)].map((f) => f.discard()))
    throw error
  }
  await closeAll(Object.values(judged))
  await writeGone(join(output, GONE_FILE), gone())
}

/** One file that cannot get its name, open in a spreadsheet on Windows, costs no other. */
async function closeAll(files: readonly { close(): Promise<void> }[]): Promise<void> {
  const ends = await Promise.allSettled(files.map((f) => f.close()))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** The filing that a finding over all filings is told with; where nobody filed, who is missing. */
const headFor = (
  { filing_id, source, organization, fiscal_year }: NonNullable<RowOverAll['finding']>,
  about: RowOverAll['about'] = { status: 'ok', kind: '', organization_id: '' },
): FilingHead => ({ filing_id, ...about, source, organization, fiscal_year })

/** Without an earlier run there is no such file: one left by a comparison before would be of another run. */
async function writeGone(path: string, gone: readonly GoneRow[] | undefined): Promise<void> {
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
