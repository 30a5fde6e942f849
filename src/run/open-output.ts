// What has to be settled before a run reads anything: that there is something to read, that the output is free, ours and
// writable. Whoever is refused leaves the folder as it was.
import { randomBytes } from 'node:crypto'
import { lstat, open, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join, resolve, sep } from 'node:path'
import { removeSpills } from '../dataset/index.js'
import { type InputProblem, isOutputFolder } from '../ingest/index.js'
import { OWN_FOLDER, PART, pilesPath } from '../model/output.js'
import { REPORT_FOLDER } from '../model/report.js'
import { STANDING_FOLDER } from '../publish/index.js'
import { Hold, processExists } from './hold.js'
import { LISTS_FOLDERS } from './list-words.js'
import { asOutputError, OutputError } from './output-error.js'
import { otherRoots, realOf } from './roots.js'

/** Folders of an output; files below them are ours. */
const FOLDERS = ['filings', STANDING_FOLDER, 'removed', REPORT_FOLDER, ...LISTS_FOLDERS, OWN_FOLDER]
/** Written and removed again: a disk that has no room for it has none for a filing. */
const PROBE = Buffer.alloc(64 * 1024)

/** Refuses what would read nothing, or would cost an output its results; `force` says that this is meant. */
export async function refuseInVain(output: string, paths: readonly string[], force: boolean): Promise<void> {
  const problems: InputProblem[] = []
  const here = await realOf(output)
  for (const path of paths) {
    const root = resolve(path)
    if (!(await stat(root).catch(() => undefined)))
      problems.push({ path: root, source: basename(root).normalize('NFC'), code: 'not-found' })
    const real = await realOf(root)
    if (real === here || FOLDERS.some((f) => `${real}${sep}`.startsWith(join(here, f) + sep)))
      throw new OutputError('input-is-output', root)
  }
  if (problems.length === paths.length) throw new OutputError('no-input', output, {}, problems)
  await refuseOutput(output, paths, force)
}

/** Refuses an output whose files are not ours, or whose results are of other inputs. */
export async function refuseOutput(output: string, paths: readonly string[], force: boolean): Promise<void> {
  if (force) return
  const names = await namesIn(output)
  if (names.length === 0) return
  if (!(await isOutputFolder(output)))
    throw new OutputError('foreign-files', output, { names: someOf(names), count: names.length })
  const others = await otherRoots(output, paths)
  if (others.length > 0)
    throw new OutputError('other-inputs', output, { names: someOf(others), count: others.length })
}

/** Takes the lock of an output, finds out whether it can be written, and removes what a killed run left in it. */
export async function openOutput(output: string): Promise<Hold> {
  let hold: Hold | undefined
  try {
    hold = await Hold.take(output)
    await probe(output)
    await removeLeftovers(output)
    return hold
  } catch (error) {
    hold?.release()
    throw asOutputError(error, 'not-writable', output)
  }
}

/** Takes away what killed workers left, and gives the lock back. */
export async function closeOutput(output: string, hold: Hold): Promise<void> {
  await removeLeftovers(output).catch(() => undefined)
  hold.release()
}

/** Three names tell what is there. */
const someOf = (names: readonly string[]): string => names.slice(0, 3).join(', ')

/** What stands in a folder but for what systems leave there, and for a lock without anything else. */
async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw asOutputError(error, 'not-writable', folder)
  })
  const own = await readdir(join(folder, OWN_FOLDER)).catch(() => [])
  const bare = own.every((name) => name === 'lock' || PART.test(name))
  return names
    .filter(
      (n) => !/^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\.unpacked)$/i.test(n) && !(n === OWN_FOLDER && bare),
    )
    .sort()
}

/** Folder for archives inside archives, while a run reads from them. */
export const unpackedPath = (output: string): string => join(output, '.unpacked')

/** Files that the run will replace can be opened for writing, and its folders take a new file. */
async function probe(output: string): Promise<void> {
  for (const folder of [output, ...FOLDERS.map((f) => join(output, f))]) {
    if (!(await stat(folder).catch(() => undefined))) continue
    const path = join(folder, `probe.${process.pid}-${randomBytes(4).toString('hex')}.part`)
    try {
      await writeFile(path, PROBE)
    } finally {
      await rm(path, { force: true })
    }
  }
  for (const entry of await readdir(output, { withFileTypes: true }))
    if (/\.(?:csv|parquet)$|^(?:run|datapackage)\.json$/.test(entry.name) && !entry.isSymbolicLink())
      await (await open(join(output, entry.name), 'r+')).close()
}

/** Halves of files, and what a database put down, are of processes that are no more: the lock is ours. */
async function removeLeftovers(output: string): Promise<void> {
  for (const folder of [output, ...FOLDERS.map((f) => join(output, f))])
    for (const name of await readdir(folder).catch(() => [])) {
      // Another run may be asking for the lock right now.
      const asking = /^lock\.(\d+)-/.exec(name)
      if (asking && processExists(Number(asking[1]))) continue
      if (PART.test(name) || (name.endsWith('.parquet.part') && (await lstat(join(folder, name))).isFile()))
        await rm(join(folder, name), { force: true })
    }
  await rm(unpackedPath(output), { recursive: true, force: true })
  await rm(pilesPath(output), { recursive: true, force: true })
  await removeSpills(output)
}
