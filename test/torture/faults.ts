// What a machine does to a run: kills it, gives it no room, starts it twice, takes its rights away. Afterwards the output
// has to be what an undisturbed run writes, and nothing else may be left.
import { type ChildProcess, execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import type { Random } from '../../samples/generator/random.js'
import { differences, type End, HEEDING_MODES, run, said, start } from './program.js'

export interface Place {
  inputs: string
  /** Output of a run that nobody disturbed. */
  reference: string
  output: string
  /** Milliseconds that it took, and those of them that were spent on the tables. */
  took: number
  finishing: number
}

/** What went wrong, as sentences; counts of what was done. */
export interface Report {
  done: Record<string, number>
  faults: string[]
}

/** Kills runs at random moments, one in two within the finish phase, each next one going on from there. */
export async function kills(at: Place, count: number, random: Random): Promise<Report> {
  const done = {
    kills: 0,
    'in the finish phase': 0,
    'with all workers': 0,
    'too late': 0,
    'outputs compared': 0,
  }
  const faults: string[] = []
  rmSync(at.output, { recursive: true, force: true })
  while (done.kills < count) {
    const { child, end } = start(at.inputs, at.output)
    let over = false
    const ended = end.then((e) => {
      over = true
      return e
    })
    const wholeGroup = random.between(0, 1) === 1
    if (random.between(0, 1) === 1) {
      while (!over && !isFinishing(at.output, child)) await later(2)
      await later(random.between(0, Math.ceil(at.finishing)))
    } else await later(random.between(0, Math.ceil(at.took)))
    if (!over) {
      if (isFinishing(at.output, child)) done['in the finish phase']++
      if (wholeGroup) done['with all workers']++
      process.kill(wholeGroup ? -(child.pid as number) : (child.pid as number), 'SIGKILL')
      done.kills++
      await ended
      continue
    }
    done['too late']++
    compare(await ended, at, faults, `after ${done.kills} kills`)
    done['outputs compared']++
    rmSync(at.output, { recursive: true, force: true })
  }
  compare(await run(at.inputs, at.output), at, faults, `after ${done.kills} kills`)
  done['outputs compared']++
  return { done, faults }
}

/** A run writes the tables; those of one that was killed before may lie beside them. */
export const isFinishing = (output: string, { pid }: ChildProcess): boolean =>
  existsSync(output) && readdirSync(output).some((name) => name.startsWith(`filings.csv.${pid}-`))

/** Gives a run less room than it needs, then enough. Nothing where file systems cannot be mounted. */
export async function fullDisks(at: Place, shares: readonly number[]): Promise<Report | undefined> {
  const needed = sizeOf(at.reference)
  const done = { 'full disks': 0, 'exit status 2': 0, 'exit status 3': 0 }
  const faults: string[] = []
  for (const share of shares) {
    rmSync(at.output, { recursive: true, force: true })
    mkdirSync(at.output)
    const size = Math.ceil(needed * share)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', at.output]).status !== 0)
      return undefined
    try {
      const end = await run(at.inputs, at.output)
      done['full disks']++
      if (end.code === 2) done['exit status 2']++
      else if (end.code === 3) done['exit status 3']++
      else faults.push(`${share} of the room: exit status ${end.code}`)
      refusedInWords(end, faults, `${share} of the room`)
      execFileSync('mount', ['-o', `remount,size=${needed * 8}`, at.output])
      compare(await run(at.inputs, at.output), at, faults, `after ${share} of the room`)
    } finally {
      execFileSync('umount', [at.output])
    }
  }
  return { done, faults }
}

/** Starts two runs on one output at once. */
export async function twins(at: Place, count: number): Promise<Report> {
  const done = { pairs: 0 }
  const faults: string[] = []
  for (; done.pairs < count; done.pairs++) {
    rmSync(at.output, { recursive: true, force: true })
    const ends = await Promise.all([run(at.inputs, at.output), run(at.inputs, at.output)])
    const codes = ends.map((e) => e.code).sort()
    if (String(codes) !== '0,2') faults.push(`two at once: exit status ${codes.join(' and ')}`)
    const second = ends.find((e) => e.code === 2)
    if (second && !/^Another yusuan is writing to .*process \d+/.test(said(second).join('\n')))
      faults.push(`two at once: ${said(second)[0]}`)
    compare({ code: 0, signal: null, stderr: '' }, at, faults, 'two at once')
  }
  return { done, faults }
}

/** Takes the rights to write away: before a run, and in the middle of one. Root has all rights, so it runs as nobody. */
export async function withoutRights(at: Place): Promise<Report> {
  const faults: string[] = []
  const filings = join(at.output, 'filings')
  rmSync(at.output, { recursive: true, force: true })
  mkdirSync(at.output)
  chmodSync(at.output, 0o555)
  const before = await run(at.inputs, at.output, HEEDING_MODES)
  if (before.code !== 2) faults.push(`no rights: exit status ${before.code}`)
  if (readdirSync(at.output).length > 0) faults.push('no rights: something was written')
  refusedInWords(before, faults, 'no rights')
  chmodSync(at.output, 0o755)
  const { child, end } = start(at.inputs, at.output, HEEDING_MODES)
  while (
    child.exitCode === null &&
    !(existsSync(filings) && readdirSync(filings).some((n) => n.endsWith('.json')))
  )
    await later(2)
  chmodSync(filings, 0o555)
  const midway = await end
  if (midway.code !== 3) faults.push(`rights taken away: exit status ${midway.code}`)
  refusedInWords(midway, faults, 'rights taken away')
  chmodSync(filings, 0o755)
  compare(await run(at.inputs, at.output, HEEDING_MODES), at, faults, 'rights given back')
  return { done: { 'without rights': 2 }, faults }
}

function compare(end: End, { reference, output }: Place, faults: string[], when: string): void {
  if (end.code !== 0) faults.push(`${when}: exit status ${end.code}, ${said(end).join(' ')}`)
  const differ = existsSync(output) ? differences(reference, output) : ['no output']
  if (differ.length > 0) faults.push(`${when}: ${differ.join(', ')}`)
}

/** At most what is wrong and one hint, and no trace of a stack. */
function refusedInWords(end: End, faults: string[], when: string): void {
  const lines = said(end)
  if (lines.length < 1 || lines.length > 2 || / {4}at /.test(end.stderr))
    faults.push(`${when}: ${lines.length} lines: ${lines.join(' | ')}`)
}

/** Bytes in whole pages, as a file system counts them. */
function sizeOf(folder: string): number {
  let bytes = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    bytes += Math.ceil(statSync(join(entry.parentPath, entry.name)).size / 4096) * 4096
  return bytes
}
