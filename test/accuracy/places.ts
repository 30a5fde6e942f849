// Runs the program on a folder of filings and says, place by place (the folders in it), what became of the printed
// numbers and how many money facts are proven:
//   npm run accuracy:places -- --filings DIR
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Fact, Filing } from '../../src/model/filing.js'
import { processAll } from '../../src/run/index.js'

const { values } = parseArgs({ options: { filings: { type: 'string' } } })
if (!values.filings) {
  console.error('usage: npm run accuracy:places -- --filings DIR')
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
}

const output = mkdtempSync(join(tmpdir(), 'places-'))
const { inputs } = await processAll([values.filings], {
  output,
  worker: new URL('../../dist/run/worker.js', import.meta.url),
})
const tallies = new Map<string, Tally>()
const shares: number[] = []
for (const input of inputs) {
  if (input.outcome !== 'ok' && input.outcome !== 'partial') continue
  const filing = JSON.parse(
    readFileSync(join(output, 'filings', `${input.filing_id}.json`), 'utf8'),
  ) as Filing
  const share = filing.numbers_unbound / Math.max(1, filing.numbers_printed)
  shares.push(share)
  for (const place of [input.source.split('/')[1] ?? '', '**all**']) add(place, filing, share)
}

function add(place: string, filing: Filing, share: number): void {
  const none = { filings: 0, printed: 0, bound: 0, unbound: 0, worst: 0, proven: 0, disputed: 0, unproven: 0 }
  const tally = tallies.get(place) ?? none
  tallies.set(place, tally)
  tally.filings++
  tally.printed += filing.numbers_printed
  tally.bound += filing.numbers_printed - filing.loose_numbers.length
  tally.unbound += filing.numbers_unbound
  tally.worst = Math.max(tally.worst, share)
  for (const fact of filing.facts.filter(isMoney)) tally[fact.status]++
}

function isMoney(fact: Fact): boolean {
  return fact.measure === 'amount' || fact.measure === 'change'
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`
const row = (place: string, t: Tally): string => {
  const money = t.proven + t.disputed + t.unproven
  const numbers = [t.printed, percent(t.bound, t.printed), percent(t.unbound, t.printed), percent(t.worst, 1)]
  const facts = [money, percent(t.proven, money), percent(t.disputed, money), percent(t.unproven, money)]
  return `| ${[place, t.filings, ...numbers, ...facts].join(' | ')} |`
}
console.log(
  '| place | filings | numbers printed | bound to a fact | unbound | unbound in the worst filing | money facts | proven | disputed | unproven |',
)
console.log('|---|---|---|---|---|---|---|---|---|---|')
const places = [...tallies.keys()].sort((a, b) => (a < b ? 1 : -1)).reverse()
for (const place of places) console.log(row(place, tallies.get(place) as Tally))
shares.sort((a, b) => a - b)
console.log(`\nunbound numbers in the median filing: ${percent(shares[shares.length >> 1] ?? 0, 1)}`)
