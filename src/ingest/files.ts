import type { Dirent, Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { shownName } from '../model/shown.js'
import { isOutputFolder } from './output-folder.js'
import type { InputProblem } from './problem.js'

/** A file to read, and the argument it was found by. */
export interface FoundFile {
  path: string
  /** The path below the argument, preceded by the argument's last folder name; `/` and NFC on every system. */
  name: string
}

/** A place of the walk: where it stands, how it is called, and where it really is, links undone. */
interface Place extends FoundFile {
  real: string
}

/**
 * All files below the given absolute paths. A link is followed where its target lies below one of the paths and is not
 * listed there already, so that nothing is read twice and no loop is walked; others are problems. Devices, pipes and
 * sockets are problems, and never opened: reading a pipe would wait for ever. Outputs of runs, `output` among them, are
 * told and not entered.
 */
export async function filesBelow(
  args: readonly string[],
  output?: string,
): Promise<{
  files: FoundFile[]
  problems: InputProblem[]
  outputs: string[]
}> {
  const files: FoundFile[] = []
  const outputs: string[] = []
  const problems: InputProblem[] = []
  const roots: string[] = []
  const listed = new Set<string>()
  const links: Place[] = []
  let met = 0
  for (const arg of args) {
    const [real, info] = await Promise.all([realpath(arg), stat(arg)]).catch(() => [])
    const root = { path: arg, name: normal(basename(arg)), real: real ?? arg }
    if (!real || !info) {
      problem(root, 'not-found')
      continue
    }
    roots.push(real)
    const unseen = !listed.has(real)
    const before = met
    await visit(root, info)
    // The folder itself was met.
    if (info.isDirectory() && unseen && met === before + 1) problem(root, 'empty-folder')
  }
  // What stands in its own place is listed by then: a link to it adds nothing.
  for (let link = links.shift(); link; link = links.shift()) await follow(link)
  return { files, problems, outputs }

  async function visit(place: Place, info: Stats | Dirent): Promise<void> {
    met++
    if (info.isSymbolicLink()) {
      links.push(place)
      return
    }
    if (listed.has(place.real)) return
    listed.add(place.real)
    if (info.isDirectory()) await walk(place)
    else if (info.isFile()) files.push({ path: place.path, name: place.name })
    else problem(place, 'not-a-file')
  }

  async function walk(folder: Place): Promise<void> {
    if (folder.real === output || (await isOutputFolder(folder.path))) {
      outputs.push(folder.path)
      return
    }
    const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => undefined)
    if (!entries) {
      met++
      problem(folder, 'not-readable')
      return
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
      if (!isJunk(entry.name))
        await visit(
          {
            path: join(folder.path, entry.name),
            name: `${folder.name}/${normal(entry.name)}`,
            real: join(folder.real, entry.name),
          },
          entry,
        )
  }

  async function follow(link: Place): Promise<void> {
    const [real, info] = await Promise.all([realpath(link.path), stat(link.path)]).catch(() => [])
    if (!real || !info) problem(link, 'link-broken')
    else if (!within(real, roots)) problem(link, 'link-outside')
    else await visit({ ...link, real }, info)
  }

  function problem({ path, name }: FoundFile, code: InputProblem['code']): void {
    problems.push({ path, source: name, code })
  }
}

const normal = (name: string): string => shownName(name.normalize('NFC'))

const within = (path: string, roots: readonly string[]): boolean =>
  roots.some((root) => {
    const below = relative(root, path)
    return below === '' || (below !== '..' && !below.startsWith(`..${sep}`) && !below.startsWith(sep))
  })

/** What operating systems leave in folders and archives; office suites write `~$` lock files beside open documents. */
export const isJunk = (name: string): boolean =>
  (name.startsWith('.') && name !== '..') ||
  name.startsWith('~$') ||
  /^(?:Thumbs\.db|desktop\.ini|__MACOSX)$/i.test(name)
