// One run at a time writes to an output: a lock that tells who has it, and that a killed process does not keep.
import { randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync, rmdirSync, rmSync } from 'node:fs'
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { ownPath } from '../model/output.js'
import { OutputError } from './output-error.js'

/** Who has the lock. A number of a process is used again; with its start it names one process. */
interface Holder {
  pid: number
  /** Start of the process in ticks since boot, empty where there is no /proc. */
  started: string
  host: string
  /** Processes of two containers may have the same number. */
  space: string
  since: string
}

/** Where a process cannot be looked up, its lock tells that it lives. */
const BEAT_MS = 15_000
const DEAD_AFTER_MS = 120_000
/** What another run needs at most between reading a lock and putting it aside. */
const TAKEOVER_MS = 50

export class Hold {
  private readonly beat: NodeJS.Timeout
  private readonly onExit = () => this.drop()

  private constructor(
    private readonly path: string,
    private readonly content: string,
    /** The first folder that was made for the lock. */
    private readonly made: string | undefined,
  ) {
    this.beat = setInterval(() => {
      const now = new Date()
      utimes(path, now, now).catch(() => undefined)
    }, BEAT_MS).unref()
    process.once('exit', this.onExit)
  }

  /** Takes the lock of an output, which is made if it is not there; throws `held`, or what the system says. */
  static async take(output: string): Promise<Hold> {
    const path = ownPath(output, 'lock')
    const made = await mkdir(dirname(path), { recursive: true })
    const content = JSON.stringify(thisProcess())
    const mine = partOf(path)
    try {
      await writeFile(mine, content)
      for (let attempt = 0; attempt < 5; attempt++) {
        if (await claim(mine, path, content)) {
          // Someone who read the dead lock before may be about to put ours aside.
          if (attempt > 0) await later(TAKEOVER_MS)
          if ((await textOf(path)) === content) return new Hold(path, content, made)
        }
        await refuseOrPutAside(path, mine)
      }
      throw new OutputError('held', output, { pid: '?', host: '?', since: '?', lock: path })
    } finally {
      await rm(mine, { force: true })
    }
  }

  /** Gives the lock back; folders that were made for it alone go too. */
  release(): void {
    process.off('exit', this.onExit)
    this.drop()
  }

  private drop(): void {
    clearInterval(this.beat)
    try {
      if (readFileSync(this.path, 'utf8') === this.content) rmSync(this.path)
      if (this.made === undefined) return
      for (let folder = dirname(this.path); ; folder = dirname(folder)) {
        rmdirSync(folder)
        if (folder === this.made) return
      }
    } catch {
      // A folder with results in it stays; a lock that is gone is given back.
    }
  }
}

const partOf = (path: string): string => `${path}.${process.pid}-${randomBytes(4).toString('hex')}.part`

/** Whether the lock is ours now. It appears with its content or not at all, so that nobody reads half a name. */
async function claim(mine: string, path: string, content: string): Promise<boolean> {
  try {
    await link(mine, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
  }
  // A file system without hard links.
  return writeFile(path, content, { flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
}

/** Throws if who has the lock lives; else puts it aside. */
async function refuseOrPutAside(path: string, mine: string): Promise<void> {
  const text = await textOf(path)
  if (text === undefined) return
  const holder = holderIn(text)
  if (await lives(holder, path, mine)) {
    const { pid = '?', host = '?', since = '?' } = holder ?? {}
    throw new OutputError('held', dirname(dirname(path)), { pid, host, since, lock: path })
  }
  const aside = partOf(path)
  try {
    await rename(path, aside)
  } catch {
    return
  }
  // Between reading and renaming another run may have taken it: then it gets its lock back.
  if ((await textOf(aside)) !== text) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

async function lives(holder: Holder | undefined, path: string, mine: string): Promise<boolean> {
  if (holder && holder.host === hostname() && holder.space === spaceOf()) {
    if (!processExists(holder.pid)) return false
    const started = startOf(holder.pid)
    if (started !== '' && holder.started !== '') return started === holder.started
  }
  // The clock of a file server is not ours: both times are its own.
  const [lock, now] = await Promise.all([path, mine].map((p) => stat(p).catch(() => undefined)))
  return lock !== undefined && (now?.mtimeMs ?? Date.now()) - lock.mtimeMs < DEAD_AFTER_MS
}

/** Whether a process runs; one that ended and that nobody asked about does not. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return statOf(pid)[0] !== 'Z'
}

/** Fields of /proc/PID/stat behind the name, which may hold anything: state first, start 20th. */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

const startOf = (pid: number): string => statOf(pid)[19] ?? ''

function spaceOf(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

const thisProcess = (): Holder & { nonce: string } => ({
  pid: process.pid,
  started: startOf(process.pid),
  host: hostname(),
  space: spaceOf(),
  since: new Date().toISOString(),
  nonce: randomBytes(4).toString('hex'),
})

const textOf = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined)

function holderIn(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text)
    return Number.isInteger(holder.pid) ? holder : undefined
  } catch {
    return undefined
  }
}
