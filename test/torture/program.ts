// The program as a person starts it, in a process that can be watched and killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const cli = new URL('../../dist/cli.js', import.meta.url).pathname

export interface End {
  code: number | null
  signal: string | null
  stderr: string
}

export interface Started {
  child: ChildProcess
  end: Promise<End>
}

const POWERS = '-dac_override,-dac_read_search'
/** What stands before a command that is to heed the modes of files: root's own commands do not. */
export const HEEDING_MODES =
  process.getuid?.() === 0 ? ['setpriv', '--inh-caps', POWERS, '--bounding-set', POWERS] : []

/** Starts a run; its processes are a group of their own. */
export function start(inputs: string, output: string, before: readonly string[] = []): Started {
  const args = ['--lang', 'en', 'run', inputs, '--out', output, '--concurrency', '2', '--ocr', 'off']
  const [command = process.execPath, ...rest] = [...before, process.execPath, cli, ...args]
  const child = spawn(command, rest, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return { child, end: once(child, 'close').then(([code, signal]) => ({ code, signal, stderr })) }
}

export const run = (...args: Parameters<typeof start>): Promise<End> => start(...args).end

/** What a run says beside its lines of progress. */
export const said = ({ stderr }: End): string[] =>
  stderr.split('\n').filter((line) => line !== '' && !/^\[?\d+\/\d+/.test(line))

/** Files that differ between two outputs, or that one of them lacks; times in run.json apart. */
export function differences(a: string, b: string): string[] {
  const [first, second] = [filesOf(a), filesOf(b)]
  const names = [...new Set([...first.keys(), ...second.keys()])].sort()
  return names.filter((name) => first.get(name) !== second.get(name))
}

function filesOf(folder: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length + 1)
    files.set(name, entry.isFile() ? contentOf(folder, name) : 'folder')
  }
  return files
}

function contentOf(folder: string, name: string): string {
  const path = join(folder, name)
  if (name === 'run.json') {
    const { started, finished, inputs, ...run } = JSON.parse(readFileSync(path, 'utf8'))
    return JSON.stringify({ ...run, inputs: inputs.map((i: object) => ({ ...i, seconds: 0 })) })
  }
  if (name === join('.yusuan', 'output.json')) {
    const { roots, ...mark } = JSON.parse(readFileSync(path, 'utf8'))
    return JSON.stringify({ ...mark, roots: roots.map((r: string) => resolve(folder, r)) })
  }
  return readFileSync(path).toString('base64')
}
