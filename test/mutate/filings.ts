import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findSources } from '../../src/ingest/index.js'
import type { Extracted, Filing } from '../../src/model/filing.js'
import { processFiling } from '../../src/pipeline.js'

/** A filing and the place it is of. */
export interface Placed {
  place: string
  filing: Extracted
}

/** Every filing below a folder, read once. */
export async function readFilings(folder: string): Promise<Placed[]> {
  const { sources } = await findSources([folder])
  const filings: Placed[] = []
  for (const source of sources) filings.push(placed(await processFiling(source)))
  return filings.filter(hasFacts)
}

/** Every filing of an earlier run's output. */
export function filingsOf(output: string): Placed[] {
  const folder = join(output, 'filings')
  if (!existsSync(folder)) throw new Error(`no output of a run: ${output}`)
  return readdirSync(folder)
    .sort()
    .map((name) => placed(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Filing))
    .filter(hasFacts)
}

/** `source` starts with the folder that was named; a place is the folder below it. */
const placed = (filing: Extracted): Placed => ({ place: filing.source.split('/').at(-2) ?? '', filing })

const hasFacts = ({ filing }: Placed): boolean => filing.facts.length > 0
