import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { Random } from '../../samples/generator/random.js'
import { fullDisks, kills, type Place, twins, withoutRights } from './faults.js'
import { undisturbed } from './undisturbed.js'

// A short version of npm run torture:kills.
describe.skipIf(process.platform === 'win32')('a run that is disturbed', () => {
  let place: Place
  beforeAll(async () => {
    const samples = new URL('../../samples/filings/泽岭', import.meta.url)
    place = await undisturbed(mkdtempSync(join(tmpdir(), 'torture-')), fileURLToPath(samples))
  }, 300_000)

  it('goes on after kills and writes what an undisturbed one does, nothing left over', async () => {
    const { done, faults } = await kills(place, 5, new Random(5))
    expect(faults).toEqual([])
    expect(done.kills).toBe(5)
  }, 600_000)

  it('is one of two at once', async () => {
    expect((await twins(place, 1)).faults).toEqual([])
  }, 300_000)

  it('keeps what is finished when the disk is full', async ({ skip }) => {
    const report = await fullDisks(place, [0.5])
    if (!report) skip('no file system can be mounted here')
    expect(report?.faults).toEqual([])
  }, 300_000)

  it('says that it has no rights, and goes on when they are back', async () => {
    expect((await withoutRights(place)).faults).toEqual([])
  }, 300_000)
})
