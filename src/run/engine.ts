import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PageOfPaper } from '../model/filing.js'
import { type PageRange, rangeName } from '../model/page-range.js'
import type { OcrChoice, PdfEngine } from '../model/reading-choices.js'
import { shortHash } from '../model/short-hash.js'
import type { OcrModels } from '../read/index.js'

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
  ocrModels?: OcrModels | undefined
  /** The only pages of PDFs that are read. */
  pageRange?: PageRange | undefined
  /** They decide only whether a file is read: no part of the name of an engine, and written nowhere. */
  passwords?: readonly string[] | undefined
}

/** Whether what a filing lacked may be there now: a password, or LibreOffice on this machine. */
export const mayBeReadNow = ({ message }: { message: string }, { passwords = [] }: Reading): boolean =>
  (message === 'encrypted-pdf' && passwords.length > 0) || message === 'unsupported-format: doc'

let known: string | undefined

/** Version and fingerprint of the program's own code: `yusuan 0.1.0 0123456789ab`. */
export function program(): string {
  known ??= `yusuan ${VERSION} ${fingerprint(fileURLToPath(new URL('../', import.meta.url)))}`
  return known
}

/**
 * Version and fingerprint of the program's own code, and the options that decide how it reads: filings made by the
 * same engine need not be made again.
 */
export function engineName({ pdfEngine, verify, ocr, ocrModels, pageRange }: Reading): string {
  const models = ocr === 'ppocr' && ocrModels ? ` ${ocrModels.fingerprint}` : ''
  const pages = pageRange ? ` pages ${rangeName(pageRange)}` : ''
  return `${program()} ${pdfEngine}${verify ? ' verified' : ''} ${ocr === 'off' ? 'no-ocr' : ocr}${models}${pages}`
}

/** An engine that was told of which paper a page is: told of another, it may make another filing. */
export const engineTold = (engine: string, paper: PageOfPaper | undefined): string =>
  paper ? `${engine}${TOLD}${shortHash(JSON.stringify(paper))}` : engine

const TOLD = ' page-of '

/** Whether a filing was made by an engine, whatever it was told. */
export const isMadeBy = (engine: string, filing: { engine: string }): boolean =>
  filing.engine === engine || filing.engine.startsWith(engine + TOLD)

function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    // What a person looks at decides nothing.
    .filter((entry) => !entry.parentPath.endsWith('viewer'))
    .filter((entry) => entry.isFile() && /\.(?:js|csv|ts)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}
