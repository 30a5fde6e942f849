// What each check said on a folder of filings, and what people who read its findings against the pages said of them:
//   npm run accuracy:checks -- --run OUTPUT [--write]
// docs/measured/verdicts.csv holds the reading, by the id of the finding: true, false or arguable. --write keeps the
// counts in docs/measured/checks.csv, from which docs/checks.md takes them. What has not been read is listed.
import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse'
import { parse as parseAll } from 'csv-parse/sync'

const { values } = parseArgs({ options: { run: { type: 'string' }, write: { type: 'boolean' } } })
if (!values.run) {
  console.error('usage: npm run accuracy:checks -- --run OUTPUT [--write]')
  process.exit(2)
}
const output = values.run

const VERDICTS = ['true', 'arguable', 'false'] as const
type Verdict = (typeof VERDICTS)[number]
const OUTCOMES = ['pass', 'fail', 'undecided'] as const
type Count = Record<(typeof OUTCOMES)[number] | Verdict | 'unread', number>

const counts = new Map<string, Count>()
const countOf = (check: string): Count => {
  const known = counts.get(check)
  if (known) return known
  const count = { pass: 0, fail: 0, undecided: 0, true: 0, arguable: 0, false: 0, unread: 0 }
  counts.set(check, count)
  return count
}

const rows = createReadStream(join(output, 'checks.csv')).pipe(parse({ columns: true, bom: true }))
for await (const row of rows as AsyncIterable<{ check_id: string; outcome: (typeof OUTCOMES)[number] }>)
  countOf(row.check_id)[row.outcome]++

const measured = (name: string) => new URL(`../../docs/measured/${name}`, import.meta.url)
const read = new Map<string, Verdict>(
  (
    parseAll(readFileSync(measured('verdicts.csv')), { columns: true }) as {
      finding_id: string
      verdict: Verdict
    }[]
  ).map((row) => [row.finding_id, row.verdict]),
)
const findings = parseAll(readFileSync(join(output, 'findings.csv')), { columns: true, bom: true }) as Record<
  'finding_id' | 'check_id' | 'severity' | 'lowered_from' | 'source' | 'page' | 'message',
  string
>[]
const totals = { error: { true: 0, arguable: 0, false: 0 }, warning: { true: 0, arguable: 0, false: 0 } }
for (const finding of findings) {
  // A consequence is as true as the finding it follows from.
  const severity = finding.lowered_from || finding.severity
  if (severity !== 'error' && severity !== 'warning') continue
  const verdict = read.get(finding.finding_id)
  countOf(finding.check_id)[verdict ?? 'unread']++
  if (verdict) totals[severity][verdict]++
  else
    console.log(
      ['unread', severity, finding.check_id, finding.source, `p${finding.page}`, finding.message].join('\t'),
    )
}

const head = ['check_id', ...OUTCOMES, ...VERDICTS, 'unread'] as const
const lines = [...counts]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([check, count]) => [check, ...head.slice(1).map((k) => count[k as keyof Count])].join(','))
for (const [severity, count] of Object.entries(totals)) console.log(severity, JSON.stringify(count))
if (values.write) writeFileSync(measured('checks.csv'), `${[head.join(','), ...lines].join('\n')}\n`)
else console.log([head.join(','), ...lines].join('\n'))
