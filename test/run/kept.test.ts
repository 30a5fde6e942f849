import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { Hold } from '../../src/run/hold.js'
import { processAll, type RunOptions, recheck } from '../../src/run/index.js'

const worker = new URL('./workers/faulty.mjs', import.meta.url)
const holder = new URL('./workers/holder.mjs', import.meta.url)

/** A place with a folder of inputs for each name, and an output that is not there yet. */
function place(inputs: Record<string, string[]>): { at: (...names: string[]) => string; out: string } {
  const folder = mkdtempSync(join(tmpdir(), '保管 '))
  const at = (...names: string[]) => join(folder, ...names)
  for (const [name, files] of Object.entries(inputs)) {
    mkdirSync(at(name))
    for (const file of files) writeFileSync(at(name, file), `%PDF- ${name}/${file}`)
  }
  return { at, out: at('结果') }
}

async function run(paths: string[], output: string, options: Partial<RunOptions> = {}) {
  const reused: Record<string, boolean> = {}
  const onProgress: RunOptions['onProgress'] = (p) => {
    reused[p.input.source] = p.reused
    options.onProgress?.(p)
  }
  const summary = await processAll(paths, {
    output,
    worker,
    ocr: 'off',
    concurrency: 2,
    ...options,
    onProgress,
  })
  return { ...summary, reused }
}

/** All files of a folder with their bytes and times. */
const stateOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((e) => join(e.parentPath, e.name))
    .sort()
    .map((path) => {
      const info = statSync(path)
      return info.isFile() ? [path, info.mtimeMs, readFileSync(path, 'utf8')] : [path]
    })
const sourcesIn = (out: string): string[] =>
  (parse(readFileSync(join(out, 'filings.csv')), { bom: true, columns: true }) as { source: string }[])
    .map((f) => f.source)
    .sort()
const runIn = (out: string) => JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
const jsonOf = (out: string, source: string): string => {
  const { filing_id } = runIn(out).inputs.find((i: { source: string }) => i.source === source)
  return join(out, 'filings', `${filing_id}.json`)
}

describe('a run that would read nothing', () => {
  it('changes nothing: wrong paths, an empty folder, no output before', async () => {
    const { at, out } = place({ 甲: ['1.pdf', '2.pdf'], 空: [] })
    await run([at('甲')], out)
    const before = stateOf(out)
    const nothing = (path: string) =>
      expect(run([path], out)).rejects.toMatchObject({ code: 'no-input', problems: [{ path }] })
    await nothing(at('申'))
    for (const name of ['1.pdf', '2.pdf']) rmSync(at('甲', name))
    await nothing(at('甲'))
    expect(stateOf(out)).toEqual(before)
    await expect(run([at('空')], at('新', '结果'))).rejects.toMatchObject({ code: 'no-input' })
    expect(existsSync(at('新'))).toBe(false)
  })

  it('keeps the results of a folder that is not found now, in the tables too, beside those of the others', async () => {
    const { at, out } = place({ 甲: ['1.pdf'], 乙: ['2.pdf', '3.pdf'] })
    await run([at('甲'), at('乙')], out)
    const before = sourcesIn(out)
    renameSync(at('乙'), at('别处'))
    const summary = await run([at('甲'), at('乙')], out)
    expect(summary).toMatchObject({ kept: 2, removed: 0, problems: [{ path: at('乙'), code: 'not-found' }] })
    expect(sourcesIn(out)).toEqual(before)
    expect(runIn(out).totals).toMatchObject({ inputs: 3, not_a_filing: 3 })
    renameSync(at('别处'), at('乙'))
    const again = await run([at('甲'), at('乙')], out)
    expect(again.reused).toEqual({ '甲/1.pdf': true, '乙/2.pdf': true, '乙/3.pdf': true })
  })
})

