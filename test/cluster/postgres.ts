// A PostgreSQL of the test's own: Debian's package, in a folder that goes with it, as a user that it accepts.
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const BINARIES = '/usr/lib/postgresql'

const programs = (): string => {
  const versions = existsSync(BINARIES) ? readdirSync(BINARIES).sort((a, b) => Number(b) - Number(a)) : []
  const found = versions.map((v) => join(BINARIES, v, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
  if (!found) throw new Error('no PostgreSQL: apt-get install postgresql')
  return found
}

export class Postgres {
  private constructor(
    private readonly folder: string,
    readonly port: number,
    private readonly bin: string,
    /** Root may not run a server. */
    private readonly user: { uid: number; gid: number } | undefined,
  ) {}

  static async start(): Promise<Postgres> {
    const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
    const user = process.getuid?.() === 0 ? idOf('postgres') : undefined
    if (user) chownSync(folder, user.uid, user.gid)
    const server = new Postgres(folder, await freePort(), programs(), user)
    server.call('initdb', ['-D', server.data, '-A', 'trust', '-U', 'yusuan', '-E', 'UTF8', '--locale=C'])
    server.up()
    return server
  }

  /** A database with nothing in it. */
  database(name: string, user = 'yusuan'): string {
    const made = spawnSync(join(this.bin, 'createdb'), [
      '-h',
      '127.0.0.1',
      '-p',
      `${this.port}`,
      '-U',
      'yusuan',
      name,
    ])
    if (made.status !== 0 && !`${made.stderr}`.includes('already exists')) throw new Error(`${made.stderr}`)
    return `postgres://${user}@127.0.0.1:${this.port}/${name}`
  }

  up(): void {
    const options = `-p ${this.port} -k ${this.folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200`
    this.call('pg_ctl', ['-D', this.data, '-w', '-l', join(this.folder, 'log'), '-o', options, 'start'])
  }

  /** `immediate` is as if its machine lost power. */
  down(mode: 'fast' | 'immediate' = 'fast'): void {
    this.call('pg_ctl', ['-D', this.data, '-w', '-m', mode, 'stop'])
  }

  /** User and system time of the server and all its processes, those that ended included. */
  cpuSeconds(): number {
    const postmaster = readFileSync(join(this.data, 'postmaster.pid'), 'utf8').split('\n')[0] as string
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ')
    const ticks = (pid: string, to: number): number =>
      (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [])
        .slice(11, to)
        .reduce((sum, n) => sum + Number(n), 0)
    // In hundredths of a second; the postmaster counts those whose end it saw.
    return (ticks(postmaster, 15) + children.reduce((sum, pid) => sum + ticks(pid, 13), 0)) / 100
  }

  remove(): void {
    this.down('immediate')
    rmSync(this.folder, { recursive: true, force: true })
  }

  private get data(): string {
    return join(this.folder, 'data')
  }

  private call(program: string, args: string[]): void {
    execFileSync(join(this.bin, program), args, { ...this.user, cwd: this.folder, stdio: 'ignore' })
  }
}

const idOf = (name: string) => ({
  uid: Number(execFileSync('id', ['-u', name])),
  gid: Number(execFileSync('id', ['-g', name])),
})

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
