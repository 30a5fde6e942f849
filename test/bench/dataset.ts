// Time and peak memory of a run over generated papers, then of `yusuan check` over many filings, first after they are new,
// then when nothing changed. Tables and dataset alone; with --shown the report and the lists too:
//   npm run bench:dataset [-- --filings 2000,20000 --repeats 1 --departments 16 --dir DIR --shown --once]
// The papers (three a department) are read once; their JSON is multiplied with new places and ids. 20,000 take 6 GB of disk.
// With --repeats every paper stands so many times for the same organization, kind and year.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { district } from '../../samples/generator/district.js'
import type { Filing } from '../../src/model/filing.js'
import type { RunSummary } from '../../src/run/run-summary.js'

const { values } = parseArgs({
  options: {
    filings: { type: 'string', default: '2000,20000' },
    repeats: { type: 'string', default: '1' },
    departments: { type: 'string', default: '16' },
    dir: { type: 'string' },
    shown: { type: 'boolean', default: false },
    once: { type: 'boolean', default: false },
  },
})
const shown = values.shown ? [] : ['--no-report', '--no-lists']
const folder = values.dir ?? mkdtempSync(join(tmpdir(), 'bench-dataset-'))
const cli = new URL('../../dist/cli.js', import.meta.url).pathname

/** One filing as text, with the place that is replaced in it. */
interface Template {
  id: string
  place: string
  source: string
  text: string
  pages: number
  facts: number
}

/** Departments with their units over two years, some of them with a fault between filings. */
async function templates(): Promise<Template[]> {
  const papers = join(folder, 'papers')
  const output = join(folder, 'read')
  mkdirSync(papers, { recursive: true })
  for (const { name, paper } of district(Number(values.departments), 2, 7, true))
    writeFileSync(join(papers, `${name}.pdf`), await paper.finish())
  const run = await measured(['run', papers, '--out', output])
  const { inputs } = JSON.parse(readFileSync(join(output, 'run.json'), 'utf8')) as RunSummary
  const read = inputs.map(({ filing_id }) => {
    const text = readFileSync(join(output, 'filings', `${filing_id}.json`), 'utf8')
    const { organization, source, pages, facts } = JSON.parse(text) as Filing
    const place = /^.{2,3}?市/.exec(organization)?.[0] ?? organization
    return { id: filing_id, source, place, text, pages: pages.length, facts: facts.length }
  })
  tell('run', read, run)
  return read
}

/** Writes an output folder as a run leaves it before its filings are connected. */
function multiply(from: readonly Template[], count: number, output: string): Template[] {
  mkdirSync(join(output, 'filings'), { recursive: true })
  const inputs = []
  const used: Template[] = []
  for (let n = 0; n < count; n++) {
    const template = from[n % from.length] as Template
    const { id, place, source: read, text } = template
    used.push(template)
    const copy = Math.floor(n / from.length)
    const filing_id = createHash('sha256').update(`${n}`).digest('hex').slice(0, 16)
    // Another place makes other organizations, with their units.
    const name = [...String(Math.floor(copy / Number(values.repeats)))]
      .map((d) => '甲乙丙丁戊己庚辛壬癸'[Number(d)])
      .join('')
    const among = String(copy).padStart(6, '0')
    const written = text
      .replaceAll(id, filing_id)
      .replaceAll(place, `${name}${place}`)
      .replace('"source": "papers/', `"source": "${among}/`)
    const source = read.replaceAll(place, `${name}${place}`).replace('papers/', `${among}/`)
    writeFileSync(join(output, 'filings', `${filing_id}.json`), written)
    inputs.push({ source, sha256: '', filing_id, outcome: 'ok', seconds: 0, message: '' })
  }
  const totals = {
    inputs: count,
    ok: count,
    partial: 0,
    not_a_filing: 0,
    unreadable: 0,
    failed: 0,
    duplicates: 0,
  }
  inputs.sort((a, b) => (a.source < b.source ? -1 : 1))
  writeFileSync(join(output, 'run.json'), JSON.stringify({ contract_version: '1', inputs, totals }))
  return used
}

interface Measured {
  seconds: number
  /** User and system, of the process and its workers. */
  processor: number
  /** Peak resident memory in MiB, by the kernel's own count. */
  main: number
  worker: number
}

function measured(args: string[]): Promise<Measured> {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  const started = Date.now()
  const found: Measured = { seconds: 0, processor: 0, main: 0, worker: 0 }
  const peak = (pid: string) =>
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  const watch = setInterval(() => {
    try {
      const pid = String(child.pid)
      found.main = Math.max(found.main, peak(pid))
      const workers = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
      // Own ticks and those of workers that have ended, in hundredths of a second.
      const ticks = (id: string, from: number, to: number) =>
        (readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [])
          .slice(from, to)
          .reduce((sum, n) => sum + Number(n) / 100, 0)
      let processor = ticks(pid, 11, 15)
      for (const worker of workers) {
        found.worker = Math.max(found.worker, peak(worker))
        processor += ticks(worker, 11, 13)
      }
      found.processor = Math.max(found.processor, processor)
    } catch {
      // It has ended.
    }
  }, 100)
  return new Promise((done, failed) => {
    child.on('exit', (code) => {
      clearInterval(watch)
      found.seconds = (Date.now() - started) / 1000
      if (code !== 0) failed(new Error(`yusuan ${args.join(' ')} ended with ${code}`))
      else done(found)
    })
  })
}

function tell(what: string, filings: readonly Template[], { seconds, processor, main, worker }: Measured) {
  const sum = (of: 'pages' | 'facts') => filings.reduce((n, f) => n + f[of], 0)
  const cells = [
    what,
    filings.length,
    sum('pages'),
    sum('facts'),
    seconds.toFixed(0),
    processor.toFixed(1),
    Math.round(main),
    worker === 0 ? '' : Math.round(worker),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

console.log('| what | filings | pages | facts | seconds | CPU s | main MiB | worker MiB |')
console.log('|---|---|---|---|---|---|---|---|')
const from = await templates()
const control = join(folder, 'control.csv')
writeFileSync(
  control,
  'kind,year,basis,concept,fund,function_code,amount_yuan\nbudget,2024,budget,expenditure,all,,1\nbudget,2024,budget,expenditure,all,207,1\n',
)
for (const count of values.filings.split(',').map(Number)) {
  const output = join(folder, `of ${count}`)
  const used = multiply(from, count, output)
  const check = ['check', output, '--control', control, ...shown]
  tell('check, new', used, await measured(check))
  if (!values.once) tell('check, unchanged', used, await measured(check))
  const question = 'SELECT concept, fund, sum(value) FROM facts GROUP BY ALL ORDER BY ALL'
  tell('a question', used, await measured(['query', question, '--output', output]))
  if (values.dir === undefined) rmSync(output, { recursive: true })
}
if (values.dir === undefined) rmSync(folder, { recursive: true })
