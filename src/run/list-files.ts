// Lists go to people who write into them: what we wrote is known by its hash, and only that is replaced or removed.
import { createHash } from 'node:crypto'
import { appendFile, mkdir, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ownPath } from '../model/output.js'
import { writeWhole } from '../publish/index.js'

/** Hash, file, and of what is dear to make a hash of what it is made from. */
const LINE = /^([0-9a-f]{64}) {2}([^\t\n]+)(?:\t([0-9a-f]{64}))?$/

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Lists of an output, below its folder, and what we know of them. */
export class ListFiles {
  private readonly written = new Map<string, string>()
  /** What files are made from, of those that say so. */
  private readonly made = new Map<string, string>()

  private constructor(
    private readonly output: string,
    /** Hashes of what was written under a name, before too. */
    private readonly known: Map<string, Set<string>>,
    /** Names a list that somebody wrote into, the n-th of its name. */
    private readonly asideName: (name: string, n: number) => string,
  ) {}

  static async open(output: string, asideName: (name: string, n: number) => string): Promise<ListFiles> {
    const text = await readFile(ownPath(output, 'lists.sha256'), 'utf8').catch(() => '')
    const known = new Map<string, Set<string>>()
    for (const line of text.split('\n')) {
      const [, hash, file] = LINE.exec(line) ?? []
      if (hash && file) known.set(file, (known.get(file) ?? new Set()).add(hash))
    }
    const files = new ListFiles(output, known, asideName)
    for (const line of text.split('\n')) {
      const [, , file, made] = LINE.exec(line) ?? []
      if (file && made) files.made.set(file, made)
    }
    return files
  }

  /** Writes a list; a file of that name that is not as we wrote it goes aside. */
  async put(file: string, content: Uint8Array, made?: string): Promise<void> {
    if (made) this.made.set(file, made)
    const hash = hashOf(content)
    const standing = await this.standing(file)
    if (standing === 'foreign') await this.moveAside(file)
    // Recorded first: whoever is killed in between leaves no list that nobody knows.
    await mkdir(dirname(ownPath(this.output, 'lists.sha256')), { recursive: true })
    await appendFile(ownPath(this.output, 'lists.sha256'), lineOf(file, hash, this.made.get(file)))
    await writeWhole(join(this.output, file), content)
    this.written.set(file, hash)
  }

  /** Whether a file made from the same stands there as we wrote it; then it stays. */
  async keep(file: string, made: string): Promise<boolean> {
    if (this.made.get(file) !== made) return false
    const content = await readOrNone(join(this.output, file))
    const hash = content && hashOf(content)
    if (!hash || !this.known.get(file)?.has(hash)) return false
    this.written.set(file, hash)
    return true
  }

  /** Removes lists of ours that were not written now, and keeps those that somebody wrote into under another name. */
  async settle(): Promise<void> {
    for (const file of this.known.keys()) {
      if (this.written.has(file)) continue
      const standing = await this.standing(file)
      if (standing === 'foreign') await this.moveAside(file)
      if (standing !== 'ours') continue
      await rm(join(this.output, file), { force: true })
      // Folders that are left empty go too; a folder with anything in it stays.
      await rmdir(join(this.output, dirname(file))).catch(() => undefined)
    }
    if (this.known.size + this.written.size === 0) return
    const lines = [...this.written].sort(([a], [b]) => (a < b ? -1 : 1))
    await writeWhole(
      ownPath(this.output, 'lists.sha256'),
      lines.map(([f, h]) => lineOf(f, h, this.made.get(f))).join(''),
    )
  }

  private async standing(file: string): Promise<'none' | 'ours' | 'foreign'> {
    const content = await readOrNone(join(this.output, file))
    if (!content) return 'none'
    return this.known.get(file)?.has(hashOf(content)) ? 'ours' : 'foreign'
  }

  private async moveAside(file: string): Promise<void> {
    const [, stem = file, ending = ''] = /^(.*)(\.\w+)$/s.exec(file) ?? []
    for (let n = 1; ; n++) {
      const aside = `${this.asideName(stem, n)}${ending}`
      if (this.known.has(aside) || this.written.has(aside)) continue
      if ((await readOrNone(join(this.output, aside))) !== undefined) continue
      return rename(join(this.output, file), join(this.output, aside))
    }
  }
}

const lineOf = (file: string, hash: string, made?: string): string =>
  `${hash}  ${file}${made ? `\t${made}` : ''}\n`

async function readOrNone(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
