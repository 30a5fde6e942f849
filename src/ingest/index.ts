// Takes paths of files and folders, gives sources: hash, id, kind by the first bytes, name below the argument.
// Finds inputs whose bytes are the same. Every file that was named gets a source or a problem, never silence.
// Never reads what a file says: that is the readers' work.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import type { Source } from '../model/source.js'
import { sniff } from './sniff.js'

/** A filing of more bytes is a volume of many or no filing at all; PDFs of 187 pages stay below 10 MB. */
const LARGEST = 512 * 1024 * 1024

/** Why an argument gives no source. */
export interface InputProblem {
  path: string
  code: 'not-found' | 'not-readable' | 'empty-folder' | 'too-large'
}

export interface FoundSources {
  /** Sorted by `source`; the first of several with equal bytes stands for them all. */
  sources: Source[]
  /** Sources whose bytes stand under a smaller path already. */
  duplicates: Source[]
  problems: InputProblem[]
}

/** Finds and identifies all inputs below the given files and folders. */
export async function findSources(args: string[]): Promise<FoundSources> {
  const problems: InputProblem[] = []
  const found = new Map<string, Source>()
  for (const arg of args) {
    const root = resolve(arg)
    const paths = await filesBelow(root, problems)
    for (const path of paths) {
      const source = await identify(path, root, problems)
      if (source) found.set(path, source)
    }
  }
  const all = [...found.values()].sort((a, b) => compare(a.source, b.source))
  const seen = new Set<string>()
  const sources: Source[] = []
  const duplicates: Source[] = []
  for (const source of all) {
    if (seen.has(source.sha256)) duplicates.push(source)
    else sources.push(source)
    seen.add(source.sha256)
  }
  return { sources, duplicates, problems }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What operating systems leave in folders; office suites write `~$` lock files beside open documents. */
const isJunk = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(?:Thumbs\.db|desktop\.ini)$/i.test(name)

async function filesBelow(root: string, problems: InputProblem[]): Promise<string[]> {
  const info = await stat(root).catch(() => undefined)
  if (!info) {
    problems.push({ path: root, code: 'not-found' })
    return []
  }
  if (info.isFile()) return [root]
  const paths: string[] = []
  await walk(root)
  if (paths.length === 0) problems.push({ path: root, code: 'empty-folder' })
  return paths

  async function walk(folder: string): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
      problems.push({ path: folder, code: 'not-readable' })
      return []
    })
    for (const entry of entries.sort((a, b) => compare(a.name, b.name))) {
      if (isJunk(entry.name)) continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) await walk(path)
      else if (entry.isFile()) paths.push(path)
    }
  }
}

async function identify(path: string, root: string, problems: InputProblem[]): Promise<Source | undefined> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST) {
      problems.push({ path, code: 'too-large' })
      return undefined
    }
    const file = await open(path)
    const head = Buffer.alloc(1024)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    await file.close()
    const sha256 = await hash(path)
    return {
      path,
      source: sourceName(path, root),
      sha256,
      filingId: sha256.slice(0, 16),
      kind: sniff(head.subarray(0, bytesRead)),
      bytes: size,
    }
  } catch {
    problems.push({ path, code: 'not-readable' })
    return undefined
  }
}

/** The path below the argument, preceded by the argument's last folder name; `/` and NFC on every system. */
function sourceName(path: string, root: string): string {
  const below = relative(root, path)
  const parts = below === '' ? [basename(path)] : [basename(root), ...below.split(sep)]
  return parts.join('/').normalize('NFC')
}

function hash(path: string): Promise<string> {
  return new Promise((done, fail) => {
    const digest = createHash('sha256')
    createReadStream(path)
      .on('data', (chunk) => digest.update(chunk))
      .on('end', () => done(digest.digest('hex')))
      .on('error', fail)
  })
}
