// A cluster on this machine, measured and tormented:
//   npm run bench:cluster -- --filings DIR [--workers 1,2,4] [--kill-every 4] [--only queue,rates,chaos]
// queue  what the queue itself costs a filing: jobs that do nothing, then jobs whose result is a filing's JSON
// rates  filings per hour against the number of workers
// chaos  four workers, one killed every few seconds, the database restarted once: counts, and bytes against a local run
// Needs Debian's package postgresql, and Node 22.12 for pg-boss.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Postgres } from '../../cluster/postgres.js'
import { chaos } from './chaos.js'
import { queueCost } from './queue-cost.js'
import { rates } from './rates.js'

const { values } = parseArgs({
  options: {
    filings: { type: 'string', default: 'samples/filings' },
    workers: { type: 'string', default: '1,2,4' },
    'kill-every': { type: 'string', default: '4' },
    jobs: { type: 'string', default: '2000' },
    only: { type: 'string', default: 'queue,rates,chaos' },
  },
})
const parts = new Set(values.only.split(','))
const folder = mkdtempSync(join(tmpdir(), 'bench-cluster-'))
const postgres = await Postgres.start()
const filings = resolve(values.filings)
try {
  if (parts.has('queue')) await queueCost(postgres, folder, Number(values.jobs))
  if (parts.has('rates')) await rates(postgres, filings, values.workers.split(',').map(Number))
  if (parts.has('chaos')) await chaos(postgres, folder, filings, Number(values['kill-every']))
} finally {
  postgres.remove()
  rmSync(folder, { recursive: true, force: true })
}
