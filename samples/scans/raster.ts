import type { Picture } from '../../src/read/ocr/picture.js'
import { type Engine, loadEngine } from '../../src/read/pdf/pdfium/engine.js'

/** A page as it is printed. */
export interface Print {
  /** From 1. */
  number: number
  /** Points, after /Rotate. */
  width: number
  height: number
  /** RGB. */
  picture: Picture
}

/** Bits of FPDF_RenderPageBitmap: annotations are printed too; red first, not blue. */
const ANNOTATIONS = 0x01
const RED_FIRST = 0x10
/** Pixel format of FPDFBitmap_CreateEx: four bytes, the last unused. */
const BGRX = 3

/** Prints the pages of a PDF one by one at so many dots per inch; `wanted` gets numbers from 1. */
export async function* prints(
  bytes: Uint8Array,
  dpi: number,
  wanted: (page: number) => boolean = () => true,
): AsyncGenerator<Print> {
  const engine = await loadEngine()
  const { call } = engine
  const file = engine.malloc(bytes.length)
  engine.HEAPU8.set(bytes, file)
  const document = call.FPDF_LoadMemDocument!(file, bytes.length, 0)
  if (!document) throw new Error('this is no PDF that can be opened')
  try {
    const count = call.FPDF_GetPageCount!(document)
    for (let i = 0; i < count; i++) if (wanted(i + 1)) yield print(engine, document, i, dpi)
  } finally {
    call.FPDF_CloseDocument!(document)
    engine.free(file)
  }
}

function print(engine: Engine, document: number, index: number, dpi: number): Print {
  const { call } = engine
  const page = call.FPDF_LoadPage!(document, index)
  if (!page) throw new Error(`page ${index + 1} can not be opened`)
  const width = call.FPDF_GetPageWidthF!(page)
  const height = call.FPDF_GetPageHeightF!(page)
  const columns = Math.round((width / 72) * dpi)
  const rows = Math.round((height / 72) * dpi)
  const memory = engine.malloc(columns * rows * 4)
  const bitmap = call.FPDFBitmap_CreateEx!(columns, rows, BGRX, memory, columns * 4)
  try {
    call.FPDFBitmap_FillRect!(bitmap, 0, 0, columns, rows, 0xffffffff)
    call.FPDF_RenderPageBitmap!(bitmap, page, 0, 0, columns, rows, 0, ANNOTATIONS | RED_FIRST)
    const data = new Uint8Array(columns * rows * 3)
    const heap = engine.HEAPU8
    for (let from = memory, to = 0; to < data.length; from += 4, to += 3) {
      data[to] = heap[from]!
      data[to + 1] = heap[from + 1]!
      data[to + 2] = heap[from + 2]!
    }
    return { number: index + 1, width, height, picture: { width: columns, height: rows, channels: 3, data } }
  } finally {
    call.FPDFBitmap_Destroy!(bitmap)
    engine.free(memory)
    call.FPDF_ClosePage!(page)
  }
}
