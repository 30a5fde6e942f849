import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findSources } from '../../src/ingest/index.js'
import type { Source } from '../../src/model/source.js'
import { processFiling } from '../../src/pipeline.js'
import { HOSTILE } from '../hostile/files.js'
import type { Ending } from './spoiled.js'

/** Reads the files that are made to trap readers; none of them is a filing. */
export async function* crafted(): AsyncGenerator<Ending> {
  const folder = mkdtempSync(join(tmpdir(), 'crafted-'))
  try {
    for (const [name, make] of Object.entries(HOSTILE)) {
      const path = join(folder, 'file')
      writeFileSync(path, make())
      yield await ending(name, path)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function ending(name: string, path: string): Promise<Ending> {
  const of = { file: 'crafted', change: name, lost: 0, wrong: [] }
  try {
    const { sources } = await findSources([path])
    const { status, message } = await processFiling(sources[0] as Source, { ocr: 'off' })
    return { ...of, outcome: status, message, lies: status === 'ok' ? ['ok-with-loss'] : [] }
  } catch (error) {
    return { ...of, outcome: 'threw', message: String((error as Error).stack), lies: [] }
  }
}
