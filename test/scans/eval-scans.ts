// Reads scans of the labelled filings and says what became of their figures:
//   npm run eval:scans -- [--variant grey200] [--filing TEXT] [--sample N] [--seed 1] [--list] [--pages]
//     [--engine ppocr] [--filings DIR --gold DIR] [--newest N | --unlabelled]
// Truth is twice: the labels, and what the program reads from the text layer of the same filing. --sample N scans N
// pages of each filing (only such with figures) and leaves the others as they are; --pages only counts pages.
// --newest N takes the last N of the catalogue of --filings instead of the labelled ones, --unlabelled all PDFs of the
// folder: truth is their text layer alone. The last table tells how often figures of a confidence are read wrongly.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Random } from '../../samples/generator/random.js'
import type { Filing } from '../../src/model/filing.js'
import { OCR_CHOICES } from '../../src/model/reading-choices.js'
import { processAll } from '../../src/run/index.js'
import { watched } from './children.js'
import { compare, once, silent } from './compare.js'
import { labelKey, labelled } from './figures.js'
import { allFilings, type GoldFiling, goldFilings, newestFilings } from './gold-filings.js'
import { errorsOfScan, type Judged, judge, type Known, TRUTHS } from './judge.js'
import { reliabilityOf, reliabilityTable } from './reliability.js'
import { filingList, HEAD, mishapList, row, speed } from './report.js'
import { idOf, type ScannedFiling, scanned } from './scan-folder.js'
import { isMoney, sum, tallyOf, verdicts } from './tally.js'
import { ODDITIES, VARIANTS, type Variant } from './variants.js'

const { values } = parseArgs({
  options: {
    filings: { type: 'string', default: '../shared/filings' },
    gold: { type: 'string', default: '../shared/gold' },
    variant: { type: 'string', default: '' },
    filing: { type: 'string', default: '' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    engine: { type: 'string', default: 'auto' },
    newest: { type: 'string' },
    unlabelled: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    pages: { type: 'boolean', default: false },
  },
})
const ocr = OCR_CHOICES.find((choice) => choice === values.engine)
if (!ocr) throw new Error(`--engine takes ${OCR_CHOICES.join(', ')}`)
if (values.newest !== undefined && !/^[1-9]\d*$/.test(values.newest))
  throw new Error('--newest takes a number of filings')
// Workers run compiled code, as users' do: what runs this script would cost them 100 MiB.
process.execArgv = []
const WORKERS = 2
const worker = new URL('../../dist/run/worker.js', import.meta.url)

/** Reads files in two workers; what was read by file id. */
async function read(paths: string[]): Promise<Map<string, Filing>> {
  const output = mkdtempSync(join(tmpdir(), 'eval-scans-'))
  // Far beyond what a filing may take in a run: here a slow one is measured, not given up.
  const { inputs } = await processAll(paths, { output, concurrency: WORKERS, worker, timeLimit: 7200, ocr })
  const filings = inputs.map(
    ({ filing_id }) =>
      [filing_id, JSON.parse(readFileSync(join(output, 'filings', `${filing_id}.json`), 'utf8'))] as const,
  )
  rmSync(output, { recursive: true })
  return new Map(filings)
}

const filings = chosenFilings().filter((f) => f.name.includes(values.filing))
const truths = values.newest || values.unlabelled ? (['text layer'] as const) : TRUTHS
const digital = await read(filings.map((f) => f.pdf))
const knowns = new Map<GoldFiling, Known>()
for (const filing of filings) {
  const printed = digital.get(idOf(filing.pdf))!
  knowns.set(filing, {
    labels: filing.facts ? labelled(filing.facts) : [],
    digital: printed,
    pages: chosen(filing, printed),
  })
}
const total = [...knowns.values()].reduce((n, k) => n + k.digital.pages.length, 0)
const asked = [...knowns.values()].reduce((n, k) => n + k.pages.size, 0)
console.log(`${filings.length} filings with ${total} pages, ${asked} of them scanned\n`)
if (!values.pages) {
  console.log(HEAD)
  const own = [...knowns.values()].map((known) => {
    const compared = compare(once(known.labels, labelKey), once(known.digital.facts, labelKey), labelKey)
    return tallyOf(compared, silent(compared, new Set()), isMoney)
  })
  console.log(
    row('(none: text layer)', 'labels', 'money', { ...sum(own), silentWrong: 0, silentMisplaced: 0 }),
  )
  const asked = VARIANTS.filter((v) => v.name.includes(values.variant))
  for (const variant of [...asked, ...ODDITIES.filter((v) => v.name === values.variant)])
    await evaluate(variant)
}

function chosenFilings(): GoldFiling[] {
  if (values.unlabelled) return allFilings(values.filings)
  return values.newest
    ? newestFilings(values.filings, Number(values.newest))
    : goldFilings(values.gold, values.filings)
}

/** All pages, or a few of those with figures. */
function chosen(filing: GoldFiling, printed: Filing): Set<number> {
  const all = printed.pages.map((p) => p.page)
  if (values.sample === undefined) return new Set(all)
  const withFigures = all.filter((page) => printed.facts.some((f) => f.page === page))
  const random = new Random(Number(values.seed) + filing.name.length)
  const taken: number[] = []
  while (taken.length < Number(values.sample) && withFigures.length > 0)
    taken.push(...withFigures.splice(random.between(0, withFigures.length - 1), 1))
  return new Set(taken.sort((a, b) => a - b))
}

async function evaluate(variant: Variant): Promise<void> {
  const scans = new Map<GoldFiling, ScannedFiling>()
  for (const [filing, { pages }] of knowns)
    scans.set(filing, await scanned(filing, variant, values.sample === undefined ? undefined : [...pages]))
  const { result, taken } = await watched(() => read([...scans.values()].map((s) => s.path)))
  const judged = [...knowns].map(([filing, known]) => {
    const filingRead = result.get(scans.get(filing)!.filingId)!
    return { filing: filing.name, of: judge(known, filingRead), errors: errorsOfScan(known, filingRead) }
  })
  for (const truth of truths)
    for (const of of ['all', 'money'] as const)
      console.log(row(variant.name, truth, of, sum(judged.map((j) => j.of[truth][of]))))
  for (const truth of truths) {
    const all = sum(judged.map((j) => j.of[truth].all))
    const money = sum(judged.map((j) => j.of[truth].money))
    for (const line of verdicts(variant.target, all, money)) console.log(`${variant.name}, ${truth}: ${line}`)
  }
  console.log(`${variant.name}: ${speed(asked, taken)}`)
  console.log(filingList(judged))
  console.log(`\n${reliabilityTable(reliabilityOf(judged.map((j) => j.of['text layer'].compared)))}`)
  if (values.list)
    console.log(
      mishapList(
        judged.map(({ filing, of }): { filing: string; judged: Judged } => ({
          filing,
          judged: of['text layer'],
        })),
      ),
    )
}
