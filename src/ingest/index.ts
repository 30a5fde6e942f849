// Takes paths of files and folders, gives sources: hash, id, kind by the first bytes, name below the argument. Archives
// give what stands in them. Finds inputs whose bytes are the same. Every file that was named gets a source or a problem,
// never silence. Never reads what a file says: that is the readers' work.
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Source } from '../model/source.js'
import { contentsOf, LARGEST } from './archive.js'
import { digest } from './digest.js'
import { type FoundFile, filesBelow } from './files.js'
import type { InputProblem } from './problem.js'

export { bytesOf } from './bytes.js'
export { digest } from './digest.js'
export { isJunk } from './files.js'
export { isOutputFolder } from './output-folder.js'
export type { InputProblem } from './problem.js'

export interface FoundSources {
  /** Sorted by `source`; the first of several with equal bytes stands for them all. */
  sources: Source[]
  /** Sources whose bytes stand under a smaller path already. */
  duplicates: Source[]
  problems: InputProblem[]
  /** Folders below the arguments that are outputs of runs: their files are results, no filings. */
  outputs: string[]
  /** Folder that holds archives found inside archives, if there are any; to be removed when the sources are read. */
  unpackedTo: string
}

/** Finds and identifies all inputs below the given files and folders; `output` is where results will stand. */
export async function findSources(
  args: string[],
  unpackedTo = join(tmpdir(), `yusuan-${randomBytes(8).toString('hex')}`),
  output?: string,
): Promise<FoundSources> {
  const { files, problems, outputs } = await filesBelow(
    args.map((arg) => resolve(arg)),
    output,
  )
  const all: Source[] = []
  for (const file of files) {
    const found = await identify(file)
    if ('code' in found) problems.push(found)
    else if (found.kind !== 'archive') all.push(found)
    else {
      const contents = await contentsOf(found, unpackedTo)
      all.push(...contents.sources)
      problems.push(...contents.problems)
    }
  }
  return { ...withoutDuplicates(all), problems, outputs, unpackedTo }
}

/** Sources in their order; of several with equal bytes the first stands for them all. */
export function withoutDuplicates(all: readonly Source[]): Pick<FoundSources, 'sources' | 'duplicates'> {
  const seen = new Set<string>()
  const sources: Source[] = []
  const duplicates: Source[] = []
  for (const source of [...all].sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0))) {
    if (seen.has(source.sha256)) duplicates.push(source)
    else sources.push(source)
    seen.add(source.sha256)
  }
  return { sources, duplicates }
}

async function identify({ path, name }: FoundFile): Promise<Source | InputProblem> {
  try {
    const { size } = await stat(path)
    const { kind } = await digest(createReadStream(path, { end: 1023 }))
    if (size > LARGEST && kind !== 'archive') return { path, source: name, code: 'too-large' }
    const read = await digest(createReadStream(path))
    return { path, source: name, filingId: read.sha256.slice(0, 16), ...read }
  } catch {
    return { path, source: name, code: 'not-readable' }
  }
}
