// Spoils filings, reads files that are made to trap readers, and counts how they end:
//   npm run torture -- [--cases 2000] [--seed 1] [--filings DIR]
// Exit 1 where a figure is proven that the whole file does not print, or a loss is not said.
import { parseArgs } from 'node:util'
import { crafted } from './crafted.js'
import { readableFilings } from './filings.js'
import { type Ending, spoiled } from './spoiled.js'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    filings: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
})
const cases = Number(values.cases)
const seed = Number(values.seed)
if (!(cases > 0) || !Number.isInteger(seed)) {
  console.error('usage: npm run torture -- [--cases N] [--seed S] [--filings DIR] [--verbose]')
  process.exit(2)
}

const started = Date.now()
const counts = new Map<string, number>()
let lying = 0
for await (const ending of all()) {
  counts.set(ending.outcome, (counts.get(ending.outcome) ?? 0) + 1)
  const lies = ending.lies.length > 0 || ending.outcome === 'threw'
  if (lies) lying++
  if (lies || values.verbose) console.log(lineOf(ending))
}
for (const [outcome, count] of [...counts].sort()) console.log(`${String(count).padStart(6)}  ${outcome}`)
console.log(
  `${cases} spoiled files, seed ${seed}, ${((Date.now() - started) / 1000).toFixed(0)} s; ${lying} lie`,
)
process.exitCode = lying > 0 ? 1 : 0

async function* all(): AsyncGenerator<Ending> {
  yield* crafted()
  yield* spoiled(readableFilings(values.filings), cases, seed)
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
