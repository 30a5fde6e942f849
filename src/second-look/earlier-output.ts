import { readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { CONTRACT_VERSION } from '../model/filing.js'

/** A row of a CSV by column name. */
export type Cells = Readonly<Record<string, string>>

/** What an earlier run found, and which papers it is about. */
export interface EarlierOutput {
  /** The folder's own name, for run.json. */
  name: string
  findings: Cells[]
  /** By filing id: its row of filings.csv. */
  filings: Map<string, Cells>
}

/** Why a folder can not be compared with: a closed list. */
export type NoBaseline = 'not-found' | 'foreign' | 'version'

/** Columns that tell one finding from another. */
const NEEDED = ['finding_id', 'filing_id', 'check_id', 'place', 'item', 'expected', 'actual', 'evidence']

/** Reads the output folder of an earlier run, all at once: the new run may write into the same folder. */
export async function readBaseline(folder: string): Promise<EarlierOutput | NoBaseline> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) return 'not-found'
  try {
    const run = JSON.parse(await readFile(join(folder, 'run.json'), 'utf8'))
    if (run.tool !== 'yusuan') return 'foreign'
    if (run.contract_version !== CONTRACT_VERSION) return 'version'
    const findings = await rowsOf(join(folder, 'findings.csv'))
    const filings = await rowsOf(join(folder, 'filings.csv'))
    if (!NEEDED.every((name) => findings.header.includes(name))) return 'version'
    return {
      name: basename(resolve(folder)),
      findings: findings.rows,
      filings: new Map(filings.rows.map((row) => [row.filing_id ?? '', row])),
    }
  } catch {
    // Files that are missing or no such files: whatever the folder is, it is no output of ours.
    return 'foreign'
  }
}

async function rowsOf(path: string): Promise<{ header: string[]; rows: Cells[] }> {
  const [header = [], ...rows] = parse(await readFile(path), { bom: true }) as string[][]
  return {
    header,
    rows: rows.map((row) => Object.fromEntries(header.map((name, i) => [name, asPrinted(row[i] ?? '')]))),
  }
}

/** A text that a spreadsheet would run was written with a leading apostrophe. */
const asPrinted = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