describe('an output that holds something else', () => {
  it('is refused with what is there, unless forced; what is foreign stays', async () => {
    const { at, out } = place({ 甲: ['1.pdf'] })
    mkdirSync(out)
    writeFileSync(join(out, '说明.txt'), '重要')
    const before = stateOf(out)
    await expect(run([at('甲')], out)).rejects.toMatchObject({
      code: 'foreign-files',
      parts: { names: '说明.txt', count: 1 },
    })
    expect(stateOf(out)).toEqual(before)
    await run([at('甲')], out, { force: true })
    expect(sourcesIn(out)).toEqual(['甲/1.pdf'])
    expect(readFileSync(join(out, '说明.txt'), 'utf8')).toBe('重要')
    // From then on it is ours.
    await run([at('甲')], out)
  })

  it('asks before results of other inputs go, and moves them out of the way', async () => {
    const { at, out } = place({ 甲: ['1.pdf', '2.pdf'], 乙: ['3.pdf'] })
    await run([at('甲')], out)
    const [one, ...rest] = readdirSync(join(out, 'filings'))
    const before = stateOf(out)
    await expect(run([at('乙')], out)).rejects.toMatchObject({
      code: 'other-inputs',
      parts: { names: at('甲') },
    })
    // One of several files: the others' results would go as well.
    await expect(run([at('甲', '1.pdf')], out)).rejects.toMatchObject({ code: 'other-inputs' })
    expect(stateOf(out)).toEqual(before)
    const forced = await run([at('乙')], out, { force: true })
    expect(forced.removed).toBe(2)
    expect(sourcesIn(out)).toEqual(['乙/3.pdf'])
    expect(readdirSync(join(out, 'removed')).sort()).toEqual([one, ...rest])
  })

  it('goes on without asking where more is named, a folder around, or an input that is gone', async () => {
    const { at, out } = place({ 甲: ['1.pdf', '2.pdf'], 乙: ['3.pdf'] })
    await run([at('甲', '1.pdf'), at('甲', '2.pdf')], out)
    expect(Object.values((await run([at('甲', '1.pdf'), at('甲', '2.pdf'), at('乙')], out)).reused)).toEqual([
      true,
      true,
      false,
    ])
    rmSync(at('甲', '2.pdf'))
    expect((await run([at('甲', '1.pdf'), at('乙')], out)).removed).toBe(1)
    await run([at('甲'), at('乙')], out)
    expect(sourcesIn(out)).toEqual(['乙/3.pdf', '甲/1.pdf'])
  })

  it('knows an output without a mark by its run.json', async () => {
    const { at, out } = place({ 甲: ['1.pdf'], 乙: ['2.pdf'] })
    await run([at('甲')], out)
    rmSync(join(out, '.yusuan'), { recursive: true })
    await expect(run([at('乙')], out)).rejects.toMatchObject({ code: 'other-inputs', parts: { names: '甲' } })
    await run([at('甲')], out)
    expect(sourcesIn(out)).toEqual(['甲/1.pdf'])
  })
})

it('moves results of inputs that are gone out of the tables, and takes that back', async () => {
  const { at, out } = place({ 甲: ['1.pdf', '2.pdf'] })
  await run([at('甲')], out)
  const gone = jsonOf(out, '甲/2.pdf')
  const content = readFileSync(gone, 'utf8')
  renameSync(at('甲', '2.pdf'), at('2.pdf'))
  expect((await run([at('甲')], out)).removed).toBe(1)
  expect(sourcesIn(out)).toEqual(['甲/1.pdf'])
  expect(existsSync(gone)).toBe(false)
  expect(readFileSync(gone.replace('filings', 'removed'), 'utf8')).toBe(content)
  expect(
    readFileSync(join(out, '.yusuan', 'filings.sha256'), 'utf8')
      .trim()
      .split('\n'),
  ).toHaveLength(1)
  renameSync(at('2.pdf'), at('甲', '2.pdf'))
  expect((await run([at('甲')], out)).removed).toBe(0)
  expect(readdirSync(join(out, 'removed'))).toEqual([])
  expect(readFileSync(gone, 'utf8')).toBe(content)
})

it('never reads an output as input: its own, one of another run, one from before there were marks', async () => {
  const { at } = place({ 甲: ['1.pdf', '2.pdf'] })
  const other = at('甲', '旧结果')
  await run([at('甲', '1.pdf')], other)
  rmSync(join(other, '.yusuan'), { recursive: true })
  const out = at('甲', '深', '结果')
  for (const outputs of [
    [other, out],
    [other, out],
  ]) {
    const summary = await run([at('甲')], out)
    expect(summary.totals.inputs).toBe(2)
    expect(summary.outputs).toEqual([...outputs].sort())
    expect(summary.problems).toEqual([])
  }
  for (const path of [out, join(out, 'filings')])
    await expect(run([path], out)).rejects.toMatchObject({ code: 'input-is-output' })
  await expect(run([out], at('又'))).rejects.toMatchObject({ code: 'no-input' })
})

