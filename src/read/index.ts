// Takes a source and its bytes, gives its pages: glyphs with boxes, ruling lines, picture areas, rotation undone.
// Pages of the web are set on virtual pages, so that nothing behind this room knows them from printed ones.
// Decides per page whether the text layer can be believed; a page that can not is given without glyphs and says why.
// Never guesses meaning and never orders anything: that is layout's work.
import type { Page } from '../model/page.js'
import { holds, type PageRange } from '../model/page-range.js'
import type { OcrChoice, PdfEngine } from '../model/reading-choices.js'
import type { Source } from '../model/source.js'
import { type HtmlFault, readHtml } from './html/reader.js'
import { LIMITS } from './limits.js'
import {
  chosenOcr,
  hasPictures,
  loadOcr,
  type OcrModels,
  type RasterFault,
  readPictures,
  recognizePages,
} from './ocr/index.js'
import type { OfficeFault } from './office/parts.js'
import { damageOf, hugePages, withDamage } from './pdf/damage/index.js'
import { type Bounds, brokenPage, type PdfFault, type PdfReader } from './pdf/port.js'

export { chosenOcr, type OcrModels, usableModels } from './ocr/index.js'
export { drawPageParts, type PagePart, type Picture } from './part-pictures.js'

/**
 * `unsupported-format`: no reader opens it · `ocr-off`: a picture, and nobody may recognize it · `no-such-pages`: it has
 * none of the pages that were asked for.
 */
export type ReadFault =
  | PdfFault
  | HtmlFault
  | RasterFault
  | OfficeFault
  | 'unsupported-format'
  | 'ocr-off'
  | 'empty-file'
  | 'not-a-paper'
  | 'no-such-pages'

/** `detail`: which format is not supported; how many pages there are. */
export type ReadResult = { pages: Page[] } | { unreadable: ReadFault; detail?: string }

/** An engine is loaded when it is first asked for: each costs memory and time. */
const load: Record<PdfEngine, () => Promise<PdfReader>> = {
  pdfium: async () => (await import('./pdf/pdfium/reader.js')).pdfium,
  pdfjs: async () => (await import('./pdf/pdfjs/reader.js')).pdfjs,
}

export interface ReadOptions {
  /** Default: pdfium. */
  engine?: PdfEngine | undefined
  /** Who recognizes pictures; default: auto. */
  ocr?: OcrChoice | undefined
  /** A PDF that counts more pages is not read; default: 5,000. */
  maxPages?: number | undefined
  /** The only pages of a PDF that are read. */
  pageRange?: PageRange | undefined
  /** Whose networks recognize them instead of the shipped ones. */
  ocrModels?: OcrModels | undefined
  /** Called after each recognized page: they take seconds. */
  onPage?: (() => void) | undefined
  /** Tried one after the other on PDFs that need one. */
  passwords?: readonly string[] | undefined
}

/** Reads a source's pages; files that no reader opens come back as `unreadable` with a stable code. */
export async function readPages(
  source: Source,
  bytes: Uint8Array,
  {
    engine = 'pdfium',
    ocr = 'auto',
    ocrModels,
    maxPages,
    pageRange,
    onPage,
    passwords = [],
  }: ReadOptions = {},
): Promise<ReadResult> {
  if (source.kind === 'empty') return { unreadable: 'empty-file' }
  if (source.kind === 'text') return { unreadable: 'not-a-paper' }
  if (source.kind === 'html') return settled(readHtml(bytes))
  if (source.kind === 'image') {
    const name = await chosenOcr(ocr)
    return name === 'off'
      ? { unreadable: 'ocr-off' }
      : settled(await readPictures(bytes, await loadOcr(name, ocrModels), onPage))
  }
  if (source.kind === 'docx' || source.kind === 'xlsx' || source.kind === 'compound') {
    // Loaded when the first one comes: most runs are of PDFs alone.
    const result = await (await import('./office/index.js')).readOffice(source.kind, bytes, (picture) =>
      scanned(picture, { ocr, ocrModels, onPage }),
    )
    return 'unsupported' in result
      ? { unreadable: 'unsupported-format', detail: result.unsupported }
      : settled(result)
  }
  if (source.kind !== 'pdf') return { unreadable: 'unsupported-format', detail: source.kind }
  const reader = await load[engine]()
  const limits = { ...LIMITS, pages: maxPages ?? LIMITS.pages }
  const damage = damageOf(bytes, limits)
  const bounds = { pages: limits.pages, huge: hugePages(damage), asked: pageRange }
  const { result, password } = await opened(reader, bytes, bounds, passwords)
  if ('fault' in result) return settled(result)
  const { pages: read } = result
  if (pageRange && !read.some((p) => holds(pageRange, p.number)))
    return { unreadable: 'no-such-pages', detail: String(read.length) }
  const name = read.some(hasPictures) ? await chosenOcr(ocr) : 'off'
  const pages =
    name === 'off'
      ? read
      : await recognizePages(bytes, read, () => loadOcr(name, ocrModels), onPage, password)
  return { pages: withDamage(pages, damage) }
}

/** The pages of a scan that stands in a document. */
async function scanned(bytes: Uint8Array, { ocr = 'auto', ocrModels, onPage }: ReadOptions): Promise<Page[]> {
  const name = await chosenOcr(ocr)
  const result =
    name === 'off' ? undefined : await readPictures(bytes, await loadOcr(name, ocrModels), onPage)
  return result && 'pages' in result ? result.pages : [{ ...brokenPage(1), doubt: 'no-text' }]
}

/** What an engine reads, with the first password that opens the file if it asks for one. */
async function opened(
  reader: PdfReader,
  bytes: Uint8Array,
  bounds: Bounds,
  passwords: readonly string[],
): Promise<{ result: Awaited<ReturnType<PdfReader['read']>>; password?: string }> {
  const plain = await reader.read(bytes, bounds)
  if (!('fault' in plain) || plain.fault !== 'encrypted-pdf') return { result: plain }
  for (const password of passwords) {
    const result = await reader.read(bytes, bounds, password)
    if (!('fault' in result) || result.fault !== 'encrypted-pdf') return { result, password }
  }
  return { result: plain }
}

const settled = (result: { pages: Page[] } | { fault: ReadFault }): ReadResult =>
  'fault' in result ? { unreadable: result.fault } : result
