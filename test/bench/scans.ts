import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scanPdf } from '../../samples/scans/scan.js'
import { PLAIN } from '../../samples/scans/treatment.js'
import { processAll } from '../../src/run/index.js'
import { watched } from '../scans/children.js'
import { speed } from '../scans/report.js'

const FILING = new URL('../../samples/filings/云汀/云汀市水文化局2024年度部门决算.pdf', import.meta.url)
/** One for each worker, of the same pages. */
const SCANS = { grey: PLAIN, 'black and white': { ...PLAIN, bilevel: true, skew: 0.6, noise: 3 } }

/** The sample as PDFs without a text layer. */
export async function scansOfSample(): Promise<Record<string, Uint8Array>> {
  const scans: Record<string, Uint8Array> = {}
  for (const [name, treatment] of Object.entries(SCANS))
    scans[name] = await scanPdf(readFileSync(FILING), treatment)
  return scans
}

/** Scanned pages through the whole program in two workers, which load the networks first: one line to print. */
export async function scannedPages(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-scans-'))
  for (const [name, scan] of Object.entries(await scansOfSample()))
    writeFileSync(join(folder, `${name}.pdf`), scan)
  const output = join(folder, 'output')
  const { result, taken } = await watched(() =>
    processAll(
      Object.keys(SCANS).map((name) => join(folder, `${name}.pdf`)),
      { output, concurrency: 2, worker: new URL('../../dist/run/worker.js', import.meta.url) },
    ),
  )
  const pages = result.inputs
    .map(({ filing_id }) => JSON.parse(readFileSync(join(output, 'filings', `${filing_id}.json`), 'utf8')))
    .reduce((n, filing) => n + filing.pages.length, 0)
  rmSync(folder, { recursive: true })
  return `scans in two workers: ${speed(pages, taken)}`
}
