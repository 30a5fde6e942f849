import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processAll } from '../../src/run/index.js'
import { cpuSeconds } from './cpu-seconds.js'

/** What the report adds to a run over digital filings: processor time of all processes, and bytes for each filing. */
export async function reportShare(filings: string): Promise<string> {
  const spent: number[] = []
  let bytes = 0
  let count = 0
  for (const report of [false, true]) {
    const output = mkdtempSync(join(tmpdir(), 'bench-'))
    const before = await cpuSeconds()
    await processAll([filings], {
      output,
      report,
      concurrency: 2,
      ocr: 'off',
      worker: new URL('../../dist/run/worker.js', import.meta.url),
    })
    spent.push((await cpuSeconds()) - before)
    if (report) bytes = sizeOf(join(output, 'report'))
    count = readdirSync(join(output, 'filings')).length
    rmSync(output, { recursive: true, force: true })
  }
  const [without = 0, withReport = 0] = spent
  const share = (100 * (withReport - without)) / without
  return (
    `report: ${(withReport - without).toFixed(1)} CPU s beside ${without.toFixed(1)} without it (${share.toFixed(1)} %), ` +
    `${(bytes / 1024 / count).toFixed(0)} KiB a filing over ${count} files`
  )
}

export const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
