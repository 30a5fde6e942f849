// Reads degraded pages with truth by every engine and says how many figures with a decimal point are right:
//   npm run eval:pages -- [--scans DIR] [--engine paddle] [--variant TEXT] [--page TEXT] [--list]
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { type DecimalScore, decimalsIn, differing, scoreDecimals } from './decimals.js'
import { ENGINES } from './engines.js'
import type { FileRead, ProcessTaken } from './page-reader.js'

const { values } = parseArgs({
  options: {
    scans: { type: 'string', default: '../shared/scans' },
    engine: { type: 'string', default: '' },
    variant: { type: 'string', default: '' },
    page: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
  },
})

/** A picture or PDF of which the printed figures are known. */
interface TestFile {
  path: string
  /** `clean200`, `fax200 turned 90`, `combo200 pdf`. */
  variant: string
  truth: string[]
}

const truthOf = (page: string): string[] =>
  decimalsIn(readFileSync(join(values.scans, 'truth', `${page}.layout.txt`), 'utf8'))

/** Pages of a PDF are all pages whose names begin as its own, in order. */
function truthOfPdf(stem: string): string[] {
  const pages = readdirSync(join(values.scans, 'truth'))
    .filter((f) => f.endsWith('.kind') && f.startsWith(`${stem}-`))
    .map((f) => f.slice(0, -'.kind'.length))
  return pages.flatMap(truthOf)
}

function testFiles(): TestFile[] {
  const files: TestFile[] = []
  for (const folder of ['pages', 'rotated', 'pdf']) {
    const within = join(values.scans, folder)
    if (!existsSync(within)) continue
    for (const file of readdirSync(within).sort()) {
      const path = join(within, file)
      const stem = file.replace(/\.[^.]+$/, '')
      if (folder === 'pdf') {
        const [, page = '', variant = ''] = /^(.*)_([^_]+)$/.exec(stem) ?? []
        files.push({ path, variant: `${variant} pdf`, truth: truthOfPdf(page) })
      } else {
        const [page = '', variant = '', turned] = stem.split('__')
        files.push({ path, variant: turned ? `turned ${turned.slice(1)}` : variant, truth: truthOf(page) })
      }
    }
  }
  return files.filter((f) => f.variant.includes(values.variant) && basename(f.path).includes(values.page))
}

async function readBy(
  engine: string,
  files: readonly TestFile[],
): Promise<{ read: FileRead[]; taken: ProcessTaken }> {
  const reader = new URL('./page-reader.ts', import.meta.url).pathname
  const args = ['--import', 'tsx', reader, engine, ...files.map((f) => f.path)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 })
  // Engines may talk: only lines of JSON are ours.
  const lines = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
  return { read: lines.slice(0, -1), taken: lines.at(-1) }
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`

const files = testFiles()
console.log('| engine | variant | pages | decimals | recall | precision | CPU s a page |')
console.log('|---|---|---|---|---|---|---|')
for (const engine of Object.keys(ENGINES).filter((e) => e.includes(values.engine))) {
  const { read, taken } = await readBy(engine, files)
  const rows = files.map((file, i) => ({
    ...file,
    ...read[i]!,
    score: scoreDecimals(file.truth, read[i]!.decimals),
  }))
  for (const variant of [...new Set(files.map((f) => f.variant)), 'all']) {
    const own = rows.filter((r) => variant === 'all' || r.variant === variant)
    const score = own.reduce<DecimalScore>(
      (sum, r) => ({
        truth: sum.truth + r.score.truth,
        read: sum.read + r.score.read,
        right: sum.right + r.score.right,
      }),
      { truth: 0, read: 0, right: 0 },
    )
    const pages = own.reduce((n, r) => n + r.pages, 0)
    const cpu = own.reduce((n, r) => n + r.cpuSeconds, 0) / Math.max(1, pages)
    const cells = [
      pages,
      score.truth,
      percent(score.right, score.truth),
      percent(score.right, score.read),
      cpu.toFixed(2),
    ]
    console.log(`| ${[engine, variant, ...cells].join(' | ')} |`)
  }
  console.log(`${engine}: loaded in ${taken.loadSeconds.toFixed(1)} CPU s, at most ${taken.peakMiB} MiB`)
  if (!values.list) continue
  for (const row of rows) {
    const { missed, extra } = differing(row.truth, row.decimals)
    if (missed.length + extra.length > 0)
      console.log(`  ${basename(row.path)}: missed ${missed.join(' ')} — read instead ${extra.join(' ')}`)
  }
}
