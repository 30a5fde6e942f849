// Misreads filings in one place at a time, as we do, and counts what the checks then say of filings that are right there:
//   npm run mutate:misread -- --output DIR [--sample 2000] [--seed 1] [--kin]
// With --kin only filings that have others to be held against, and only what is said between them.
import { parseArgs } from 'node:util'
import { Random } from '../../samples/generator/random.js'
import { checkFiling } from '../../src/check/index.js'
import type { Finding } from '../../src/model/filing.js'
import { filingsOf } from './filings.js'
import { type CheckWithKin, checksWithKin } from './kin.js'
import { misread, SLIPS, type Slip } from './misread.js'

const { values } = parseArgs({
  options: {
    output: { type: 'string' },
    sample: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    list: { type: 'boolean' },
    kin: { type: 'boolean' },
  },
})
if (!values.output) {
  console.error('usage: npm run mutate:misread -- --output DIR [--sample N] [--seed S] [--list] [--kin]')
  process.exit(2)
}
const random = new Random(Number(values.seed))
const placed = filingsOf(values.output)
const withKin = values.kin ? checksWithKin(placed) : undefined
const filings = placed
  .map(({ filing }) => ({ filing, check: withKin ? between(withKin(filing)) : checkFiling }))
  .map((f) => ({ ...f, checked: f.check(f.filing) }))
  .filter(({ checked }) => !values.kin || checked.outcomes.length > 0)
  .map(({ filing, check, checked }) => ({ filing, check, before: idsOf(checked.findings) }))

/** Only what is said between filings. */
function between(check: CheckWithKin): CheckWithKin {
  return (filing) => {
    const checked = check(filing)
    const isBetween = (facts: readonly string[]) => facts.some((id) => !id.startsWith(filing.filing_id))
    return {
      ...checked,
      outcomes: checked.outcomes.filter((o) => isBetween(o.facts)),
      findings: checked.findings.filter((f) => isBetween(f.facts)),
      doubts: checked.doubts.filter((d) => isBetween(d.facts)),
    }
  }
}

interface Count {
  made: number
  silent: number
  doubted: number
  errors: number
  warnings: number
}
const counts = new Map<Slip, Count>(
  SLIPS.map((s) => [s, { made: 0, silent: 0, doubted: 0, errors: 0, warnings: 0 }]),
)
for (let n = 0; n < Number(values.sample); n++) {
  const slip = SLIPS[n % SLIPS.length] as Slip
  const { filing, check, before } = random.pick(filings)
  const other = misread(filing, slip, random)
  if (!other) continue
  const { findings, doubts } = check(other)
  const made = findings.filter((f) => !before.has(f.finding_id) && f.severity !== 'info')
  const count = counts.get(slip) as Count
  count.made++
  if (made.some((f) => f.severity === 'error')) count.errors++
  else if (made.length > 0) count.warnings++
  else if (doubts.length > 0) count.doubted++
  else count.silent++
  if (values.list) console.log(`## ${slip} ${filing.source}`)
  if (values.list)
    for (const f of made)
      console.log([slip, f.severity, f.check_id, filing.source, `p${f.page}`, f.item].join('\t'))
}

function idsOf(findings: readonly Finding[]): Set<string> {
  return new Set(findings.map((f) => f.finding_id))
}

console.log(
  '| misread | times | nothing said | a doubt of ours | a false warning | a false error |\n|---|---|---|---|---|---|',
)
for (const [slip, c] of counts)
  console.log(`| ${slip} | ${c.made} | ${c.silent} | ${c.doubted} | ${c.warnings} | ${c.errors} |`)
