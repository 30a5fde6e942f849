import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, relative, resolve, sep } from 'node:path'
import { CONTRACT_VERSION } from '../model/filing.js'
import { ownPath } from '../model/output.js'
import { writeWhole } from '../publish/index.js'
import { VERSION } from './engine.js'
import { readRunFile } from './run-file.js'

/** What an earlier run was asked to read; names alone where it left no mark. */
type EarlierRoot = { path: string } | { name: string }

/** Says whose an output is. Paths are relative to it: both may be moved together, and nothing tells of this machine. */
export async function markOutput(output: string, roots: readonly string[]): Promise<void> {
  const folder = await realOf(output)
  const below = await Promise.all(roots.map(async (r) => relative(folder, await realOf(r))))
  const mark = {
    contract_version: CONTRACT_VERSION,
    tool: 'yusuan',
    version: VERSION,
    roots: [...new Set(below)].sort(),
  }
  await writeWhole(ownPath(output, 'output.json'), `${JSON.stringify(mark, null, 1)}\n`)
}

/**
 * The inputs of an earlier run that a run over other ones would take out of the tables. Inputs that are gone are no
 * reason to ask as long as some of them are named again.
 */
export async function otherRoots(output: string, roots: readonly string[]): Promise<string[]> {
  const earlier = await earlierRoots(output)
  const now = await Promise.all(roots.map(realOf))
  const names = new Set(now.map((path) => basename(path).normalize('NFC')))
  const left: { path: string; exists: boolean }[] = []
  for (const root of earlier) {
    const path = 'path' in root ? root.path : root.name
    if ('path' in root && now.some((n) => root.path === n || root.path.startsWith(n + sep))) continue
    const exists = 'path' in root && (await stat(root.path).catch(() => undefined)) !== undefined
    // Moved with or without its output: then the name tells.
    if (!exists && names.has(basename(path).normalize('NFC'))) continue
    left.push({ path, exists })
  }
  const shared = left.length < earlier.length
  return left.filter((l) => l.exists || !shared).map((l) => l.path)
}

/** What the output's last run was asked to read; nothing where it left no mark. */
export const namedRoots = async (output: string): Promise<string[]> =>
  (await earlierRoots(output)).flatMap((root) => ('path' in root ? root.path : []))

async function earlierRoots(output: string): Promise<EarlierRoot[]> {
  const mark = await readFile(ownPath(output, 'output.json'), 'utf8').catch(() => undefined)
  if (mark !== undefined) {
    const folder = await realOf(output)
    return rootsIn(mark).map((root) => ({ path: resolve(folder, root) }))
  }
  const run = await readRunFile(output)
  return [...new Set(run?.inputs.map((i) => i.source.split('/')[0] ?? ''))].map((name) => ({ name }))
}

function rootsIn(mark: string): string[] {
  try {
    const { roots } = JSON.parse(mark)
    return Array.isArray(roots) ? roots.filter((r) => typeof r === 'string') : []
  } catch {
    return []
  }
}

/** A path without links, as far as it exists. */
export const realOf = (path: string): Promise<string> => realpath(path).catch(() => resolve(path))
