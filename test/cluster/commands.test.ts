// The commands as a person or a service manager calls them, each a process of its own.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Postgres } from './postgres.js'

const cli = new URL('../../dist/cli.js', import.meta.url).pathname
const samples = new URL('../../samples/filings', import.meta.url).pathname

let postgres: Postgres
let url: string
const started: ChildProcess[] = []
beforeAll(async () => {
  postgres = await Postgres.start()
  url = postgres.database('commands')
})
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  postgres?.remove()
})

function yusuan(args: string[], address: string | undefined = url) {
  const env: NodeJS.ProcessEnv = { ...process.env, YUSUAN_DATABASE_URL: address }
  if (address === undefined) delete env.YUSUAN_DATABASE_URL
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, '--lang', 'en', ...args], {
    env,
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

function worker(...args: string[]): {
  child: ChildProcess
  said: () => string
  ended: Promise<number | null>
} {
  const child = spawn(process.execPath, [cli, 'worker', '-c', '1', ...args], {
    env: { ...process.env, YUSUAN_DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk))
  return {
    child,
    said: () => text,
    ended: new Promise((resolve) => child.once('exit', (code) => resolve(code))),
  }
}

const until = async (met: () => boolean | Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 1200 && !(await met()); i++) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await met()).toBe(true)
}

describe('the commands of a cluster', () => {
  it('say what is missing, and never the address', () => {
    expect(yusuan(['cluster', 'status'], '')).toMatchObject({ status: 2 })
    for (const [address, words] of [
      ['postgres://clerk:geheim-7@127.0.0.1:1/none', 'cannot be reached'],
      [url.replace('yusuan@', 'nobody-here:geheim-7@'), 'does not let this user in'],
      ['no address:geheim-7', 'looks like postgres://'],
      [url, 'yusuan cluster init'],
    ] as const) {
      const { status, said } = yusuan(['cluster', 'status'], address)
      expect([status, said]).toEqual([2, expect.stringContaining(words)])
      expect(said).not.toContain('geheim-7')
      expect(said.trim().split('\n')).toHaveLength(1)
    }
  })

  it('refuse a silence that the queue cannot count', () => {
    const { status, said } = yusuan(['worker', '--silence', '6'])
    expect([status, said]).toEqual([2, expect.stringContaining('--silence is at least 10')])
  })

  it('submit, work until told to stop, show how far it is, and publish', async () => {
    expect(yusuan(['cluster', 'init'])).toMatchObject({ status: 0 })
    const submitted = yusuan(['cluster', 'submit', samples, '--ocr', 'off', '--json'])
    expect(JSON.parse(submitted.said.trim().split('\n').at(-1) as string)).toMatchObject({
      batch: 'default',
      known: 0,
    })
    const unfinished = yusuan(['cluster', 'publish', join(tmpdir(), 'never')])
    expect([unfinished.status, unfinished.said]).toEqual([2, expect.stringContaining('not finished')])

    const first = worker('--metrics-port', '19464')
    await until(() => first.said().includes('"msg":"job"'))
    const metrics = await (await fetch('http://127.0.0.1:19464/metrics')).text()
    expect(metrics).toMatch(/^yusuan_worker_done_total [1-9]\d*$/m)
    expect(await (await fetch('http://127.0.0.1:19464/healthz')).text()).toBe('ok\n')
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    for (const line of first.said().trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
    expect(first.said()).not.toContain(url)

    const halfway = JSON.parse(yusuan(['cluster', 'status', '--json']).said)
    expect(halfway.batches[0].done).toBeGreaterThan(0)
    expect(halfway.batches[0].waiting).toBeGreaterThan(0)
    expect(halfway.workers).toEqual([])

    const second = worker('--until-idle')
    expect(await second.ended).toBe(0)
    const output = join(mkdtempSync(join(tmpdir(), 'out ')), '结果')
    const published = yusuan(['cluster', 'publish', output, '--no-report', '--no-lists'])
    expect(published.status).toBe(3)
    expect(readdirSync(output)).toContain('facts.csv')
  })

  it('drain stops all workers, and none takes anything until it is taken back', async () => {
    const folder = mkdtempSync(join(tmpdir(), '部门 '))
    writeFileSync(join(folder, 'a.pdf'), '%PDF- a')
    const one = worker()
    await until(() => one.said().includes('"msg":"worker"'))
    expect(yusuan(['cluster', 'drain']).status).toBe(0)
    expect(await one.ended).toBe(0)
    yusuan(['cluster', 'submit', folder, '--batch', 'later', '--ocr', 'off'])
    expect(await worker('--until-idle').ended).toBe(0)
    const waiting = () => JSON.parse(yusuan(['cluster', 'status', '--json']).said)
    expect(waiting()).toMatchObject({ draining: true, batches: [{}, { batch: 'later', waiting: 1 }] })
    expect(yusuan(['cluster', 'drain', '--off']).status).toBe(0)
    expect(await worker('--until-idle').ended).toBe(0)
    expect(waiting()).toMatchObject({ draining: false, batches: [{}, { batch: 'later', waiting: 0 }] })
  })
})
