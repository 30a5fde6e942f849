import { stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { namedRoots, realOf } from './roots.js'

/** The way from an output to each source as a link has it; empty for what stands in an archive, or is not there. */
export async function sourceLinks(output: string, sources: readonly string[]): Promise<Map<string, string>> {
  const folder = await realOf(output)
  const roots = await namedRoots(output)
  const links = new Map<string, string>()
  for (const source of sources) {
    const root = roots.filter((r) => basename(r).normalize('NFC') === source.split('/')[0])
    const paths = root.map((r) => join(dirname(r), source))
    const path = source.includes('!/') ? undefined : await firstOf(paths)
    const way = path === undefined ? '' : relative(folder, path)
    // Another drive has no way to it, and an absolute path would tell of this machine.
    links.set(source, isAbsolute(way) ? '' : way.split(sep).map(encodeURIComponent).join('/'))
  }
  return links
}

async function firstOf(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if ((await stat(path).catch(() => undefined))?.isFile()) return path
  return undefined
}
