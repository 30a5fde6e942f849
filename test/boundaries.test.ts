import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

const root = new URL('../', import.meta.url).pathname

/** A small checkout with the same rules and a few files more. */
function checkoutWith(planted: readonly (readonly [path: string, code: string])[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'))
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(join(root, file), join(folder, file))
  cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [path, code] of planted) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), code)
  }
  return folder
}

const cruise = (folder: string) =>
  spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      'src',
      '--config',
      '.dependency-cruiser.cjs',
    ],
    { cwd: folder, encoding: 'utf8' },
  )

describe('the rule that rooms are one-way', () => {
  it('holds', () => {
    const { status, stdout } = cruise(root)
    expect(stdout).toMatch(/no dependency violations found \(\d{2,} modules/)
    expect(status).toBe(0)
  })

  const PLANTED = [
    [
      'a room that knows its neighbour',
      'src/layout/planted.ts',
      "import { readPages } from '../read/index.js'\nexport const x = readPages\n",
      'layout-stays-in-its-room',
    ],
    [
      'the vocabulary that knows a room',
      'src/model/planted.ts',
      "import { layOut } from '../layout/index.js'\nexport const x = layOut\n",
      'model-knows-nothing-else',
    ],
    [
      'a way into a room past its door',
      'src/run/past-the-door.ts',
      "import { cellText } from '../publish/files.js'\nexport const x = cellText\n",
      'rooms-are-entered-by-their-door',
    ],
    [
      'another file that knows the order',
      'src/review/planted.ts',
      "import { layOut } from '../layout/index.js'\nexport const x = layOut\n",
      'only-the-pipeline-knows-the-order',
    ],
    [
      'the database outside of its room',
      'src/run/planted.ts',
      "import { DuckDBInstance } from '@duckdb/node-api'\nexport const x = DuckDBInstance\n",
      'duckdb-behind-its-door',
    ],
  ] as const
  // Each file breaks one rule, so that one look at all of them tells which file broke which.
  let found: ReturnType<typeof cruise>
  beforeAll(() => {
    found = cruise(checkoutWith(PLANTED.map(([, path, code]) => [path, code])))
  })

  it.each(PLANTED)('fails on %s', (_, path, __, rule) => {
    expect(found.status).not.toBe(0)
    expect(found.stdout).toContain(`error ${rule}: ${path} `)
  })
})
