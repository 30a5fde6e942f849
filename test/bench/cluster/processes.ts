// The commands of a cluster as processes of their own, as on machines of their own.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'

const cli = new URL('../../../dist/cli.js', import.meta.url).pathname

/** Runs a command to its end; what it says on stdout. Throws where it fails. */
export const yusuan = (url: string, args: readonly string[], fails: readonly number[] = []): string => {
  try {
    return execFileSync(process.execPath, [cli, ...args], {
      env: { ...process.env, YUSUAN_DATABASE_URL: url },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 2 ** 28,
    })
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string }
    if (fails.includes(status)) return stdout
    throw error
  }
}

/** A worker in a process group of its own, so that it dies with its readers as a machine does. */
export const startWorker = (url: string, ...args: string[]): ChildProcess =>
  spawn(process.execPath, [cli, 'worker', '-c', '1', ...args], {
    env: { ...process.env, YUSUAN_DATABASE_URL: url },
    stdio: 'ignore',
    detached: true,
  })

/** As if the power of its machine went. */
export function powerCut(worker: ChildProcess): void {
  try {
    if (worker.pid !== undefined && worker.exitCode === null) process.kill(-worker.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

export const ended = (worker: ChildProcess): Promise<void> =>
  worker.exitCode !== null || worker.signalCode !== null
    ? Promise.resolve()
    : new Promise((done) => worker.once('exit', () => done()))
