// Runs the program over a generated district with planted faults and says which were found:
//   npm run generate -- --district 200 --years 3 --faults --out DIR
//   npm run district -- --dir DIR [--out DIR]
import { createReadStream, mkdtempSync, readFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse as parseStream } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import type { Planted } from '../../samples/generator/truth.js'
import { CHECKS } from '../../src/check/registry.js'
import { processAll } from '../../src/run/index.js'
import { familyOf, score, scoreText, type Told } from './planted.js'

const { values } = parseArgs({ options: { dir: { type: 'string' }, out: { type: 'string' } } })
if (!values.dir) {
  console.error('usage: npm run district -- --dir DIR [--out DIR]')
  process.exit(2)
}
const output = values.out ?? mkdtempSync(join(tmpdir(), 'district-'))
const planted = parse(readFileSync(join(values.dir, 'truth.csv'), 'utf8'), { columns: true }) as Planted[]

const peak = { main: 0, worker: 0 }
const watch = setInterval(() => {
  peak.main = Math.max(peak.main, process.memoryUsage().rss)
}, 100)
const started = Date.now()
const run = await processAll([join(values.dir, 'filings')], {
  output,
  worker: new URL('../../dist/run/worker.js', import.meta.url),
  onWorkerMemory: (bytes) => {
    peak.worker = Math.max(peak.worker, bytes)
  },
})
const seconds = (Date.now() - started) / 1000
clearInterval(watch)

/** Rows of a CSV of the output, one at a time: a district's facts are hundreds of megabytes. */
const rows = (name: string): AsyncIterable<Record<string, string>> =>
  createReadStream(join(output, name)).pipe(parseStream({ columns: true, bom: true }))

const findings: Record<string, string>[] = []
for await (const row of rows('findings.csv')) findings.push(row)
const used = new Map(findings.flatMap((f) => (f.facts ?? '').split(' ')).map((id) => [id, '']))
for await (const row of rows('facts.csv'))
  if (used.has(row.fact_id as string)) used.set(row.fact_id as string, row.value as string)
const families = new Set(CHECKS.map((c) => familyOf(c.id)))
for await (const row of rows('checks.csv')) families.add(familyOf(row.check_id as string))

const told = findings.map(
  (f): Told => ({
    ...(f as unknown as Told),
    values: (f.facts ?? '').split(' ').map((id) => used.get(id) ?? ''),
  }),
)
const result = score(planted, told, families)
const mib = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`
console.log(
  `${run.totals.inputs} filings, ${run.facts} facts in ${seconds.toFixed(0)} s on ${availableParallelism()} cores; main process at most ${mib(peak.main)}, a worker ${mib(peak.worker)}\n`,
)
console.log(scoreText(result))
const unread = run.totals.inputs - run.totals.ok
if (unread > 0) console.log(`not wholly read: ${unread}`)
process.exitCode = result.missed.length + result.twice.length + result.unplanned.length + unread > 0 ? 1 : 0
