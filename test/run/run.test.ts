import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findSources } from '../../src/ingest/index.js'
import { processAll } from '../../src/run/index.js'

const faulty = new URL('./workers/faulty.mjs', import.meta.url)
const real = new URL('../../dist/run/worker.js', import.meta.url)
const samples = new URL('../../samples/filings', import.meta.url).pathname

function folderOf(names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), '部门 预算 '))
  for (const name of names) writeFileSync(join(folder, name), `%PDF- ${name}`)
  return folder
}

describe('ingest', () => {
  it('names sources below the argument, hashes them and tells duplicates', async () => {
    const folder = folderOf(['甲.pdf', '.DS_Store', '~$甲.docx'])
    mkdirSync(join(folder, '子'))
    writeFileSync(join(folder, '子', '乙.pdf'), '%PDF- 甲.pdf')
    const { sources, duplicates, problems } = await findSources([folder, join(folder, '没有.pdf')])
    const base = folder.split('/').at(-1)
    expect([...sources, ...duplicates].map((s) => s.source)).toEqual([`${base}/子/乙.pdf`, `${base}/甲.pdf`])
    expect(sources[0]).toMatchObject({ kind: 'pdf', filingId: sources[0]!.sha256.slice(0, 16) })
    expect(problems).toEqual([{ path: join(folder, '没有.pdf'), source: '没有.pdf', code: 'not-found' }])
  })
})

describe('a run', () => {
  it('survives workers that hang, crash, exit and eat memory; the counts add up', async () => {
    const names = ['a-fine', 'b-hang', 'c-crash', 'd-exit', 'e-fine', 'f-memory', 'g-fine'].map(
      (n) => `${n}.pdf`,
    )
    const output = mkdtempSync(join(tmpdir(), 'out '))
    const summary = await processAll([folderOf(names)], {
      output,
      concurrency: 2,
      timeLimit: 4,
      worker: faulty,
      heapMiB: 64,
    })
    const by = Object.fromEntries(summary.inputs.map((i) => [i.source.split('/')[1], [i.outcome, i.message]]))
    expect(by).toEqual({
      'a-fine.pdf': ['not-a-filing', 'too-little'],
      'b-hang.pdf': ['failed', 'timeout'],
      'c-crash.pdf': ['failed', 'crash'],
      'd-exit.pdf': ['failed', 'crash'],
      'e-fine.pdf': ['not-a-filing', 'too-little'],
      'f-memory.pdf': ['failed', 'memory'],
      'g-fine.pdf': ['not-a-filing', 'too-little'],
    })
    const { inputs, ...outcomes } = summary.totals
    expect(Object.values(outcomes).reduce((a, b) => a + b)).toBe(inputs)
    expect(readdirSync(join(output, 'filings'))).toHaveLength(7)
  })

  it('ends a filing that gets further for too long, or fills the memory outside of the heap', async () => {
    const summary = await processAll([folderOf(['a-endless.pdf', 'b-pictures.pdf', 'c-fine.pdf'])], {
      output: mkdtempSync(join(tmpdir(), 'out ')),
      concurrency: 2,
      timeLimit: 60,
      totalTimeLimit: 3,
      memoryLimit: 300,
      worker: faulty,
    })
    expect(summary.inputs.map((i) => [i.outcome, i.message])).toEqual([
      ['failed', 'timeout-in-all'],
      // Only Linux tells the memory of another process.
      ['failed', process.platform === 'linux' ? 'memory' : 'timeout-in-all'],
      ['not-a-filing', 'too-little'],
    ])
  })

  it('goes on where an interrupted run stopped and does finished filings once', async () => {
    const folder = folderOf(['a.pdf', 'b.pdf', 'c.pdf', 'd-hang.pdf'])
    const output = mkdtempSync(join(tmpdir(), 'out '))
    const stop = new AbortController()
    let done = 0
    const first = await processAll([folder], {
      output,
      concurrency: 1,
      timeLimit: 600,
      worker: faulty,
      signal: stop.signal,
      onProgress: () => ++done === 3 && stop.abort(),
    })
    expect(first.interrupted).toBe(true)
    const reused: boolean[] = []
    const second = await processAll([folder], {
      output,
      concurrency: 2,
      timeLimit: 1,
      worker: faulty,
      onProgress: (p) => reused.push(p.reused),
    })
    expect(second.interrupted).toBe(false)
    expect(reused.filter(Boolean)).toHaveLength(3)
    expect(second.totals).toMatchObject({ inputs: 4, not_a_filing: 3, failed: 1 })
  })

  it('reads again what was read by other options, and records them', async () => {
    const folder = folderOf(['a.pdf', 'b.pdf'])
    const output = mkdtempSync(join(tmpdir(), 'out '))
    const reused: boolean[] = []
    for (const options of [{}, { verify: true }, { verify: true }, { pdfEngine: 'pdfjs' as const }])
      await processAll([folder], {
        output,
        worker: faulty,
        ...options,
        onProgress: (p) => reused.push(p.reused),
      })
    expect(reused).toEqual([false, false, false, false, true, true, false, false])
    const run = JSON.parse(readFileSync(join(output, 'run.json'), 'utf8'))
    expect(run.options).toMatchObject({ pdf_engine: 'pdfjs', verify: false })
  })

  it.each([
    ['', {}],
    ['泽岭', { pdfEngine: 'pdfjs', verify: true } as const],
  ])(
    'gives the same bytes whatever the number of workers: %s %j',
    async (place, options) => {
      const outputs = [1, 3].map(() => mkdtempSync(join(tmpdir(), 'out ')))
      for (const [i, output] of outputs.entries())
        await processAll([join(samples, place)], {
          output,
          concurrency: i === 0 ? 1 : 3,
          worker: real,
          ...options,
        })
      const filesOf = (folder: string) =>
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((e) => e.isFile() && e.name !== 'run.json')
          .map((e) => join(e.parentPath, e.name).slice(folder.length))
          .sort()
      expect(filesOf(outputs[0]!)).toEqual(filesOf(outputs[1]!))
      for (const file of filesOf(outputs[0]!))
        expect(
          readFileSync(outputs[0]! + file, 'utf8') === readFileSync(outputs[1]! + file, 'utf8'),
          file,
        ).toBe(true)
    },
    600_000,
  )
})
