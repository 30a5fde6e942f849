// A process that reads pages with one engine, so that its memory and processor time are its own:
//   node --import tsx test/scans/page-reader.ts ENGINE FILE...
// Writes one line of JSON for each file, and last what it took.
import { readFileSync } from 'node:fs'
import type { OcrEngine } from '../../src/read/ocr/engine.js'
import { readPicture } from '../../src/read/ocr/page.js'
import { readImages } from '../../src/read/ocr/raster/image-files.js'
import type { RasterPage } from '../../src/read/ocr/raster/page.js'
import { renderPages } from '../../src/read/ocr/raster/pdf-pages.js'
import { decimalsOn } from './decimals.js'
import { ENGINES } from './engines.js'

/** What was read from one file. */
export interface FileRead {
  path: string
  pages: number
  decimals: string[]
  /** user + system. */
  cpuSeconds: number
}

/** What the process took: until the engine was there, and at most. */
export interface ProcessTaken {
  loadSeconds: number
  peakMiB: number
}

/** No PDF of the test pages is longer. */
const MOST_PAGES = 20

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

async function readFile(path: string, engine: OcrEngine): Promise<FileRead> {
  const before = cpuSeconds()
  const read: FileRead = { path, pages: 0, decimals: [], cpuSeconds: 0 }
  const each = async (raster: RasterPage) => {
    read.decimals.push(...decimalsOn(await readPicture(raster, engine)))
    read.pages++
  }
  const bytes = readFileSync(path)
  const numbers = Array.from({ length: MOST_PAGES }, (_, i) => i + 1)
  await (path.endsWith('.pdf') ? renderPages(bytes, numbers, each) : readImages(bytes, each))
  read.cpuSeconds = cpuSeconds() - before
  return read
}

const [name = '', ...paths] = process.argv.slice(2)
const load = ENGINES[name]
if (!load) throw new Error(`no engine ${name}`)
const before = cpuSeconds()
const engine = await load()
const loadSeconds = cpuSeconds() - before
for (const path of paths) console.log(JSON.stringify(await readFile(path, engine)))
const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0)
console.log(JSON.stringify({ loadSeconds, peakMiB: Math.round(peak / 1024) } satisfies ProcessTaken))
process.exit(0)
