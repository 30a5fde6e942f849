import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { watched } from './children.js'

it('says what a child took, by the kernel', async () => {
  const work =
    'const held = Buffer.alloc(100 << 20, 1); const end = Date.now() + 1500; while (Date.now() < end); held.at(0)'
  const { taken } = await watched(() => promisify(execFile)(process.execPath, ['-e', work]))
  expect(taken.seconds).toBeGreaterThan(1.4)
  // Other processes want the processor too.
  expect(taken.cpuSeconds).toBeGreaterThan(0.1)
  expect(taken.cpuSeconds).toBeLessThan(taken.seconds * 2)
  expect(taken.peakMiB).toBeGreaterThan(120)
})
