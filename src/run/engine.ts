import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FilingOptions } from '../pipeline.js'

/** Version of the package. */
export const VERSION: string = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
).version

let known: string | undefined

/**
 * Version and fingerprint of the program's own code, and the options that decide how it reads: filings made by the
 * same engine need not be made again.
 */
export function engineName({ pdfEngine, verify }: Required<FilingOptions>): string {
  known ??= `yusuan ${VERSION} ${fingerprint(fileURLToPath(new URL('../', import.meta.url)))}`
  return `${known} ${pdfEngine}${verify ? ' verified' : ''}`
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:js|csv|ts)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}
