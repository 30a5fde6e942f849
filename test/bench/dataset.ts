// Processor time and peak memory of `yusuan check` over many filings, first after they are new, then when nothing changed:
//   npm run bench:dataset [-- --filings 2000,20000 --repeats 1 --dir DIR]
// A generated district is read once; its filings' JSON is multiplied with new places and ids. 20,000 take 6 GB of disk.
// With --repeats every paper stands so many times for the same organization, kind and year.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { district } from '../../samples/generator/district.js'
import type { Filing } from '../../src/model/filing.js'
import { processAll } from '../../src/run/index.js'

const { values } = parseArgs({
  options: {
    filings: { type: 'string', default: '2000,20000' },
    repeats: { type: 'string', default: '1' },
    dir: { type: 'string' },
  },
})
const folder = values.dir ?? mkdtempSync(join(tmpdir(), 'bench-dataset-'))
const cli = new URL('../../dist/cli.js', import.meta.url).pathname

/** One filing as text, with the place that is replaced in it. */
interface Template {
  id: string
  place: string
  source: string
  text: string
}

/** Departments with their units over two years, some of them with a fault between filings. */
async function templates(): Promise<Template[]> {
  const papers = join(folder, 'papers')
  const output = join(folder, 'read')
  mkdirSync(papers, { recursive: true })
  for (const { name, paper } of district(16, 2, 7, true))
    writeFileSync(join(papers, `${name}.pdf`), await paper.finish())
  const worker = new URL('../../dist/run/worker.js', import.meta.url)
  const { inputs } = await processAll([papers], { output, worker })
  return inputs.map(({ filing_id }) => {
    const text = readFileSync(join(output, 'filings', `${filing_id}.json`), 'utf8')
    const { organization, source } = JSON.parse(text) as Filing
    return { id: filing_id, source, place: /^.{2,3}?市/.exec(organization)?.[0] ?? organization, text }
  })
}

/** Writes an output folder as a run leaves it before its filings are connected. */
function multiply(from: readonly Template[], count: number, output: string): number {
  mkdirSync(join(output, 'filings'), { recursive: true })
  const inputs = []
  let facts = 0
  for (let n = 0; n < count; n++) {
    const { id, place, source: read, text } = from[n % from.length] as Template
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
    facts += written.split('"fact_id"').length - 1
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
  return facts
}

/** Processor seconds (user and system) and peak resident memory in MiB, by the kernel's own count. */
function measured(args: string[]): Promise<{ seconds: number; peak: number }> {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  let peak = 0
  let seconds = 0
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? peak)
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      // Ticks are hundredths of a second.
      seconds = Math.max(seconds, (Number(fields[11]) + Number(fields[12])) / 100)
    } catch {
      // It has ended.
    }
  }, 100)
  return new Promise((done, failed) => {
    child.on('exit', (code) => {
      clearInterval(watch)
      if (code !== 0) failed(new Error(`yusuan ${args.join(' ')} ended with ${code}`))
      else done({ seconds, peak: Math.round(peak / 1024) })
    })
  })
}

const from = await templates()
const control = join(folder, 'control.csv')
writeFileSync(
  control,
  'kind,year,basis,concept,fund,function_code,amount_yuan\nbudget,2024,budget,expenditure,all,,1\nbudget,2024,budget,expenditure,all,207,1\n',
)
console.log(
  '| filings | facts | new: CPU s | peak MiB | unchanged: CPU s | peak MiB | a question: CPU s | peak MiB |',
)
console.log('|---|---|---|---|---|---|---|---|')
for (const count of values.filings.split(',').map(Number)) {
  const output = join(folder, `of ${count}`)
  const facts = multiply(from, count, output)
  const runs = [
    await measured(['check', output, '--control', control]),
    await measured(['check', output, '--control', control]),
    await measured([
      'query',
      'SELECT concept, fund, sum(value) FROM facts GROUP BY ALL ORDER BY ALL',
      '--output',
      output,
    ]),
  ]
  const cells = runs.map((r) => `${r.seconds.toFixed(1)} | ${r.peak}`).join(' | ')
  console.log(`| ${count} | ${facts} | ${cells} |`)
  if (values.dir === undefined) rmSync(output, { recursive: true })
}
if (values.dir === undefined) rmSync(folder, { recursive: true })
