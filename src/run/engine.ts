import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { OcrChoice, PdfEngine } from '../pipeline.js'

/** Version of the package. */
export const VERSION: string = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
).version

/** The options that decide how a source is read. */
export interface Reading {
  pdfEngine: PdfEngine
  verify: boolean
  /** Never `auto`: two machines may choose differently. */
  ocr: Exclude<OcrChoice, 'auto'>
}

let known: string | undefined

/**
 * Version and fingerprint of the program's own code, and the options that decide how it reads: filings made by the
 * same engine need not be made again.
 */
export function engineName({ pdfEngine, verify, ocr }: Reading): string {
  known ??= `yusuan ${VERSION} ${fingerprint(fileURLToPath(new URL('../', import.meta.url)))}`
  return `${known} ${pdfEngine}${verify ? ' verified' : ''} ${ocr === 'off' ? 'no-ocr' : ocr}`
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
