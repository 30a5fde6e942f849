import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { drawn } from '../read/ocr/draw-text.js'

const run = promisify(execFile)
const cli = new URL('../../dist/cli.js', import.meta.url).pathname

/** Notes each process that loads it, and writes a file as soon as one asks for a name or opens a connection. */
const watch = (told: string, watched: string) => `
import { appendFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
appendFileSync(${JSON.stringify(watched)}, process.pid + ' ')
const tell = (what) => { writeFileSync(${JSON.stringify(told)}, what); throw new Error(what) }
require('node:net').Socket.prototype.connect = () => tell('connect')
require('node:dgram').Socket.prototype.send = () => tell('send')
require('node:dns').lookup = () => tell('lookup')
globalThis.fetch = () => tell('fetch')
`

type Paths = [string, string, string]

it('no process opens a connection', async () => {
  const folder = mkdtempSync(join(tmpdir(), '离线 '))
  const [told, watched, preload] = ['told', 'watched', 'watch.mjs'].map((n) => join(folder, n)) as Paths
  writeFileSync(preload, watch(told, watched))
  const env = { ...process.env, NODE_OPTIONS: `--import=${new URL(`file://${preload}`)}` }
  writeFileSync(
    join(folder, '网页.html'),
    `<base href="http://127.0.0.1:9/"><script src="x.js"></script><img src="x.png"><h1>某局2031年部门预算</h1><p>某局</p>`,
  )
  const { data, width, height } = await drawn([['某局2031年部门预算', 100, 100, 22]])
  const picture = sharp(data, { raw: { width, height, channels: 1 } })
  await picture.png().toFile(join(folder, '扫描.png'))

  const args = ['run', join(folder, '网页.html'), join(folder, '扫描.png'), '--out', join(folder, '结果')]
  await run(process.execPath, [cli, ...args], { env })
  expect(existsSync(told)).toBe(false)
  // The main process and at least one worker.
  expect(readFileSync(watched, 'utf8').trim().split(' ').length).toBeGreaterThan(1)

  const asking = run(process.execPath, ['-e', "require('net').connect(9, '127.0.0.1')"], { env })
  await expect(asking).rejects.toThrow('connect')
  expect(existsSync(told)).toBe(true)
})
