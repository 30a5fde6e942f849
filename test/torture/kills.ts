// Disturbs runs in every way that a machine does, and compares what they leave with what an undisturbed run writes.
//   npm run torture:kills -- [--kills 50] [--seed 1] [--inputs DIR] [--only killed]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Random } from '../../samples/generator/random.js'
import { fullDisks, kills, type Report, twins, withoutRights } from './faults.js'
import { undisturbed } from './undisturbed.js'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    inputs: { type: 'string' },
    only: { type: 'string' },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'torture-'))
const place = await undisturbed(folder, values.inputs)
process.stdout.write(`undisturbed run: ${(place.took / 1000).toFixed(1)} s\n`)
let wrong = 0
await tell('killed', () => kills(place, Number(values.kills), new Random(Number(values.seed))))
await tell('full', () => fullDisks(place, [0.02, 0.2, 0.4, 0.6, 0.8, 0.95]))
await tell('twice', () => twins(place, 3))
await tell('no rights', () => withoutRights(place))
rmSync(folder, { recursive: true, force: true })
process.stdout.write(wrong === 0 ? 'every output as undisturbed, nothing left over\n' : `${wrong} faults\n`)
process.exitCode = wrong === 0 ? 0 : 1

async function tell(name: string, work: () => Promise<Report | undefined>): Promise<void> {
  if (values.only !== undefined && values.only !== name) return
  const report = await work()
  const counts = report && Object.entries(report.done).map(([what, n]) => `${n} ${what}`)
  process.stdout.write(`${name}: ${counts?.join(', ') ?? 'skipped, no file system can be mounted here'}\n`)
  for (const fault of report?.faults ?? []) process.stdout.write(`  ${fault}\n`)
  wrong += report?.faults.length ?? 0
}
