import type { Page } from '../../model/page.js'
import { type Engine, loadEngine } from './engine.js'
import { readGlyphs } from './glyphs.js'
import { readObjects } from './objects.js'
import { viewMatrix } from './page-space.js'
import { doubtOf } from './trust.js'

/** Why a PDF can not be opened at all. */
export type PdfFault = 'broken-pdf' | 'encrypted-pdf' | 'empty-pdf'

/** What every engine behind the port gives. */
export interface PdfReader {
  /** Pages one by one in order; a page that can not be read comes with doubt `broken`. */
  read(bytes: Uint8Array): Promise<{ pages: Page[] } | { fault: PdfFault }>
}

/** FPDF_GetLastError: 4 = password needed, 5 = unsupported security. */
const PASSWORD = 4
const SECURITY = 5

/** PDFium (WASM): glyph boxes, rulings and pictures of every page. */
export const pdfium: PdfReader = {
  async read(bytes) {
    const engine = await loadEngine()
    const data = engine.malloc(Math.max(1, bytes.length))
    engine.HEAPU8.set(bytes, data)
    try {
      const document = engine.call.FPDF_LoadMemDocument!(data, bytes.length, 0)
      if (!document) {
        const error = engine.call.FPDF_GetLastError!()
        return { fault: error === PASSWORD || error === SECURITY ? 'encrypted-pdf' : 'broken-pdf' }
      }
      try {
        const count = engine.call.FPDF_GetPageCount!(document)
        if (count === 0) return { fault: 'empty-pdf' }
        const pages: Page[] = []
        for (let i = 0; i < count; i++) pages.push(readPage(engine, document, i))
        return { pages }
      } finally {
        engine.call.FPDF_CloseDocument!(document)
      }
    } finally {
      engine.free(data)
    }
  },
}

function readPage(engine: Engine, document: number, index: number): Page {
  const { call } = engine
  const page = call.FPDF_LoadPage!(document, index)
  const blank = {
    number: index + 1,
    glyphs: [],
    rulings: [],
    pictures: [],
    hidden: [],
    method: 'text' as const,
  }
  if (!page) return { ...blank, width: 0, height: 0, doubt: 'broken' }
  const textPage = call.FPDFText_LoadPage!(page)
  const scratch = engine.malloc(16)
  try {
    call.FPDF_GetPageBoundingBox!(page, scratch)
    const f = engine.HEAPF32
    const at = scratch >> 2
    const crop = { x0: f[at]!, y0: f[at + 3]!, x1: f[at + 2]!, y1: f[at + 1]! }
    const rotation = call.FPDFPage_GetRotation!(page)
    const turned = (rotation & 1) === 1
    const width = turned ? crop.y1 - crop.y0 : crop.x1 - crop.x0
    const height = turned ? crop.x1 - crop.x0 : crop.y1 - crop.y0
    const view = viewMatrix(crop, rotation)
    const objects = readObjects(engine, page, view)
    const bounds = { x0: 0, y0: 0, x1: width, y1: height }
    const read = textPage
      ? readGlyphs(engine, textPage, view, bounds, objects.texts, index + 1)
      : { visible: [], hidden: [], unmapped: 0 }
    const doubt = doubtOf({ ...read, width, height, pictures: objects.pictures })
    return {
      ...blank,
      width,
      height,
      glyphs: doubt ? [] : read.visible,
      hidden: doubt ? [...read.visible, ...read.hidden] : read.hidden,
      rulings: objects.rulings,
      pictures: objects.pictures,
      ...(doubt ? { doubt } : {}),
    }
  } finally {
    engine.free(scratch)
    if (textPage) call.FPDFText_ClosePage!(textPage)
    call.FPDF_ClosePage!(page)
  }
}
