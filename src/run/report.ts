// The report of an output: gathered while filings and amounts pass, its parts for each filing made in workers.
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RegionCase, RegionRow } from '../check/index.js'
import { type Language, speaker } from '../locales/index.js'
import type { Filing } from '../model/filing.js'
import type { Arranged } from '../model/finding-row.js'
import type { Organization } from '../model/organization.js'
import type { PanelRow } from '../model/panel-row.js'
import { type DataName, REPORT_FILE, REPORT_FOLDER, type SeriesRow } from '../model/report.js'
import type { Source } from '../model/source.js'
import { writeWhole } from '../publish/index.js'
import { dataFile, dataPath, OverviewBuilder, reportPage, wantedPlaces } from '../report/index.js'
import { RegionSheets } from './control-sheet.js'
import { VERSION } from './engine.js'
import { reportPath } from './evidence.js'
import type { JobEngine } from './job-engine.js'
import type { EvidenceJob } from './protocol.js'
import { reportWords } from './report-words.js'
import { sourceLinks } from './source-links.js'

/** The viewer as Vite built it; the same place from sources and from what is built. */
const VIEWER = new URL('../../dist/viewer/', import.meta.url)
const VIEWER_FILES = ['viewer.js', 'viewer.css']

/** Who makes the parts for each filing, and from which files. */
export interface ReportMeans {
  pool: JobEngine
  /** By filing id; those that are not at hand keep the pictures they have. */
  sources: ReadonlyMap<string, Source>
  options: EvidenceJob['options']
}

export class RunReport {
  private readonly builder = new OverviewBuilder(reportWords())
  private readonly sheets = new RegionSheets()
  private readonly files = new Set<string>()

  constructor(private readonly output: string) {}

  add(filing: Filing): void {
    this.builder.add(filing)
  }

  region(about: RegionCase, rows: readonly RegionRow[]): void {
    this.sheets.add(about, rows)
  }

  /** A row of checks.csv that is over all filings. */
  overAll(row: RegionRow): void {
    this.builder.overAll(row.outcome)
  }

  /** Hands amounts on, and writes what they say of each organization; they come organization by organization. */
  async *amounts(rows: AsyncIterable<PanelRow>): AsyncGenerator<PanelRow> {
    let of = ''
    let series: SeriesRow[] = []
    for await (const row of rows) {
      if (row.organization_id !== of) await this.series(of, series)
      if (row.organization_id !== of) series = []
      of = row.organization_id
      this.builder.amount(row)
      if (isUnsplit(row)) series.push(seriesRow(row))
      yield row
    }
    await this.series(of, series)
  }

  /** Writes the report; filings whose worker fails are shown without new pictures. */
  async write(
    { rows, gone }: Arranged,
    filingIds: readonly string[],
    organizations: readonly Organization[],
    { language, means }: { language: Language; means: ReportMeans },
  ): Promise<void> {
    const wanted = wantedPlaces(rows)
    const all = await Promise.all(
      filingIds.map(async (filingId) => {
        const job: EvidenceJob = {
          evidence: wanted.get(filingId) ?? { facts: [], places: [] },
          filingId,
          output: this.output,
          source: means.sources.get(filingId),
          options: means.options,
        }
        return (await evidenceOf(means.pool, job)) ?? { unmade: filingId }
      }),
    )
    const unmade = new Set<string>()
    for (const made of all)
      if ('unmade' in made) unmade.add(made.unmade)
      else for (const file of made) this.files.add(file)
    const links = await sourceLinks(this.output, this.builder.sources())
    const overview = this.builder.overview({
      tool: `yusuan ${VERSION}`,
      language,
      rows,
      ...(gone ? { gone } : {}),
      organizations,
      control: this.sheets.control,
      roster: this.sheets.roster,
      href: (source) => links.get(source) ?? '',
    })
    await this.data('overview', overview)
    for (const name of VIEWER_FILES) {
      await mkdir(join(this.output, REPORT_FOLDER), { recursive: true })
      await copyFile(fileURLToPath(new URL(name, VIEWER)), reportPath(this.output, name))
    }
    const speak = speaker(language)
    await writeWhole(
      join(this.output, REPORT_FILE),
      reportPage(language, speak('report.title'), speak('report.no-script')),
    )
    await removeOthers(this.output, this.files, unmade)
  }

  private async series(organizationId: string, rows: SeriesRow[]): Promise<void> {
    if (rows.length > 0) await this.data(`organizations/${organizationId}`, { rows })
  }

  private async data(name: DataName, data: unknown): Promise<void> {
    this.files.add(dataPath(name))
    await writeWhole(reportPath(this.output, dataPath(name)), dataFile(name, data))
  }
}

const isUnsplit = ({ function_code, economy_code, government_economy_code }: PanelRow): boolean =>
  function_code === '' && economy_code === '' && government_economy_code === ''

const seriesRow = (row: PanelRow): SeriesRow => ({
  kind: row.kind,
  basis: row.basis,
  year: row.year,
  concept: row.concept,
  fund: row.fund,
  nature: row.nature,
  value_yuan: row.value_yuan,
  conflict: row.conflict,
  status: row.status,
  fact_id: row.fact_id,
  filing_id: row.filing_id,
  page: row.page,
})

/** A filing whose worker fails is shown without new pictures; what can not be written ends the run. */
async function evidenceOf(pool: JobEngine, job: EvidenceJob): Promise<string[] | undefined> {
  for (const source of [job.source, undefined]) {
    const { end } = await pool.run({ ...job, source })
    if (!('result' in end)) continue
    const { files, unwritten } = end.result
    if (unwritten) throw Object.assign(new Error(unwritten.code), unwritten)
    if (files) return files
  }
  return undefined
}

/**
 * Files of an earlier report that are none of this one go; what a person put beside them stays, and what was made earlier
 * of a filing that no worker could show this time.
 */
async function removeOthers(
  output: string,
  files: ReadonlySet<string>,
  unmade: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const folder of ['data', 'pictures']) {
    const names = await readdir(reportPath(output, folder), { recursive: true }).catch(() => [])
    for (const name of names) {
      const file = [folder, ...name.split(sep)].join('/')
      const isOurs = /\.(?:js|webp|part)$/.test(file)
      const isUnmade = unmade.has(/[0-9a-f]{16}/.exec(file)?.[0] ?? '')
      if (isOurs && !isUnmade && !files.has(file)) await rm(reportPath(output, file), { force: true })
    }
  }
}

/**
 * Beside tables that it was not made from it would say something else; `again` keeps what the next one shows unchanged,
 * pictures and pages.
 */
export async function removeReport(output: string, again: boolean): Promise<void> {
  await rm(join(output, REPORT_FILE), { force: true })
  if (again) return
  await removeOthers(output, new Set())
  for (const name of VIEWER_FILES) await rm(reportPath(output, name), { force: true })
  const left = await readdir(reportPath(output, ''), { recursive: true, withFileTypes: true }).catch(() => [])
  if (left.every((entry) => entry.isDirectory()))
    await rm(reportPath(output, ''), { recursive: true, force: true })
}
