// Spoils filings, reads files that are made to trap readers, and counts how they end:
//   npm run torture -- [--cases 2000] [--seed 1] [--filings DIR | --small] [--jobs N]
// Five samples, five of another folder, or five small generated ones. Exit 1 where a figure is proven that the whole file does not print, or a loss is not said.
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { crafted } from './crafted.js'
import { readableFilings, smallFilings } from './filings.js'
import { type Ending, spoiled } from './spoiled.js'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    filings: { type: 'string' },
    small: { type: 'boolean', default: false },
    jobs: { type: 'string', default: `${availableParallelism()}` },
    part: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
})
const cases = Number(values.cases)
const seed = Number(values.seed)
const jobs = Number(values.jobs)
if (!(cases > 0) || !Number.isInteger(seed) || !(jobs > 0)) {
  console.error(
    'usage: npm run torture -- [--cases N] [--seed S] [--filings DIR | --small] [--jobs N] [--verbose]',
  )
  process.exit(2)
}

if (values.part !== undefined) await takePart(Number(values.part))
else await tellAll()

/** A process of several: sends each ending to the one that counts. */
async function takePart(part: number): Promise<void> {
  const share = { part, of: jobs }
  const folder = mkdtempSync(join(tmpdir(), 'small-'))
  const whole = values.small ? await smallFilings(folder) : readableFilings(values.filings)
  for await (const ending of spoiled(whole, cases, seed, share)) process.send?.(ending)
  rmSync(folder, { recursive: true })
  process.disconnect()
}

async function tellAll(): Promise<void> {
  const started = Date.now()
  const counts = new Map<string, number>()
  let files = 0
  let lying = 0
  const tell = (ending: Ending): void => {
    files++
    counts.set(ending.outcome, (counts.get(ending.outcome) ?? 0) + 1)
    const lies = ending.lies.length > 0 || ending.outcome === 'threw'
    if (lies) lying++
    if (lies || values.verbose) console.log(lineOf(ending))
  }
  for await (const ending of crafted()) tell(ending)
  const made = files
  const parts = Array.from({ length: jobs }, (_, part) => partBy(part, tell))
  const faults = (await Promise.all(parts)).filter((code) => code !== 0).length
  for (const [outcome, count] of [...counts].sort()) console.log(`${String(count).padStart(6)}  ${outcome}`)
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  console.log(
    `${made} made to trap readers, ${files - made} spoiled, seed ${seed}, ${seconds} s; ${lying} lie`,
  )
  if (faults > 0) console.log(`${faults} of ${jobs} processes ended before their time`)
  process.exitCode = lying > 0 || faults > 0 || files - made !== cases ? 1 : 0
}

/** Another process of this program for a share of the cases; gives its exit status. */
function partBy(part: number, tell: (ending: Ending) => void): Promise<number | null> {
  const child = fork(fileURLToPath(import.meta.url), [
    ...process.argv.slice(2),
    `--jobs=${jobs}`,
    `--part=${part}`,
  ])
  child.on('message', (ending) => tell(ending as Ending))
  return new Promise((resolve) => child.on('exit', resolve))
}

function lineOf({ file, change, outcome, message, lies, lost, wrong }: Ending): string {
  const examples = wrong.slice(0, 3).map((f) => `${f.label} ${f.concept} ${f.value} p${f.page}`)
  return [
    file,
    change,
    outcome,
    message,
    lies.join(' '),
    `lost ${(100 * lost).toFixed(0)} %`,
    ...examples,
  ].join(' | ')
}
