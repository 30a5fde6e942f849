import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderPages } from '../../src/read/ocr/raster/pdf-pages.js'

const root = new URL('../../', import.meta.url).pathname
const FILING = join(root, 'samples/filings/云汀/云汀市水文化局2025年部门预算.pdf')
/** A table of that filing, and a figure on it. */
const TABLE_PAGE = 6
const FIGURE = '10,246,600.00'
const PATIENCE = 600_000

interface Run {
  inputs: { outcome: string }[]
}

/** Somebody installs the package in a folder named as people name folders. */
describe('the packed package', () => {
  const home = mkdtempSync(join(tmpdir(), 'yusuan-'))
  const folder = join(home, '部门 预算 工具')

  const call = (command: string, ...args: string[]) => {
    const done = spawnSync(command, args, {
      cwd: folder,
      encoding: 'utf8',
      // The CPU build that npm ships is all that is needed: nothing else is downloaded.
      env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
      maxBuffer: 2 ** 26,
    })
    if (done.error) throw done.error
    return done
  }
  const runOf = (output: string) => JSON.parse(readFileSync(join(folder, output, 'run.json'), 'utf8')) as Run

  beforeAll(() => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', home], {
      cwd: root,
      encoding: 'utf8',
    })
    const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }]
    const installed = call(
      'npm',
      'install',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      join(home, filename),
    )
    expect(installed.stderr).not.toContain('npm error')
    expect(installed.status).toBe(0)
  }, PATIENCE)
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(call('npx', 'yusuan', '--version').stdout).toContain(version)
  })

  it(
    'reads a filing',
    () => {
      const { status, stderr } = call('npx', 'yusuan', 'run', FILING, '-o', '结果')
      expect([0, 1], stderr).toContain(status)
      expect(runOf('结果').inputs.map((i) => i.outcome)).toEqual(['ok'])
    },
    PATIENCE,
  )

  it(
    'recognizes a picture with whatever engine can be loaded',
    async () => {
      await renderPages(new Uint8Array(readFileSync(FILING)), [TABLE_PAGE], async ({ picture, dpi }) => {
        const { width, height, channels, data } = picture
        await sharp(data, { raw: { width, height, channels } })
          .withMetadata({ density: dpi })
          .png()
          .toFile(join(folder, '扫描件.png'))
      })
      const text = () => {
        const { stdout, stderr, status } = call('npx', 'yusuan', 'show', '扫描件.png', '--page', '1')
        expect([0, 1], stderr).toContain(status)
        return stdout
      }
      expect(text()).toContain(FIGURE)
      // Where its binary does not exist or does not run, the import fails, and Tesseract reads.
      rmSync(join(folder, 'node_modules/onnxruntime-node'), { recursive: true })
      expect(text()).toContain(FIGURE)
    },
    PATIENCE,
  )
})
