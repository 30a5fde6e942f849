// Takes a source and its bytes, gives its pages: glyphs with boxes, ruling lines, picture areas, rotation undone.
// Pages of the web are set on virtual pages, so that nothing behind this room knows them from printed ones.
// Decides per page whether the text layer can be believed; a page that can not is given without glyphs and says why.
// Never guesses meaning and never orders anything: that is layout's work.
import type { Page } from '../model/page.js'
import type { Source } from '../model/source.js'
import { type HtmlFault, readHtml } from './html/reader.js'
import type { PdfFault, PdfReader } from './pdf/port.js'

/** `unsupported-format`: pictures and office files, which no reader opens yet. */
export type ReadFault = PdfFault | HtmlFault | 'unsupported-format' | 'empty-file' | 'not-a-paper'

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
}

/** Reads a source's pages; files that no reader opens come back as `unreadable` with a stable code. */
export async function readPages(
  source: Source,
  bytes: Uint8Array,
  { engine = 'pdfium' }: ReadOptions = {},
): Promise<ReadResult> {
  if (source.kind === 'empty') return { unreadable: 'empty-file' }
  if (source.kind === 'text') return { unreadable: 'not-a-paper' }
  if (source.kind === 'html') return settled(readHtml(bytes))
  if (source.kind !== 'pdf') return { unreadable: 'unsupported-format' }
  const reader = await load[engine]()
  return settled(await reader.read(bytes))
}

const settled = (result: { pages: Page[] } | { fault: ReadFault }): ReadResult =>
  'fault' in result ? { unreadable: result.fault } : result
