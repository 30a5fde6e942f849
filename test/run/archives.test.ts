import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { processAll } from '../../src/run/index.js'
import { zip } from '../ingest/make-zip.js'
import { PROSE, page, TABLES } from '../read/make-html.js'

const faulty = new URL('./workers/faulty.mjs', import.meta.url)
const real = new URL('../../dist/run/worker.js', import.meta.url)
const made = (name: string) => mkdtempSync(join(tmpdir(), `${name} `))

describe('a run over archives', () => {
  it('reads what stands in them as it reads files, and takes it over the next time', async () => {
    const [folder, output] = [made('下发'), made('结果')]
    const outer = page(PROSE + TABLES)
    const inner = page(PROSE)
    writeFileSync(
      join(folder, '甲.zip'),
      zip([
        { name: '1.html', content: outer },
        { name: '内.zip', content: zip([{ name: '2.html', content: inner, method: 0 }]) },
        { name: '锁.pdf', content: 'x', flags: 1 },
      ]),
    )
    writeFileSync(join(folder, '坏.zip'), 'PK\u0003\u0004 cut')
    // A run that was killed left this.
    mkdirSync(join(output, '.unpacked'), { recursive: true })
    writeFileSync(join(output, '.unpacked', 'x.zip'), 'x')
    const run = () => processAll([join(folder, '甲.zip'), join(folder, '坏.zip')], { output, worker: real })
    const first = await run()
    expect(first.inputs.map((i) => [i.source, i.outcome, i.message])).toEqual([
      ['坏.zip', 'unreadable', 'broken-archive'],
      ['甲.zip!/1.html', 'ok', ''],
      ['甲.zip!/内.zip!/2.html', 'ok', ''],
    ])
    expect(first.problems.map((p) => [p.source, p.code])).toEqual([['甲.zip!/锁.pdf', 'entry-encrypted']])
    expect(JSON.parse(readFileSync(join(output, 'run.json'), 'utf8')).problems).toEqual([
      { source: '甲.zip!/锁.pdf', code: 'entry-encrypted' },
    ])
    const filing = (at: number) =>
      JSON.parse(readFileSync(join(output, 'filings', `${first.inputs[at]?.filing_id}.json`), 'utf8'))
    expect([filing(1).facts.length, filing(2).facts.length]).toEqual([33, 14])
    expect(existsSync(join(output, '.unpacked'))).toBe(false)
    expect((await run()).inputs.map((i) => i.seconds).slice(1)).toEqual([0, 0])
  })
})

describe('the time of an input', () => {
  it('is its own, without waiting for a worker', async () => {
    const folder = made('慢')
    for (const name of ['a', 'b', 'c', 'd']) writeFileSync(join(folder, `${name}-hang.pdf`), `%PDF- ${name}`)
    const { inputs } = await processAll([folder], {
      output: made('结果'),
      concurrency: 1,
      timeLimit: 2,
      worker: faulty,
    })
    expect(inputs.map((i) => i.message)).toEqual(Array(4).fill('timeout'))
    for (const { seconds } of inputs) {
      expect(seconds).toBeGreaterThanOrEqual(2)
      expect(seconds).toBeLessThan(4)
    }
  })
})