describe('two runs on one output', () => {
  async function held(out: string): Promise<ChildProcess> {
    const child = fork(holder, [out])
    await once(child, 'message')
    return child
  }

  it('do not meet: the second is told who has it, and takes over from one that was killed', async () => {
    const { at, out } = place({ 甲: ['1.pdf'] })
    await run([at('甲')], out)
    const child = await held(out)
    const before = stateOf(out)
    const told = {
      code: 'held',
      parts: { pid: child.pid, host: hostname(), lock: join(out, '.yusuan', 'lock') },
    }
    await expect(run([at('甲')], out)).rejects.toMatchObject(told)
    await expect(run([at('甲')], out, { force: true })).rejects.toMatchObject(told)
    await expect(recheck(out, {})).rejects.toMatchObject(told)
    expect(stateOf(out)).toEqual(before)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await run([at('甲')], out)
    await recheck(out, {})
    expect(readdirSync(join(out, '.yusuan')).sort()).toEqual([
      'filings.sha256',
      'lists.sha256',
      'output.json',
    ])
  })

  it('hand it to one only, however many want it from a dead one', async () => {
    const { out } = place({})
    const child = await held(out)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const takes = await Promise.allSettled(Array.from({ length: 12 }, () => Hold.take(out)))
    const taken = takes.flatMap((t) => (t.status === 'fulfilled' ? [t.value] : []))
    expect(taken).toHaveLength(1)
    expect(readdirSync(join(out, '.yusuan'))).toEqual(['lock'])
    taken[0]?.release()
    const next = await Hold.take(out)
    next.release()
    expect(readdirSync(join(out, '.yusuan'))).toEqual([])
  })

  it('tell a process from another with its number, and believe another machine for two minutes', async () => {
    const { out } = place({})
    const lock = join(out, '.yusuan', 'lock')
    const first = await Hold.take(out)
    const mine = JSON.parse(readFileSync(lock, 'utf8'))
    first.release()
    const takenFrom = async (content: string, seconds = 0): Promise<boolean> => {
      mkdirSync(join(out, '.yusuan'), { recursive: true })
      writeFileSync(lock, content)
      const then = Date.now() / 1000 - seconds
      utimesSync(lock, then, then)
      const taken = await Hold.take(out).catch(() => undefined)
      taken?.release()
      rmSync(lock, { force: true })
      return taken !== undefined
    }
    expect(await takenFrom(JSON.stringify(mine), 1000)).toBe(mine.started === '')
    if (mine.started !== '') expect(await takenFrom(JSON.stringify({ ...mine, started: '1' }))).toBe(true)
    const away = JSON.stringify({ ...mine, host: '另一台' })
    expect([await takenFrom(away), await takenFrom(away, 200)]).toEqual([false, true])
    expect([await takenFrom(''), await takenFrom('', 200)]).toEqual([false, true])
  })
})

it('removes what a killed run left half done, and nothing else', async () => {
  const { at, out } = place({ 甲: ['1.pdf'] })
  await run([at('甲')], out)
  const left = [
    'facts.csv.123-0a1b2c3d.part',
    'facts.parquet.part',
    join('filings', '0123456789abcdef.json.123-0a1b2c3d.part'),
    join('.yusuan', 'lock.999999999-0a1b2c3d.part'),
  ]
  for (const name of left) writeFileSync(join(out, name), 'half')
  mkdirSync(join(out, '.dataset-abc'))
  writeFileSync(join(out, '.dataset-abc', 'spill'), 'x')
  for (const name of ['我的.part', '记录.txt']) writeFileSync(join(out, name), 'mine')
  await run([at('甲')], out)
  const names = readdirSync(out, { recursive: true }).map(String)
  expect(names.filter((n) => n.includes('.part') || n.includes('.dataset'))).toEqual(['我的.part'])
  expect(names).toContain('记录.txt')
})

