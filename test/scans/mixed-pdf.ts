import { type Engine, loadEngine } from '../../src/read/pdf/pdfium/engine.js'

/** The printed PDF with some of its pages (from 1, ascending) put in as the pages of `scan`. */
export async function withScans(
  printed: Uint8Array,
  scan: Uint8Array,
  pages: readonly number[],
): Promise<Buffer> {
  const engine = await loadEngine()
  const { call } = engine
  const mixed = call.FPDF_CreateNewDocument!()
  const sources = [printed, scan].map((bytes) => open(engine, bytes))
  try {
    const count = call.FPDF_GetPageCount!(sources[0]!.document)
    for (let at = 0; at < count; at++) {
      const place = pages.indexOf(at + 1)
      const [source, index] = place < 0 ? [sources[0]!, at] : [sources[1]!, place]
      importPage(engine, mixed, source.document, index, at)
    }
    return saved(engine, mixed)
  } finally {
    for (const { document, bytes } of sources) {
      call.FPDF_CloseDocument!(document)
      engine.free(bytes)
    }
    call.FPDF_CloseDocument!(mixed)
  }
}

function open(engine: Engine, content: Uint8Array): { document: number; bytes: number } {
  const bytes = engine.malloc(content.length)
  engine.HEAPU8.set(content, bytes)
  const document = engine.call.FPDF_LoadMemDocument!(bytes, content.length, 0)
  if (!document) throw new Error('this is no PDF that can be opened')
  return { document, bytes }
}

function importPage(engine: Engine, to: number, from: number, index: number, at: number): void {
  const indices = engine.malloc(4)
  engine.HEAP32[indices >> 2] = index
  const done = engine.call.FPDF_ImportPagesByIndex!(to, from, indices, 1, at)
  engine.free(indices)
  if (!done) throw new Error(`page ${index + 1} can not be copied`)
}

function saved(engine: Engine, document: number): Buffer {
  const { call } = engine
  const writer = call.PDFiumExt_OpenFileWriter!()
  try {
    call.PDFiumExt_SaveAsCopy!(document, writer)
    const size = call.PDFiumExt_GetFileWriterSize!(writer)
    const bytes = engine.malloc(size)
    call.PDFiumExt_GetFileWriterData!(writer, bytes, size)
    const copy = Buffer.from(engine.HEAPU8.slice(bytes, bytes + size))
    engine.free(bytes)
    return copy
  } finally {
    call.PDFiumExt_CloseFileWriter!(writer)
  }
}
