// Results whose inputs are not there any more: out of the way, never deleted; those whose folder could not be found stay.
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Filing } from '../model/filing.js'
import { filingPath } from '../publish/index.js'
import type { InputResult } from './run-summary.js'

/** Places are sources, or folders and archives as sources name them. */
const isBelow = (source: string, places: readonly string[]): boolean =>
  places.some((place) => source === place || ['/', '!/'].some((end) => source.startsWith(place + end)))

/** What an earlier run made of inputs that are not found now, and that this run has not found elsewhere. */
export function stillThere(
  earlier: readonly InputResult[],
  places: readonly string[],
  ids: ReadonlySet<string>,
): InputResult[] {
  const below = earlier.filter((i) => isBelow(i.source, places))
  const kept = below.filter((i) => i.outcome !== 'duplicate' && !ids.has(i.filing_id))
  const known = new Set([...ids, ...kept.map((i) => i.filing_id)])
  return below.filter((i) => kept.includes(i) || (i.outcome === 'duplicate' && known.has(i.filing_id)))
}

/** Moves filings of no input to `removed/` and says how many; of an input that is back nothing is removed any more. */
export async function moveGone(
  output: string,
  ids: ReadonlySet<string>,
  places: readonly string[],
): Promise<number> {
  const removed = join(output, 'removed')
  for (const id of await filingsIn(removed))
    if (ids.has(id)) await rm(join(removed, `${id}.json`), { force: true })
  let moved = 0
  for (const id of await filingsIn(join(output, 'filings'))) {
    if (ids.has(id) || isBelow(await sourceOf(output, id), places)) continue
    await mkdir(removed, { recursive: true })
    await rename(filingPath(output, id), join(removed, `${id}.json`))
    moved++
  }
  return moved
}

/** Ids of the filings in a folder; whatever else is there is not ours. */
export async function filingsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.flatMap((name) => /^([0-9a-f]{16})\.json$/.exec(name)?.[1] ?? []).sort()
}

async function sourceOf(output: string, id: string): Promise<string> {
  try {
    return (JSON.parse(await readFile(filingPath(output, id), 'utf8')) as Filing).source
  } catch {
    return ''
  }
}