describe('an output that cannot be written', () => {
  it.each(['facts.csv', 'run.json', 'datapackage.json'])(
    'is known before anything is read: %s',
    async (name) => {
      const { at, out } = place({ 甲: ['1.pdf'] })
      await run([at('甲')], out)
      rmSync(join(out, name))
      mkdirSync(join(out, name))
      const before = stateOf(out)
      const reason = 'no-folder'
      // Without run.json the mark still says that it is ours.
      await expect(run([at('甲')], out)).rejects.toMatchObject({ code: 'not-writable', parts: { reason } })
      expect(stateOf(out)).toEqual(before)
    },
  )

  it('is known where a file stands in place of a folder', async () => {
    const { at, out } = place({ 甲: ['1.pdf'] })
    writeFileSync(out, 'a file')
    await expect(run([at('甲')], out)).rejects.toMatchObject({ code: 'not-writable', path: out })
    await expect(run([at('甲')], join(out, '下'))).rejects.toMatchObject({ code: 'not-writable' })
    expect(readFileSync(out, 'utf8')).toBe('a file')
  })

  it('in the middle of a run costs the rest, and the next run goes on', async () => {
    const { at, out } = place({ 甲: ['1.pdf', '2.pdf', '9-full.pdf'] })
    await expect(run([at('甲')], out, { concurrency: 1 })).rejects.toMatchObject({
      code: 'write-failed',
      parts: { reason: 'full' },
    })
    renameSync(at('甲', '9-full.pdf'), at('甲', '9-fine.pdf'))
    const { reused } = await run([at('甲')], out)
    expect(reused).toEqual({ '甲/1.pdf': true, '甲/2.pdf': true, '甲/9-fine.pdf': false })
  })

  it('costs the one table that something is in the way of', async () => {
    const { at, out } = place({ 甲: ['1.pdf', '2-blocks.pdf'] })
    await expect(run([at('甲')], out)).rejects.toMatchObject({ code: 'write-failed' })
    expect(readdirSync(out).filter((n) => n.includes('.part') || n.startsWith('.dataset'))).toEqual([])
    expect(readFileSync(join(out, 'checks.csv'), 'utf8')).toContain('outcome_id')
    rmSync(join(out, 'filings.csv'), { recursive: true })
    const { reused } = await run([at('甲')], out)
    expect(Object.values(reused)).toEqual([true, true])
    expect(sourcesIn(out)).toHaveLength(2)
  })
})

it('writes the tables of what is finished when it is interrupted', async () => {
  const { at, out } = place({ 甲: ['1.pdf', '2.pdf', '3-hang.pdf', '4-hang.pdf'] })
  const stop = new AbortController()
  let done = 0
  const onProgress = () => ++done === 2 && stop.abort()
  const summary = await run([at('甲')], out, {
    concurrency: 1,
    timeLimit: 600,
    signal: stop.signal,
    onProgress,
  })
  expect(summary.interrupted).toBe(true)
  expect(sourcesIn(out)).toEqual(['甲/1.pdf', '甲/2.pdf'])
  expect(runIn(out)).toMatchObject({ interrupted: true, totals: { inputs: 2, not_a_filing: 2 } })
  expect(readdirSync(out).filter((n) => n.includes('.part'))).toEqual([])
  // Stopped again before it could do anything, it has what it had.
  stop.abort()
  await run([at('甲')], out, { signal: stop.signal })
  expect(sourcesIn(out)).toEqual(['甲/1.pdf', '甲/2.pdf'])
  expect(runIn(out).interrupted).toBe(true)
})

