// What is promised of every engine, asked of both: each filing has exactly one result, whatever becomes of processes.
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunSummary } from '../../src/run/index.js'
import { clusterEngine, type Engine, localEngine, readersOf } from './engines.js'
import { Postgres } from './postgres.js'

const faulty = new URL('../run/workers/faulty.mjs', import.meta.url)
const real = new URL('../../dist/run/worker.js', import.meta.url)
const samples = new URL('../../samples/filings', import.meta.url).pathname

/** The root is called alike everywhere: sources are named after it. */
function folderOf(names: readonly string[]): string {
  const folder = join(mkdtempSync(join(tmpdir(), '部门 预算 ')))
  for (const name of names) writeFileSync(join(folder, `${name}.pdf`), `%PDF- ${name}`)
  return folder
}

const newOutput = (): string => mkdtempSync(join(tmpdir(), 'out '))

const named = (count: number, what: string): string[] =>
  Array.from({ length: count }, (_, i) => `${what}-${i}`)

const outcomesOf = (summary: RunSummary | undefined): Record<string, string> =>
  Object.fromEntries(
    (summary?.inputs ?? []).map((i) => [
      i.source.split('/').at(-1)?.replace('.pdf', ''),
      `${i.outcome} ${i.message}`,
    ]),
  )

/** Hash of every file of an output but for the one with times in it, and what says where the output is. */
function bytesOf(output: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(output, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile() && e.name !== 'run.json' && e.name !== 'output.json')
      .map((e) => join(e.parentPath, e.name))
      .sort()
      .map((path) => [relative(output, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )
}

let postgres: Postgres
beforeAll(async () => {
  postgres = await Postgres.start()
})
afterAll(() => postgres?.remove())

const engines: [string, () => Promise<Engine>][] = [
  ['processes of this machine', async () => localEngine()],
  ['a cluster of two workers', () => clusterEngine(postgres.database('contract'))],
]

describe.each(engines)('%s', (_, make) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await make()
  })

  it('gives each filing exactly one result', async () => {
    const names = named(60, 'fine')
    const output = newOutput()
    const summary = await engine.run(folderOf(names), output, { worker: faulty })
    expect(outcomesOf(summary)).toEqual(Object.fromEntries(names.map((n) => [n, 'not-a-filing too-little'])))
    expect(summary?.inputs).toHaveLength(60)
    expect(readdirSync(join(output, 'filings'))).toHaveLength(60)
  })

  it('loses no other filing to one that crashes or hangs, and says of it what it was', async () => {
    const output = newOutput()
    const summary = await engine.run(folderOf(['a-fine', 'b-crash', 'c-hang', 'd-exit', 'e-fine']), output, {
      worker: faulty,
      timeLimit: 2,
    })
    expect(outcomesOf(summary)).toEqual({
      'a-fine': 'not-a-filing too-little',
      'b-crash': 'failed crash',
      'c-hang': 'failed timeout',
      'd-exit': 'failed crash',
      'e-fine': 'not-a-filing too-little',
    })
  })

  it('is whole after its readers were killed again and again', async () => {
    const folder = folderOf(named(30, 'slow'))
    const undisturbed = newOutput()
    await localEngine().run(folder, undisturbed, { worker: faulty })
    const output = newOutput()
    let kills = 0
    const killing = setInterval(() => {
      const [pid] = readersOf(faulty)
      if (pid !== undefined && kills < 8) {
        process.kill(pid, 'SIGKILL')
        kills++
      }
    }, 300)
    let summary: RunSummary | undefined
    // On one machine what a kill cost is read by the next run.
    for (let runs = 0; runs < 3 && !(summary && summary.totals.failed === 0); runs++)
      summary = await engine.run(folder, output, { worker: faulty })
    clearInterval(killing)
    expect(kills).toBeGreaterThan(3)
    expect(summary?.totals).toMatchObject({ inputs: 30, not_a_filing: 30, failed: 0 })
    expect(bytesOf(output)).toEqual(bytesOf(undisturbed))
  })

  it('goes on where it was stopped', async () => {
    const folder = folderOf(named(20, 'slow'))
    const output = newOutput()
    expect(await engine.run(folder, output, { worker: faulty, stopAfter: 5 })).toBeUndefined()
    const summary = await engine.run(folder, output, { worker: faulty })
    expect(summary?.totals).toMatchObject({ inputs: 20, not_a_filing: 20 })
  })

  it('writes the same bytes as one process after the other', async () => {
    const alone = newOutput()
    await localEngine().run(samples, alone, { worker: real, concurrency: 1 })
    const output = newOutput()
    const summary = await engine.run(samples, output, { worker: real })
    expect(summary?.facts).toBeGreaterThan(1000)
    expect(bytesOf(output)).toEqual(bytesOf(alone))
  })
})
