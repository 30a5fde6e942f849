// Changes printed figures one at a time and counts how many the checks notice:
//   npm run mutate -- --filings DIR [--samples] [--sample 2000] [--seed 1]
//   npm run mutate -- --output DIR …    reads the filings of an earlier run instead of reading them again
import { parseArgs } from 'node:util'
import { Random } from '../../samples/generator/random.js'
import { filingsOf, type Placed, readFilings } from './filings.js'
import { report } from './report.js'
import { sample } from './sample.js'

const { values } = parseArgs({
  options: {
    filings: { type: 'string' },
    output: { type: 'string' },
    samples: { type: 'boolean' },
    sample: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
})
const count = Number(values.sample)
const seed = Number(values.seed)
if (!(values.filings || values.output || values.samples) || !(count > 0) || !Number.isInteger(seed)) {
  console.error('usage: npm run mutate -- [--filings DIR] [--output DIR] [--samples] [--sample N] [--seed S]')
  process.exit(2)
}
const started = Date.now()
const filings: Placed[] = []
if (values.filings) filings.push(...(await readFilings(values.filings)))
if (values.output) filings.push(...filingsOf(values.output))
if (values.samples)
  filings.push(...(await readFilings(new URL('../../samples/filings', import.meta.url).pathname)))
const read = Date.now()
const results = sample(filings, count, new Random(seed))
const seconds = (ms: number) => `${(ms / 1000).toFixed(0)} s`
console.log(
  `${results.length} changes to figures of ${filings.length} filings, seed ${seed}; read in ${seconds(read - started)}, changed and checked in ${seconds(Date.now() - read)}\n`,
)
console.log(report(results))
