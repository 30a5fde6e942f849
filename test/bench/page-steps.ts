// Where the processor time of a scanned page goes, step by step, once everything is loaded and compiled:
//   npm run bench:pages -- [FILE.pdf...]
// Without files the sample of `npm run bench` is scanned, in grey and in black and white.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadOcr } from '../../src/read/ocr/choice.js'
import { glyphsOn } from '../../src/read/ocr/page.js'
import { prepareSheet } from '../../src/read/ocr/pixels/index.js'
import { LineNetwork } from '../../src/read/ocr/ppocr/network/line-network.js'
import { renderPages } from '../../src/read/ocr/raster/pdf-pages.js'
import { readSheet, textOf } from '../../src/read/ocr/sheet-text.js'
import { scansOfSample } from './scans.js'

const STEPS = {
  render: 'PDFium draws the page, in grey where it has no colours',
  sheet: 'light, skew, ruling lines (`pixels/`)',
  lines: 'pieces of text (`ink-lines.ts`, `cut.ts`)',
  network: 'the network, in onnxruntime',
  characters: 'lines in the size of the network, characters from its frames, their boxes',
  glyphs: 'words, figures, glyphs',
} as const
type Step = keyof typeof STEPS

/** Longer PDFs are read as far as this. */
const MOST_PAGES = 20

/** Processor time by step, milliseconds: what passes between two marks is the later one's. */
class Clock {
  readonly spent = Object.fromEntries(Object.keys(STEPS).map((s) => [s, 0])) as Record<Step, number>
  private last = cpu()

  mark(step: Step): void {
    const now = cpu()
    this.spent[step] += now - this.last
    this.last = now
  }
}

/** user + system, milliseconds. */
function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

let clock = new Clock()
const run = LineNetwork.prototype.run
LineNetwork.prototype.run = async function (...line) {
  clock.mark('characters')
  const frames = await run.apply(this, line)
  clock.mark('network')
  return frames
}

const engine = await loadOcr('ppocr')

/** Reads all pages; how many there are, and how many lines of text on them. */
async function readAll(files: readonly Uint8Array[]): Promise<{ pages: number; lines: number }> {
  const read = { pages: 0, lines: 0 }
  for (const bytes of files) {
    const numbers = Array.from({ length: MOST_PAGES }, (_, i) => i + 1)
    await renderPages(bytes, numbers, async ({ picture, dpi, number }) => {
      clock.mark('render')
      const sheet = prepareSheet(picture, dpi)
      clock.mark('sheet')
      const boxes = textOf(sheet)
      clock.mark('lines')
      const lines = await readSheet(sheet, boxes, engine)
      clock.mark('characters')
      glyphsOn(lines, number, 72 / dpi)
      clock.mark('glyphs')
      read.pages++
      read.lines += boxes.length
    })
  }
  return read
}

const { positionals } = parseArgs({ allowPositionals: true })
const files =
  positionals.length > 0
    ? positionals.map((path) => new Uint8Array(readFileSync(path)))
    : Object.values(await scansOfSample())
await readAll(files)
clock = new Clock()
const { pages, lines } = await readAll(files)
const total = Object.values(clock.spent).reduce((sum, ms) => sum + ms, 0)
console.log(`${pages} pages with ${Math.round(lines / pages)} pieces of text each, in one process\n`)
console.log('| step | CPU ms a page | share |\n|---|---|---|')
for (const [step, what] of Object.entries(STEPS)) {
  const ms = clock.spent[step as Step]
  console.log(`| ${what} | ${(ms / pages).toFixed(0)} | ${((100 * ms) / total).toFixed(0)} % |`)
}
console.log(`| **all** | **${(total / pages).toFixed(0)}** | |`)
process.exit(0)
