// Takes a source and its bytes, gives its pages: glyphs with boxes, ruling lines, picture areas, rotation undone.
// Pages of the web are set on virtual pages, so that nothing behind this room knows them from printed ones.
// Decides per page whether the text layer can be believed; a page that can not is given without glyphs and says why.
// Never guesses meaning and never orders anything: that is layout's work.
import type { Page } from '../model/page.js'
import type { Source } from '../model/source.js'
import { type HtmlFault, readHtml } from './html/reader.js'
import { LIMITS } from './limits.js'
import {
  chosenOcr,
  hasPictures,
  loadOcr,
  type OcrChoice,
  type RasterFault,
  readPictures,
  recognizePages,
} from './ocr/index.js'
import { damageOf, hugePages, withDamage } from './pdf/damage/index.js'
import type { PdfFault, PdfReader } from './pdf/port.js'

export { chosenOcr, OCR_CHOICES, type OcrChoice } from './ocr/index.js'

/** `unsupported-format`: office files, which no reader opens · `ocr-off`: a picture, and nobody may recognize it. */
export type ReadFault =
  | PdfFault
  | HtmlFault
  | RasterFault
  | 'unsupported-format'
  | 'ocr-off'
  | 'empty-file'
  | 'not-a-paper'

export type ReadResult = { pages: Page[] } | { unreadable: ReadFault }

/** Who reads PDFs. */
export const PDF_ENGINES = ['pdfium', 'pdfjs'] as const
export type PdfEngine = (typeof PDF_ENGINES)[number]

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
  /** Called after each recognized page: they take seconds. */
  onPage?: (() => void) | undefined
}

/** Reads a source's pages; files that no reader opens come back as `unreadable` with a stable code. */
export async function readPages(
  source: Source,
  bytes: Uint8Array,
  { engine = 'pdfium', ocr = 'auto', maxPages, onPage }: ReadOptions = {},
): Promise<ReadResult> {
  if (source.kind === 'empty') return { unreadable: 'empty-file' }
  if (source.kind === 'text') return { unreadable: 'not-a-paper' }
  if (source.kind === 'html') return settled(readHtml(bytes))
  if (source.kind === 'image') {
    const name = await chosenOcr(ocr)
    return name === 'off'
      ? { unreadable: 'ocr-off' }
      : settled(await readPictures(bytes, await loadOcr(name), onPage))
  }
  if (source.kind !== 'pdf') return { unreadable: 'unsupported-format' }
  const reader = await load[engine]()
  const limits = { ...LIMITS, pages: maxPages ?? LIMITS.pages }
  const damage = damageOf(bytes, limits)
  const result = await reader.read(bytes, { pages: limits.pages, huge: hugePages(damage) })
  if ('fault' in result) return settled(result)
  const name = result.pages.some(hasPictures) ? await chosenOcr(ocr) : 'off'
  const pages =
    name === 'off' ? result.pages : await recognizePages(bytes, result.pages, () => loadOcr(name), onPage)
  return { pages: withDamage(pages, damage) }
}

const settled = (result: { pages: Page[] } | { fault: ReadFault }): ReadResult =>
  'fault' in result ? { unreadable: result.fault } : result
