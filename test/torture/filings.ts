import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { smallFiling } from './small-filing.js'

const SAMPLES = fileURLToPath(new URL('../../samples/filings', import.meta.url))
/** Pictures are read by a recognizer, which nobody waits for here. */
const SCANNED = '扫描件'
const MOST = 5

/** Five PDFs below a folder, or of the samples, spread over those there are. */
export function readableFilings(folder = SAMPLES): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.pdf$/i.test(name) && !name.includes(SCANNED))
    .sort()
  const step = Math.max(1, all.length / MOST)
  return Array.from({ length: Math.min(MOST, all.length) }, (_, i) =>
    join(folder, all[Math.floor(i * step)] as string),
  )
}

/** Five generated final accounts of five pages, written to a folder: read in a fifth of the time of a sample. */
export async function smallFilings(folder: string): Promise<string[]> {
  const paths = Array.from({ length: MOST }, (_, i) => join(folder, `${i + 1}.pdf`))
  for (const [i, path] of paths.entries()) writeFileSync(path, await smallFiling(i + 1))
  return paths
}
