import type { Page } from '../../../model/page.js'
import { viewOf } from '../page-space.js'
import { brokenPage, leftOut, type PdfReader, pageOf } from '../port.js'
import { type Engine, loadDocument, loadEngine } from './engine.js'
import { readGlyphs } from './glyphs.js'
import { readObjects } from './objects.js'

/** FPDF_GetLastError: 4 = password needed, 5 = unsupported security. */
const PASSWORD = 4
const SECURITY = 5

/** PDFium (WASM): glyph boxes, rulings and pictures of every page. */
export const pdfium: PdfReader = {
  async read(bytes, bounds, password) {
    const engine = await loadEngine()
    const data = engine.malloc(Math.max(1, bytes.length))
    engine.HEAPU8.set(bytes, data)
    try {
      const document = loadDocument(engine, data, bytes.length, password)
      if (!document) {
        const error = engine.call.FPDF_GetLastError!()
        return { fault: error === PASSWORD || error === SECURITY ? 'encrypted-pdf' : 'broken-pdf' }
      }
      try {
        const count = engine.call.FPDF_GetPageCount!(document)
        if (count === 0) return { fault: 'empty-pdf' }
        if (count > bounds.pages) return { fault: 'too-many-pages' }
        const pages: Page[] = []
        for (let i = 0; i < count; i++) {
          const why = leftOut(bounds, i + 1)
          pages.push(why ? brokenPage(i + 1, why) : readPage(engine, document, i))
        }
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
  if (!page) return brokenPage(index + 1)
  const textPage = call.FPDFText_LoadPage!(page)
  const scratch = engine.malloc(16)
  try {
    call.FPDF_GetPageBoundingBox!(page, scratch)
    const f = engine.HEAPF32
    const at = scratch >> 2
    const crop = { x0: f[at]!, y0: f[at + 3]!, x1: f[at + 2]!, y1: f[at + 1]! }
    const { width, height, view } = viewOf(crop, call.FPDFPage_GetRotation!(page))
    const { texts, rulings, pictures } = readObjects(engine, page, view)
    const bounds = { x0: 0, y0: 0, x1: width, y1: height }
    const read = textPage
      ? readGlyphs(engine, textPage, view, bounds, texts, index + 1)
      : { visible: [], hidden: [], unmapped: 0 }
    return pageOf({ number: index + 1, width, height, read, rulings, pictures })
  } finally {
    engine.free(scratch)
    if (textPage) call.FPDFText_ClosePage!(textPage)
    call.FPDF_ClosePage!(page)
  }
}
