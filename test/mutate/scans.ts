// Damages filings in one place at a time as a recognizer does, and counts which figures change and who notices:
//   npm run mutate:scans -- [--filings DIR] [--named TEXT] [--sample 1000] [--seed 1] [--kind TEXT] [--list]
// Without --filings the samples of this repository. No picture is made: the pages are those of the text layer, each
// character as if it had been recognized. --kind takes those kinds of damage that hold a text.
import { parseArgs } from 'node:util'
import { Random } from '../../samples/generator/random.js'
import { damageTable, silentList } from './damage-report.js'
import { damaged } from './damaged.js'
import { KINDS } from './damages/index.js'
import { recognizedFilings } from './recognized.js'

const { values } = parseArgs({
  options: {
    filings: { type: 'string', default: new URL('../../samples/filings', import.meta.url).pathname },
    named: { type: 'string', default: '' },
    sample: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
  },
})
const count = Number(values.sample)
const seed = Number(values.seed)
const kinds = KINDS.filter((k) => values.kind.split(',').some((text) => k.includes(text)))
if (!(count > 0) || !Number.isInteger(seed) || kinds.length === 0) {
  console.error(
    'usage: npm run mutate:scans -- [--filings DIR] [--named TEXT] [--sample N] [--seed S] [--kind TEXT] [--list]',
  )
  process.exit(2)
}
const started = Date.now()
const filings = await recognizedFilings(values.filings, values.named)
const read = Date.now()
const outcomes = damaged(filings, count, new Random(seed), kinds)
const seconds = (ms: number) => `${(ms / 1000).toFixed(0)} s`
console.log(
  `${outcomes.length} damages of ${filings.length} filings, seed ${seed}; read in ${seconds(read - started)}, damaged and read again in ${seconds(Date.now() - read)}\n`,
)
console.log(damageTable(outcomes))
if (values.list) console.log(`\n${silentList(outcomes)}`)
