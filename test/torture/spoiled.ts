import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Random } from '../../samples/generator/random.js'
import { findSources } from '../../src/ingest/index.js'
import type { Filing } from '../../src/model/filing.js'
import type { Source } from '../../src/model/source.js'
import { processFiling } from '../../src/pipeline.js'
import { byteChange, type Change, truncations } from './changes.js'
import { type Judgement, judged } from './judge.js'

/** What one spoiled file came to. */
export interface Ending extends Judgement {
  file: string
  change: string
  /** Status of the filing; `threw` where the program gave none. */
  outcome: Filing['status'] | 'threw'
  message: string
}

/** Recognizing would cost minutes per file, and what it reads is never sure. */
const OPTIONS = { ocr: 'off' } as const

/** The cases that one of several processes takes: every `of`-th, beginning with `part`. */
export interface Share {
  part: number
  of: number
}

/** Spoils the filings in turn, `count` times in all: cut at every percent first, then with bytes changed. */
export async function* spoiled(
  paths: readonly string[],
  count: number,
  seed: number,
  { part, of }: Share = { part: 0, of: 1 },
): AsyncGenerator<Ending> {
  const random = new Random(seed)
  const folder = mkdtempSync(join(tmpdir(), 'torture-'))
  try {
    const { sources } = await findSources([...paths])
    const wholes = []
    for (const source of sources) wholes.push({ source, filing: await processFiling(source, OPTIONS) })
    const cuts = truncations()
    for (let i = 0; i < count; i++) {
      const { source, filing } = wholes[i % wholes.length] as { source: Source; filing: Filing }
      // Every other case is a cut until there are no more.
      const turn = Math.floor(i / wholes.length)
      const change = turn % 2 === 0 ? (cuts[turn / 2] ?? byteChange(random)) : byteChange(random)
      // Whoever takes part makes all changes, so that a case is the same however many take part.
      if (i % of === part) yield await ending(source, filing, change, folder)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function ending(source: Source, whole: Filing, change: Change, folder: string): Promise<Ending> {
  const path = join(folder, 'spoiled')
  writeFileSync(path, change.spoil(readFileSync(source.path)))
  const of = { file: source.source, change: change.name }
  try {
    // Named by the whole file, so that their ids are alike; its kind is by its own first bytes.
    const [found] = (await findSources([path])).sources
    const filing = await processFiling({ ...source, path, kind: (found as Source).kind }, OPTIONS)
    return { ...of, outcome: filing.status, message: filing.message, ...judged(whole, filing) }
  } catch (error) {
    return { ...of, outcome: 'threw', message: String((error as Error).stack), lies: [], lost: 1, wrong: [] }
  }
}
