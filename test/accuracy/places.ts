// Runs the program on a folder of filings and says, place by place (the folders in it), what became of the printed
// numbers, how many money facts are proven, what looks wrong without anyone having labelled it (alarm.ts), and what the
// filings publish of what they have to:
//   npm run accuracy:places -- --filings DIR [--list]
// With --run DIR it looks at the output of an earlier run. --list prints each thing that looks wrong.
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { requirements } from '../../src/catalogue/requirements.js'
import type { Fact, Filing, RequirementAnswer } from '../../src/model/filing.js'
import { processAll } from '../../src/run/index.js'
import { readWhole } from '../../src/run/standing.js'
import { ALARM_KINDS, type AlarmKind, alarmsOf } from './alarm.js'

const { values } = parseArgs({
  options: { filings: { type: 'string' }, run: { type: 'string' }, list: { type: 'boolean' } },
})
if (!values.filings === !values.run) {
  console.error('usage: npm run accuracy:places -- --filings DIR | --run DIR [--list]')
  process.exit(2)
}

interface Tally {
  filings: number
  printed: number
  bound: number
  unbound: number
  /** Highest share of unbound numbers in one filing. */
  worst: number
  proven: number
  disputed: number
  unproven: number
  alarms: Record<AlarmKind, number>
  /** Of each filing that has one; files that are one filing count once. */
  scores: number[]
}

const output = values.run ?? (await run(values.filings as string))
const { inputs } = JSON.parse(readFileSync(join(output, 'run.json'), 'utf8')) as {
  inputs: { source: string; filing_id: string; outcome: string }[]
}
const tallies = new Map<string, Tally>()
const shares: number[] = []
/** How often each requirement is answered how. */
const answers = new Map<string, Record<RequirementAnswer['outcome'], number>>()
for (const { source, filing_id, outcome } of inputs) {
  if (outcome === 'duplicate') continue
  const filing = await readWhole(output, filing_id)
  const isRead = outcome === 'ok' || outcome === 'partial'
  const place = source.split('/')[1] ?? ''
  if (isRead) shares.push(unboundShare(filing))
  countAnswers(filing)
  for (const tally of [tallyOf(place), tallyOf('**all**')]) {
    if (isRead) count(tally, filing)
    if (filing.score !== null && filing.completeness.length > 0) tally.scores.push(filing.score)
    for (const alarm of alarmsOf(filing)) tally.alarms[alarm.kind]++
  }
  if (values.list)
    for (const { kind, page, subject, figures } of alarmsOf(filing))
      console.log([kind, source, `p${page}`, subject, figures.replace(/\s+/g, ' ')].join('\t'))
}
report()

async function run(filings: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'places-'))
  await processAll([filings], {
    output: folder,
    worker: new URL('../../dist/run/worker.js', import.meta.url),
  })
  return folder
}

function tallyOf(place: string): Tally {
  const none = { filings: 0, printed: 0, bound: 0, unbound: 0, worst: 0, proven: 0, disputed: 0, unproven: 0 }
  const tally = tallies.get(place) ?? {
    ...none,
    scores: [],
    alarms: Object.fromEntries(ALARM_KINDS.map((kind) => [kind, 0])) as Tally['alarms'],
  }
  tallies.set(place, tally)
  return tally
}

function answersOf(requirement: string): Record<RequirementAnswer['outcome'], number> {
  const counted = answers.get(requirement) ?? { yes: 0, no: 0, 'not-applicable': 0, undecidable: 0 }
  answers.set(requirement, counted)
  return counted
}

function countAnswers({ source, completeness }: Filing): void {
  for (const { requirement, outcome, page, reason, evidence } of completeness) {
    answersOf(requirement)[outcome]++
    if (values.list && outcome !== 'yes')
      console.log(
        [outcome, source, page === null ? '' : `p${page}`, requirement, reason, evidence].join('\t'),
      )
  }
}

function unboundShare(filing: Filing): number {
  return filing.numbers_unbound / Math.max(1, filing.numbers_printed)
}

function count(tally: Tally, filing: Filing): void {
  tally.filings++
  tally.printed += filing.numbers_printed
  tally.bound += filing.numbers_printed - filing.loose_numbers.length
  tally.unbound += filing.numbers_unbound
  tally.worst = Math.max(tally.worst, unboundShare(filing))
  for (const fact of filing.facts.filter(isMoney)) tally[fact.status]++
}

function isMoney(fact: Fact): boolean {
  return fact.measure === 'amount' || fact.measure === 'change'
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`
}

function numbersOf(t: Tally): (string | number)[] {
  const money = t.proven + t.disputed + t.unproven
  const numbers = [t.printed, percent(t.bound, t.printed), percent(t.unbound, t.printed), percent(t.worst, 1)]
  return [t.filings, ...numbers, money, ...[t.proven, t.disputed, t.unproven].map((n) => percent(n, money))]
}

function report(): void {
  const numbers = ['filings', 'numbers printed', 'bound to a fact', 'unbound', 'unbound in the worst filing']
  const places = [...tallies.keys()].sort((a, b) => (a < b ? 1 : -1)).reverse()
  table([...numbers, 'money facts', 'proven', 'disputed', 'unproven'], places, numbersOf)
  shares.sort((a, b) => a - b)
  console.log(`\nunbound numbers in the median filing: ${percent(shares[shares.length >> 1] ?? 0, 1)}\n`)
  const signs = ['conflicts', 'loose money cells', 'slipped subjects', 'error findings', 'filings not ok']
  table(signs, places, (t) => ALARM_KINDS.map((kind) => t.alarms[kind]))
  console.log('')
  table(['filings scored', 'mean score', 'lowest'], places, ({ scores }) => [
    scores.length,
    scores.length > 0 ? (scores.reduce((a, b) => a + b, 0) / scores.length).toFixed(1) : '',
    scores.length > 0 ? Math.min(...scores).toFixed(1) : '',
  ])
  console.log('\n| requirement | yes | no | not applicable | undecidable |\n|---|---|---|---|---|')
  for (const { id } of requirements()) {
    const n = answersOf(id)
    console.log(`| ${[id, n.yes, n.no, n['not-applicable'], n.undecidable].join(' | ')} |`)
  }
}

function table(heads: string[], places: string[], cells: (tally: Tally) => (string | number)[]): void {
  console.log(`| place | ${heads.join(' | ')} |\n|---|${heads.map(() => '---|').join('')}`)
  for (const place of places) console.log(`| ${[place, ...cells(tallyOf(place))].join(' | ')} |`)
}