describe('a filing of an earlier run', () => {
  it('is taken over as it was written, and made anew if it was changed, cut off or not recorded', async () => {
    const { at, out } = place({ 甲: ['1.pdf', '2.pdf', '3.pdf', '4.pdf'] })
    await run([at('甲')], out)
    const before = stateOf(out).map(([path, , text]) => [path, text])
    const [changed, cut, unrecorded] = ['1', '2', '3'].map((n) => jsonOf(out, `甲/${n}.pdf`)) as [
      string,
      string,
      string,
    ]
    writeFileSync(changed, readFileSync(changed, 'utf8').replace('too-little', 'too-littIe'))
    truncateSync(cut, 300)
    const hashes = join(out, '.yusuan', 'filings.sha256')
    const id = unrecorded.slice(-21, -5)
    const lines = readFileSync(hashes, 'utf8').split('\n')
    writeFileSync(hashes, lines.filter((line) => !line.includes(id)).join('\n'))
    // What a full disk leaves of a line.
    appendFileSync(hashes, '0123')
    await expect(recheck(out, {})).rejects.toMatchObject({ code: 'filing-changed' })
    const { reused } = await run([at('甲')], out)
    expect(reused).toEqual({ '甲/1.pdf': false, '甲/2.pdf': false, '甲/3.pdf': false, '甲/4.pdf': true })
    const runFile = join(out, 'run.json')
    expect(
      stateOf(out)
        .map(([path, , text]) => [path, text])
        .filter(([p]) => p !== runFile),
    ).toEqual(before.filter(([p]) => p !== runFile))
  })

  it('is known by what was written before where its writer was killed in between', async () => {
    const { at, out } = place({ 甲: ['1.pdf'] })
    await run([at('甲')], out)
    const id = jsonOf(out, '甲/1.pdf').slice(-21, -5)
    appendFileSync(join(out, '.yusuan', 'filings.sha256'), `${'0'.repeat(64)}  filings/${id}.json\n`)
    await recheck(out, {})
    appendFileSync(join(out, '.yusuan', 'filings.sha256'), `${'0'.repeat(64)}  filings/${id}.json\n`)
    expect((await run([at('甲')], out)).reused).toEqual({ '甲/1.pdf': true })
  })
})

describe('the command line', () => {
  const cli = new URL('../../dist/cli.js', import.meta.url).pathname
  const call = (args: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [cli, '--lang', 'en', ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    })

  it('refuses in one sentence and with 2, says what it left out, and gives a fault while writing 3', () => {
    const { at, out } = place({ in: ['1.pdf'] })
    mkdirSync(out)
    writeFileSync(join(out, 'notes.txt'), 'mine')
    const refused = call(['run', at('in'), '--out', out])
    expect([refused.status, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toBe(
      `${out} holds files that yusuan did not write (1: notes.txt). Choose another folder with --output; if you do mean this one, add --force.\n`,
    )
    const done = call(['run', at('in'), at('gone'), '--out', out, '--force', '--ocr', 'off'])
    expect(done.status).toBe(3)
    expect(done.stderr).toContain(`Not found: ${at('gone')}`)
    rmSync(join(out, 'facts.csv'))
    mkdirSync(join(out, 'facts.csv'))
    const blocked = call(['check', out])
    expect([blocked.status, blocked.stderr.split('\n').length]).toEqual([2, 2])
    expect(blocked.stderr).toContain(`${join(out, 'facts.csv')} cannot be written`)
  }, 180_000)

  it('ends with 3 and one sentence after a defect; the trace is for those who ask', () => {
    const planted = `const wait = setInterval(() => {
      if (process.listenerCount('uncaughtException') === 0) return
      clearInterval(wait)
      throw new TypeError('planted')
    }, 1)`
    const env = { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(planted)}"` }
    const { at, out } = place({ in: ['1.pdf'] })
    const args = ['run', at('in'), '--out', out, '--ocr', 'off']
    const plain = call(args, env)
    expect([plain.status, plain.stderr]).toEqual([3, expect.stringMatching(/^A defect .*\(planted\).*\n$/)])
    expect(call(args, { ...env, YUSUAN_DEBUG: '1' }).stderr).toMatch(/\n {4}at /)
  }, 180_000)

  it('stops on Ctrl-C with tables and 130, and at once when asked again', async () => {
    const samples = new URL('../../samples/filings', import.meta.url).pathname
    const { out } = place({})
    const started = () =>
      spawn(process.execPath, [cli, '--lang', 'en', 'run', samples, '--out', out, '-c', '1', '--ocr', 'off'])
    const first = started()
    let told = ''
    first.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (told === '') first.kill('SIGINT')
      told += text
    })
    expect(await once(first, 'exit')).toEqual([130, null])
    expect(told).toMatch(/Stopping: .*\n(?:.*\n)*Interrupted\. What was finished is kept/)
    expect(sourcesIn(out).length).toBe(runIn(out).inputs.length)
    expect(runIn(out).interrupted).toBe(true)
    const second = started()
    second.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('filings/')) second.kill('SIGINT')
      if (text.includes('Stopping')) second.kill('SIGINT')
    })
    expect(await once(second, 'exit')).toEqual([130, null])
    expect(existsSync(join(out, '.yusuan', 'lock'))).toBe(false)
  }, 240_000)
})
