// Tries what the program does where it does not know a word, without labels: no figure may come out with another key
// than before. What depends on the word may become unbound.
//   npm run accuracy:ignorance -- --filings DIR [--rows N | --words N] [--seed S] [--per-place N] [--only TEXT] [--out FILE]
// --words N (200): N words, each made unknown at one kind of place (table titles, heads, rows, headings, prose) or at all.
// --rows N: N groups of rows are taken from the lexicon instead, of one aspect's value each, and 8 % of all at random.
// --only TEXT: words or groups that contain it. --out FILE: every figure that is silently wrong, as a table with tabs.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Lexicon, type LexiconRow, lexicon, lexiconOf, type Place } from '../../src/catalogue/lexicon.js'
import { layOut } from '../../src/layout/index.js'
import { asPrinted, type Printed, printedTexts, unknownFor, withOther } from './ignorance/print.js'
import { readSample, type SampleFiling, understood } from './ignorance/sample.js'
import { compared, type Outcome } from './ignorance/silent.js'
import { wordsOf } from './ignorance/words.js'

const { values } = parseArgs({
  options: {
    filings: { type: 'string' },
    rows: { type: 'string' },
    words: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    'per-place': { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    out: { type: 'string' },
  },
})
if (!values.filings) {
  console.error(
    'usage: npm run accuracy:ignorance -- --filings DIR [--rows N | --words N] [--seed S] [--out FILE]',
  )
  process.exit(2)
}

/** One thing that the program does not know, and what becomes of a filing then. */
interface Trial {
  name: string
  from: string
  concerns: (filing: SampleFiling) => boolean
  run: (filing: SampleFiling) => Outcome | undefined
}

const SHARE_OF_ROWS = 0.08
Object.assign(lexicon(), remembering(lexicon()))
const random = randomFrom(Number(values.seed))
const sample = await readSample(values.filings, Number(values['per-place']))
const texts = new Map(sample.map((filing) => [filing, printedTexts(filing.document)]))
const trials = (values.rows ? rowTrials() : wordTrials()).filter(({ name }) => name.includes(values.only))
const chosen = shuffled(trials.flatMap(overAll)).slice(0, Number(values.rows ?? values.words))
const lines: string[] = []
const tally = new Map<string, { gone: number; changed: number; new: number; error: number }>()
const causes = new Map<string, number>()
const began = Date.now()
for (const { name, from, run, filing } of chosen) {
  const outcome = run(filing)
  if (!outcome) continue
  for (const id of [from, '**all**']) count(id, outcome)
  for (const s of outcome.silent) {
    const cause = [from.replace(/^\w+ /, ''), s.source, s.kind, s.aspects].join(' ')
    causes.set(cause, (causes.get(cause) ?? 0) + 1)
    lines.push(
      [
        name,
        from,
        s.kind,
        s.aspects,
        s.source,
        filing.source.source,
        `p${s.page}`,
        s.label,
        s.raw,
        s.before,
        s.after,
      ]
        .map((cell) => cell.replace(/\s+/g, ' '))
        .join('\t'),
    )
  }
}
report()
if (values.out) writeFileSync(values.out, lines.map((line) => `${line}\n`).join(''))

/** One trial on each filing. */
function overAll(trial: Trial): (Trial & { filing: SampleFiling })[] {
  return sample.filter(trial.concerns).map((filing) => ({ ...trial, filing }))
}

function wordTrials(): Trial[] {
  return wordsOf([...texts.values()].flat()).map(({ word, from, spot }) => ({
    name: word,
    from: `${from} ${spot}`,
    concerns: (filing) =>
      (texts.get(filing) as Printed[]).some(
        (t) => (spot === 'all' || t.spot === spot) && t.text.text.includes(word),
      ),
    run: (filing) => {
      const other = unknownFor(word, texts.get(filing) as Printed[], spot, from === 'whole')
      if (other.size === 0) return undefined
      const less = understood(filing.source, layOut(withOther(filing.pages, other)))
      return compared(filing.known, less, (text) => asPrinted(text, word))
    },
  }))
}

function rowTrials(): Trial[] {
  const { rows } = lexicon()
  const groups = new Map<string, LexiconRow[]>()
  for (const row of rows)
    for (const [aspect, value] of Object.entries(row.sets)) {
      const id = `${aspect}=${typeof value === 'object' ? Object.keys(value) : value}`
      groups.set(id, [...(groups.get(id) ?? []), row])
    }
  for (let i = 1; i <= 20; i++)
    groups.set(
      `random ${i}`,
      rows.filter(() => random() < SHARE_OF_ROWS),
    )
  for (const row of rows) groups.set(`row ${row.at[0]} ${row.words}`, [row])
  return [...groups].map(([name, without]) => ({
    name,
    from: `rows ${name.startsWith('row') ? 'one' : name.startsWith('random') ? 'random' : 'aspect'}`,
    concerns: () => true,
    run: (filing) =>
      withLexicon(remembering(lexiconOf(rows.filter((row) => !without.includes(row)))), () =>
        compared(filing.known, understood(filing.source, filing.document), (text) => text),
      ),
  }))
}

/** The same words, each text read once: one trial asks what another has asked before. */
function remembering({ rows, read, cutOff }: Lexicon): Lexicon {
  const kept = <T>(ask: (text: string, place: Place) => T) => {
    const known = new Map<string, T>()
    return (text: string, place: Place): T => {
      const id = `${place}|${text}`
      const before = known.get(id)
      if (before !== undefined) return before
      const answer = ask(text, place)
      known.set(id, answer)
      return answer
    }
  }
  return { rows, read: kept(read), cutOff: kept(cutOff) }
}

/** The program's own lexicon is put in another's place for a while. */
function withLexicon<T>(other: Lexicon, run: () => T): T {
  const own = lexicon()
  const kept = { ...own }
  Object.assign(own, other)
  try {
    return run()
  } finally {
    Object.assign(own, kept)
  }
}

function count(id: string, { gone, silent }: Outcome): void {
  const t = tally.get(id) ?? { gone: 0, changed: 0, new: 0, error: 0 }
  t.gone += gone
  for (const { kind } of silent) t[kind]++
  tally.set(id, t)
}

function report(): void {
  const facts = sample.reduce((sum, { known }) => sum + known.filing.facts.length, 0)
  console.log(
    `${sample.length} filings, ${facts} facts, ${chosen.length} of ${trials.length} trials, ${Math.round((Date.now() - began) / 1000)} s\n`,
  )
  console.log(
    '| unknown | facts affected | changed key | newly stated | new errors | silently wrong per 1,000 affected |',
  )
  console.log('|---|---|---|---|---|---|')
  for (const [id, t] of [...tally].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const wrong = t.changed + t.new
    const affected = Math.max(t.gone, t.changed) + t.new
    console.log(
      `| ${[id, affected, t.changed, t.new, t.error, ((1000 * wrong) / Math.max(1, affected)).toFixed(1)].join(' | ')} |`,
    )
  }
  console.log()
  for (const [cause, n] of [...causes].sort(([, a], [, b]) => b - a).slice(0, 40))
    console.log(`${n}\t${cause}`)
}

function shuffled<T>(list: T[]): T[] {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[out[i], out[j]] = [out[j] as T, out[i] as T]
  }
  return out
}

/** Mulberry32: the same seed gives the same trials. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
