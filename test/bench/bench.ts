// CPU per page of the whole pipeline against a native tool over the same files in the same run; memory and growth;
// and what scanned pages take:
//   npm run bench -- [--filings DIR] [--rounds 2]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkFiling } from '../../src/check/index.js'
import { extractFiling } from '../../src/extract/index.js'
import { layOut } from '../../src/layout/index.js'
import { Filing } from '../../src/model/filing.js'
import type { Source } from '../../src/model/source.js'
import { readPages } from '../../src/read/index.js'
import { processAll } from '../../src/run/index.js'
import { reportShare } from './report-share.js'
import { scannedPages } from './scans.js'

const { values } = parseArgs({
  options: {
    filings: { type: 'string', default: '../shared/filings' },
    rounds: { type: 'string', default: '2' },
  },
})
const paths = readdirSync(values.filings, { recursive: true, withFileTypes: true })
  .filter((e) => e.isFile() && e.name.endsWith('.pdf') && !/not-a-filing/.test(e.parentPath))
  .map((e) => join(e.parentPath, e.name))
  .sort()

const ROOMS = ['read', 'layout', 'extract', 'check', 'write'] as const
type Times = Record<(typeof ROOMS)[number], number>

/** user + system CPU in milliseconds. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function once(times: Times | undefined): Promise<number> {
  let pages = 0
  for (const path of paths) {
    const source: Source = {
      path,
      source: path,
      sha256: '0'.repeat(64),
      filingId: '0'.repeat(16),
      kind: 'pdf',
      bytes: 0,
    }
    const marks = [cpu()]
    const read = await readPages(source, readFileSync(path), { ocr: 'off' })
    marks.push(cpu())
    if ('unreadable' in read) continue
    const document = layOut(read.pages)
    marks.push(cpu())
    const { extracted } = extractFiling(source, document)
    marks.push(cpu())
    const checked = checkFiling(extracted)
    marks.push(cpu())
    JSON.stringify(
      Filing.parse({
        ...extracted,
        ...checked,
        contract_version: '1',
        set_id: '',
        organization_id: '',
        engine: '',
        completeness: [],
        score: null,
      }),
    )
    marks.push(cpu())
    pages += read.pages.length
    if (times)
      ROOMS.forEach((room, i) => {
        times[room] += (marks[i + 1] as number) - (marks[i] as number)
      })
  }
  return pages
}

/** user + system CPU of a native tool over all files, milliseconds; undefined where it is not installed. */
function native(command: string, args: (path: string) => string[]): number | undefined {
  let ran = false
  const started = childCpu()
  for (const path of paths) {
    const result = spawnSync(command, args(path), { stdio: 'ignore' })
    if (result.error) return undefined
    ran = true
  }
  return ran ? childCpu() - started : undefined
}

/** CPU of all finished children, milliseconds, from the kernel's own count. */
function childCpu(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[13]) + Number(fields[14])) * 10
}

// The first round warms the engine and the compiler up; steady state is what a folder of thousands sees.
let pages = await once(undefined)
const times: Times = { read: 0, layout: 0, extract: 0, check: 0, write: 0 }
const rss: number[] = []
const rounds = Number(values.rounds)
for (let i = 0; i < rounds; i++) {
  pages = await once(times)
  rss.push(Math.round(process.memoryUsage().rss / 2 ** 20))
}
const perPage = (ms: number) => ms / rounds / pages
const total = ROOMS.reduce((t, room) => t + times[room], 0)
const poppler = native('pdftotext', (path) => ['-bbox-layout', path, '/dev/null'])
console.log(`${paths.length} files, ${pages} pages, ${cpus().length} cores, Node ${process.version}`)
console.log('| what | CPU ms a page |')
console.log('|---|---|')
for (const room of ROOMS) console.log(`| ${room} | ${perPage(times[room]).toFixed(2)} |`)
console.log(`| **whole pipeline** | **${perPage(total).toFixed(2)}** |`)
if (poppler !== undefined) {
  console.log(`| pdftotext -bbox-layout | ${(poppler / pages).toFixed(2)} |`)
  console.log(`| ratio | ${(perPage(total) / (poppler / pages)).toFixed(1)} |`)
}
const installed = spawnSync('python3', ['-c', 'import pdfplumber']).status === 0
const plumber = !installed
  ? undefined
  : native('python3', (path) => [
      '-c',
      'import sys,pdfplumber\nfor p in pdfplumber.open(sys.argv[1]).pages: p.extract_text(); p.extract_tables()',
      path,
    ])
if (plumber !== undefined) console.log(`| pdfplumber, text and tables | ${(plumber / pages).toFixed(2)} |`)
console.log(`\none process, resident after each round: ${rss.join(', ')} MiB`)

// Scanned pages take a hundred times as long and are measured by themselves, below.
// Through the run: main process and workers, once and three times the files.
for (const times of [1, 3]) {
  const peak = { worker: 0 }
  let main = 0
  for (let i = 0; i < times; i++) {
    const output = mkdtempSync(join(tmpdir(), 'bench-'))
    await processAll([values.filings], {
      output,
      concurrency: 2,
      ocr: 'off',
      worker: new URL('../../dist/run/worker.js', import.meta.url),
      onWorkerMemory: (bytes) => {
        peak.worker = Math.max(peak.worker, bytes)
      },
      onProgress: () => {
        main = Math.max(main, process.memoryUsage().rss)
      },
    })
  }
  console.log(
    `run ×${times}: main process ${Math.round(main / 2 ** 20)} MiB (this bench itself included), a worker at most ${Math.round(peak.worker / 2 ** 20)} MiB`,
  )
}

console.log(await reportShare(values.filings))
console.log(await scannedPages())
