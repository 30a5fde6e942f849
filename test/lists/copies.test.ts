// A run marks the figures of findings in copies of its filings.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { processAll, recheck } from '../../src/run/index.js'

const worker = new URL('../../dist/run/worker.js', import.meta.url)
const samples = fileURLToPath(new URL('../../samples/filings/青屏', import.meta.url))

it('copies begin with the original, stay where notes do, and go with the lists', async () => {
  const output = mkdtempSync(join(tmpdir(), '批注 '))
  await processAll([samples], { output, worker, report: false, concurrency: 2 })
  const copies = () => readdirSync(join(output, '批注')).sort()
  const content = () => copies().map((name) => readFileSync(join(output, '批注', name)).toString('base64'))
  const first = content()
  expect(copies()).toHaveLength(3)
  for (const name of copies()) {
    // Called as the filing is, for no other is called so.
    const original = readFileSync(join(samples, name))
    const copy = readFileSync(join(output, '批注', name))
    expect(copy.subarray(0, original.length).equals(original)).toBe(true)
    expect(copy.subarray(original.length).toString('latin1')).toContain('/Subtype/Square')
  }
  await recheck(output, { worker, report: false })
  expect(content()).toEqual(first)

  const again = mkdtempSync(join(tmpdir(), '批注 '))
  await processAll([samples], { output: again, worker, report: false, concurrency: 1 })
  expect(
    readdirSync(join(again, '批注'))
      .sort()
      .map((name) => readFileSync(join(again, '批注', name)).toString('base64')),
  ).toEqual(first)

  await recheck(output, { worker, report: false, lists: false })
  expect(readdirSync(output)).not.toContain('批注')
}, 180_000)
